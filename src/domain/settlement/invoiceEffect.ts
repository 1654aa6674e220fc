import type { InvoiceStatus } from "../invoiceStatus";

/** What an event can do to an invoice. The sentence is shown beside the event and printed under the tables. */
export const invoiceEffects = {
	none: "Nothing: it tells nothing new about the invoice.",
	refresh: "The link, due date and number the provider shows are taken over; the amount never is.",
	open: "The invoice was issued: it is open.",
	pay: "The payment was accepted: the invoice is paid.",
	confirm: "The payment is known already; a payment under another payment intent is marked as paid twice.",
	payment_failed: "A payment attempt failed; the invoice still waits for its money.",
	uncollectible: "The provider gave the invoice up as uncollectible.",
	void: "The invoice was voided.",
	void_after_payment: "The paid invoice was voided: a person decides what follows.",
	paid_after_void: "Money came for a void invoice: it stays void and a person decides.",
	refund: "The money was given back in full; a refund implies the payment.",
	partial_refund: "A part of the money was given back: a person decides what follows.",
	dispute: "The payer disputes the payment: a person decides what follows.",
} as const;

export type InvoiceEffect = keyof typeof invoiceEffects;

/** For each kind of event, what it does in each state the invoice may be in. */
export type InvoiceTable<Row extends string> = Readonly<Record<Row, Readonly<Record<InvoiceStatus, InvoiceEffect>>>>;
