import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { env } from "@/env";
import type { Sql } from "@/queue/sqlOf";

/** A key that seals what the record says about one person. */
export type PersonKey = { id: string; key: Buffer };

const CACHE_MAX = 10_000;
const CACHE_MS = 10 * 60_000;

type Cached = PersonKey & { until: number };

/**
 * Keys this process has used lately. A cached key may be erased, rolled back, or of another database: whoever writes
 * with one has the database confirm it in the same statement. Reading never uses the cache.
 */
const cache = new Map<string, Cached>();

const derived = new Map<string, Buffer>();

/** The key for one purpose that an installation's secret stands for. */
export function deriveSecret(purpose: "person" | "keys", secret: string = env().PAYLOAD_SECRET): Buffer {
	const name = `${purpose}\0${secret}`;
	const known = derived.get(name);
	if (known) return known;
	const key = Buffer.from(hkdfSync("sha256", secret, "", `keyturn audit ${purpose}`, 32));
	derived.set(name, key);
	return key;
}

/**
 * What persons are named by where PAYLOAD_SECRET was changed: still what the first one stood for. Names are hashes of addresses that
 * stand nowhere: they cannot be made again.
 */
let keptNaming: Buffer | null = null;

/** How what is kept for a purpose is bound to it (`encrypt`). */
export const namingPurpose = "person";

/**
 * Reads what persons are named by, before anybody is named; tries the secret on what it sealed.
 * @throws when PAYLOAD_SECRET is another one than this database is sealed with
 */
export async function openSealed(sql: Sql): Promise<void> {
	const [table] = await sql<{ isThere: boolean }>(`SELECT to_regclass('sealing_secrets') IS NOT NULL AS "isThere"`);
	// Before the first migration nothing is sealed.
	if (!table?.isThere) return;
	const [kept] = await sql<{ sealed: Buffer }>("SELECT sealed FROM sealing_secrets WHERE purpose = $1", [
		namingPurpose,
	]);
	const [any] = await sql<{ id: string; key: Buffer }>(
		"SELECT id, key FROM audit_person_keys WHERE key IS NOT NULL LIMIT 1",
	);
	try {
		keptNaming = kept ? decrypt(deriveSecret("keys"), kept.sealed, namingPurpose) : null;
		if (any) unwrapKey(any.id, any.key);
	} catch {
		throw new Error(
			"PAYLOAD_SECRET is not the one this database is sealed with. Set the one it was, or change it with npm run rekey (docs/operations.md).",
		);
	}
}

/** The name a person has in the record: a keyed hash of their e-mail address, in hexadecimal. */
export function personOf(email: string): string {
	return createHmac("sha256", keptNaming ?? deriveSecret("person"))
		.update(email.trim().toLowerCase())
		.digest("hex");
}

/** A key for each person, from the cache where it is there: to be confirmed by the statement that uses it. */
export async function findPersonKeys(sql: Sql, persons: readonly string[]): Promise<Map<string, PersonKey>> {
	const keys = new Map<string, PersonKey>();
	for (const person of persons) {
		const known = cache.get(person);
		if (known && known.until > Date.now()) keys.set(person, known);
	}
	const unknown = persons.filter((person) => !keys.has(person));
	if (unknown.length > 0) for (const [person, key] of await loadPersonKeys(sql, unknown)) keys.set(person, key);
	return keys;
}

/** A key for each person from the database, made in the caller's transaction where there is none. */
export async function loadPersonKeys(sql: Sql, persons: readonly string[]): Promise<Map<string, PersonKey>> {
	const fresh = persons.map(() => ({ id: randomUUID(), key: randomBytes(32) }));
	// The shared lock lets an erasure wait for the transactions that are making keys; they don't wait for each other.
	const rows = await sql<{ person: string; id: string; key: Buffer }>(
		`WITH wanted AS (SELECT * FROM unnest($1::text[], $2::uuid[], $3::bytea[]) AS w (person, id, key)),
		held AS (SELECT pg_advisory_xact_lock_shared(hashtextextended('keyturn.person:' || person, 0)) FROM wanted),
		live AS (
			SELECT DISTINCT ON (person) k.person, k.id, k.key FROM audit_person_keys k JOIN wanted USING (person)
			WHERE k.erased_at IS NULL ORDER BY person, k.created_at, k.id
		),
		made AS (
			INSERT INTO audit_person_keys (person, id, key)
			SELECT person, id, key FROM wanted
			WHERE (SELECT count(*) FROM held) > 0 AND NOT EXISTS (SELECT FROM live WHERE live.person = wanted.person)
			RETURNING person, id, key
		)
		SELECT * FROM live UNION ALL SELECT * FROM made`,
		[persons, fresh.map(({ id }) => id), fresh.map(({ id, key }) => wrapKey(id, key))],
	);
	const keys = new Map(rows.map(({ person, id, key }) => [person, { id, key: unwrapKey(id, key) }]));
	rememberKeys(keys);
	return keys;
}

function rememberKeys(keys: ReadonlyMap<string, PersonKey>): void {
	const until = Date.now() + CACHE_MS;
	for (const [person, key] of keys) {
		cache.delete(person);
		cache.set(person, { ...key, until });
	}
	for (const oldest of cache.keys()) {
		if (cache.size <= CACHE_MAX) break;
		cache.delete(oldest);
	}
}

/** The keys of these ids that have not been erased, fresh from the database. */
export async function readKeys(sql: Sql, ids: readonly string[]): Promise<Map<string, Buffer>> {
	if (ids.length === 0) return new Map();
	const rows = await sql<{ id: string; key: Buffer }>(
		"SELECT id, key FROM audit_person_keys WHERE id = ANY($1::uuid[]) AND erased_at IS NULL",
		[ids],
	);
	return new Map(rows.map(({ id, key }) => [id, unwrapKey(id, key)]));
}

export function forgetCachedKey(person: string): void {
	cache.delete(person);
}

function wrapKey(id: string, key: Buffer): Buffer {
	return encrypt(deriveSecret("keys"), key, id);
}

function unwrapKey(id: string, wrapped: Buffer): Buffer {
	return decrypt(deriveSecret("keys"), wrapped, id);
}

/** AES-256-GCM as nonce, tag, ciphertext. `bound` must be the same at decryption: it ties the text to its place. */
export function encrypt(key: Buffer, plain: Buffer, bound: string): Buffer {
	const nonce = randomBytes(12);
	const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound));
	const text = Buffer.concat([cipher.update(plain), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Throws when the text was not made by `encrypt` with this key and binding. */
export function decrypt(key: Buffer, sealed: Buffer, bound: string): Buffer {
	const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12), { authTagLength: 16 })
		.setAAD(Buffer.from(bound))
		.setAuthTag(sealed.subarray(12, 28));
	return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
