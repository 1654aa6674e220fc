"use client";

import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { usePlan } from "./planContext";

/** What happens to an item just now, and what the server said when it refused. */
export function ItemNews({ item }: { item: PlanItemView }) {
	const { pending, refused } = usePlan();
	return (
		<>
			{item.note ? <p className="kt-item__note">{item.note}</p> : null}
			<p className="kt-item__saving" role="status">
				{pending.has(item.id) ? "Saving…" : ""}
			</p>
			<p className="kt-problem" role="alert">
				{refused.get(item.id)}
			</p>
		</>
	);
}
