import type { Payload } from "payload";
import { enqueue } from "@/queue/enqueue";
import type { QueueKey } from "@/queue/queues";
import { queues } from "@/queue/queues";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { payableElsewhereSql } from "../payments/closeAtProvider";
import { portsOf } from "../portsOf";
import { inProductSql } from "../product/requestProductSync";

/** How long a row may wait for the job that came with it before it gets another one. */
const patienceSeconds = 10;

const stuck: readonly { queue: QueueKey; key: string; sql: string; needsStripe?: true }[] = [
	{
		queue: "settlePaymentEvent",
		key: "eventId",
		sql: "SELECT id FROM payment_events WHERE status = 'received' AND received_at < now() - $1 * interval '1 second' ORDER BY received_at LIMIT 200",
	},
	{
		queue: "settlePaymentEvent",
		key: "eventId",
		sql: "SELECT id FROM payment_events WHERE status = 'failed' AND updated_at < now() - interval '10 minutes' ORDER BY received_at LIMIT 200",
	},
	{
		queue: "settlePaymentEvent",
		key: "eventId",
		// Held for nobody, and somebody is known by now: it was linked in the very moment in which the event was held.
		sql: `SELECT e.id FROM payment_events e
			WHERE e.status = 'held' AND e.hold_reason = 'unknown_customer' AND e.invoice_id IS NULL AND (
				EXISTS (SELECT 1 FROM companies p WHERE p.stripe_i_d = e.customer_ref)
				OR (e.type NOT LIKE 'customer.%' AND (
					EXISTS (SELECT 1 FROM invoices i WHERE i.stripe_invoice_id = e.invoice_ref)
					OR 1 = (SELECT count(*) FROM payments p WHERE p.reference = e.payment_intent_ref)
					OR 1 = (SELECT count(*) FROM invoices i WHERE i.stripe_payment_intent_id = e.payment_intent_ref))))
			ORDER BY e.received_at LIMIT 200`,
	},
	{
		queue: "provisionRun",
		key: "runId",
		sql: `SELECT id FROM provisioning_runs
			WHERE (status = 'queued' AND updated_at < now() - $1 * interval '1 second')
				OR (status = 'running' AND coalesce(lease_until, '-infinity') < now()) ORDER BY created_at LIMIT 200`,
	},
	{
		queue: "closeAtProvider",
		key: "invoiceId",
		needsStripe: true,
		// What Stripe refused for good waits for a person, who resolves the entry.
		sql: `SELECT i.id FROM invoices i WHERE i.updated_at < now() - $1 * interval '1 second' AND ${payableElsewhereSql}
			AND NOT EXISTS (SELECT 1 FROM risks r WHERE r.invoice_id = i.id AND r.kind = 'still_payable' AND r.status <> 'resolved')
			ORDER BY i.updated_at LIMIT 200`,
	},
	{
		queue: "deliverMessage",
		key: "messageId",
		sql: `SELECT id FROM messages WHERE status = 'queued' AND created_at < now() - $1 * interval '1 second'
			AND coalesce(lease_until, '-infinity') <= now() ORDER BY created_at LIMIT 200`,
	},
	{
		queue: "syncCompany",
		key: "companyId",
		sql: "SELECT company_id AS id FROM company_syncs WHERE due_at < now() - $1 * interval '1 second' ORDER BY due_at LIMIT 200",
	},
	{
		queue: "syncProduct",
		key: "casinoId",
		sql: `SELECT s.casino_id AS id FROM product_syncs s JOIN casinos c ON c.id = s.casino_id
			WHERE s.next_try_at < now() - $1 * interval '1 second' AND ${inProductSql} ORDER BY s.next_try_at LIMIT 200`,
	},
];

/**
 * Gives a new job to every row that waits for one and has none that is alive: after a crash, a lost job, a commit whose
 * answer was lost. The rows are the truth, the jobs only wake somebody; handlers are safe to run twice.
 *
 * @returns how many jobs were made
 */
export async function sweep({ payload }: { payload: Payload }): Promise<number> {
	const sql = await sqlOf({ payload });
	let made = 0;
	const isStripeOn = portsOf({ payload }).payments !== null;
	for (const { queue, key, sql: query, needsStripe } of stuck) {
		if (needsStripe && !isStripeOn) continue;
		const parameters = query.includes("$1") ? [patienceSeconds] : [];
		for (const { id } of await sql<{ id: string }>(query, parameters)) {
			if (await hasLivingJob(sql, queue, key, id)) continue;
			await enqueue({ sql, queue, data: { [key]: id } as never });
			made += 1;
		}
	}
	return made;
}

/** A job that waits will come by itself. One that a worker holds may be held by a dead one: it does not count. */
async function hasLivingJob(sql: Sql, queue: QueueKey, key: string, id: string): Promise<boolean> {
	const rows = await sql(
		`SELECT 1 FROM pgboss.job WHERE name = $1 AND state IN ('created', 'retry') AND data->>$2 = $3 LIMIT 1`,
		[queues[queue].name, key, id],
	);
	return rows.length > 0;
}
