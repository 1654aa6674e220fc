import type { InvoiceStatus } from "../invoiceStatus";

/** What turns a settled matter back into an open question. None of them deletes anything: a person decides. */
export const reversalKinds = [
	"refunded",
	"partially_refunded",
	"disputed",
	"voided",
	"paid_after_void",
	"paid_twice",
] as const;
export type ReversalKind = (typeof reversalKinds)[number];

export type Reversal = {
	kind: ReversalKind;
	/** The event that told it: with `kind` it identifies the reversal. */
	eventId: string;
	/** ISO 8601. */
	at: string;
	/** Integer minor units, where the event names them. */
	amount: number | null;
};

/** Everything payment events determine about an invoice. Amounts are integer minor units, times ISO 8601. */
export type InvoiceState = {
	status: InvoiceStatus;
	amountPaid: number;
	amountRefunded: number;
	paidAt: string | null;
	/** When the last attempt failed; null again once it is paid. */
	paymentFailedAt: string | null;
	paymentIntentId: string | null;
	providerInvoiceId: string | null;
	providerNumber: string | null;
	hostedInvoiceUrl: string | null;
	dueAt: string | null;
	reversals: readonly Reversal[];
	/** Money for it has arrived at some time, whatever became of it. */
	wasPaid: boolean;
};

export function emptyInvoiceState(status: InvoiceStatus): InvoiceState {
	return {
		status,
		amountPaid: 0,
		amountRefunded: 0,
		paidAt: null,
		paymentFailedAt: null,
		paymentIntentId: null,
		providerInvoiceId: null,
		providerNumber: null,
		hostedInvoiceUrl: null,
		dueAt: null,
		reversals: [],
		wasPaid: false,
	};
}
