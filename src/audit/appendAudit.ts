import type { Sql } from "@/queue/sqlOf";
import type { AuditInput, JsonObject } from "./auditEntry";
import { changedFields } from "./changedFields";
import { nextEntryId } from "./nextEntryId";
import { uncopiedFields } from "./personalFields";
import { findPersonKeys, loadPersonKeys, type PersonKey } from "./personKeys";
import { type MarkedObject, markPersonal, personsIn, sealMarked } from "./sealPersonal";
import { withoutSecrets } from "./withoutSecrets";

type Prepared = { input: AuditInput; before: MarkedObject | null; after: MarkedObject | null };

/**
 * Writes entries to the record, in the caller's transaction: what cannot be recorded does not happen. One statement,
 * and one more when a person is mentioned whose key this process does not know. They are chained after the commit.
 * @param input.sql of the transaction that makes the change (`sqlOf(req)`)
 * @throws when the entries could not be written; the caller must not go on
 */
export async function appendAudit(input: { sql: Sql; entries: readonly AuditInput[] }): Promise<void> {
	if (input.entries.length === 0) return;
	const prepared = input.entries.map(prepareEntry);
	const persons = [...new Set(prepared.flatMap(({ before, after }) => [...personsIn(before), ...personsIn(after)]))];
	if (await insertEntries(input.sql, prepared, await findPersonKeys(input.sql, persons))) return;
	// A cached key was erased meanwhile, or belonged to a transaction that was rolled back.
	if (await insertEntries(input.sql, prepared, await loadPersonKeys(input.sql, persons))) return;
	throw new Error("Audit entries could not be sealed: a person's key was erased while they were written.");
}

/** Keeps what changed, drops secrets, finds what is personal. */
function prepareEntry(input: AuditInput): Prepared {
	const before = plainJson(input.before);
	const after = plainJson(input.after);
	const changed = before && after ? new Set(changedFields(before, after)) : null;
	const uncopied = uncopiedFields[input.collection] ?? [];
	const side = (record: JsonObject | null, other: JsonObject | null): MarkedObject | null => {
		if (!record) return null;
		const kept = Object.entries(record).filter(([name]) => !uncopied.includes(name) && (changed?.has(name) ?? true));
		const fields = withoutSecrets(Object.fromEntries(kept));
		return markPersonal({ collection: input.collection, fields, record: { ...other, ...record } });
	};
	return { input, before: side(before, after), after: side(after, before) };
}

/** JSONB refuses half a surrogate pair, which text columns take; no such text may make a change impossible. */
function plainJson(record: object | null | undefined): JsonObject | null {
	if (!record) return null;
	return JSON.parse(
		JSON.stringify(record, (_key, value) => (typeof value === "string" ? value.toWellFormed() : value)),
	);
}

/** @returns false when one of the persons' keys is not alive in the database: then nothing was written */
async function insertEntries(
	sql: Sql,
	prepared: readonly Prepared[],
	keys: ReadonlyMap<string, PersonKey>,
): Promise<boolean> {
	const keyOf = (person: string): PersonKey => {
		const key = keys.get(person);
		if (!key) throw new Error("A person's key is missing.");
		return key;
	};
	const json = (marked: MarkedObject | null) => (marked ? JSON.stringify(sealMarked(marked, keyOf)) : null);
	const column = <T>(of: (entry: Prepared) => T): T[] => prepared.map(of);
	const written = await sql(
		`INSERT INTO audit_entries (id, at, actor, action, collection, document, casino_id, before, after, reason, record_updated_at)
		SELECT e.id, clock_timestamp(), e.actor, e.action, e.collection, e.document, e.casino, e.before, e.after, e.reason, coalesce(e.version, now())
		FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::jsonb[], $8::jsonb[], $9::text[], $10::timestamptz[])
			AS e (id, actor, action, collection, document, casino, before, after, reason, version)
		WHERE (SELECT count(*) FROM audit_person_keys WHERE id = ANY($11::uuid[]) AND erased_at IS NULL) = cardinality($11::uuid[])
		RETURNING id`,
		[
			column(() => nextEntryId()),
			column(({ input }) => input.actor),
			column(({ input }) => input.action),
			column(({ input }) => input.collection),
			column(({ input }) => input.document ?? null),
			column(({ input }) => input.casino ?? null),
			column(({ before }) => json(before)),
			column(({ after }) => json(after)),
			column(({ input }) => input.reason ?? null),
			column(({ input }) => input.recordUpdatedAt ?? null),
			[...keys.values()].map(({ id }) => id),
		],
		"append_audit",
	);
	return written.length === prepared.length;
}
