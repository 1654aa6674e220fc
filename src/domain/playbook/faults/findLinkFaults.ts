import type { Condition } from "../content";
import type { PlacedItem, PlaybookFault } from "./placeItems";

type ItemsByKey = ReadonlyMap<string, PlacedItem>;

/** Days: ten years. What is further away is a slip of the pen. */
const furthest = 3660;

/** Whether what items say of one another can be: due dates, order and conditions. Circles are another rule's matter. */
export function findLinkFaults(items: readonly PlacedItem[]): PlaybookFault[] {
	const byKey = new Map(items.map((placed) => [placed.item.key, placed]));
	return items.flatMap((placed) => [
		...findDueFaults(placed, byKey),
		...findAfterFaults(placed, byKey),
		...findConditionFaults(placed, byKey),
	]);
}

function findDueFaults({ item, fault }: PlacedItem, byKey: ItemsByKey): PlaybookFault[] {
	const { due, key } = item;
	if (due === null) return [];
	const faults: PlaybookFault[] = [];
	if (!Number.isInteger(due.days) || Math.abs(due.days) > furthest) {
		faults.push(fault("due.days", `cannot be due after “${due.days}” days; give a whole number within ten years.`));
	}
	if (due.from !== "item") return faults;
	if (!due.item) faults.push(fault("due.item", "is due from an item but names none; give that item's key."));
	else if (due.item === key) faults.push(fault("due.item", "is due from itself; name another item."));
	else if (!byKey.has(due.item)) {
		faults.push(fault("due.item", `is due from “${due.item}”, which is no item's key; name one that is.`));
	}
	return faults;
}

function findAfterFaults({ item, fault }: PlacedItem, byKey: ItemsByKey): PlaybookFault[] {
	return [...new Set(item.after)].flatMap((key) => {
		if (key === item.key) return [fault("after", "comes after itself; remove its own key.")];
		return byKey.has(key) ? [] : [fault("after", `comes after “${key}”, which is no item's key; name one that is.`)];
	});
}

function findConditionFaults({ item, fault }: PlacedItem, byKey: ItemsByKey): PlaybookFault[] {
	const { condition, key } = item;
	if (condition === null) return [];
	return condition.on === "decision" && condition.item === key
		? [fault("condition.item", "depends on itself; name another decision.")]
		: findConditionProblems(condition, byKey).map(({ field, what }) => fault(`condition.${field}`, what));
}

/** Whether a condition can hold; each problem with the condition's field it is in, in words that go on after what has the condition. */
export function findConditionProblems(
	{ on, item, isOneOf }: Condition,
	byKey: ItemsByKey,
): { field: "item" | "isOneOf"; what: string }[] {
	const empty =
		isOneOf.length === 0
			? [{ field: "isOneOf" as const, what: "has a condition without values; give those with which it is needed." }]
			: [];
	if (on !== "decision") return empty;
	const inItem = (what: string) => [...empty, { field: "item" as const, what }];
	if (!item) return inItem("depends on a decision but names none; give the decision's key.");
	const decision = byKey.get(item)?.item;
	if (!decision) return inItem(`depends on “${item}”, which is no item's key; name one that is.`);
	if (decision.kind !== "decision") return inItem(`depends on “${item}”, which is no decision; name one that is.`);
	const strangers = isOneOf.filter((value) => !decision.choices.includes(value));
	return [
		...empty,
		...strangers.map((value) => ({
			field: "isOneOf" as const,
			what: `depends on “${value}”, which cannot be chosen in “${item}”; give its choices.`,
		})),
	];
}
