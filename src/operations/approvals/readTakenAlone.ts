import type { Sql } from "@/queue/sqlOf";

/** What single persons recorded by hand on the invoice $1, without a second one: money that came, or that went back. */
const recordedAloneSql = (type: "manual.paid" | "manual.refunded") => `coalesce((
	SELECT sum((e.payload #>> '{data,object,amount}')::numeric) FROM payment_events e
	WHERE e.invoice_id = $1::uuid AND e.provider = 'manual' AND e.type = '${type}' AND e.status IN ('received', 'settled')
		AND NOT EXISTS (SELECT 1 FROM approvals a WHERE a.payment_event_id = e.id AND a.seats > 1 AND a.status = 'approved')), 0)`;

/**
 * What single persons have recorded or released on an invoice without a second one: payments by hand, and lowered amounts. An act
 * is measured together with it, so that nobody stays below the limit by acting in parts. The caller holds the invoice's lock.
 *
 * @returns integer minor units in the invoice's currency
 */
export function readTakenAlone(sql: Sql, invoiceId: string): Promise<number> {
	return readAmount(
		sql,
		invoiceId,
		`${recordedAloneSql("manual.paid")} + coalesce((SELECT sum(a.amount) FROM approvals a
			WHERE a.invoice_id = $1::uuid AND a.subject = 'opening_change' AND a.status = 'approved' AND a.seats = 1), 0)`,
	);
}

/** The same of what they recorded as given back. */
export function readRefundedAlone(sql: Sql, invoiceId: string): Promise<number> {
	return readAmount(sql, invoiceId, recordedAloneSql("manual.refunded"));
}

async function readAmount(sql: Sql, invoiceId: string, amountSql: string): Promise<number> {
	const [row] = await sql<{ amount: number }>(`SELECT (${amountSql})::float8 AS amount`, [invoiceId]);
	return row?.amount ?? 0;
}
