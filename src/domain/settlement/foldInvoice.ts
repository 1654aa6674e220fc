import type { InvoiceStatus } from "../invoiceStatus";
import { applyInvoiceEffect } from "./applyInvoiceEffect";
import { chargeTable } from "./chargeTable";
import { checkoutTable } from "./checkoutTable";
import { type Expected, findHoldReason } from "./findHoldReason";
import { type InvoiceEffect, type InvoiceTable, invoiceEffects } from "./invoiceEffect";
import { emptyInvoiceState, type InvoiceState } from "./invoiceState";
import { invoiceTable } from "./invoiceTable";
import { canonicalType, inLifecycleOrder } from "./lifecycle";
import { manualTable } from "./manualTable";
import type { EventOutcome, PaymentFact } from "./paymentFact";

/** Where the fold starts: what we ourselves wrote on the invoice, none of what events did to it. */
export type InvoiceBaseline = Expected & { status: "draft" | "open" };

export type FoldedInvoice = { state: InvoiceState; outcomes: ReadonlyMap<string, EventOutcome> };

const rows: InvoiceTable<string> = { ...invoiceTable, ...checkoutTable, ...chargeTable, ...manualTable };

/** An event that pays: the money must fit the invoice before it is accepted. */
const paying: ReadonlySet<InvoiceEffect> = new Set(["pay", "paid_after_void"]);

/** The baseline of an invoice that may have been settled already: only draft or issued matters, events say the rest. */
export function baselineStatusOf(present: InvoiceStatus): InvoiceBaseline["status"] {
	return present === "draft" ? "draft" : "open";
}

/**
 * The state an invoice is in, from everything that was ever said about it.
 *
 * @param input.events every fact bound to the invoice, in any order, with any repetition: the end is the same.
 *   It never depends on the invoice's present status either, so a lost update heals at the next event
 * @returns the state and, for every event id, whether it was settled, held (with the reason) or ignored (unknown type)
 */
export function foldInvoice(input: { invoice: InvoiceBaseline; events: readonly PaymentFact[] }): FoldedInvoice {
	const outcomes = new Map<string, EventOutcome>();
	let state: InvoiceState = emptyInvoiceState(input.invoice.status);
	for (const fact of inLifecycleOrder(input.events)) {
		const step = takeFact(state, fact, input.invoice);
		state = step.state;
		outcomes.set(fact.eventId, step.outcome);
	}
	return { state, outcomes };
}

function takeFact(
	state: InvoiceState,
	fact: PaymentFact,
	invoice: InvoiceBaseline,
): { state: InvoiceState; outcome: EventOutcome } {
	const row = rows[rowOf(fact)];
	if (!row) return { state, outcome: { status: "ignored", why: `Events of type ${fact.type} change no invoice.` } };

	const effect = effectOn(state, row[state.status]);
	const hold = paying.has(effect) ? findHoldReason(fact, invoice) : null;
	if (hold) return { state, outcome: { status: "held", holdReason: hold.reason, why: hold.why } };

	return {
		state: applyInvoiceEffect(effect, state, fact),
		outcome: { status: "settled", why: invoiceEffects[effect] },
	};
}

/** One payment is told by several events: only the first of them is news, also to a void invoice. */
function effectOn(state: InvoiceState, effect: InvoiceEffect): InvoiceEffect {
	return effect === "paid_after_void" && state.wasPaid ? "confirm" : effect;
}

function rowOf(fact: PaymentFact): string {
	const type = canonicalType(fact.type);
	if (type === "checkout.session.completed") return `${type} (${fact.isPaid ? "paid" : "unpaid"})`;
	if (type === "charge.refunded") return `${type} (${fact.refundedInFull ? "in full" : "in part"})`;
	return type;
}
