import { sayDay } from "@/domain/calendar/sayDay";
import type { OnboardingPlan } from "@/operations/plan/onboardingPlan";

/** Where we are, in one line: the phase, the steps, and when it goes live. */
export function HowFar({ plan }: { plan: OnboardingPlan }) {
	const all = plan.phases.reduce((sum, { items }) => sum + items, 0);
	const settled = plan.phases.reduce((sum, phase) => sum + phase.settled, 0);
	const at = plan.phases.findIndex(({ key }) => key === plan.phase);
	const phase = plan.phases[at];
	return (
		<section className="far" aria-label="How far it is">
			<p>
				{plan.status === "completed" || !phase ? (
					<strong>{plan.status === "completed" ? "Your onboarding is complete" : "Your onboarding"}</strong>
				) : (
					<>
						<strong>{phase.name}</strong>{" "}
						<span className="quiet">
							phase {at + 1} of {plan.phases.length}
						</span>
					</>
				)}
			</p>
			<GoLive plan={plan} />
			<div className="progress">
				<progress max={Math.max(1, all)} value={settled} aria-label="Steps done" />
				<span className="quiet">
					{settled} of {all} steps
				</span>
			</div>
		</section>
	);
}

function GoLive({ plan: { dates } }: { plan: OnboardingPlan }) {
	const { wentLiveAt, promisedGoLiveAt, forecastGoLiveAt, daysLate } = dates;
	if (wentLiveAt) {
		return (
			<p>
				Live since <strong>{sayDay(wentLiveAt)}</strong>
			</p>
		);
	}
	if (!promisedGoLiveAt && !forecastGoLiveAt) return <p className="quiet">Go-live date still to be agreed</p>;
	const isLate = daysLate !== null && daysLate > 0;
	return (
		<p>
			{promisedGoLiveAt ? (
				<>
					Go-live planned for <strong>{sayDay(promisedGoLiveAt)}</strong>
				</>
			) : null}
			{isLate ? "; as things stand, expect " : promisedGoLiveAt ? "" : "Go-live expected "}
			{forecastGoLiveAt && (isLate || !promisedGoLiveAt) ? <strong>{sayDay(forecastGoLiveAt)}</strong> : null}
		</p>
	);
}
