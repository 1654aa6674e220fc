/** ISO 8601; without an end it lasts. */
export type Wait = { on: "us" | "customer" | "third_party"; since: string; until: string | null };

/** Milliseconds. `ours` is what is left of the total when others' time is taken away. */
export type TimeToLive = { total: number; waitingOnCustomer: number; waitingOnThirdParty: number; ours: number };

type Span = { start: number; end: number };

/**
 * Whose time it was from one moment to another. Waits are cut to that span and every moment counts once: while both
 * others are waited for, it is the customer's; waiting on us is no excuse and counts as ours, unless others are waited
 * for as well.
 *
 * @param from ISO 8601, as is `to`; a span that ends before it begins is empty
 */
export function timeToLive({ from, to, waits }: { from: string; to: string; waits: readonly Wait[] }): TimeToLive {
	const whole = { start: Date.parse(from), end: Math.max(Date.parse(from), Date.parse(to)) };
	const spansOf = (...whom: Wait["on"][]) =>
		waits.filter(({ on }) => whom.includes(on)).map((wait) => clip(wait, whole));
	const total = whole.end - whole.start;
	const waitingOnCustomer = coveredBy(spansOf("customer"));
	const waitingOnOthers = coveredBy(spansOf("customer", "third_party"));
	return {
		total,
		waitingOnCustomer,
		waitingOnThirdParty: waitingOnOthers - waitingOnCustomer,
		ours: total - waitingOnOthers,
	};
}

function clip({ since, until }: Wait, whole: Span): Span {
	return {
		start: Math.max(Date.parse(since), whole.start),
		end: Math.min(until === null ? whole.end : Date.parse(until), whole.end),
	};
}

function coveredBy(spans: readonly Span[]): number {
	const inOrder = spans.filter(({ start, end }) => start < end).sort((one, other) => one.start - other.start);
	let covered = 0;
	let reached = Number.NEGATIVE_INFINITY;
	for (const { start, end } of inOrder) {
		covered += Math.max(0, end - Math.max(start, reached));
		reached = Math.max(reached, end);
	}
	return covered;
}
