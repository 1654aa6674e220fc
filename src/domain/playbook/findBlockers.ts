import { isSettled } from "./itemStatus";
import type { PlanItem } from "./planState";

/** What keeps an item from being done: another that comes first, or a decision that says whether it is needed at all. */
export type Blocker = { key: string; kind: "comes_first" | "decision" };

type Asked = Pick<PlanItem, "key" | "status" | "rule">;

/**
 * What each item that is still to be done waits for, by its key. Items that wait for nothing are not in it. What is due
 * from another's end is not held up by it: that only gives the date.
 */
export function findBlockers(items: readonly Asked[]): Map<string, Blocker[]> {
	const open = new Set(items.filter(({ status }) => !isSettled(status)).map(({ key }) => key));
	const blocked = items
		.filter(({ key }) => open.has(key))
		.map(({ key, rule }) => [key, blockersOf(rule).filter((blocker) => open.has(blocker.key))] as const);
	return new Map(blocked.filter(([, blockers]) => blockers.length > 0));
}

function blockersOf({ after, condition }: Asked["rule"]): Blocker[] {
	const decision = condition?.on === "decision" ? condition.item : null;
	return [
		...(decision ? [{ key: decision, kind: "decision" } as const] : []),
		...after.filter((key) => key !== decision).map((key): Blocker => ({ key, kind: "comes_first" })),
	];
}
