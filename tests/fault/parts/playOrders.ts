import type { Payload } from "payload";
import type { Pool } from "pg";
import { recordEvent } from "@/inbox/recordEvent";
import { settlePaymentEvent } from "@/operations/payments/settlePaymentEvent";
import type { CopiedCustomer } from "../../harness/copyCustomers";
import { fiveEvents, type StripeEvent } from "./fiveEvents";
import { randomFrom, shuffle } from "./shuffle";

const DELIVERIES = 5;
const LANES = 4;

/** How an order ended: everything the five events decide, without the ids and moments that differ by nature. */
export type End = { seed: number; order: string[]; state: string };

/**
 * Plays the five events to each customer, each five times, in an order of the customer's own. The queue's jobs are taken
 * now at once and now later, as workers do.
 */
export async function playOrders(payload: Payload, customers: readonly CopiedCustomer[]): Promise<End[]> {
	const ends: End[] = [];
	const waiting = [...customers.entries()];
	const lane = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			ends.push(await playOrder(payload, next[1], next[0] + 1));
		}
	};
	await Promise.all(Array.from({ length: LANES }, lane));
	return ends;
}

async function playOrder(payload: Payload, customer: CopiedCustomer, seed: number): Promise<End> {
	const random = randomFrom(seed);
	const events = fiveEvents(customer);
	const deliveries = shuffle(Array.from({ length: DELIVERIES }, () => events).flat(), random);
	const ids = new Set<string>();
	for (const event of deliveries) {
		ids.add(await deliver(payload, event));
		if (random() < 0.5) await takeJobs(payload, ids);
	}
	await takeJobs(payload, ids);
	return { seed, order: deliveries.map(({ type }) => type), state: await readState(payload, customer) };
}

async function deliver(payload: Payload, event: StripeEvent): Promise<string> {
	const pool = payload.db.pool as unknown as Pool;
	const { id } = await recordEvent({ pool, provider: "stripe", event, receivedAt: new Date().toISOString() });
	return id;
}

/** Does what a worker does with the jobs of these events, those it makes on the way included; each job twice. */
async function takeJobs(payload: Payload, ids: ReadonlySet<string>): Promise<void> {
	for (;;) {
		const { rows } = await payload.db.pool.query<{ id: string }>(
			`DELETE FROM pgboss.job WHERE name = 'settle_payment_event' AND data->>'eventId' = ANY($1)
			 RETURNING data->>'eventId' AS id`,
			[[...ids]],
		);
		if (rows.length === 0) return;
		for (const { id } of [...rows, ...rows]) await settlePaymentEvent({ payload, eventId: id });
	}
}

async function readState(payload: Payload, { invoice, casino, company }: CopiedCustomer): Promise<string> {
	const { rows } = await payload.db.pool.query<{ state: unknown }>(stateSql, [invoice, casino, company]);
	const text = JSON.stringify(rows[0]?.state, null, 1);
	return [invoice, casino, company].reduce((known, id, index) => known.replaceAll(id, `<${index}>`), text);
}

const stateSql = `SELECT json_build_object(
	'invoice', (SELECT to_jsonb(i) - ARRAY['id', 'number', 'casino_id', 'onboarding_id', 'purchaser_email', 'created_at', 'updated_at']
		FROM invoices i WHERE id = $1::uuid),
	'events', (SELECT json_agg(json_build_array(type, status, hold_reason, invoice_id IS NOT NULL) ORDER BY type COLLATE "C")
		FROM payment_events WHERE event_id LIKE '%' || $1),
	'casino', (SELECT json_build_array(status, payment_standing) FROM casinos WHERE id = $2::uuid),
	'company', (SELECT json_build_array(name, billing_email, stripe_i_d) FROM companies WHERE id = $3::uuid),
	'openRisks', (SELECT coalesce(json_agg(kind ORDER BY kind), '[]') FROM risks
		WHERE casino_id = $2::uuid AND status <> 'resolved'),
	'runs', (SELECT json_agg(status) FROM provisioning_runs WHERE casino_id = $2::uuid),
	'receipts', (SELECT count(*) FROM messages WHERE casino_id = $2::uuid AND template = 'payment_received')
) AS state`;
