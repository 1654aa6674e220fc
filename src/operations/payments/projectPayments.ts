import type { Payload } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction, systemRequest } from "../inTransaction";
import { keepEach } from "../schedule/keepEach";
import { settleInvoice } from "./settleInvoice";

const BATCH = 200;

/**
 * Makes the payments of invoices that were settled before payments were rows of their own, by settling their events again.
 * Runs when a worker starts; where every invoice has its payments, it is one look. Safe to repeat, and beside another.
 *
 * @returns how many invoices were settled again
 */
export async function projectPayments({ payload }: { payload: Payload }): Promise<number> {
	const sql = await sqlOf({ payload });
	let after = "00000000-0000-0000-0000-000000000000";
	let settled = 0;
	for (;;) {
		const invoices = await sql<{ id: string }>(
			`SELECT i.id FROM invoices i
			 WHERE i.id > $1::uuid AND (i.amount_paid > 0 OR i.amount_refunded > 0)
				AND NOT EXISTS (SELECT 1 FROM payments p WHERE p.invoice_id = i.id)
				AND EXISTS (SELECT 1 FROM payment_events e WHERE e.invoice_id = i.id AND e.status = 'settled')
			 ORDER BY i.id LIMIT $2`,
			[after, BATCH],
		);
		settled += await keepEach(invoices, async ({ id }) => {
			const req = await systemRequest(payload, "payments of an invoice settled before");
			await inTransaction(req, () => settleInvoice({ req, invoiceId: id }));
		});
		const last = invoices.at(-1);
		if (!last || invoices.length < BATCH) return settled;
		after = last.id;
	}
}
