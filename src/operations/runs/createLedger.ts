import { randomUUID } from "node:crypto";
import type { Payload, PayloadRequest } from "payload";
import { appendAudit } from "@/audit/appendAudit";
import { ClaimLost } from "@/provisioning/engine/stepErrors";
import type { Evidence, LedgerStep, RunLedger } from "@/provisioning/ports";
import { enqueue } from "@/queue/enqueue";
import type { Sql } from "@/queue/sqlOf";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction, systemRequest } from "../inTransaction";
import { announceChange, liveChannel } from "../live/announceChange";
import { reviewPlan } from "../plan/reviewPlan";
import { readRunContext } from "./readRunContext";
import { reportFailedRun } from "./reportFailedRun";

/** How long a process may be silent before another takes its run over. Every write renews it, and so does waiting. */
export const leaseSeconds = 20;

type StepAt = { claim: string; runId: string; stepId: string };

/** Renews the claim of a worker or of an undoing. Locks the run's row for the rest of the transaction. */
const holdClaimSql = `UPDATE provisioning_runs SET lease_until = now() + $3 * interval '1 second', updated_at = now()
	WHERE id = $1::uuid AND claim = $2
	RETURNING id, casino_id AS casino, onboarding_id AS "onboardingId"`;

type HeldRun = { casino: string; onboardingId: string };

/** Renews the claim, or says that it is lost. */
async function holdClaim(sql: Sql, runId: string, claim: string): Promise<HeldRun> {
	const [run] = await sql<HeldRun>(holdClaimSql, [runId, claim, leaseSeconds]);
	if (!run) throw new ClaimLost();
	return run;
}

/**
 * Renews the claim, changes a step with the checklist item it is, and tells who watches, in one statement: a run has
 * twenty of these, and each statement saved is a journey to the database and back.
 * @param item the state of the item; the review at the end of the run finds what follows from it
 * @param assignments of the step's row, always the same for a state; `values` are its parameters, from $6 on
 */
async function changeStep(
	sql: Sql,
	at: StepAt,
	item: "in_progress" | "done",
	assignments: string,
	values: readonly unknown[] = [],
): Promise<HeldRun> {
	const [run] = await sql<HeldRun>(
		`WITH run AS (${holdClaimSql}), changed AS (
			UPDATE provisioning_steps s SET ${assignments}, updated_at = now() FROM run WHERE s.id = $4::uuid AND s.run_id = run.id
			RETURNING s.step
		), ticked AS (
			UPDATE checklist_items i SET status = $5::enum_checklist_items_status, done_at = CASE $5 WHEN 'done' THEN now() END,
				started_at = coalesce(i.started_at, now()), updated_at = now()
			FROM run, changed WHERE i.onboarding_id = run."onboardingId" AND i.automation = changed.step
		)
		SELECT casino, "onboardingId", pg_notify('${liveChannel}', "onboardingId"::text) FROM run`,
		[at.runId, at.claim, leaseSeconds, at.stepId, item, ...values],
		`step_${item}`,
	);
	if (!run) throw new ClaimLost();
	return run;
}

/** One transaction on the ledger. */
type InLedger = <Result>(work: (sql: Sql, req: PayloadRequest) => Promise<Result>) => Promise<Result>;

/** The ledger on our own tables: every change with its audit line in one transaction. */
export function createLedger(payload: Payload): RunLedger {
	const inLedger: InLedger = async (work) => {
		const req = await systemRequest(payload, "provisioning");
		return inTransaction(req, async () => work(await sqlOf(req), req));
	};
	return {
		claimRun: (runId) => inLedger((sql) => claimRun(sql, runId)),
		renewClaim: async ({ runId, claim }) => void (await holdClaim(await sqlOf({ payload }), runId, claim)),
		// One statement is a transaction of its own.
		beginStep: async (at) => beginStep(await sqlOf({ payload }), at),
		succeedStep: ({ evidence, ...at }) => inLedger((sql) => endStep(sql, at, { status: "succeeded", evidence })),
		skipStep: ({ reason, ...at }) => inLedger((sql) => endStep(sql, at, { status: "skipped", reason })),
		deferStep: ({ error, at: due, ...at }) => inLedger((sql) => deferStep(sql, at, error, due)),
		failStep: ({ error, ...at }) => inLedger((sql, req) => failStep(sql, req, at, error)),
		finishRun: ({ claim, runId }) => inLedger((sql, req) => finishRun(sql, req, runId, claim)),
		undoStep: ({ note, ...at }) => inLedger((sql, req) => undoStep(sql, req, at, note)),
	};
}

async function beginStep(sql: Sql, at: StepAt): Promise<void> {
	const running = `status = 'running', attempts = attempts + 1, error = NULL, next_attempt_at = NULL,
		started_at = coalesce(started_at, now())`;
	await changeStep(sql, at, "in_progress", running);
}

type StepEnd = { status: "succeeded"; evidence: Evidence } | { status: "skipped"; reason: string };

async function endStep(sql: Sql, at: StepAt, { status, ...proof }: StepEnd): Promise<void> {
	const evidence = "evidence" in proof ? JSON.stringify(proof.evidence) : null;
	const reason = "reason" in proof ? proof.reason : null;
	const ended = `status = $6::enum_provisioning_steps_status, evidence = $7::jsonb, reason = $8, error = NULL,
		finished_at = now()`;
	const run = await changeStep(sql, at, "done", ended, [status, evidence, reason]);
	await audit(sql, run.casino, at, `step.${status}`, proof);
}

