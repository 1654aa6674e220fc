import type { Sql } from "@/queue/sqlOf";

/**
 * What single persons have recorded or released on an invoice without a second one: payments by hand, and lowered amounts. An act
 * is measured together with it, so that nobody stays below the limit by acting in parts. The caller holds the invoice's lock.
 *
 * @returns integer minor units in the invoice's currency
 */
export async function readTakenAlone(sql: Sql, invoiceId: string): Promise<number> {
	const [row] = await sql<{ amount: number }>(
		`SELECT (
			coalesce((SELECT sum((e.payload #>> '{data,object,amount}')::numeric) FROM payment_events e
				WHERE e.invoice_id = $1::uuid AND e.provider = 'manual' AND e.type = 'manual.paid' AND e.status IN ('received', 'settled')
					AND NOT EXISTS (SELECT 1 FROM approvals a WHERE a.payment_event_id = e.id AND a.seats > 1 AND a.status = 'approved')), 0)
			+ coalesce((SELECT sum(a.amount) FROM approvals a
				WHERE a.invoice_id = $1::uuid AND a.subject = 'opening_change' AND a.status = 'approved' AND a.seats = 1), 0)
		 )::float8 AS amount`,
		[invoiceId],
	);
	return row?.amount ?? 0;
}
