import type { Pool } from "pg";
import { z } from "zod";
import { InvalidInput, Unavailable } from "@/errors";
import { queues } from "@/queue/queues";
import { wakeWorkers } from "@/queue/wakeWorkers";

const identifier = z.string().regex(/^[\x21-\x7e]{1,255}$/, "must be 1 to 255 printable characters");

/** What every event must have to be kept; the rest is read at settlement. */
const envelope = z.object({
	id: identifier,
	type: identifier,
	created: z.int("must be whole seconds since 1970").min(0).max(253_402_300_799),
	data: z
		.object({ object: z.object({ id: identifier.optional().catch(undefined) }) })
		.optional()
		.catch(undefined),
});

/** One statement is one transaction: the row and the job that settles it exist together or not at all. */
const recordSql = `
	WITH recorded AS (
		INSERT INTO payment_events
			(provider, event_id, type, status, payload, object_id, occurred_at, received_at, created_at, updated_at)
		VALUES ($1, $2, $3, 'received', $4::jsonb, $5, to_timestamp($6), $7, now(), now())
		ON CONFLICT (provider, event_id) DO NOTHING
		RETURNING id
	)
	SELECT id, enqueue_job($8, jsonb_build_object('eventId', id), NULL, false) FROM recorded`;

/**
 * Takes one event of a payment provider into the inbox; when this returns, it is committed.
 * Times are the provider's `created` in epoch seconds and `receivedAt` in ISO 8601.
 * @returns `isNew` false when the same event was recorded before; `id` is the row's
 * @throws InvalidInput when it is no event, Unavailable when it could not be committed: the provider then sends it again
 */
export async function recordEvent(input: {
	pool: Pick<Pool, "query">;
	provider: "stripe" | "xero" | "manual";
	event: Record<string, unknown>;
	receivedAt: string;
}): Promise<{ isNew: boolean; id: string }> {
	const { id, type, created, data } = parseEnvelope(input.event);
	const values = [
		input.provider,
		id,
		type,
		toJsonb(input.event),
		data?.object.id ?? null,
		created,
		input.receivedAt,
		queues.settlePaymentEvent.name,
	];
	try {
		const { rows } = await input.pool.query<{ id: string }>({ name: "record_event", text: recordSql, values });
		const [recorded] = rows;
		if (recorded) {
			wakeWorkers({ pool: input.pool, queue: "settlePaymentEvent" });
			return { isNew: true, id: recorded.id };
		}
		// A statement of its own: a row that another request committed meanwhile is invisible to the first one.
		const known = await input.pool.query<{ id: string }>(
			"SELECT id FROM payment_events WHERE provider = $1 AND event_id = $2",
			[input.provider, id],
		);
		if (known.rows[0]) return { isNew: false, id: known.rows[0].id };
	} catch (error) {
		throw new Unavailable("The event could not be recorded. Send it again.", error);
	}
	throw new Unavailable("The event was removed while it was being recorded. Send it again.");
}

function parseEnvelope(event: Record<string, unknown>): z.output<typeof envelope> {
	const parsed = envelope.safeParse(event);
	if (parsed.success) return parsed.data;
	throw new InvalidInput(
		parsed.error.issues.map((issue) => ({ path: issue.path.join(".") || "event", message: issue.message })),
	);
}

/**
 * PostgreSQL's jsonb refuses NUL and lone surrogates. A payment is not lost over a character: both become U+FFFD.
 * They, and an escaped backslash that could be mistaken for their beginning, are all that the pattern meets.
 */
function toJsonb(event: Record<string, unknown>): string {
	return JSON.stringify(event).replace(/\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/g, (sequence) =>
		sequence === "\\\\" ? sequence : "\\ufffd",
	);
}
