import type { Client } from "pg";

const CASINOS = 1000;

/** The casino whose invoices are listed: an id that both databases make alike. */
export const listedCasino = async (database: Client): Promise<string> => {
	const { rows } = await database.query<{ id: string }>("SELECT md5('casino500')::uuid AS id");
	return rows[0]?.id ?? "";
};

/**
 * Invoices number `from` to `to`, the same in every database they are put into, each casino's scattered over the table
 * as years of business leave them.
 */
export async function fillInvoices(input: { database: Client; from: number; to: number }): Promise<void> {
	await input.database.query(
		`INSERT INTO invoices (id, number, casino_id, status, amount_due, amount_paid, currency, purchaser_email, opens_gate,
			description, po_status, due_at, paid_at, stripe_invoice_id, created_at, updated_at)
		 SELECT md5('invoice' || n)::uuid, 'INV-' || n, md5('casino' || (1 + n % ${CASINOS}))::uuid,
			(CASE WHEN n % 3 = 0 THEN 'open' ELSE 'paid' END)::enum_invoices_status, 120000, CASE WHEN n % 3 = 0 THEN 0 ELSE 120000 END,
			'usd', 'buyer@casino.example', n % 5 = 0, 'Floor tool, one month', 'none', at + interval '30 days',
			CASE WHEN n % 3 = 0 THEN NULL ELSE at END, 'in_' || n, at, at
		 FROM generate_series($1::int, $2::int) AS n, LATERAL (SELECT timestamptz '2024-01-01Z' + n * interval '1 minute' AS at) AS t`,
		[input.from, input.to],
	);
	await input.database.query("VACUUM ANALYZE invoices");
}
