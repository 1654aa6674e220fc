import type { InvoiceStatus } from "../invoiceStatus";
import type { FoldedPayment } from "./foldPayment";

/** What a person has to look at, for as long as the payments show it. None of them deletes anything. */
export const problemKinds = [
	"refunded",
	"partially_refunded",
	"disputed",
	"lost",
	"voided",
	"paid_after_void",
	"paid_twice",
	"overpaid",
] as const;
export type ProblemKind = (typeof problemKinds)[number];

export type Problem = {
	kind: ProblemKind;
	/** The payment it is about, or the invoice as a whole: with `kind` it identifies the problem. */
	reference: string;
	/** Integer minor units. */
	amount: number;
};

/** Everything payment events determine about an invoice. Amounts are integer minor units, times ISO 8601. */
export type InvoiceState = {
	status: InvoiceStatus;
	/** What came, less what disputes took for good. */
	amountPaid: number;
	amountRefunded: number;
	/** When all that is due had come; null when it has not, or not been told. */
	paidAt: string | null;
	/** When the last attempt failed; null again once it is paid. */
	paymentFailedAt: string | null;
	paymentIntentId: string | null;
	/** The provider's invoice that speaks for ours now. */
	providerInvoiceId: string | null;
	providerNumber: string | null;
	hostedInvoiceUrl: string | null;
	dueAt: string | null;
	problems: readonly Problem[];
	payments: readonly FoldedPayment[];
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
		problems: [],
		payments: [],
	};
}
