import type { InvoiceStatus } from "./invoiceStatus";

/** What people need to know of an invoice first. Derived, never stored: its status is what settlement wrote. */
export const invoiceStandings = [
	"draft",
	"open",
	"part_paid",
	"overdue",
	"awaiting_approval",
	"disputed",
	"paid",
	"partly_refunded",
	"refunded",
	"uncollectible",
	"void",
	"credit_note",
] as const;
export type InvoiceStanding = (typeof invoiceStandings)[number];

export type InvoiceStandingFacts = {
	status: InvoiceStatus;
	/** Integer minor units: asked for, kept after refunds, and under dispute now. */
	amountDue: number;
	amountKept: number;
	amountDisputed: number;
	/** It takes off what the invoice it amends asks: nothing is owed or paid on it. */
	isCreditNote: boolean;
	/** ISO 8601. */
	dueAt: string | null;
	/** An approval about it has one seat taken and needs another. */
	awaitsSecondApprover: boolean;
};

/**
 * The one word an invoice is shown under, on every screen: what a person must act on before what merely is.
 * A disputed payment leaves the status `paid`; a small refund does too.
 *
 * @param now ISO 8601
 */
export function findInvoiceStanding(facts: InvoiceStandingFacts, now: string): InvoiceStanding {
	const { status, amountDue, amountKept } = facts;
	if (facts.isCreditNote) return status === "void" ? "void" : "credit_note";
	if (facts.amountDisputed > 0) return "disputed";
	if (status === "paid") return amountKept < amountDue ? "partly_refunded" : "paid";
	if (status !== "open") return status;
	if (facts.awaitsSecondApprover) return "awaiting_approval";
	if (facts.dueAt !== null && Date.parse(facts.dueAt) < Date.parse(now)) return "overdue";
	return amountKept > 0 ? "part_paid" : "open";
}
