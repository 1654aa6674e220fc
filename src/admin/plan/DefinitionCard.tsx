"use client";

import { StatusBadge } from "../parts/StatusBadge";
import { usePlan } from "./planContext";
import { RailCard } from "./RailCard";

/** What must be true before the onboarding is completed, and what is missing of it. */
export function DefinitionCard() {
	const { plan } = usePlan();
	const lines = plan.definitionOfDone ?? [];
	if (lines.length === 0) return null;
	const done = lines.filter((line) => line.done).length;
	return (
		<RailCard
			title="Definition of done"
			isFolded={plan.phases.filter(({ status }) => status !== "closed").length > 1}
			fact={
				<span className="kt-muted">
					{done} of {lines.length}
				</span>
			}
		>
			<ul className="kt-plan-health">
				{lines.map(({ line, done: isDone, says }) => (
					<li key={line}>
						<StatusBadge
							status={isDone ? "done" : "to come"}
							label={isDone ? "Done" : "Not done"}
							tone={isDone ? "good" : "waiting"}
						/>
						<p>
							{line}
							{isDone ? null : <span className="kt-muted"> {says}</span>}
						</p>
					</li>
				))}
			</ul>
		</RailCard>
	);
}
