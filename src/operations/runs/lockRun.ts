import type { RunStatus } from "@/domain/runStatus";
import { NotFound } from "@/errors";
import type { Sql } from "@/queue/sqlOf";

export type LockedRun = {
	id: string;
	onboardingId: string;
	casinoId: string;
	casinoName: string;
	status: RunStatus;
	/** Somebody works on it now: a worker, or the undoing of it. */
	isHeld: boolean;
};

/**
 * Locks a run for a decision about it, until the caller's transaction ends.
 * @throws NotFound
 */
export async function lockRun({ sql, runId }: { sql: Sql; runId: string }): Promise<LockedRun> {
	const [run] = await sql<LockedRun>(
		`SELECT r.id, r.onboarding_id AS "onboardingId", r.casino_id AS "casinoId", c.name AS "casinoName", r.status,
			r.claim IS NOT NULL AND coalesce(r.lease_until > now(), false) AS "isHeld"
		 FROM provisioning_runs r JOIN casinos c ON c.id = r.casino_id WHERE r.id = $1::uuid FOR UPDATE OF r`,
		[runId],
	);
	if (!run) throw new NotFound("run");
	return run;
}
