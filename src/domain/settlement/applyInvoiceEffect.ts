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
		...takeRefund(state, fact, fact.amount ?? state.amountPaid),
		reversals: addReversal(state, fact, "refunded"),
	}),
	partial_refund: (state, fact) => ({
		...takeRefund(state, fact, fact.amount ?? 0),
		reversals: addReversal(state, fact, "partially_refunded"),
	}),
	dispute: (state, fact) => ({ reversals: addReversal(state, fact, "disputed") }),
};

/** The state after a fact whose effect is known. Whatever a fact tells besides (link, number, due date) is taken too. */
export function applyInvoiceEffect(effect: InvoiceEffect, state: InvoiceState, fact: PaymentFact): InvoiceState {
	return {
		...state,
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

/** Of a payment, `invoice.paid` may tell the amount and `invoice_payment.paid` the payment intent: take what is missing. */
function confirmPayment(state: InvoiceState, fact: PaymentFact): Partial<InvoiceState> {
	const isAnother =
		fact.paymentIntentId !== null && state.paymentIntentId !== null && fact.paymentIntentId !== state.paymentIntentId;
	if (isAnother) return { reversals: addReversal(state, fact, "paid_twice") };
	return { paymentIntentId: fact.paymentIntentId ?? state.paymentIntentId };
}

/** @param refundedSoFar the whole refunded until now, as providers report it, so a repetition adds nothing */
function takeRefund(state: InvoiceState, fact: PaymentFact, refundedSoFar: number): Partial<InvoiceState> {
	const amountRefunded = Math.max(state.amountRefunded, refundedSoFar);
	return {
		amountRefunded,
		amountPaid: Math.max(state.amountPaid, amountRefunded),
		paymentIntentId: state.paymentIntentId ?? fact.paymentIntentId,
		wasPaid: true,
	};
}

function addReversal(state: InvoiceState, fact: PaymentFact, kind: ReversalKind): readonly Reversal[] {
	return [...state.reversals, { kind, eventId: fact.eventId, at: fact.occurredAt, amount: fact.amount }];
}
