import { type CalendarOptions, calendarOf } from "../calendar/calendarOf";
import { dayOfNumber } from "../calendar/day";
import type { Anchor } from "./content";
import { type DatedItem, dateItem } from "./dateItem";
import { isSettled } from "./itemStatus";
import { orderByDependency } from "./orderByDependency";

/** What rules count from: moments, ISO 8601, and days; null is not known yet. */
export type AnchorDates = Readonly<Record<Exclude<Anchor, "phase_started">, string | null>> & {
	phaseStartedAt: Readonly<Record<string, string | null>>;
};

/** Days of the casino. */
export type ItemDates = { dueAt: string | null; forecastAt: string | null };

export type DatePlan = {
	dates: Map<string, ItemDates>;
	/** Null and null when nothing before the go-live is open: it can happen when it was promised. */
	goLive: { forecastAt: string | null; because: string | null };
};

/**
 * When every item is due and when it can be expected, and when the customer can go live.
 *
 * - *Due*: what was agreed; else by the rule, from its date, or from the moment its item was settled or is expected.
 *   Null while that is not known, and where there is neither.
 * - *Expected* of a settled item is when it was settled. An open one is expected when it is due, but neither before what
 *   it comes after nor before the working day that is not over. One without a due date is expected so long after what comes
 *   before it as its rule says; where it comes after no item, after the phases before its own.
 * - *The go-live* is expected with the last open item of the phases before its own, and because of that item, the first
 *   named when there are several.
 *
 * What is not needed has no dates and holds nothing up. No date gets earlier because one that it depends on gets later.
 *
 * @param items in the playbook's order
 * @param now ISO 8601
 * @throws RangeError on an unknown zone or an invalid date
 */
export function planDates(
	input: {
		items: readonly DatedItem[];
		anchors: AnchorDates;
		now: string;
		/** A key of a phase; when no item belongs to it, all of them come before it. */
		goLivePhase: string;
	} & CalendarOptions,
): DatePlan {
	const { items, anchors, now } = input;
	const calendar = calendarOf(input);
	const soonest = calendar.workingDay(now);
	const graph = linkItems(items, anchors);
	const expected: (number | null)[] = [];
	const latestOf = (nodes: readonly number[]) => latest(nodes.map((node) => expected[node] ?? null));
	const dates = new Map(items.map(({ key }): [string, ItemDates] => [key, { dueAt: null, forecastAt: null }]));

	for (const node of orderByDependency(graph.size, graph.awaitedBy)) {
		const item = items[node - graph.phases.length];
		if (!item) {
			expected[node] = latestOf(graph.awaitedBy(node));
		} else if (item.status !== "not_needed") {
			const counted = graph.nodeOf(item.due?.item);
			const { due, forecast } = dateItem({
				item,
				anchor:
					dayOrNull(anchorOf(item, anchors), calendar.dayOf) ?? (counted === null ? null : (expected[counted] ?? null)),
				before: latestOf(graph.beforeOf(node)),
				soonest,
				calendar,
			});
			expected[node] = forecast;
			dates.set(item.key, { dueAt: toDay(due), forecastAt: toDay(forecast) });
		}
	}
	const forecastOf = (index: number) => expected[graph.phases.length + index] ?? null;
	return { dates, goLive: forecastGoLive({ ...input, phases: graph.phases, forecastOf }) };
}

/** The date that the item's rule counts from, where that is a date of the onboarding. */
function anchorOf({ due, phase }: DatedItem, anchors: AnchorDates): string | null {
	if (due === null || due.from === "item") return null;
	return (due.from === "phase_started" ? anchors.phaseStartedAt[phase] : anchors[due.from]) ?? null;
}

/**
 * What waits for what. The nodes are the phases, each of which waits for its own items and the phase before it, and then
 * the items: phases come first, so that a circle through a phase is cut there and the links between items hold.
 */
function linkItems(items: readonly DatedItem[], anchors: AnchorDates) {
	const phases = [...new Set(items.map(({ phase }) => phase))];
	const phaseNodes = new Map(phases.map((phase, node) => [phase, node]));
	const needed = items
		.map((item, index) => ({ item, node: phases.length + index }))
		.filter(({ item }) => isCounted(item));
	const itemNodes = new Map(needed.map(({ item, node }) => [item.key, node]));
	const nodeOf = (key: string | null | undefined) => (key == null ? null : (itemNodes.get(key) ?? null));
	const nodesOf = (keys: readonly (string | null | undefined)[]) => keys.map(nodeOf).filter((node) => node !== null);

	const before: number[][] = phases.map((_, phase) => (phase === 0 ? [] : [phase - 1]));
	for (const { item, node } of needed) before[phaseNodes.get(item.phase) ?? 0]?.push(node);
	for (const item of items) {
		const own = phaseNodes.get(item.phase) ?? 0;
		const after = nodesOf(item.after);
		const hasDue = item.dueOverride !== null || anchorOf(item, anchors) !== null || nodeOf(item.due?.item) !== null;
		const waitsForPhase = !hasDue && (after.length === 0 || item.due?.from === "phase_started");
		before.push(waitsForPhase && own > 0 ? [...after, own - 1] : after);
	}
	const awaited = before.map((nodes, node) => {
		const item = items[node - phases.length];
		if (!item) return nodes;
		return [...(isSettled(item.status) ? [] : nodes), ...nodesOf([item.due?.item])];
	});
	return {
		phases,
		size: before.length,
		nodeOf,
		beforeOf: (node: number) => before[node] ?? [],
		awaitedBy: (node: number) => awaited[node] ?? [],
	};
}

const isCounted = ({ status }: DatedItem) => status !== "not_needed";

function forecastGoLive(input: {
	items: readonly DatedItem[];
	phases: readonly string[];
	goLivePhase: string;
	forecastOf: (index: number) => number | null;
}): DatePlan["goLive"] {
	const { items, phases, goLivePhase, forecastOf } = input;
	const end = phases.indexOf(goLivePhase);
	const ahead = new Set(end === -1 ? phases : phases.slice(0, end));
	const open = items
		.map(({ key, phase, status }, index) => ({ key, phase, status, forecast: forecastOf(index) }))
		.filter(({ phase, status }) => ahead.has(phase) && !isSettled(status));
	const forecast = latest(open.map((item) => item.forecast));
	return { forecastAt: toDay(forecast), because: open.find((item) => item.forecast === forecast)?.key ?? null };
}

function latest(days: readonly (number | null)[]): number | null {
	return days.reduce((last, at) => (at === null || (last !== null && last >= at) ? last : at), null);
}

const toDay = (number: number | null) => (number === null ? null : dayOfNumber(number));

const dayOrNull = (at: string | null, dayOf: (at: string) => number) => (at === null ? null : dayOf(at));
