import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { formatMoney } from "@/domain/money";
import { Conflict, NotFound } from "@/errors";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { applyOrderDecision, type InvoiceWithOrder, type PurchaseOrderDecision } from "./applyOrderDecision";

async function lockWithOrder(sql: Sql, id: string): Promise<InvoiceWithOrder> {
	const [row] = await sql<{ invoice: InvoiceWithOrder }>(
		`SELECT json_build_object('id', id, 'number', number, 'casinoId', casino_id, 'onboardingId', onboarding_id, 'status', status,
			'amountDue', amount_due, 'currency', currency, 'po', json_build_object(
				'number', po_number, 'status', coalesce(po_status::text, 'none'), 'approvedBy', po_approved_by_id,
				'secondApprover', po_second_approver_id, 'reason', po_reason, 'expiresAt', po_expires_at
		 )) AS invoice FROM invoices WHERE id = $1::uuid FOR NO KEY UPDATE`,
		[id],
	);
	if (!row) throw new NotFound("invoice");
	return row.invoice;
}

/**
 * Decides on a customer's purchase order (see `applyOrderDecision`). An approval may open the gate, in the same transaction.
 *
 * @param input.seen the amount the person looked at: another one by now is not approved
 * @returns where the order stands, and a sentence for the person
 */
export async function decidePurchaseOrder(input: {
	req: PayloadRequest;
	invoiceId: string;
	decision: PurchaseOrderDecision;
	number?: string;
	reason: string;
	expiresAt?: string;
	seen?: { amount: number; currency: string };
}): Promise<{ status: string; message: string }> {
	const { req, invoiceId, decision, number = null, reason, expiresAt = null, seen } = input;
	const invoice = await lockWithOrder(await sqlOf(req), invoiceId);
	if (seen && (seen.amount !== invoice.amountDue || seen.currency.toLowerCase() !== invoice.currency)) {
		const now = formatMoney(invoice.amountDue, invoice.currency);
		throw new Conflict(
			`The invoice asks ${now} by now, not ${formatMoney(seen.amount, seen.currency)}. Look at it again.`,
			"amount_changed",
		);
	}
	const { po, message } = await applyOrderDecision({ req, invoice, decision, number, reason, expiresAt });
	await req.payload.update({
		collection: slug.invoices,
		id: invoiceId,
		data: { po },
		depth: 0,
		...asSystem(req, reason),
	});
	return { status: po.status, message };
}
