"use client";

import type { PlanItemView, PlanOpinion } from "@/operations/plan/onboardingPlan";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { sayRoleName } from "./sayRoleName";

/** Who is consulted and informed, and what consulted people said. */
export function ItemOpinions({ item }: { item: PlanItemView }) {
	const { consulted, informed, opinions } = item;
	if (consulted.length + informed.length + opinions.length === 0) return null;
	return (
		<>
			<p className="kt-facts-line">
				{consulted.length > 0 ? <span>Consulted: {consulted.map(sayRoleName).join(", ")}</span> : null}
				{informed.length > 0 ? <span>Informed: {informed.map(sayRoleName).join(", ")}</span> : null}
			</p>
			{opinions.map((opinion) => (
				<p key={`${opinion.person?.id} ${opinion.at}`} className="kt-facts-line">
					<Opinion opinion={opinion} />
				</p>
			))}
		</>
	);
}

function Opinion({ opinion: { person, stance, words, at } }: { opinion: PlanOpinion }) {
	return (
		<>
			<StatusBadge
				status={stance}
				tone={stance === "concern" ? "warn" : "good"}
				label={stance === "concern" ? "Concern" : "Agrees"}
			/>
			<span>{person?.name ?? "A former account"}</span>
			{words ? <span>{words}</span> : null}
			<RelativeTime at={at} />
		</>
	);
}
