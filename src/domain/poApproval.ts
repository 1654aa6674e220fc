import { Conflict, type FieldProblem, InvalidInput } from "@/errors";
import type { InvoiceStatus } from "./invoiceStatus";
import { type PoStatus, poTransitions } from "./poStatus";
import { assertTransition } from "./transition";

export type PurchaseOrder = {
	number: string | null;
	status: PoStatus;
	/** Ids of the persons in the seats of its approval. */
	approvedBy: string | null;
	secondApprover: string | null;
	reason: string | null;
	/** ISO 8601. */
	expiresAt: string | null;
};

/**
 * Refuses an approval of an invoice's purchase order that cannot be given, whoever gives it.
 *
 * @param input.now ISO 8601
 * @throws InvalidInput a reason, number or future expiry is missing
 * @throws Conflict the invoice no longer waits for money
 * @throws TransitionRefused the order cannot be approved from its status
 */
export function checkOrderApproval(input: {
	invoice: { status: InvoiceStatus; po: PurchaseOrder };
	reason: string;
	expiresAt: string;
	now: string;
}): void {
	const { invoice, reason, expiresAt, now } = input;
	const problems: FieldProblem[] = [];
	if (!invoice.po.number?.trim()) problems.push({ path: "po.number", message: "Enter the purchase order's number." });
	if (!reason.trim()) problems.push({ path: "po.reason", message: "Say why it is approved." });
	if (!(Date.parse(expiresAt) > Date.parse(now))) {
		problems.push({ path: "po.expiresAt", message: "Choose a day in the future." });
	}
	if (problems.length > 0) throw new InvalidInput(problems);
	if (invoice.status !== "draft" && invoice.status !== "open") {
		throw new Conflict(`The invoice is ${invoice.status}: there is nothing left for a purchase order to cover.`);
	}
	assertTransition({ noun: "purchase order", table: poTransitions, from: invoice.po.status, to: "approved" });
}
