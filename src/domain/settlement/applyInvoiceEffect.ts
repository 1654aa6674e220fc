import type { InvoiceEffect } from "./invoiceEffect";
import type { InvoiceState, Reversal, ReversalKind } from "./invoiceState";
import type { PaymentFact } from "./paymentFact";

type Change = (state: InvoiceState, fact: PaymentFact) => Partial<InvoiceState>;

const changes: Record<InvoiceEffect, Change> = {
	none: () => ({}),
	refresh: () => ({}),
	open: () => ({ status: "open" }),
	pay: (state, fact) => ({ status: "paid", ...takePayment(state, fact) }),
	confirm: confirmPayment,
	payment_failed: (_, fact) => ({ paymentFailedAt: fact.occurredAt }),
	uncollectible: () => ({ status: "uncollectible" }),
	void: () => ({ status: "void" }),
	void_after_payment: (state, fact) => ({
		status: "void",
		reversals: addReversal(state, { ...fact, amount: state.amountPaid }, "voided"),
	}),
	paid_after_void: (state, fact) => ({
		...takePayment(state, fact),
		reversals: addReversal(state, fact, "paid_after_void"),
	}),
	refund: (state, fact) => ({
		status: "refunded",
		...takeRefund(state, fact.amount ?? state.amountPaid),
		reversals: addReversal(state, fact, "refunded"),
	}),
	partial_refund: (state, fact) => ({
		...takeRefund(state, fact.amount ?? 0),
		reversals: addReversal(state, fact, "partially_refunded"),
	}),
	dispute: (state, fact) => ({ reversals: addReversal(state, fact, "disputed") }),
};

/**
 * The state after a fact whose effect is known. What it tells besides (link, number, due date, payment intent) is taken
 * whatever the effect: otherwise a late event could make the fold forget what an early one had taught the row.
 */
export function applyInvoiceEffect(effect: InvoiceEffect, state: InvoiceState, fact: PaymentFact): InvoiceState {
	return {
		...state,
		paymentIntentId: state.paymentIntentId ?? fact.paymentIntentId,
		providerInvoiceId: fact.invoiceRef ?? state.providerInvoiceId,
		providerNumber: fact.providerNumber ?? state.providerNumber,
		hostedInvoiceUrl: fact.hostedUrl ?? state.hostedInvoiceUrl,
		dueAt: fact.dueAt ?? state.dueAt,
		...changes[effect](state, fact),
	};
}

function takePayment(state: InvoiceState, fact: PaymentFact): Partial<InvoiceState> {
	return {
		amountPaid: Math.max(state.amountPaid, fact.amount ?? 0),
		paidAt: fact.occurredAt,
		paymentFailedAt: null,
		paymentIntentId: fact.paymentIntentId ?? state.paymentIntentId,
		wasPaid: true,
	};
}

function confirmPayment(state: InvoiceState, fact: PaymentFact): Partial<InvoiceState> {
	const isAnother =
		fact.paymentIntentId !== null && state.paymentIntentId !== null && fact.paymentIntentId !== state.paymentIntentId;
	if (isAnother) return { reversals: addReversal(state, fact, "paid_twice") };
	// A refund that was told first implied the payment without saying when it was.
	return { paidAt: state.paidAt ?? fact.occurredAt };
}

/** @param refundedSoFar the whole refunded until now, as providers report it, so a repetition adds nothing */
function takeRefund(state: InvoiceState, refundedSoFar: number): Partial<InvoiceState> {
	const amountRefunded = Math.max(state.amountRefunded, refundedSoFar);
	return {
		amountRefunded,
		amountPaid: Math.max(state.amountPaid, amountRefunded),
		wasPaid: true,
	};
}

function addReversal(state: InvoiceState, fact: PaymentFact, kind: ReversalKind): readonly Reversal[] {
	return [...state.reversals, { kind, eventId: fact.eventId, at: fact.occurredAt, amount: fact.amount }];
}
