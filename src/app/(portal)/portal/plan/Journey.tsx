import { StatusBadge } from "@/admin/parts/StatusBadge";
import { sayDay } from "@/domain/calendar/sayDay";
import type { OnboardingPlan, PlanPhaseView } from "@/operations/plan/onboardingPlan";

const badges = {
	waiting: ["waiting", "To come"],
	active: ["moving", "Now"],
	closed: ["good", "Done"],
} as const;

/** The phases with their dates. */
export function Journey({ plan }: { plan: OnboardingPlan }) {
	return (
		<section className="panel" aria-label="Where we are">
			<h2>Where we are</h2>
			<ol className="phases">
				{plan.phases.map((phase) => {
					const [tone, label] = badges[phase.status];
					return (
						<li key={phase.key} data-status={phase.status} aria-current={phase.key === plan.phase ? "step" : undefined}>
							<div className="phases__top">
								<strong>{phase.name}</strong>
								<StatusBadge status={phase.status} tone={tone} label={label} />
							</div>
							<span className="quiet">{sayDates(phase, plan.casino.timezone)}</span>
							{phase.key === plan.phase ? <p>{phase.goal}</p> : null}
						</li>
					);
				})}
			</ol>
		</section>
	);
}

function sayDates(phase: PlanPhaseView, timeZone: string): string {
	const { status, startedAt, closedAt, forecastAt, dueAt, items, settled } = phase;
	if (status === "closed" && closedAt) return `Done ${sayDay(closedAt, timeZone)}`;
	const steps = items > 0 ? `${settled} of ${items} steps` : null;
	const end = forecastAt ?? dueAt;
	const until = end ? `expected to end ${sayDay(end, timeZone)}` : null;
	const began = status === "active" && startedAt ? `since ${sayDay(startedAt, timeZone)}` : null;
	return [steps, began, until].filter(Boolean).join(", ") || "No date yet";
}
