import type { Sql } from "@/queue/sqlOf";
import { appendAudit } from "./appendAudit";
import { forgetCachedKey, personOf } from "./personKeys";

/**
 * Makes everything the record says about a person unreadable for ever, by destroying their keys; the chain is over
 * the sealed values and stays whole. Change or delete the person's records first: those changes are recorded too,
 * and with a key that this call then takes. Copies in backups live as long as the backups.
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
}): Promise<{ keys: number }> {
	const { sql, actor, reason } = input;
	const person = personOf(input.email);
	// Waits for the transactions that are making a key for the person; the statement after it sees those keys.
	await sql("SELECT pg_advisory_xact_lock(hashtextextended('keyturn.person:' || $1, 0))", [person]);
	const erased = await sql(
		`UPDATE audit_person_keys SET key = NULL, erased_at = clock_timestamp()
		WHERE person = $1 AND erased_at IS NULL RETURNING id`,
		[person],
	);
	forgetCachedKey(person);
	const entry = { actor, action: "person.erased", collection: "audit-entries", document: person, reason };
	await appendAudit({ sql, entries: [{ ...entry, after: { keys: erased.length } }] });
	return { keys: erased.length };
}
