import { randomUUID } from "node:crypto";
import type { PayloadRequest } from "payload";
import { runTransitions } from "@/domain/runStatus";
import { assertTransition } from "@/domain/transition";
import { Conflict, InvalidInput, KeyturnError, NotFound } from "@/errors";
import { causeInWords } from "@/provisioning/engine/judgeFailure";
import { ClaimLost } from "@/provisioning/engine/stepErrors";
import { planUndo, type UndoPlan, undoRun } from "@/provisioning/engine/undoRun";
import type { LedgerStep } from "@/provisioning/ports";
import { steps } from "@/provisioning/steps";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { inTransaction } from "../inTransaction";
import { announceChange } from "../live/announceChange";
import { reviewPlan } from "../plan/reviewPlan";
import { resolveRisk } from "../risks/resolveRisk";
import { createLedger, leaseSeconds, readLedgerSteps } from "./createLedger";
import { createStepPorts } from "./createStepPorts";
import { type LockedRun, lockRun } from "./lockRun";
import { readRunContext } from "./readRunContext";

/** What undoing a run would do, for the person to read first, and the name that confirms it. Nothing is changed. */
export async function readUndoPlan(input: {
	req: PayloadRequest;
	runId: string;
}): Promise<UndoPlan & { casinoName: string }> {
	const sql = await sqlOf(input.req);
	const [run] = await sql<{ casinoName: string }>(
		`SELECT c.name AS "casinoName" FROM provisioning_runs r JOIN casinos c ON c.id = r.casino_id WHERE r.id = $1::uuid`,
		[input.runId],
	);
	if (!run) throw new NotFound("run");
	const rows = (await readLedgerSteps(sql, input.runId)).map(begunIsFailed);
	return { casinoName: run.casinoName, ...planUndo({ rows, steps }) };
}

/** A step that began and did not end may have left half an effect, like one that failed. */
function begunIsFailed(row: LedgerStep): LedgerStep {
	const hasBegun = row.status === "running" || (row.status === "pending" && row.attempts > 0);
	return hasBegun ? { ...row, status: "failed" } : row;
}

/**
 * Undoes what a run did, the last step first, then marks it as undone. Outside of any transaction of the caller's: the
 * product is called, and each step that is undone is recorded by itself.
 *
 * The run is claimed meanwhile, and the claim renewed for as long as it takes: a second undo, a retry and a worker are
 * refused. When a step cannot be undone now the run stays as it was, and undoing it again goes on from there.
 *
 * @param input.confirm the casino's name, as typed
 * @throws NotFound; InvalidInput when the name is another; Conflict when a worker is at it or it has been undone
 */
export async function undoProvisioning(input: {
	req: PayloadRequest;
	runId: string;
	reason: string;
	confirm: string;
}): Promise<{ status: "undone" }> {
	const { req, runId } = input;
	const hold = `undo:${randomUUID()}`;
	await inTransaction(req, () => holdRun({ ...input, hold }));
	const sql = await sqlOf(req);
	try {
		const portsUnder = await createStepPorts(req.payload, runId);
		await undoRun({
			runId,
			claim: hold,
			context: await readRunContext({ sql, runId }),
			rows: await readLedgerSteps(sql, runId),
			steps,
			ledger: createLedger(req.payload),
			ports: portsUnder(hold),
		});
	} catch (error) {
		if (error instanceof ClaimLost) throw takenOver();
		throw await releaseRun({ req, runId, hold, error });
	}
	await inTransaction(req, () => finishUndo({ ...input, hold }));
	return { status: "undone" };
}

const takenOver = () => new Conflict("Somebody else has taken this run over meanwhile. Look at it again.", "run_held");

