import type { PayloadRequest } from "payload";
import { enqueue } from "@/queue/enqueue";
import { sqlOf } from "@/queue/sqlOf";

/**
 * Looks again at events that could not be bound, now that something they name is known. A refund may come before the event
 * that says which invoice its payment was for.
 */
export async function retakeEvents(input: {
	req: PayloadRequest;
	exceptId: string | null;
	paymentIntentId?: string | null;
	providerInvoiceId?: string | null;
	customerId?: string | null;
}): Promise<void> {
	const { req, exceptId, paymentIntentId = null, providerInvoiceId = null, customerId = null } = input;
	if (!paymentIntentId && !providerInvoiceId && !customerId) return;
	const sql = await sqlOf(req);
	const rows = await sql<{ id: string }>(
		`SELECT id FROM payment_events
		 WHERE invoice_id IS NULL AND (status = 'held' OR (status = 'ignored' AND resolution IS NULL)) AND id IS DISTINCT FROM $1::uuid
			AND (payment_intent_ref = $2 OR invoice_ref = $3 OR customer_ref = $4)
		 ORDER BY occurred_at LIMIT 500`,
		[exceptId, paymentIntentId, providerInvoiceId, customerId],
	);
	for (const { id } of rows) await enqueue({ sql, queue: "settlePaymentEvent", data: { eventId: id } });
}

/** Looks again at the held events of an invoice that was corrected. */
export async function retakeBoundEvents({ req, invoiceId }: { req: PayloadRequest; invoiceId: string }): Promise<void> {
	const sql = await sqlOf(req);
	const rows = await sql<{ id: string }>(
		"SELECT id FROM payment_events WHERE invoice_id = $1::uuid AND status = 'held'",
		[invoiceId],
	);
	for (const { id } of rows) await enqueue({ sql, queue: "settlePaymentEvent", data: { eventId: id } });
}
