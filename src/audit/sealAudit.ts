import type { Pool, PoolClient } from "pg";
import { entryColumns, genesisHash, hashEntry, type StoredEntry } from "./auditEntry";

const BATCH = 500;
/** One sealer at a time per database; the number means nothing else. */
const SEALER_LOCK = 7_201_902;

/**
 * Chains the committed entries that have no place in the chain yet, oldest first, a batch a transaction.
 * Somebody else sealing at the same time is left to it.
 * @returns how many were sealed
 */
export async function sealAudit({ pool }: { pool: Pick<Pool, "connect"> }): Promise<number> {
	let sealed = 0;
	for (;;) {
		const batch = await sealBatch(pool);
		sealed += batch;
		if (batch < BATCH) return sealed;
	}
}

async function sealBatch(pool: Pick<Pool, "connect">): Promise<number> {
	const client = await pool.connect();
	try {
		await client.query("BEGIN");
		const { rows } = await client.query("SELECT pg_try_advisory_xact_lock($1) AS held", [SEALER_LOCK]);
		// The head is read by a later statement than the lock: in the same one it would be that of before the lock.
		const count = rows[0].held ? await chainBatch(client) : 0;
		await client.query("COMMIT");
		client.release();
		return count;
	} catch (error) {
		// Not given back to the pool: the transaction may still be open on it.
		client.release(true);
		throw error;
	}
}

async function chainBatch(client: PoolClient): Promise<number> {
	const head = await client.query<{ sequence: number; hash: string }>(
		`SELECT sequence::float8 AS sequence, hash FROM audit_entries
		WHERE audit_entries.sequence IS NOT NULL ORDER BY audit_entries.sequence DESC LIMIT 1`,
	);
	const { rows } = await client.query<StoredEntry>(
		`SELECT ${entryColumns} FROM audit_entries WHERE audit_entries.sequence IS NULL ORDER BY at, id LIMIT $1`,
		[BATCH],
	);
	if (rows.length === 0) return 0;
	let { sequence, hash: previousHash } = head.rows[0] ?? { sequence: 0, hash: genesisHash };
	const seals = rows.map((entry) => {
		sequence += 1;
		const seal = { id: entry.id, sequence, previousHash, hash: hashEntry({ ...entry, sequence, previousHash }) };
		previousHash = seal.hash;
		return seal;
	});
	await client.query(
		`UPDATE audit_entries SET sequence = s.sequence, previous_hash = s.previous_hash, hash = s.hash
		FROM unnest($1::uuid[], $2::numeric[], $3::text[], $4::text[]) AS s (id, sequence, previous_hash, hash)
		WHERE audit_entries.id = s.id`,
		[
			seals.map(({ id }) => id),
			seals.map((seal) => seal.sequence),
			seals.map((seal) => seal.previousHash),
			seals.map(({ hash }) => hash),
		],
	);
	return seals.length;
}
