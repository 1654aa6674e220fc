import { createHash } from "node:crypto";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

/** What happened, told by whoever did it, in plain values: `appendAudit` seals personal ones and drops secrets. */
export type AuditInput = {
	/** `user:<uuid>`, `api-client:<uuid>`, `system:<why>` or `anonymous`: see `auditActorOf`. */
	actor: string;
	/** `create`, `update`, `delete`, `sign_in`, `denied`, `run.started`, `step.succeeded`, … */
	action: string;
	collection: string;
	document?: string | null;
	casino?: string | null;
	/** The whole record before, or what of it matters; relations by id. */
	before?: object | null;
	/** The whole record after. With both given only the top-level fields that differ are kept. */
	after?: object | null;
	reason?: string | null;
	/** The version (`updatedAt`) of the record that the change led to, where the writer knows it; else the transaction's time. */
	recordUpdatedAt?: string | null;
};

/** An entry as the database holds it: personal values sealed, secrets gone. */
export type StoredEntry = {
	id: string;
	at: Date;
	actor: string;
	action: string;
	collection: string;
	document: string | null;
	casino: string | null;
	before: JsonObject | null;
	after: JsonObject | null;
	reason: string | null;
};

export type SealedEntry = StoredEntry & { sequence: number; previousHash: string; hash: string };

/** The columns of an entry under the names the code uses. `numeric` arrives as text; sequences fit a double. */
export const entryColumns = `id, at, actor, action, collection, document, casino_id AS casino, before, after, reason,
	sequence::float8 AS sequence, previous_hash AS "previousHash", hash`;

/** What the first entry names as its predecessor. */
export const genesisHash = "0".repeat(64);

/**
 * SHA-256, in hexadecimal, over the canonical JSON of everything an entry says and its place in the chain.
 * Always of values read back from the database: JSONB and timestamps come back rounded and reordered.
 */
export function hashEntry(entry: Omit<SealedEntry, "hash">): string {
	const { sequence, previousHash, id, at, actor, action, collection, document, casino, before, after, reason } = entry;
	const content = { sequence, previousHash, id, at: at.toISOString(), actor, action, collection, document, casino };
	return createHash("sha256")
		.update(canonicalJson({ ...content, before, after, reason }))
		.digest("hex");
}

/** JSON with the keys of every object sorted: equal values have equal text. */
export function canonicalJson(value: Json | undefined): string {
	return JSON.stringify(value, (_key, part: unknown) => {
		if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
		return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}
