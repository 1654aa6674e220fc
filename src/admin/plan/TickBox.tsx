"use client";

import { isAcceptanceItem } from "@/domain/acceptance";
import { sayDoneWhen } from "@/domain/playbook/doneWhen";
import { isSettled } from "@/domain/playbook/itemStatus";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { usePlan } from "./planContext";

/** Ticks an item; what cannot be ticked says why. A click on a ticked one asks why it is opened again. */
export function TickBox({ item }: { item: PlanItemView }) {
	const { tick, ask, pending } = usePlan();
	const isDone = isSettled(item.status);
	const isBusy = pending.has(item.id);
	const why = whyNot(item);
	return (
		<span className="kt-tick" data-status={item.status} data-busy={isBusy}>
			<input
				type="checkbox"
				checked={isDone}
				aria-label={item.title}
				aria-disabled={why !== null || isBusy}
				title={why ?? (isDone ? "Open it again" : "Tick")}
				onChange={() => {
					if (why !== null || isBusy) return;
					if (isDone) ask("reopen", item);
					else tick(item);
				}}
			/>
			<svg viewBox="0 0 16 16" aria-hidden="true">
				<path d="m3.5 8.4 3 3 6-6.6" />
			</svg>
		</span>
	);
}

function whyNot(item: PlanItemView): string | null {
	if (item.automation) return "The provisioning run does this: it ticks itself.";
	if (item.criterion) return sayDoneWhen(item.criterion);
	if (isAcceptanceItem(item)) return "Set the acceptance: it is recorded with who, when and why.";
	if (!item.mayAct) return item.evidence === "signature" ? "Signed by whoever is responsible." : "For somebody else.";
	if (item.waitsFor.length > 0) return `First comes: ${item.waitsFor.map(({ title }) => title).join("; ")}`;
	return null;
}
