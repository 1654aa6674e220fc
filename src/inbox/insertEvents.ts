import type { Pool } from "pg";
import { queues } from "@/queue/queues";
import { wakeWorkers } from "@/queue/wakeWorkers";

/** One event as it is kept; times as epoch seconds and ISO 8601, the payload as JSON that PostgreSQL accepts. */
export type IncomingEvent = {
	provider: "stripe" | "xero" | "manual";
	eventId: string;
	type: string;
	payload: string;
	objectId: string | null;
	occurredAt: number;
	receivedAt: string;
};

export type Kept = { isNew: boolean; id: string };
export type Database = Pick<Pool, "query">;

type Row = { id: string; provider: string; eventId: string };

/** One statement is one transaction: the rows and the jobs that settle them exist together or not at all. */
const insertSql = `
	WITH recorded AS (
		INSERT INTO payment_events
			(provider, event_id, type, status, payload, object_id, occurred_at, received_at, created_at, updated_at)
		SELECT e.provider::enum_payment_events_provider, e.event_id, e.type, 'received', e.payload::jsonb, e.object_id,
			to_timestamp(e.occurred_at), e.received_at, now(), now()
		FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::timestamptz[])
			AS e (provider, event_id, type, payload, object_id, occurred_at, received_at)
		ON CONFLICT (provider, event_id) DO NOTHING
		RETURNING id, provider, event_id
	), queued AS MATERIALIZED (
		SELECT enqueue_jobs($8, array_agg(jsonb_build_object('eventId', id))) AS made FROM recorded
	)
	SELECT r.id, r.provider, r.event_id AS "eventId", q.made FROM recorded r CROSS JOIN queued q`;

const knownSql = `
	SELECT e.id, e.provider, e.event_id AS "eventId"
	FROM unnest($1::text[], $2::text[]) AS n (provider, event_id)
	JOIN payment_events e ON e.provider = n.provider::enum_payment_events_provider AND e.event_id = n.event_id`;

const keyOf = ({ provider, eventId }: { provider: string; eventId: string }) => `${provider} ${eventId}`;

/**
 * Inserts events that may be there already, others of the same batch included.
 * @returns for each event, in their order, its row; undefined when it was removed meanwhile
 */
export async function insertEvents(
	database: Database,
	events: readonly IncomingEvent[],
): Promise<(Kept | undefined)[]> {
	// In one order everywhere: two batches with the same events wait for each other once, not crosswise.
	const sorted = events.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
	const column = <Value>(of: (event: IncomingEvent) => Value) => sorted.map(of);
	const recorded = await database.query<Row>({
		name: "record_events",
		text: insertSql,
		values: [
			column(({ provider }) => provider),
			column(({ eventId }) => eventId),
			column(({ type }) => type),
			column(({ payload }) => payload),
			column(({ objectId }) => objectId),
			column(({ occurredAt }) => occurredAt),
			column(({ receivedAt }) => receivedAt),
			queues.settlePaymentEvent.name,
		],
	});
	if (recorded.rows.length > 0) wakeWorkers({ pool: database, queue: "settlePaymentEvent" });
	const fresh = new Map(recorded.rows.map((row) => [keyOf(row), row.id]));
	const known = await findKnown(
		database,
		events.filter((event) => !fresh.has(keyOf(event))),
	);
	return events.map((event) => {
		const key = keyOf(event);
		const id = fresh.get(key);
		// The first of a batch is the new one; the same event beside it is a repetition.
		if (id && !known.has(key)) {
			known.set(key, id);
			return { isNew: true, id };
		}
		const knownId = known.get(key);
		return knownId ? { isNew: false, id: knownId } : undefined;
	});
}

/** A statement of its own: a row that another request committed meanwhile is invisible to the first one. */
async function findKnown(database: Database, events: readonly IncomingEvent[]): Promise<Map<string, string>> {
	if (events.length === 0) return new Map();
	const values = [events.map(({ provider }) => provider), events.map(({ eventId }) => eventId)];
	const { rows } = await database.query<Row>(knownSql, values);
	return new Map(rows.map((row) => [keyOf(row), row.id]));
}
