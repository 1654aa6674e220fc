/** A payment as the provider's invoice lists it. */
export type NamedPayment = { intent: string | null; charge: string | null; amount: number | null };

/**
 * What one payment event says about one invoice, whoever said it. Operations build these from the inbox; nothing
 * vendor-specific is left in them.
 */
export type PaymentFact = {
	/** The provider's id of the event: a repetition carries the same one. */
	eventId: string;
	provider: "stripe" | "xero" | "manual";
	/** The event's type, or the one its freshly read object stands for (see `effectiveType`). */
	type: string;
	/** ISO 8601. When the provider says it happened, not when it arrived. */
	occurredAt: string;
	/** Minor units: paid by a payment, disputed by a dispute, refunded *so far* by a charge, of one refund by a refund. */
	amount: number | null;
	/** Minor units asked for: how an event that names no invoice finds the one it is about. */
	amountDue?: number | null;
	/** Minor units of an invoice before the customer's credit was taken off; what remained to be paid is `amountDue`. */
	total?: number | null;
	currency: string | null;
	payerEmail: string | null;
	customerId: string | null;
	paymentIntentId: string | null;
	chargeRef?: string | null;
	/** A refund recorded by hand: the event that recorded the payment it gives back. */
	recordedAs?: string | null;
	/** The provider's id of the invoice. */
	invoiceRef: string | null;
	/** A checkout session's id: what is paid there is bound to it when no invoice is named. */
	sessionRef?: string | null;
	/** An invoice that says by which payments it was paid. */
	namedPayments?: readonly NamedPayment[];
	/** A completed checkout: whether the money is there already (it is not with delayed payment methods). */
	isPaid?: boolean;
	/** A charge: whether nothing of the payment is left. */
	refundedInFull?: boolean;
	/** A dispute or a refund: its id, and how it stands. */
	matterRef?: string | null;
	matterStatus?: string | null;
	hostedUrl?: string | null;
	dueAt?: string | null;
	/** The invoice number the provider gave. */
	providerNumber?: string | null;
	/** Real money or a test; null where the event does not say. */
	livemode?: boolean | null;
	/** The person who confirmed whose money it is: the payer's identity is then not questioned again. */
	resolvedBy?: string | null;
	/** Its payment was accepted before: a later edit of the invoice or company cannot take it back. */
	wasSettled?: boolean;
};

export const holdReasons = [
	"unknown_customer",
	"no_workspace",
	"email_mismatch",
	"duplicate_customer",
	"amount_mismatch",
	"currency_mismatch",
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** What became of one event. `why` is a sentence for the person who looks at it. */
export type EventOutcome =
	| { status: "settled" | "ignored"; why: string }
	| { status: "held"; holdReason: HoldReason; why: string };
