import type { Pool } from "pg";
import { z } from "zod";
import { InvalidInput } from "@/errors";
import { commitTogether } from "./commitTogether";

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
	return commitTogether(input.pool, {
		provider: input.provider,
		eventId: id,
		type,
		payload: toJsonb(input.event),
		objectId: data?.object.id ?? null,
		occurredAt: created,
		receivedAt: input.receivedAt,
	});
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
