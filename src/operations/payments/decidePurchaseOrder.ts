import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { InvoiceStatus } from "@/domain/invoiceStatus";
import { approvePo, type PurchaseOrder } from "@/domain/poApproval";
import { poTransitions } from "@/domain/poStatus";
import { assertTransition } from "@/domain/transition";
import { InvalidInput, NotFound, SignInRequired } from "@/errors";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { readSettings } from "../settings/readSettings";

export type PurchaseOrderDecision = {
	req: PayloadRequest;
	invoiceId: string;
	decision: "request" | "approve" | "reject";
	/** The customer's number of the order; needed once. */
	number?: string;
	reason: string;
	/** ISO 8601; left out, the settings say how long an approval holds. */
	expiresAt?: string;
};

type Row = { status: InvoiceStatus; amountDue: number; currency: string; po: PurchaseOrder };

async function lockInvoice(sql: Sql, id: string): Promise<Row> {
	const [row] = await sql<{ invoice: Row }>(
		`SELECT json_build_object('status', status, 'amountDue', amount_due, 'currency', currency, 'po', json_build_object(
			'number', po_number, 'status', coalesce(po_status::text, 'none'), 'approvedBy', po_approved_by_id,
			'secondApprover', po_second_approver_id, 'reason', po_reason, 'expiresAt', po_expires_at
		 )) AS invoice FROM invoices WHERE id = $1::uuid FOR UPDATE`,
		[id],
	);
	if (!row) throw new NotFound("invoice");
	return row.invoice;
}

/**
 * Decides on a customer's purchase order. Above the settings' limit the first approval asks for a second person and the
 * order stays requested. An approval may open the gate, in the same transaction.
 *
 * @returns where the order stands, and a sentence for the person
 */
export async function decidePurchaseOrder(input: PurchaseOrderDecision): Promise<{ status: string; message: string }> {
	const { req, invoiceId, decision, reason } = input;
	if (!req.user) throw new SignInRequired();
	const sql = await sqlOf(req);
	const invoice = await lockInvoice(sql, invoiceId);
	const number = input.number?.trim() || invoice.po.number;
	if (!number) throw new InvalidInput([{ path: "number", message: "Enter the number of the purchase order." }]);
	const po = { ...invoice.po, number };
	if (decision === "request") {
		assertTransition({ noun: "purchase order", table: poTransitions, from: po.status, to: "requested" });
		await write(req, invoiceId, {
			...po,
			status: "requested",
			approvedBy: null,
			secondApprover: null,
			reason,
			expiresAt: null,
		});
		return { status: "requested", message: "The purchase order waits for approval." };
	}
	if (decision === "reject") {
		assertTransition({ noun: "purchase order", table: poTransitions, from: po.status, to: "rejected" });
		await write(req, invoiceId, { ...po, status: "rejected", reason });
		return { status: "rejected", message: "The purchase order is rejected." };
	}
	const { purchaseOrders } = await readSettings(req);
	const now = Date.now();
	const approval = approvePo({
		invoice: { ...invoice, po: po.status === "none" ? { ...po, status: "requested", approvedBy: null } : po },
		approver: req.user.id,
		reason,
		expiresAt: input.expiresAt ?? new Date(now + purchaseOrders.validDays * 86_400_000).toISOString(),
		limit: { amount: purchaseOrders.secondApproverAbove, currency: purchaseOrders.currency },
		now: new Date(now).toISOString(),
	});
	await write(req, invoiceId, approval.po);
	return approval.outcome === "approved"
		? { status: "approved", message: "The purchase order is approved." }
		: {
				status: "requested",
				message: "Approved by you. The amount needs a second person: ask somebody else to approve it.",
			};
}

async function write(req: PayloadRequest, id: string, po: PurchaseOrder): Promise<void> {
	await req.payload.update({
		collection: slug.invoices,
		id,
		data: { po },
		depth: 0,
		...asSystem(req, po.reason ?? "purchase order"),
	});
}
