"use client";

import { Link } from "@payloadcms/ui";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import type { OnboardingPlan } from "@/operations/plan/onboardingPlan";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { sayDay } from "../parts/sayTime";
import { sayDays } from "./sayDays";

const whoWords = { vendor: "Us", customer: "The customer", system: "Keyturn", nobody: "Nobody" } as const;
const waitWords = { us: "Us", customer: "The customer", third_party: "A third party" } as const;

/** What is done, how it stands, when it goes live, whom it waits for: before any click. */
export function PlanHead({ plan, live }: { plan: OnboardingPlan; live: OnboardingLive }) {
	const all = plan.phases.reduce((sum, { items }) => sum + items, 0);
	const settled = plan.phases.reduce((sum, phase) => sum + phase.settled, 0);
	const { health, dates } = plan;
	const wait = plan.waits.find(({ until }) => until === null);
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
				<dd className="kt-standing__note">{health.reasons[0]?.says ?? "Nothing speaks against it."}</dd>
			</div>
			<div>
				<dt>Go-live</dt>
				<dd>{dates.wentLiveAt ? `Live since ${sayDay(dates.wentLiveAt)}` : <Forecast dates={dates} />}</dd>
				<dd className="kt-standing__note">
					<Promised dates={dates} />
				</dd>
			</div>
			<div>
				<dt>Waiting on</dt>
				<dd>{wait ? waitWords[wait.on] : whoWords[live.waitingOn.who]}</dd>
				<dd className="kt-standing__note">
					{wait ? wait.what : live.waitingOn.what}
					{wait ? (
						<>
							{" "}
							(<RelativeTime at={wait.since} />)
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

type Dates = OnboardingPlan["dates"];

function Forecast({ dates: { forecastGoLiveAt } }: { dates: Dates }) {
	return forecastGoLiveAt ? <>Expected {sayDay(forecastGoLiveAt)}</> : <span className="kt-muted">Not known yet</span>;
}

function Promised({ dates: { promisedGoLiveAt, forecastGoLiveAt, forecastBecause, wentLiveAt } }: { dates: Dates }) {
	if (!promisedGoLiveAt) return <>No date is promised yet.</>;
	if (wentLiveAt) return <>Promised for {sayDay(promisedGoLiveAt)}.</>;
	const late = forecastGoLiveAt ? Date.parse(forecastGoLiveAt) - Date.parse(promisedGoLiveAt) : 0;
	const isLate = late >= 86_400_000;
	if (!isLate) return <>Promised for {sayDay(promisedGoLiveAt)}, on time.</>;
	return (
		<>
			{sayDays(late)} after the promised {sayDay(promisedGoLiveAt)}
			{forecastBecause ? `, for “${forecastBecause}”` : ""}.
		</>
	);
}
