import type { Sql } from "@/queue/sqlOf";
import { appendAudit } from "./appendAudit";
import { decrypt, deriveSecret, encrypt, namingPurpose } from "./personKeys";

const batch = 2_000;

type Secrets = { from: string; to: string };
type Rekeyed = { keys: number; isDone: boolean; isChecked: boolean };

/**
 * Seals with another PAYLOAD_SECRET what is sealed with the one before, and signs everybody out: their tokens are signed with it. In the
 * caller's transaction, which either does all of it or nothing; done again after a crash it finds what was done.
 *
 * What hangs on the secret: sign-in tokens; the keys that seal persons' values in the audit record; the names persons have there;
 * the mark of browsers that have signed in before, which are strangers once more. Links that were mailed do not: they are hashes.
 *
 * @returns how many keys were sealed anew; `isDone` when the database is sealed with `to` already; `isChecked` when something is
 * sealed that shows `from` to be the right one: an empty database has nothing to tell it by, and nothing to lose
 * @throws when `from` is not the secret the database is sealed with, or others are at work in it
 */
export async function rekey(input: { sql: Sql } & Secrets): Promise<Rekeyed> {
	const { sql, from, to } = input;
	await requireNobodyElse(sql);
	// Nobody makes a key meanwhile.
	await sql("LOCK TABLE audit_person_keys, sealing_secrets IN EXCLUSIVE MODE");
	if ((await trySecret(sql, to)) === "opens") return { keys: 0, isDone: true, isChecked: true };
	const tried = await trySecret(sql, from);
	if (tried === "fails") {
		throw new Error("PAYLOAD_SECRET is not the one this database is sealed with. Nothing was changed.");
	}
	const naming = (await readNaming(sql, from)) ?? deriveSecret("person", from);
	const keys = await sealKeys(sql, { from, to });
	await sql(
		`INSERT INTO sealing_secrets (purpose, sealed) VALUES ($1, $2) ON CONFLICT (purpose) DO UPDATE SET sealed = excluded.sealed`,
		[namingPurpose, encrypt(deriveSecret("keys", to), naming, namingPurpose)],
	);
	await sql("DELETE FROM session_details");
	const sessions = await sql("DELETE FROM users_sessions RETURNING 1");
	const entry = { actor: "system:rekey", action: "secret.changed", collection: "audit-entries", document: "secret" };
	await appendAudit({
		sql,
		entries: [{ ...entry, casino: null, after: { keys, sessions: sessions.length }, reason: null }],
	});
	return { keys, isDone: false, isChecked: tried === "opens" };
}

/** Processes with the old secret would go on sealing with it. */
async function requireNobodyElse(sql: Sql): Promise<void> {
	const others = await sql<{ name: string }>(
		`SELECT DISTINCT application_name AS name FROM pg_stat_activity
		 WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'keyturn%' ORDER BY 1`,
	);
	if (others.length === 0) return;
	const names = others.map(({ name }) => name).join(", ");
	throw new Error(`Stop Keyturn first: ${names} is connected. Nothing was changed.`);
}

/** Whether the database is sealed with this secret: all that is sealed opens with it, tried on one of each. */
async function trySecret(sql: Sql, secret: string): Promise<"opens" | "fails" | "nothing_sealed"> {
	const [any] = await sql<{ id: string; key: Buffer }>(
		"SELECT id, key FROM audit_person_keys WHERE key IS NOT NULL LIMIT 1",
	);
	try {
		const naming = await readNaming(sql, secret);
		if (any) decrypt(deriveSecret("keys", secret), any.key, any.id);
		return naming !== null || any !== undefined ? "opens" : "nothing_sealed";
	} catch {
		return "fails";
	}
}

async function readNaming(sql: Sql, secret: string): Promise<Buffer | null> {
	const [kept] = await sql<{ sealed: Buffer }>("SELECT sealed FROM sealing_secrets WHERE purpose = $1", [
		namingPurpose,
	]);
	return kept ? decrypt(deriveSecret("keys", secret), kept.sealed, namingPurpose) : null;
}

async function sealKeys(sql: Sql, { from, to }: Secrets): Promise<number> {
	const [before, after] = [deriveSecret("keys", from), deriveSecret("keys", to)];
	let last = "00000000-0000-0000-0000-000000000000";
	let count = 0;
	for (;;) {
		const rows = await sql<{ id: string; key: Buffer }>(
			"SELECT id, key FROM audit_person_keys WHERE key IS NOT NULL AND id > $1::uuid ORDER BY id LIMIT $2",
			[last, batch],
		);
		if (rows.length === 0) return count;
		const sealed = rows.map(({ id, key }) => encrypt(after, decrypt(before, key, id), id));
		await sql(
			`UPDATE audit_person_keys k SET key = w.key FROM unnest($1::uuid[], $2::bytea[]) AS w (id, key) WHERE k.id = w.id`,
			[rows.map(({ id }) => id), sealed],
		);
		count += rows.length;
		last = rows.at(-1)?.id ?? last;
	}
}
