import { isAcceptanceItem } from "@/domain/acceptance";
import { isSettled } from "@/domain/playbook/itemStatus";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import type { PlanContext } from "./planContext";
import { verbOf } from "./proof";

/** In a list a key does it as well; what is done seldom has none. */
type ItemAct = { key: string | null; verb: string; act(): void };

/** What a person can do with an item, as its buttons and keys say it. */
export function actsOf(item: PlanItemView, { mayPlan, tick, start, ask }: PlanContext): ItemAct[] {
	const isOpen = !isSettled(item.status);
	const isCriterion = item.kind === "exit_criterion";
	const isAcceptance = isAcceptanceItem(item);
	const isByHand = !item.automation && !item.criterion && !isAcceptance;
	const isOurs = item.mayAct && isByHand;
	// What a record shows is somebody's work all the same, unless it is no more than a check.
	const isWork = !item.automation && !isAcceptance && !(isCriterion && item.criterion);
	const canTick = isOurs && isOpen && item.waitsFor.length === 0;
	const acts: [isOffered: unknown, key: string | null, verb: string, act: () => void][] = [
		[isAcceptance && mayPlan, null, "Set acceptance", () => ask("acceptance", item)],
		[canTick, "t", verbOf(item), () => tick(item)],
		[isOurs && item.status === "open" && !isCriterion, "b", "Start", () => start(item)],
		[item.mayAct && isWork && isOpen && !isCriterion, "s", "Put off", () => ask("snooze", item)],
		[isOpen && isWork && (item.mayAct || mayPlan), "a", "Assign", () => ask("assign", item)],
		[item.mayAdvise, null, "Give opinion", () => ask("advise", item)],
		[
			isOpen && (isCriterion || item.criterion) && mayPlan && item.waiver === null,
			null,
			"Waive",
			() => ask("waive", item),
		],
		[mayPlan && !(isCriterion && item.criterion), "n", "Note", () => ask("note", item)],
		[isOurs && item.status === "done", null, "Open again", () => ask("reopen", item)],
	];
	return acts.filter(([isOffered]) => isOffered).map(([, key, verb, act]) => ({ key, verb, act }));
}
