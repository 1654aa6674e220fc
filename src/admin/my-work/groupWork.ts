import type { WorkItem } from "@/operations/portfolio/readMyWork";

const DAY_MS = 86_400_000;

export type WorkGroup = { name: string; isOverdue: boolean; items: WorkItem[] };

/**
 * Items under when they are due, in that order; groups nobody is in are left out. Counted from this moment and not by days of
 * a calendar: customers live in other zones than the reader.
 * @param now ISO 8601
 */
export function groupWork(items: readonly WorkItem[], now: string): WorkGroup[] {
	const groups: WorkGroup[] = ["Overdue", "Next 24 hours", "Next 7 days", "Later", "Without a date"].map((name) => ({
		name,
		isOverdue: name === "Overdue",
		items: [],
	}));
	for (const item of items) groups[placeOf(item.dueAt, now)]?.items.push(item);
	// What can be done now stands before what waits for something else.
	const isReady = (item: WorkItem) => item.waitsFor.length === 0;
	return groups
		.filter((group) => group.items.length > 0)
		.map((group) => ({
			...group,
			items: [...group.items.filter(isReady), ...group.items.filter((item) => !isReady(item))],
		}));
}

function placeOf(dueAt: string | null, now: string): number {
	if (dueAt === null) return 4;
	const left = Date.parse(dueAt) - Date.parse(now);
	if (left < 0) return 0;
	if (left < DAY_MS) return 1;
	return left < 7 * DAY_MS ? 2 : 3;
}
