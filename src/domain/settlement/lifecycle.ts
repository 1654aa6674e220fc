const aliases: Readonly<Record<string, string>> = { "invoice.payment_succeeded": "invoice.paid" };

/** The one name of an event type that providers know by several. */
export function canonicalType(type: string): string {
	return aliases[type] ?? type;
}

/**
 * The order in which things happen to an object. It decides only between events of the same instant: Stripe's
 * `created` counts whole seconds, and a purchase is over in less.
 */
const lifecycle: readonly (readonly string[])[] = [
	["invoice.finalized", "customer.subscription.created"],
	["invoice.updated", "customer.updated", "customer.subscription.updated"],
	["invoice.payment_failed", "checkout.session.async_payment_failed"],
	["invoice_payment.paid"],
	["checkout.session.completed"],
	["checkout.session.async_payment_succeeded"],
	["invoice.paid", "manual.paid"],
	["invoice.marked_uncollectible"],
	["invoice.voided", "manual.voided", "customer.subscription.deleted"],
	["charge.refunded", "manual.refunded"],
	["refund.created"],
	["refund.updated", "charge.refund.updated", "refund.failed"],
	["charge.dispute.created"],
	["charge.dispute.updated", "charge.dispute.funds_withdrawn"],
	["charge.dispute.closed"],
	["charge.dispute.funds_reinstated"],
	["customer.deleted"],
];
const ranks = new Map(lifecycle.flatMap((types, rank) => types.map((type) => [type, rank] as const)));

type Happened = { eventId: string; type: string; occurredAt: string };

function compareHappened(a: Happened, b: Happened): number {
	const byTime = Date.parse(a.occurredAt) - Date.parse(b.occurredAt);
	if (byTime !== 0) return byTime;
	const byRank = rankOf(a.type) - rankOf(b.type);
	if (byRank !== 0) return byRank;
	if (a.eventId === b.eventId) return 0;
	return a.eventId < b.eventId ? -1 : 1;
}

function rankOf(type: string): number {
	return ranks.get(canonicalType(type)) ?? -1;
}

/**
 * Events in the one order that does not depend on how they arrived (time, lifecycle, event id), each once.
 * Every fold starts here; that is what makes any order and any repetition end the same.
 */
export function inLifecycleOrder<Event extends Happened>(events: readonly Event[]): Event[] {
	const seen = new Set<string>();
	return [...events].sort(compareHappened).filter(({ eventId }) => {
		if (seen.has(eventId)) return false;
		seen.add(eventId);
		return true;
	});
}
