import type { Payload } from "payload";
import { recordEvent } from "@/inbox/recordEvent";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { inTransaction, systemRequest } from "../inTransaction";
import { portsOf } from "../portsOf";
import { raiseRisk } from "../risks/raiseRisk";
import { resolveRisk } from "../risks/resolveRisk";

/** Stripe keeps events for 30 days; on an empty inbox we look back as long as it sends a missed one again. */
const firstLookBackDays = 3;
/** Looked through again each time: an event that came after an outage is newer than those that were missed in it. */
const overlapHours = 24;

export type Reconciliation = { isConnected: boolean; taken: number; known: number; missingInvoices: number };

/**
 * Takes in what was missed since the last seen event, and reports invoices that should exist at the provider and do not
 * (003 "missing invoice"). Safe to run at any time: what is known is recorded once.
 */
export async function reconcilePayments({ payload }: { payload: Payload }): Promise<Reconciliation> {
	const { payments } = portsOf({ payload });
	if (!payments) return { isConnected: false, taken: 0, known: 0, missingInvoices: 0 };
	const sql = await sqlOf({ payload });
	const [last] = await sql<{ at: Date | null }>(
		"SELECT max(occurred_at) AS at FROM payment_events WHERE provider = 'stripe'",
	);
	const since = last?.at
		? Math.min(last.at.getTime(), Date.now()) - overlapHours * 3_600_000
		: Date.now() - firstLookBackDays * 86_400_000;
	let taken = 0;
	let known = 0;
	for await (const event of payments.listEvents({ since: new Date(since).toISOString() })) {
		const { isNew } = await recordEvent({
			pool: payload.db.pool,
			provider: "stripe",
			event,
			receivedAt: new Date().toISOString(),
		});
		if (isNew) taken += 1;
		else known += 1;
	}
	return { isConnected: true, taken, known, missingInvoices: await reportMissingInvoices(payload) };
}

type Unseen = { id: string; number: string; casinoId: string; casinoName: string; customerId: string | null };

const missingKey = (invoiceId: string) => `invoice-missing:${invoiceId}`;

/** An invoice that was paid by transfer or withdrawn need not be at the provider any more. */
async function closeSettled(payload: Payload, sql: Sql): Promise<void> {
	const settled = await sql<{ id: string }>(
		`SELECT i.id FROM risks r JOIN invoices i ON i.id = r.invoice_id
		 WHERE r.kind = 'invoice_missing' AND r.status <> 'resolved' AND i.status <> 'open' LIMIT 200`,
	);
	for (const { id } of settled) {
		const req = await systemRequest(payload, "reconciliation");
		await inTransaction(req, () =>
			resolveRisk({ req, key: missingKey(id), resolution: "The invoice is not open any more." }),
		);
	}
}

async function reportMissingInvoices(payload: Payload): Promise<number> {
	const { payments } = portsOf({ payload });
	if (!payments) return 0;
	const sql = await sqlOf({ payload });
	// A payment page makes no invoice at the provider, and one sent a minute ago may be on its way.
	const rows = await sql<Unseen>(
		`SELECT i.id, i.number, c.id AS "casinoId", c.name AS "casinoName", nullif(p.stripe_i_d, '') AS "customerId"
		 FROM invoices i JOIN casinos c ON c.id = i.casino_id LEFT JOIN companies p ON p.id = c.company_id
		 WHERE i.status = 'open' AND i.updated_at < now() - interval '10 minutes' AND coalesce(i.po_status::text, 'none') <> 'approved'
			AND (i.hosted_url IS NULL OR i.stripe_invoice_id IS NOT NULL)
		 ORDER BY i.created_at LIMIT 500`,
	);
	await closeSettled(payload, sql);
	let missing = 0;
	for (const row of rows) {
		const found = await payments.findInvoice({ keyturnInvoice: row.id, customerId: row.customerId });
		const req = await systemRequest(payload, "reconciliation");
		const key = missingKey(row.id);
		if (found) {
			await inTransaction(req, () => resolveRisk({ req, key, resolution: "It is at the provider." }));
			continue;
		}
		missing += 1;
		await inTransaction(req, () =>
			raiseRisk({
				req,
				key,
				kind: "invoice_missing",
				severity: "medium",
				title: `${row.casinoName}: invoice ${row.number} is not at Stripe`,
				detail: "The customer cannot have received it from there. Send it again, or record how it was sent.",
				casinoId: row.casinoId,
				invoiceId: row.id,
			}),
		);
	}
	return missing;
}
