"use client";

import { Button, Link } from "@payloadcms/ui";
import { useState } from "react";
import type { CustomerRole } from "@/access/roles";
import { counted, lowered } from "@/domain/inWords";
import { findEmptyRoles } from "@/domain/playbook/findEmptyRoles";
import type { OnboardingPlan } from "@/operations/plan/onboardingPlan";
import { slug } from "@/slugs";
import { formPath, recordPath } from "../parts/adminPath";
import { Reach } from "../parts/Reach";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { InviteDialog } from "./InviteDialog";
import { usePlan } from "./planContext";
import { RailCard } from "./RailCard";
import { sayRoleName } from "./sayRoleName";

/** Whom to call when it goes wrong. */
export function EscalationCard() {
	const { plan } = usePlan();
	return (
		<RailCard title="Contacts">
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

/** Who is in it, on both sides, and which part of the plan nobody is there for. */
export function PeopleCard() {
	const { plan, me } = usePlan();
	const [role, setRole] = useState<CustomerRole | null>(null);
	const { manager, operationsLead, adminContact, customer, invited } = plan.people;
	const mayInvite = me.role === "admin" || me.role === "ops";
	const named: [string, string | null][] = [
		["Our manager", manager?.name ?? null],
		["Operations lead", operationsLead],
		["Admin contact", adminContact],
	];
	return (
		<RailCard title="People">
			<EmptyRoles onInvite={mayInvite ? setRole : null} />
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
				{invited.map(({ id, name, role, expiresAt }) => (
					<li key={id}>
						<span className="kt-muted">{sayRoleName(role)}</span>
						<span>
							<Link href={recordPath(slug.staffInvites, id)} prefetch={false}>
								{name}
							</Link>{" "}
							<span className="kt-muted">
								invited, until <RelativeTime at={expiresAt} />
							</span>
						</span>
					</li>
				))}
			</ul>
			{mayInvite ? (
				<Button
					type="button"
					size="small"
					margin={false}
					buttonStyle="secondary"
					onClick={() => setRole(findNextRole(plan))}
				>
					Invite somebody
				</Button>
			) : null}
			{role ? <InviteDialog role={role} onClose={() => setRole(null)} /> : null}
		</RailCard>
	);
}

/** Where the plan stands still because nobody is there to do it. */
function EmptyRoles({ onInvite }: { onInvite: ((role: CustomerRole) => void) | null }) {
	const { plan } = usePlan();
	const empty = findEmpty(plan);
	if (empty.length === 0) return null;
	return (
		<ul className="kt-people kt-people--empty">
			{empty.map(({ role, items, isInvited }) => (
				<li key={role}>
					<StatusBadge
						status={isInvited ? "invited" : "attention"}
						label={`No ${lowered(sayRoleName(role))} has signed up yet`}
					/>
					<span className="kt-muted">
						{counted(items, "item")}
						{isInvited ? ", invited" : ""}
						{onInvite && !isInvited ? (
							<>
								{": "}
								<button
									type="button"
									className="kt-link"
									aria-label={`Invite: ${sayRoleName(role)}`}
									onClick={() => onInvite(role as CustomerRole)}
								>
									invite
								</button>
							</>
						) : null}
					</span>
				</li>
			))}
		</ul>
	);
}

const findEmpty = ({ status, items, people }: OnboardingPlan) =>
	status === "completed" || status === "cancelled"
		? []
		: findEmptyRoles({
				items,
				held: people.customer.flatMap(({ roles }) => roles),
				invited: people.invited.map(({ role }) => role),
			});

/** The role that most waits for, where there is one. */
const findNextRole = (plan: OnboardingPlan) =>
	(findEmpty(plan).find(({ isInvited }) => !isInvited)?.role ?? "pit_boss") as CustomerRole;
