import type { Sql } from "@/queue/sqlOf";
import { entryColumns, genesisHash, hashEntry, type SealedEntry } from "./auditEntry";

const PAGE = 2000;

export type AuditVerification = {
	ok: boolean;
	/** Entries found whole, from the first on. */
	entries: number;
	/** Entries that wait for the sealer; more than a second's worth means that none is running. */
	unsealed: number;
	/** Of the last whole entry. Kept outside the system it proves later that nothing up to here was rewritten. */
	lastHash: string;
	firstBroken?: { sequence: number; reason: string };
};

type Checkpoint = { entries: number; lastHash: string };

/**
 * Recomputes the whole chain, page by page, and stores the result. Besides the chain itself it checks that the last
 * entry of the verification before is still there: a chain that was cut short or made again is whole in itself.
 */
export async function verifyAudit({ sql }: { sql: Sql }): Promise<AuditVerification> {
	const [checkpoint] = await sql<Checkpoint>(
		`SELECT entries::float8 AS entries, last_hash AS "lastHash" FROM audit_verifications
		WHERE ok ORDER BY id DESC LIMIT 1`,
	);
	let last = { sequence: 0, hash: genesisHash };
	let firstBroken: AuditVerification["firstBroken"];
	for await (const entry of readChain(sql)) {
		firstBroken = findFault(entry, last, checkpoint);
		if (firstBroken) break;
		last = entry;
	}
	if (!firstBroken && checkpoint && last.sequence < checkpoint.entries) {
		firstBroken = { sequence: last.sequence + 1, reason: "is missing: it was there when the record was last verified" };
	}
	const [{ unsealed } = { unsealed: 0 }] = await sql<{ unsealed: number }>(
		"SELECT count(*)::float8 AS unsealed FROM audit_entries WHERE sequence IS NULL",
	);
	await sql("INSERT INTO audit_verifications (ok, entries, last_hash, first_broken) VALUES ($1, $2, $3, $4)", [
		!firstBroken,
		last.sequence,
		last.hash,
		firstBroken ?? null,
	]);
	const result = { ok: !firstBroken, entries: last.sequence, unsealed, lastHash: last.hash };
	return firstBroken ? { ...result, firstBroken } : result;
}

async function* readChain(sql: Sql): AsyncGenerator<SealedEntry> {
	let after = -1;
	for (;;) {
		const page = await sql<SealedEntry>(
			`SELECT ${entryColumns} FROM audit_entries WHERE audit_entries.sequence > $1
			ORDER BY audit_entries.sequence LIMIT ${PAGE}`,
			[after],
		);
		yield* page;
		const end = page.at(-1);
		if (!end || page.length < PAGE) return;
		after = end.sequence;
	}
}

function findFault(
	entry: SealedEntry,
	last: { sequence: number; hash: string },
	checkpoint: Checkpoint | undefined,
): AuditVerification["firstBroken"] {
	const expected = last.sequence + 1;
	if (entry.sequence !== expected) return { sequence: expected, reason: "is missing" };
	if (hashEntry(entry) !== entry.hash) return { sequence: expected, reason: "was changed after it was sealed" };
	if (entry.previousHash !== last.hash) return { sequence: expected, reason: "does not follow the entry before it" };
	if (checkpoint?.entries === expected && checkpoint.lastHash !== entry.hash) {
		return { sequence: expected, reason: "is not the entry that was there when the record was last verified" };
	}
	return undefined;
}
