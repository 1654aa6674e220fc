import { isDayOver } from "./calendar/day";
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
	/** The last day on which it may be paid, and the day on the casino's clock. */
	dueAt: string | null;
	today: string;
	/** An approval about it has one seat taken and needs another. */
	awaitsSecondApprover: boolean;
};

/**
 * The one word an invoice is shown under, on every screen: what a person must act on before what merely is.
 * A disputed payment leaves the status `paid`; a small refund does too.
 */
export function findInvoiceStanding(facts: InvoiceStandingFacts): InvoiceStanding {
	const { status, amountDue, amountKept } = facts;
	if (facts.isCreditNote) return status === "void" ? "void" : "credit_note";
	if (facts.amountDisputed > 0) return "disputed";
	if (status === "paid") return amountKept < amountDue ? "partly_refunded" : "paid";
	if (status !== "open") return status;
	if (facts.awaitsSecondApprover) return "awaiting_approval";
	if (isDayOver(facts.dueAt, facts.today)) return "overdue";
	return amountKept > 0 ? "part_paid" : "open";
}
