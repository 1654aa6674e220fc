import type { Calendar } from "../calendar/calendarOf";
import type { DueRule } from "./content";
import { type ItemStatus, isSettled } from "./itemStatus";

export type DatedItem = {
	key: string;
	phase: string;
	/** In the playbook. */
	position: number;
	status: ItemStatus;
	due: DueRule | null;
	after: readonly string[];
	/** When it was settled, ISO 8601; null while it is open. */
	doneAt: string | null;
	/** The day that was agreed for this onboarding; it stands in for the rule. */
	dueOverride: string | null;
};

/** When one item is due and expected. Days are the calendar's; null is not known. */
export function dateItem(input: {
	item: DatedItem;
	/** What its rule counts from. */
	anchor: number | null;
	/** When the last of what comes before it is expected. */
	before: number | null;
	/** Nothing open is expected earlier. */
	soonest: number;
	calendar: Calendar;
}): { due: number | null; forecast: number | null } {
	const { item, anchor, before, soonest, calendar } = input;
	const byRule = (from: number) => (item.due ? calendar.addDays(from, item.due.days, item.due.unit) : from);
	const fromAnchor = item.due && anchor !== null ? byRule(anchor) : null;
	const due = item.dueOverride === null ? fromAnchor : calendar.dayOf(item.dueOverride);
	if (isSettled(item.status)) return { due, forecast: item.doneAt === null ? null : calendar.dayOf(item.doneAt) };
	const start = Math.max(before ?? soonest, soonest);
	return { due, forecast: Math.max(start, due ?? byRule(start)) };
}
