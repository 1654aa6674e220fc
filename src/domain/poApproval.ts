import { Conflict, type FieldProblem, InvalidInput } from "@/errors";
import { isDayOver } from "./calendar/day";
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
	/** The last day on which its approval holds. */
	expiresAt: string | null;
};

/**
 * Refuses an approval of an invoice's purchase order that cannot be given, whoever gives it.
 *
 * @param input.expiresAt a day
 * @param input.today on the casino's clock
 * @throws InvalidInput a reason or number is missing, or the day is over
 * @throws Conflict the invoice no longer waits for money
 * @throws TransitionRefused the order cannot be approved from its status
 */
export function checkOrderApproval(input: {
	invoice: { status: InvoiceStatus; po: PurchaseOrder };
	reason: string;
	expiresAt: string;
	today: string;
}): void {
	const { invoice, reason, expiresAt, today } = input;
	const problems: FieldProblem[] = [];
	if (!invoice.po.number?.trim()) problems.push({ path: "po.number", message: "Enter the purchase order's number." });
	if (!reason.trim()) problems.push({ path: "po.reason", message: "Say why it is approved." });
	if (isDayOver(expiresAt, today)) problems.push({ path: "po.expiresAt", message: "Choose a day that is not over." });
	if (problems.length > 0) throw new InvalidInput(problems);
	if (invoice.status !== "draft" && invoice.status !== "open") {
		throw new Conflict(`The invoice is ${invoice.status}: there is nothing left for a purchase order to cover.`);
	}
	assertTransition({ noun: "purchase order", table: poTransitions, from: invoice.po.status, to: "approved" });
}
