import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { boundTime } from "@/domain/settlement/boundTime";
import { commitTogether } from "./commitTogether";

const identifier = /^[\x21-\x7e]{1,255}$/;
const lastSecond = 253_402_300_799;

/**
 * Takes one event of a payment provider into the inbox; when this returns, it is committed.
 * Times are the provider's `created` in epoch seconds and `receivedAt` in ISO 8601.
 * @returns `isNew` false when the same event was recorded before; `id` is the row's
 * What has no id, type or time that we know is kept all the same: a shape nobody here has seen is no reason to refuse it.
 * @throws Unavailable when it could not be committed: the provider then sends it again
 */
export async function recordEvent(input: {
	pool: Pick<Pool, "query">;
	provider: "stripe" | "xero" | "manual";
	event: Record<string, unknown>;
	receivedAt: string;
}): Promise<{ isNew: boolean; id: string }> {
	const { event, provider, receivedAt } = input;
	const payload = toJsonb(event);
	return commitTogether(input.pool, {
		provider,
		eventId: readIdentifier(event.id) ?? `unknown_${createHash("sha256").update(payload).digest("hex").slice(0, 40)}`,
		type: readIdentifier(event.type) ?? "unknown",
		payload,
		objectId: readIdentifier(findObject(event)?.id),
		occurredAt: readTime(event.created, receivedAt),
		receivedAt,
	});
}

function readIdentifier(value: unknown): string | null {
	return typeof value === "string" && identifier.test(value) ? value : null;
}

function readTime(created: unknown, receivedAt: string): number {
	const told = readSeconds(created);
	const at = told === null ? receivedAt : boundTime(new Date(told * 1000).toISOString(), receivedAt);
	return Math.floor(Date.parse(at) / 1000);
}

/** Whole seconds since 1970, or ISO 8601 as newer kinds of event have it. */
function readSeconds(value: unknown): number | null {
	const seconds = typeof value === "string" ? Math.floor(Date.parse(value) / 1000) : value;
	return Number.isSafeInteger(seconds) && Number(seconds) >= 0 && Number(seconds) <= lastSecond
		? Number(seconds)
		: null;
}

function findObject({ data }: Record<string, unknown>): { id?: unknown } | null {
	const object = typeof data === "object" && data !== null && "object" in data ? data.object : null;
	return typeof object === "object" ? object : null;
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
