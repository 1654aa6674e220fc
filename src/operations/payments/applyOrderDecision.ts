import type { PayloadRequest } from "payload";
import { seatsNeeded } from "@/domain/approvals/approvers";
import { formatVersion } from "@/domain/approvals/boundTerms";
import { plusDays } from "@/domain/calendar/day";
import type { InvoiceStatus } from "@/domain/invoiceStatus";
import { checkOrderApproval, type PurchaseOrder } from "@/domain/poApproval";
import { poTransitions } from "@/domain/poStatus";
import { assertTransition } from "@/domain/transition";
import { InvalidInput, SignInRequired } from "@/errors";
import { closeApproval, findOpenApprovals, resolveWithdrawn } from "../approvals/closeApproval";
import { readApprovalLimit } from "../approvals/readApprovalLimit";
import { refuseRepeat, takeSeat } from "../approvals/takeSeat";
import { readToday } from "../casinos/readToday";
import { readSettings } from "../settings/readSettings";

export type PurchaseOrderDecision = "request" | "approve" | "reject";

/** An invoice as a decision on its purchase order sees it. Without an id it is about to be made. */
export type InvoiceWithOrder = {
	id: string | null;
	number: string;
	casinoId: string;
	onboardingId: string | null;
	status: InvoiceStatus;
	amountDue: number;
	currency: string;
	po: PurchaseOrder;
};

/**
 * What a person's decision makes of an invoice's purchase order. An approval takes a seat and is bound to amount, currency,
 * onboarding and number; above the settings' limit it needs a second person, and the order stays requested until then. In the
 * caller's transaction, with the invoice locked.
 *
 * @param input.number the customer's number of the order; needed once
 * @param input.expiresAt the last day on which it holds, never later than the first approver's; left out, theirs, else the settings say how long an approval holds
 * @returns the order as it is to be kept, and a sentence for the person
 * @throws InvalidInput, Conflict or TransitionRefused; SignInRequired when nobody decides
 */
export async function applyOrderDecision(input: {
	req: PayloadRequest;
	invoice: InvoiceWithOrder;
	decision: PurchaseOrderDecision;
	number: string | null;
	reason: string;
	expiresAt: string | null;
}): Promise<{ po: PurchaseOrder; message: string }> {
	const { req, invoice, decision, reason } = input;
	if (!req.user) throw new SignInRequired();
	const number = input.number?.trim() || invoice.po.number;
	if (!number) throw new InvalidInput([{ path: "number", message: "Enter the number of the purchase order." }]);
	const po = { ...invoice.po, number };
	if (decision === "approve") return approve({ ...input, invoice: { ...invoice, po } });
	const to = decision === "request" ? "requested" : "rejected";
	assertTransition({ noun: "purchase order", table: poTransitions, from: po.status, to });
	await endApprovals(req, invoice, decision, reason);
	if (decision === "reject") {
		return { po: { ...po, status: to, reason }, message: "The purchase order is rejected." };
	}
	const asked = { ...po, status: to, approvedBy: null, secondApprover: null, reason, expiresAt: null } as const;
	return { po: asked, message: "The purchase order waits for approval." };
}

async function endApprovals(
	req: PayloadRequest,
	invoice: InvoiceWithOrder,
	decision: "request" | "reject",
	reason: string,
): Promise<void> {
	if (invoice.id === null) return;
	for (const approval of await findOpenApprovals(req, invoice.id)) {
		if (approval.subject !== "purchase_order") continue;
		await closeApproval({ req, approval, to: decision === "reject" ? "rejected" : "withdrawn", because: reason });
	}
	if (decision === "reject") {
		await resolveWithdrawn({ req, subject: "purchase_order", recordId: invoice.id, resolution: `Rejected: ${reason}` });
	}
}

async function approve(input: {
	req: PayloadRequest;
	invoice: InvoiceWithOrder;
	reason: string;
	expiresAt: string | null;
}): Promise<{ po: PurchaseOrder; message: string }> {
	const { req, invoice, reason } = input;
	const { po, amountDue, currency } = invoice;
	const { purchaseOrders } = await readSettings(req);
	const today = await readToday(req, invoice.casinoId);
	const isSecond = po.status === "requested" && po.approvedBy !== null;
	const first = isSecond ? po.expiresAt : null;
	const proposed = first && input.expiresAt && input.expiresAt > first ? first : (input.expiresAt ?? first);
	const expiresAt = proposed ?? plusDays(today, purchaseOrders.validDays);
	checkOrderApproval({ invoice, reason, expiresAt, today });
	const seat = await takeSeat({
		req,
		subject: "purchase_order",
		title: `Purchase order ${po.number} of invoice ${invoice.number}`,
		casinoId: invoice.casinoId,
		invoiceId: invoice.id,
		amount: amountDue,
		currency,
		version: formatVersion(invoice, po.number ?? ""),
		seats: seatsNeeded({ amount: amountDue, currency, limit: await readApprovalLimit(req) }),
		reason: reason.trim(),
		expiresAt,
	});
	refuseRepeat(seat);
	const { firstApprover: approvedBy, secondApprover } = seat;
	const status = seat.status === "approved" ? "approved" : "requested";
	const message = seat.status === "approved" ? "The purchase order is approved." : seat.message;
	return { po: { ...po, status, reason: reason.trim(), expiresAt, approvedBy, secondApprover }, message };
}
