"use client";

import { Link } from "@payloadcms/ui";
import { sayDay } from "@/domain/calendar/sayDay";
import { counted } from "@/domain/inWords";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import type { OnboardingPlan } from "@/operations/plan/onboardingPlan";
import { slug } from "@/slugs";
import { whoWords } from "../live/whoWords";
import { recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { sayLateness } from "../parts/sayTime";

/** What is done, how it stands, when it goes live, whom it waits for: before any click. */
export function PlanHead({ plan, live }: { plan: OnboardingPlan; live: OnboardingLive }) {
	const all = plan.phases.reduce((sum, { items }) => sum + items, 0);
	const settled = plan.phases.reduce((sum, phase) => sum + phase.settled, 0);
	const { health, dates } = plan;
	const { who, what, since } = live.waitingOn;
	return (
		<dl className="kt-standing kt-plan__head">
			<div>
				<dt>Progress</dt>
				<dd className="kt-money">
					{settled} of {all} items
				</dd>
				<dd className="kt-standing__note">
					<progress className="kt-plan-progress" max={Math.max(1, all)} value={settled} aria-label="Items settled" />
				</dd>
			</div>
			<div>
				<dt>Health</dt>
				<dd>
					<StatusBadge status={health.level} />
				</dd>
				<dd className="kt-standing__note">{health.reasons[0]?.says ?? "On track."}</dd>
			</div>
			<div>
				<dt>Go-live</dt>
				<dd>{dates.wentLiveAt ? `Live since ${sayDay(dates.wentLiveAt)}` : <Forecast plan={plan} />}</dd>
				<dd className="kt-standing__note">
					<Promised plan={plan} />
				</dd>
			</div>
			<div>
				<dt>Waiting on</dt>
				<dd>{whoWords[who]}</dd>
				<dd className="kt-standing__note">
					{what}
					{since ? (
						<>
							{" "}
							(<RelativeTime at={since} />)
						</>
					) : null}
				</dd>
			</div>
			<div>
				<dt>Customer</dt>
				<dd>
					<Link href={recordPath(slug.casinos, plan.casino.id)} prefetch={false}>
						{plan.casino.name}
					</Link>
				</dd>
				<dd className="kt-standing__note">
					{plan.playbook ? (
						<Link href={recordPath(slug.playbooks, plan.playbook.id)} prefetch={false}>
							{plan.playbook.name}, version {plan.playbook.version}
						</Link>
					) : (
						"No playbook"
					)}
				</dd>
			</div>
		</dl>
	);
}

function Forecast({ plan: { dates } }: { plan: OnboardingPlan }) {
	if (!dates.forecastGoLiveAt) return <span className="kt-muted">Not known yet</span>;
	return <>Expected {sayDay(dates.forecastGoLiveAt)}</>;
}

function Promised({ plan: { dates } }: { plan: OnboardingPlan }) {
	const { promisedGoLiveAt, forecastBecause, daysLate } = dates;
	if (!promisedGoLiveAt) return <>No date is promised yet.</>;
	if (daysLate === null) return <>Promised for {sayDay(promisedGoLiveAt)}.</>;
	if (daysLate <= 0) {
		return (
			<>
				Promised for {sayDay(promisedGoLiveAt)}: {sayLateness(daysLate)}.
			</>
		);
	}
	return (
		<>
			{counted(daysLate, "day")} after the promised {sayDay(promisedGoLiveAt)}
			{forecastBecause ? `, for “${forecastBecause}”` : ""}.
		</>
	);
}
