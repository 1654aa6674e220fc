import { Conflict, type FieldProblem, InvalidInput } from "@/errors";
import type { InvoiceStatus } from "./invoiceStatus";
import { formatMoney } from "./money";
import { type PoStatus, poTransitions } from "./poStatus";
import { assertTransition } from "./transition";

export type PurchaseOrder = {
	number: string | null;
	status: PoStatus;
	/** Ids of the two persons. The second is asked for above the limit only. */
	approvedBy: string | null;
	secondApprover: string | null;
	reason: string | null;
	/** ISO 8601. */
	expiresAt: string | null;
};

export type PoApprovalInput = {
	invoice: { status: InvoiceStatus; amountDue: number; currency: string; po: PurchaseOrder };
	approver: string;
	reason: string;
	/** ISO 8601. */
	expiresAt: string;
	/** From above this, two persons approve. Integer minor units; null: one person is always enough. */
	limit: { amount: number; currency: string } | null;
	/** ISO 8601. */
	now: string;
};

/** `needsSecond`: the first of two has approved, and the order stays `requested` until another person does. */
export type PoApproval = { outcome: "approved" | "needsSecond"; po: PurchaseOrder };

/**
 * What a person's approval does to an invoice's purchase order (DESIGN §2).
 *
 * An amount in another currency than the limit's cannot be compared with it and takes two persons.
 *
 * @throws InvalidInput a reason, number or future expiry is missing
 * @throws Conflict the invoice no longer waits for money, or the second approver is the first
 * @throws TransitionRefused the order cannot be approved from its status
 */
export function approvePo(input: PoApprovalInput): PoApproval {
	const { invoice, approver, limit } = input;
	const { po } = invoice;
	assertComplete(input);
	if (invoice.status !== "draft" && invoice.status !== "open") {
		throw new Conflict(`The invoice is ${invoice.status}: there is nothing left for a purchase order to cover.`);
	}
	assertTransition({ noun: "purchase order", table: poTransitions, from: po.status, to: "approved" });

	const approval: PurchaseOrder = { ...po, reason: input.reason.trim(), expiresAt: input.expiresAt };
	const first = po.status === "requested" ? po.approvedBy : null;
	if (!needsTwo(invoice, limit)) {
		return { outcome: "approved", po: { ...approval, status: "approved", approvedBy: approver, secondApprover: null } };
	}
	if (first === null) {
		return {
			outcome: "needsSecond",
			po: { ...approval, status: "requested", approvedBy: approver, secondApprover: null },
		};
	}
	if (first === approver) {
		throw new Conflict(
			`You approved this already. ${formatMoney(invoice.amountDue, invoice.currency)} needs a second person.`,
			"second_approver_needed",
		);
	}
	return { outcome: "approved", po: { ...approval, status: "approved", approvedBy: first, secondApprover: approver } };
}

function needsTwo(invoice: { amountDue: number; currency: string }, limit: PoApprovalInput["limit"]): boolean {
	if (limit === null) return false;
	const isComparable = invoice.currency.toLowerCase() === limit.currency.toLowerCase();
	return !isComparable || invoice.amountDue > limit.amount;
}

function assertComplete({ invoice, reason, expiresAt, now }: PoApprovalInput): void {
	const problems: FieldProblem[] = [];
	if (!invoice.po.number?.trim()) problems.push({ path: "po.number", message: "Enter the purchase order's number." });
	if (!reason.trim()) problems.push({ path: "po.reason", message: "Say why it is approved." });
	if (!(Date.parse(expiresAt) > Date.parse(now))) {
		problems.push({ path: "po.expiresAt", message: "Choose a day in the future." });
	}
	if (problems.length > 0) throw new InvalidInput(problems);
}
