"use client";

import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { actsOf } from "./actsOf";
import { usePlan } from "./planContext";

/** What else can be done with an item. A criterion has no box to tick: there the tick is a button too. */
export function ItemActs({ item }: { item: PlanItemView }) {
	const context = usePlan();
	const isPending = context.pending.has(item.id);
	const offered = actsOf(item, context).filter(({ key }) => key !== "t" || item.kind === "exit_criterion");
	if (offered.length === 0) return null;
	return (
		<div className="kt-item__acts">
			{offered.map(({ verb, act }) => (
				<button
					key={verb}
					type="button"
					className="kt-act"
					aria-label={`${verb}: ${item.title}`}
					aria-disabled={isPending}
					onClick={() => isPending || act()}
				>
					{verb}
				</button>
			))}
		</div>
	);
}
