import { Link } from "@payloadcms/ui";
import type { Casino360, Casino360Onboarding } from "@/operations/views/casino360Facts";
import { slug } from "@/slugs";
import { createPath, formPath, recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge, sayStatus } from "../parts/StatusBadge";
import { GoLive } from "../portfolio/GoLive";
import { WaitingOn } from "../portfolio/WaitingOn";
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
					<Health onboarding={onboarding} />
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
				{onboarding?.promisedAt ? (
					<GoLive row={onboarding} />
				) : onboarding ? (
					<Unknown href={formPath(slug.onboardings, onboarding.id)} action="set a date" />
				) : (
					<Unknown />
				)}
			</Fact>
			{onboarding ? (
				<Fact name="Waiting on">
					<WaitingOn waitingOn={onboarding.waitingOn} />
				</Fact>
			) : null}
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

function Health({ onboarding: { health, healthReasons } }: { onboarding: Casino360Onboarding }) {
	return (
		<>
			<StatusBadge status={health} />
			{healthReasons.length > 0 ? (
				<ul className="kt-reasons">
					{healthReasons.slice(0, 3).map((reason) => (
						<li key={reason}>{reason}</li>
					))}
					{healthReasons.length > 3 ? <li>And {healthReasons.length - 3} more, on the onboarding's page.</li> : null}
				</ul>
			) : null}
		</>
	);
}
