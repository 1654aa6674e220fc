import { isSettled } from "@/domain/playbook/itemStatus";
import type { OnboardingPlan, PlanItemView } from "@/operations/plan/onboardingPlan";

/** Whether an item waits for a person: not for a record, and not for the run. */
export const isToDo = ({ status, automation, criterion }: PlanItemView): boolean =>
	!isSettled(status) && !automation && !criterion;

/** What this person does next: theirs by name first, then what is due first; nothing that waits for something else. */
export function findNextStep(plan: OnboardingPlan, userId: string): PlanItemView | null {
	const begun = new Set(plan.phases.filter(({ status }) => status !== "waiting").map(({ key }) => key));
	const mine = plan.items.filter(
		(item) =>
			isToDo(item) && item.owner === "customer" && item.mayAct && item.waitsFor.length === 0 && begun.has(item.phase),
	);
	const rank = ({ assignee, dueAt }: PlanItemView) => `${assignee?.id === userId ? 0 : 1} ${dueAt ?? "9999"}`;
	return mine.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))[0] ?? null;
}