async function deferStep(sql: Sql, at: StepAt, error: string, due: string): Promise<void> {
	const run = await holdClaim(sql, at.runId, at.claim);
	await sql(
		`UPDATE provisioning_steps SET status = 'pending', error = $2, next_attempt_at = $3, updated_at = now() WHERE id = $1::uuid`,
		[at.stepId, error, due],
	);
	await sql("UPDATE provisioning_runs SET claim = NULL, lease_until = $2 WHERE id = $1::uuid", [at.runId, due]);
	await audit(sql, run.casino, at, "step.deferred", { error, nextAttemptAt: due });
	await enqueue({ sql, queue: "provisionRun", data: { runId: at.runId }, startAfter: due });
	await announceChange({ sql, onboardingId: run.onboardingId });
}

async function failStep(sql: Sql, req: PayloadRequest, at: StepAt, error: string): Promise<void> {
	const run = await holdClaim(sql, at.runId, at.claim);
	await sql(
		"UPDATE provisioning_steps SET status = 'failed', error = $2, finished_at = now(), updated_at = now() WHERE id = $1::uuid",
		[at.stepId, error],
	);
	await sql(
		`UPDATE provisioning_runs SET status = 'failed', error = $2, claim = NULL, lease_until = NULL, finished_at = now()
		 WHERE id = $1::uuid`,
		[at.runId, error],
	);
	await audit(sql, run.casino, at, "step.failed", { error });
	await reportFailedRun({ req, runId: at.runId, stepId: at.stepId, cause: error });
	await announceChange({ sql, onboardingId: run.onboardingId });
	await reviewPlan({ req, onboardingId: run.onboardingId });
}

async function finishRun(sql: Sql, req: PayloadRequest, runId: string, claim: string): Promise<void> {
	const run = await holdClaim(sql, runId, claim);
	await sql(
		`UPDATE provisioning_runs SET status = 'succeeded', error = NULL, claim = NULL, lease_until = NULL, finished_at = now()
		 WHERE id = $1::uuid`,
		[runId],
	);
	await auditRun(sql, runId, run.casino, "run.succeeded");
	await announceChange({ sql, onboardingId: run.onboardingId });
	await reviewPlan({ req, onboardingId: run.onboardingId });
}

async function undoStep(sql: Sql, req: PayloadRequest, at: StepAt, note: string): Promise<void> {
	const run = await holdClaim(sql, at.runId, at.claim);
	await sql(
		`UPDATE provisioning_steps SET status = 'undone', reason = $3, updated_at = now()
		 WHERE id = $1::uuid AND run_id = $2::uuid`,
		[at.stepId, at.runId, note],
	);
	await audit(sql, run.casino, at, "step.undone", { note });
	await announceChange({ sql, onboardingId: run.onboardingId });
	await reviewPlan({ req, onboardingId: run.onboardingId });
}

async function auditRun(sql: Sql, runId: string, casino: string, action: string): Promise<void> {
	const entry = { actor: "system:provisioning", action, collection: "provisioning-runs", document: runId, casino };
	await appendAudit({ sql, entries: [entry] });
}

async function audit(
	sql: Sql,
	casino: string,
	at: Pick<StepAt, "runId" | "stepId">,
	action: string,
	after: object,
): Promise<void> {
	const entry = { actor: "system:provisioning", action, collection: "provisioning-steps", document: at.stepId, casino };
	await appendAudit({ sql, entries: [{ ...entry, after: { run: at.runId, ...after } }] });
}

async function claimRun(sql: Sql, runId: string) {
	const claim = randomUUID();
	// A run is free when it waits, or when the worker that had it has been silent for longer than its lease.
	const [free] = await sql<{ wasQueued: boolean }>(
		`SELECT status = 'queued' AS "wasQueued" FROM provisioning_runs
		 WHERE id = $1::uuid AND (status = 'queued' OR (status = 'running' AND coalesce(lease_until, '-infinity') <= now()))
		 FOR NO KEY UPDATE`,
		[runId],
	);
	if (!free) return null;
	const [run] = await sql<{ onboardingId: string; casino: string }>(
		`UPDATE provisioning_runs SET status = 'running', claim = $2, lease_until = now() + $3 * interval '1 second',
			started_at = coalesce(started_at, now()), updated_at = now() WHERE id = $1::uuid
		 RETURNING onboarding_id AS "onboardingId", casino_id AS casino`,
		[runId, claim, leaseSeconds],
	);
	if (!run) return null;
	// What ended with its process is tried again; one whose tries are used up stays as it is, to be failed.
	await sql(
		`UPDATE provisioning_steps SET status = 'pending'
		 WHERE run_id = $1::uuid AND status = 'running' AND attempts < attempt_limit`,
		[runId],
	);
	const steps = await readLedgerSteps(sql, runId);
	if (free.wasQueued) await auditRun(sql, runId, run.casino, "run.started");
	await announceChange({ sql, onboardingId: run.onboardingId });
	return { claim, context: await readRunContext({ sql, runId }), steps };
}

/** The steps of a run, in their order. */
export function readLedgerSteps(sql: Sql, runId: string): Promise<LedgerStep[]> {
	return sql<LedgerStep>(
		`SELECT id, step, position::int AS position, status, attempts::int AS attempts, attempt_limit::int AS "attemptLimit"
		 FROM provisioning_steps WHERE run_id = $1::uuid ORDER BY position`,
		[runId],
	);
}
