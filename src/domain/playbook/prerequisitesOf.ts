import type { Condition, DueRule } from "./content";

/** A link to an item that must be known or done first, and the field that makes it. */
export type Prerequisite = { field: "after" | "due.item" | "condition.item"; key: string };

/** Everything that an item waits for: what it comes after, what it is due from, and the decision it depends on. */
export function prerequisitesOf(item: {
	after: readonly string[];
	due: DueRule | null;
	condition: Condition | null;
}): Prerequisite[] {
	const { after, due, condition } = item;
	const counted = due?.from === "item" ? due.item : null;
	const decision = condition?.on === "decision" ? condition.item : null;
	return [
		...after.map((key): Prerequisite => ({ field: "after", key })),
		...(counted ? [{ field: "due.item", key: counted } as const] : []),
		...(decision ? [{ field: "condition.item", key: decision } as const] : []),
	];
}
