import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { NotFound } from "@/errors";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { type InvoiceWithOrder, judgePurchaseOrder, type PurchaseOrderDecision } from "./judgePurchaseOrder";

async function lockInvoice(sql: Sql, id: string): Promise<InvoiceWithOrder> {
	const [row] = await sql<{ invoice: InvoiceWithOrder }>(
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
 * Decides on a customer's purchase order (see `judgePurchaseOrder`). An approval may open the gate, in the same transaction.
 *
 * @returns where the order stands, and a sentence for the person
 */
export async function decidePurchaseOrder(input: {
	req: PayloadRequest;
	invoiceId: string;
	decision: PurchaseOrderDecision;
	number?: string;
	reason: string;
	expiresAt?: string;
}): Promise<{ status: string; message: string }> {
	const { req, invoiceId, decision, number = null, reason, expiresAt = null } = input;
	const invoice = await lockInvoice(await sqlOf(req), invoiceId);
	const { po, message } = await judgePurchaseOrder({ req, invoice, decision, number, reason, expiresAt });
	await req.payload.update({
		collection: slug.invoices,
		id: invoiceId,
		data: { po },
		depth: 0,
		...asSystem(req, reason),
	});
	return { status: po.status, message };
}