async function holdRun(input: {
	req: PayloadRequest;
	runId: string;
	reason: string;
	confirm: string;
	hold: string;
}): Promise<void> {
	const { req, runId, hold } = input;
	const sql = await sqlOf(req);
	const run = await lockRun({ sql, runId });
	if (input.confirm.trim() !== run.casinoName.trim()) {
		throw new InvalidInput([{ path: "confirm", message: `Type the name, ${run.casinoName}, to confirm.` }]);
	}
	if (run.isHeld) throw new Conflict("Somebody is at work on this run. Wait until it stands still.", "run_held");
	const from = await stopRun(sql, run);
	assertTransition({ noun: "run", table: runTransitions, from, to: "undone" });
	await sql(
		`UPDATE provisioning_runs SET claim = $2, lease_until = now() + $3 * interval '1 second', updated_at = now() WHERE id = $1::uuid`,
		[runId, hold, leaseSeconds],
	);
	await recordAutomation({
		req,
		action: "run.undoing",
		collection: slug.provisioningRuns,
		document: runId,
		casino: run.casinoId,
		before: { status: run.status },
		after: { status: from },
		reason: input.reason,
	});
}

/** A run on its way counts as failed from here: no worker claims it any more. What began and did not end has failed. */
async function stopRun(sql: Sql, run: LockedRun): Promise<LockedRun["status"]> {
	await sql(
		`UPDATE provisioning_steps SET status = 'failed', error = coalesce(error, 'It was stopped, to be undone.'),
			finished_at = now(), updated_at = now()
		 WHERE run_id = $1::uuid AND (status = 'running' OR (status = 'pending' AND attempts > 0))`,
		[run.id],
	);
	if (run.status !== "queued" && run.status !== "running") return run.status;
	await sql(
		"UPDATE provisioning_runs SET status = 'failed', error = 'It was stopped, to be undone.', finished_at = now() WHERE id = $1::uuid",
		[run.id],
	);
	return "failed";
}

async function finishUndo(input: { req: PayloadRequest; runId: string; reason: string; hold: string }): Promise<void> {
	const { req, runId, reason, hold } = input;
	const sql = await sqlOf(req);
	const [run] = await sql<{ onboardingId: string; casinoId: string }>(
		`UPDATE provisioning_runs SET status = 'undone', undo_reason = $3, claim = NULL, lease_until = NULL,
			finished_at = coalesce(finished_at, now()), updated_at = now()
		 WHERE id = $1::uuid AND claim = $2 RETURNING onboarding_id AS "onboardingId", casino_id AS "casinoId"`,
		[runId, hold, reason],
	);
	if (!run) throw takenOver();
	await sql(
		`UPDATE provisioning_steps SET status = 'skipped', reason = 'The run was undone before it came to this.', updated_at = now()
		 WHERE run_id = $1::uuid AND status = 'pending'`,
		[runId],
	);
	await recordAutomation({
		req,
		action: "run.undone",
		collection: slug.provisioningRuns,
		document: runId,
		casino: run.casinoId,
		after: { status: "undone" },
		reason,
	});
	await resolveRisk({ req, key: `run-failed:${runId}`, resolution: "The run was undone." });
	await announceChange({ sql, onboardingId: run.onboardingId });
	await reviewPlan({ req, onboardingId: run.onboardingId });
}

/** Lets go of a run that could not be undone to its end. @returns the error that says where it stopped */
async function releaseRun(input: { req: PayloadRequest; runId: string; hold: string; error: unknown }) {
	const { req, runId, hold, error } = input;
	const sql = await sqlOf(req);
	await sql("UPDATE provisioning_runs SET claim = NULL, lease_until = NULL WHERE id = $1::uuid AND claim = $2", [
		runId,
		hold,
	]);
	const [at] = planUndo({ rows: await readLedgerSteps(sql, runId), steps }).steps;
	return new KeyturnError({
		code: "undo_stopped",
		status: 409,
		publicMessage: `“${at?.title ?? "A step"}” could not be undone: ${causeInWords(error)} What was undone before stays so; undo again to go on from here.`,
		cause: error,
	});
}
