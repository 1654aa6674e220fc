import type { PayloadRequest } from "payload";
import type { InvoiceStatus } from "@/domain/invoiceStatus";
import { approvePo, type PurchaseOrder } from "@/domain/poApproval";
import { poTransitions } from "@/domain/poStatus";
import { assertTransition } from "@/domain/transition";
import { InvalidInput, SignInRequired } from "@/errors";
import { readSettings } from "../settings/readSettings";

export type PurchaseOrderDecision = "request" | "approve" | "reject";

/** An invoice as a decision on its purchase order sees it. */
export type InvoiceWithOrder = { status: InvoiceStatus; amountDue: number; currency: string; po: PurchaseOrder };

/**
 * What a person's decision makes of an invoice's purchase order. Above the settings' limit the first approval asks for a
 * second person and the order stays requested.
 *
 * @param input.number the customer's number of the order; needed once
 * @param input.expiresAt ISO 8601; left out, the settings say how long an approval holds
 * @returns the order as it is to be kept, and a sentence for the person
 * @throws InvalidInput, Conflict or TransitionRefused; SignInRequired when nobody decides
 */
export async function judgePurchaseOrder(input: {
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
	if (decision === "request") {
		assertTransition({ noun: "purchase order", table: poTransitions, from: po.status, to: "requested" });
		const asked = {
			...po,
			status: "requested",
			approvedBy: null,
			secondApprover: null,
			reason,
			expiresAt: null,
		} as const;
		return { po: asked, message: "The purchase order waits for approval." };
	}
	if (decision === "reject") {
		assertTransition({ noun: "purchase order", table: poTransitions, from: po.status, to: "rejected" });
		return { po: { ...po, status: "rejected", reason }, message: "The purchase order is rejected." };
	}
	const { purchaseOrders } = await readSettings(req);
	const now = Date.now();
	const { outcome, po: judged } = approvePo({
		invoice: { ...invoice, po },
		approver: req.user.id,
		reason,
		expiresAt: input.expiresAt ?? new Date(now + purchaseOrders.validDays * 86_400_000).toISOString(),
		limit: { amount: purchaseOrders.secondApproverAbove, currency: purchaseOrders.currency },
		now: new Date(now).toISOString(),
	});
	const second = "Approved by you. The amount needs a second person: ask somebody else to approve it.";
	return { po: judged, message: outcome === "approved" ? "The purchase order is approved." : second };
}
