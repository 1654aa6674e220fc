import { StatusBadge } from "@/admin/parts/StatusBadge";
import { sayDay } from "@/admin/parts/sayTime";
import type { OnboardingPlan, PlanPhaseView } from "@/operations/plan/onboardingPlan";

const badges = {
	waiting: ["waiting", "To come"],
	active: ["moving", "Now"],
	closed: ["good", "Done"],
} as const;

/** How far it is: the phases with their dates, and when it goes live. */
export function Journey({ plan }: { plan: OnboardingPlan }) {
	const all = plan.phases.reduce((sum, { items }) => sum + items, 0);
	const settled = plan.phases.reduce((sum, phase) => sum + phase.settled, 0);
	return (
		<section className="panel" aria-label="Where we are">
			<h2>Where we are</h2>
			<div className="progress">
				<progress max={Math.max(1, all)} value={settled} aria-label="Steps done" />
				<span className="quiet">
					{settled} of {all}
				</span>
			</div>
			<GoLive dates={plan.dates} />
			<ol className="phases">
				{plan.phases.map((phase) => {
					const [tone, label] = badges[phase.status];
					return (
						<li key={phase.key} data-status={phase.status} aria-current={phase.key === plan.phase ? "step" : undefined}>
							<div className="phases__top">
								<strong>{phase.name}</strong>
								<StatusBadge status={phase.status} tone={tone} label={label} />
							</div>
							<span className="quiet">{sayDates(phase)}</span>
							{phase.key === plan.phase ? <p>{phase.goal}</p> : null}
						</li>
					);
				})}
			</ol>
		</section>
	);
}

function GoLive({ dates }: { dates: OnboardingPlan["dates"] }) {
	const { wentLiveAt, promisedGoLiveAt, forecastGoLiveAt } = dates;
	if (wentLiveAt) return <p>You went live on {sayDay(wentLiveAt)}.</p>;
	if (!promisedGoLiveAt && !forecastGoLiveAt) return <p className="quiet">The go-live date is still to be agreed.</p>;
	const isLate = promisedGoLiveAt && forecastGoLiveAt && forecastGoLiveAt.slice(0, 10) > promisedGoLiveAt.slice(0, 10);
	return (
		<p>
			{promisedGoLiveAt ? (
				<>
					Go-live planned for <strong>{sayDay(promisedGoLiveAt)}</strong>.{" "}
				</>
			) : null}
			{forecastGoLiveAt && (isLate || !promisedGoLiveAt) ? (
				<>
					As things stand, expect <strong>{sayDay(forecastGoLiveAt)}</strong>.
				</>
			) : null}
		</p>
	);
}

function sayDates({ status, startedAt, closedAt, forecastAt, dueAt, items, settled }: PlanPhaseView): string {
	if (status === "closed" && closedAt) return `Done ${sayDay(closedAt)}`;
	const steps = items > 0 ? `${settled} of ${items} steps` : null;
	const end = forecastAt ?? dueAt;
	const until = end ? `expected to end ${sayDay(end)}` : null;
	const began = status === "active" && startedAt ? `since ${sayDay(startedAt)}` : null;
	return [steps, began, until].filter(Boolean).join(", ") || "No date yet";
}
