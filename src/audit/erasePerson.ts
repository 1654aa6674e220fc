import type { Sql } from "@/queue/sqlOf";
import { appendAudit } from "./appendAudit";
import { logErasure } from "./erasureLog";
import { forgetCachedKey, personOf } from "./personKeys";

/**
 * Makes everything the record says about a person unreadable for ever, by destroying their keys; the chain is over
 * the sealed values and stays whole. Change or delete the person's records first: those changes are recorded too,
 * and with a key that this call then takes. A backup keeps them; a restore erases them again.
 *
 * @param input.email one address; somebody who has had several is erased once for each
 * @param input.reason why, for the record; must not name the person
 * @returns how many keys were destroyed; 0 when the record did not know the person
 */
export async function erasePerson(input: {
	sql: Sql;
	email: string;
	actor: string;
	reason: string;
	/** Outside the database: see `logErasure`. */
	logFile: string;
}): Promise<{ keys: number }> {
	const { sql, actor, reason } = input;
	const person = personOf(input.email);
	// Waits for the transactions that are making a key for the person; the statement after it sees those keys.
	await sql("SELECT pg_advisory_xact_lock(hashtextextended('keyturn.person:' || $1, 0))", [person]);
	const erased = await sql<{ id: string; at: string }>(
		`UPDATE audit_person_keys SET key = NULL, erased_at = clock_timestamp()
		WHERE person = $1 AND erased_at IS NULL RETURNING id, erased_at::text AS at`,
		[person],
	);
	const [first] = erased;
	if (first) await logErasure(input.logFile, { at: first.at, person, keys: erased.map(({ id }) => id) });
	forgetCachedKey(person);
	const entry = { actor, action: "person.erased", collection: "audit-entries", document: person, reason };
	await appendAudit({ sql, entries: [{ ...entry, after: { keys: erased.length } }] });
	return { keys: erased.length };
}
