import type { WorkItem } from "@/operations/portfolio/readMyWork";

export type WorkGroup = { name: string; isOverdue: boolean; items: WorkItem[] };

/** Items under when they are due, by the days of their casinos, in that order; groups nobody is in are left out. */
export function groupWork(items: readonly WorkItem[]): WorkGroup[] {
	const groups: WorkGroup[] = ["Overdue", "Today", "Next 7 days", "Later", "Without a date"].map((name) => ({
		name,
		isOverdue: name === "Overdue",
		items: [],
	}));
	for (const item of items) groups[placeOf(item.daysLeft)]?.items.push(item);
	// What can be done now stands before what waits for something else.
	const isReady = (item: WorkItem) => item.waitsFor.length === 0;
	return groups
		.filter((group) => group.items.length > 0)
		.map((group) => ({
			...group,
			items: [...group.items.filter(isReady), ...group.items.filter((item) => !isReady(item))],
		}));
}

function placeOf(daysLeft: number | null): number {
	if (daysLeft === null) return 4;
	if (daysLeft < 0) return 0;
	if (daysLeft === 0) return 1;
	return daysLeft <= 7 ? 2 : 3;
}
