import type { Sql } from "@/queue/sqlOf";

export type AuditStatus = {
	lastSequence: number;
	lastEntryAt: Date | null;
	unsealed: number;
	/** When the oldest entry that waits for the sealer was written. */
	unsealedSince: Date | null;
	lastVerification: {
		at: Date;
		ok: boolean;
		entries: number;
		firstBroken: { sequence: number; reason: string } | null;
	} | null;
};

/** The state of the record at a glance, without recomputing anything: three index look-ups. */
export async function readAuditStatus({ sql }: { sql: Sql }): Promise<AuditStatus> {
	const [row] = await sql<{ status: AuditStatus }>(
		`SELECT json_build_object(
			'lastSequence', coalesce(head.sequence, 0), 'lastEntryAt', head.at,
			'unsealed', waiting.count, 'unsealedSince', waiting.since,
			'lastVerification', verification
		) AS status
		FROM (SELECT count(*) AS count, min(at) AS since FROM audit_entries WHERE sequence IS NULL) AS waiting
		LEFT JOIN LATERAL (
			SELECT sequence, at FROM audit_entries WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1
		) AS head ON true
		LEFT JOIN LATERAL (
			SELECT at, ok, entries, first_broken AS "firstBroken" FROM audit_verifications ORDER BY id DESC LIMIT 1
		) AS verification ON true`,
	);
	if (!row) throw new Error("The audit record's state could not be read.");
	const { status } = row;
	return {
		...status,
		lastEntryAt: toDate(status.lastEntryAt),
		unsealedSince: toDate(status.unsealedSince),
		lastVerification: status.lastVerification && {
			...status.lastVerification,
			at: new Date(status.lastVerification.at),
		},
	};
}

/** JSON carries times as text. */
function toDate(value: Date | string | null): Date | null {
	return value === null ? null : new Date(value);
}
