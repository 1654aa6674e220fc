"use client";

import { StatusBadge } from "@/admin/parts/StatusBadge";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { useWork } from "./planWork";

/** What consulted people said of an item, for who decides. */
export function Opinions({ item: { opinions } }: { item: PlanItemView }) {
	const { vendorName } = useWork();
	if (opinions.length === 0) return null;
	return (
		<ul className="waits" aria-label="Opinions">
			{opinions.map(({ person, isVendors, stance, words, at }) => (
				<li key={`${person?.id} ${at}`}>
					<StatusBadge
						status={stance}
						tone={stance === "concern" ? "warn" : "good"}
						label={`${person?.name ?? (isVendors ? vendorName : "A former account")} ${stance === "concern" ? "has a concern" : "agrees"}`}
					/>
					{words ? <span className="quiet"> {words}</span> : null}
				</li>
			))}
		</ul>
	);
}
