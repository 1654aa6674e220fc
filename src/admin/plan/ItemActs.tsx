"use client";

import { isSettled } from "@/domain/playbook/itemStatus";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { usePlan } from "./planContext";

type Props = {
	item: PlanItemView;
	/** A button of words instead of the tick box. */
	hasTick?: boolean;
	mayWaive?: boolean;
};

/** What else can be done with an item. */
export function ItemActs({ item, hasTick = false, mayWaive = false }: Props) {
	const { ask, tick, start, mayPlan, pending } = usePlan();
	const isOpen = !isSettled(item.status);
	const isOurs = item.mayAct && !item.automation && !item.criterion;
	const canTick = hasTick && isOurs && isOpen && item.waitsFor.length === 0;
	const acts: [string, boolean, () => void][] = [
		[item.evidence === "signature" ? "Sign" : "Tick", canTick, () => tick(item)],
		["Start", isOurs && item.status === "open" && !hasTick, () => start(item)],
		["Put off", isOurs && isOpen && !hasTick, () => ask("snooze", item)],
		["Assign", isOpen && !item.automation && !item.criterion && (item.mayAct || mayPlan), () => ask("assign", item)],
		["Waive", mayWaive, () => ask("waive", item)],
		["Note", mayPlan && !item.criterion, () => ask("note", item)],
		["Open again", isOurs && item.status === "done", () => ask("reopen", item)],
	];
	const offered = acts.filter(([, isOffered]) => isOffered);
	if (offered.length === 0) return null;
	return (
		<div className="kt-item__acts">
			{offered.map(([verb, , act]) => (
				<button
					key={verb}
					type="button"
					className="kt-act"
					aria-label={`${verb}: ${item.title}`}
					disabled={pending.has(item.id)}
					onClick={act}
				>
					{verb}
				</button>
			))}
		</div>
	);
}
