"use client";

import { Link } from "@payloadcms/ui";
import { slug } from "@/slugs";
import { formPath } from "../parts/adminPath";
import { usePlan } from "./planContext";
import { RailCard } from "./RailCard";
import { sayRoleName } from "./sayRoleName";

/** Whom to call when it goes wrong. */
export function EscalationCard() {
	const { plan } = usePlan();
	return (
		<RailCard title="Whom to call">
			{plan.escalation.length === 0 ? (
				<p className="kt-muted">
					Nobody is named for the first live shifts.{" "}
					<Link href={formPath(slug.onboardings, plan.onboardingId)} prefetch={false}>
						Name them
					</Link>
				</p>
			) : (
				<ul className="kt-people">
					{plan.escalation.map(({ name, role, reach }) => (
						<li key={`${name} ${reach}`}>
							<span>
								{name}
								{role ? <span className="kt-muted"> {role}</span> : null}
							</span>
							<Reach reach={reach} />
						</li>
					))}
				</ul>
			)}
		</RailCard>
	);
}

function Reach({ reach }: { reach: string }) {
	const isMail = reach.includes("@");
	return <a href={isMail ? `mailto:${reach}` : `tel:${reach.replaceAll(/[^+\d]/g, "")}`}>{reach}</a>;
}

/** Who is in it, on both sides. */
export function PeopleCard() {
	const { plan } = usePlan();
	const { manager, operationsLead, adminContact, customer } = plan.people;
	const named: [string, string | null][] = [
		["Our manager", manager?.name ?? null],
		["Operations lead", operationsLead],
		["Admin contact", adminContact],
	];
	return (
		<RailCard title="People">
			<ul className="kt-people">
				{named.map(([duty, name]) => (
					<li key={duty}>
						<span className="kt-muted">{duty}</span>
						<span>
							{name ?? (
								<Link href={formPath(slug.onboardings, plan.onboardingId)} prefetch={false}>
									Name them
								</Link>
							)}
						</span>
					</li>
				))}
				{customer.map(({ id, name, roles }) => (
					<li key={id}>
						<span className="kt-muted">{roles.map(sayRoleName).join(", ")}</span>
						<span>{name}</span>
					</li>
				))}
			</ul>
		</RailCard>
	);
}
