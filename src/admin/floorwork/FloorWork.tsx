"use client";

import { usePlan } from "../plan/planContext";
import { PilotBoard } from "./PilotBoard";
import { Stopwatch } from "./Stopwatch";
import { TrainingSessions } from "./TrainingSessions";
import "./floorwork.css";

const floorCriteria = ["training_attended", "pilot_completed", "pilot_issues_triaged", "top_tasks_under_five_minutes"];

/** The work on the floor that criteria are computed from: training, the pilot's log, the stopwatch. Left out where a playbook asks for none of it. */
export function FloorWork() {
	const { plan } = usePlan();
	const asksFor = (...criteria: string[]) =>
		plan.items.some(({ criterion }) => criterion !== null && criteria.includes(criterion));
	if (!asksFor(...floorCriteria)) return null;
	return (
		<div className="kt-floorwork">
			{asksFor("training_attended") || plan.training.length > 0 ? <TrainingSessions /> : null}
			{asksFor("pilot_completed", "pilot_issues_triaged") || plan.issues.length > 0 ? <PilotBoard /> : null}
			{asksFor("top_tasks_under_five_minutes") || plan.spotChecks.length > 0 ? <Stopwatch /> : null}
		</div>
	);
}
