import { Link } from "@payloadcms/ui";
import type { Casino360 } from "@/operations/views/casino360Facts";
import { explainHealth } from "@/operations/views/explainHealth";
import { slug } from "@/slugs";
import { createPath, formPath, recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge, sayStatus } from "../parts/StatusBadge";
import { Fact, Unknown } from "./Card";

/** The facts everybody asks for first. */
export function CasinoHeader({ facts }: { facts: Casino360 }) {
	const { casino, onboarding, plan, subscription } = facts;
	return (
		<dl className="kt-facts kt-facts--head">
			<Fact name="Status">
				<StatusBadge status={casino.status} />
			</Fact>
			<Fact name="Health">
				{onboarding ? (
					<Health facts={facts} />
				) : (
					<Unknown why="no onboarding yet" href={createPath(slug.onboardings)} action="open one" />
				)}
			</Fact>
			<Fact name="Plan">
				{plan ? (
					<Link href={recordPath(slug.plans, plan.id)} prefetch={false}>
						{plan.name}
					</Link>
				) : (
					<Unknown why="no order form names one" href={createPath(slug.contracts)} action="add a contract" />
				)}
			</Fact>
			<Fact name="Go-live">
				{onboarding?.goLiveAt ? (
					<RelativeTime at={onboarding.goLiveAt} />
				) : onboarding ? (
					<Unknown href={formPath(slug.onboardings, onboarding.id)} action="set a date" />
				) : (
					<Unknown />
				)}
			</Fact>
			<Fact name="Payment">
				<StatusBadge
					status={casino.paymentStanding}
					label={casino.paymentStanding === "good" ? "In good standing" : sayStatus(casino.paymentStanding)}
				/>
			</Fact>
			<Fact name="Paid until">
				{subscription?.currentPeriodEnd ? (
					<RelativeTime at={subscription.currentPeriodEnd} />
				) : (
					<Unknown why="no subscription" />
				)}
			</Fact>
		</dl>
	);
}

function Health({ facts }: { facts: Casino360 }) {
	const { onboarding } = facts;
	if (!onboarding) return null;
	const reasons = explainHealth(facts);
	const needsReason = onboarding.health !== "green" && reasons.length === 0;
	return (
		<>
			<StatusBadge status={onboarding.health} />
			{reasons.length > 0 ? (
				<ul className="kt-reasons">
					{reasons.slice(0, 3).map((reason) => (
						<li key={reason}>{reason}</li>
					))}
					{reasons.length > 3 ? <li>And {reasons.length - 3} more, below.</li> : null}
				</ul>
			) : null}
			{needsReason ? (
				<p>
					<Unknown why="no reason recorded" href={formPath(slug.onboardings, onboarding.id)} action="note why" />
				</p>
			) : null}
		</>
	);
}
