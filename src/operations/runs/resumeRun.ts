import type { PayloadRequest } from "payload";
import { runTransitions } from "@/domain/runStatus";
import { type StepStatus, stepTransitions, triesPerBudget } from "@/domain/stepStatus";
import { assertTransition } from "@/domain/transition";
import { Conflict, InvalidInput, NotFound } from "@/errors";
import { enqueue } from "@/queue/enqueue";
import { endJob } from "@/queue/jobStarts";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { announceChange } from "../live/announceChange";
import { resolveRisk } from "../risks/resolveRisk";
import { requireProved } from "../users/requireProved";
import { type LockedRun, lockRun } from "./lockRun";
import { requireOpenGate } from "./requireOpenGate";

type Resumption = {
	req: PayloadRequest;
	runId: string;
	/** Goes on although the gate has closed again; asks for a reason. */
	override: boolean;
	reason: string | null;
};

/**
 * Tries a failed run again from the step that failed. In the caller's transaction.
 *
 * @throws TransitionRefused when it has not failed; GateNotSatisfied when the gate has closed and nobody overrode it
 */
export async function retryRun(input: Resumption): Promise<{ status: "queued" }> {
	const run = await resume({ ...input, action: "run.retried", resolution: "The run was tried again." });
	const sql = await sqlOf(input.req);
	await sql(
		// Its time is taken again: how long it stood still until somebody came is not how long it takes.
		`UPDATE provisioning_steps SET status = 'pending', error = NULL, next_attempt_at = NULL, started_at = NULL,
			finished_at = NULL, attempt_limit = attempts + $2, updated_at = now()
		 WHERE run_id = $1::uuid AND status = 'failed'`,
		[run.id, triesPerBudget],
	);
	return { status: "queued" };
}

/**
 * Leaves the failed step out, with a reason, and goes on with the next. In the caller's transaction.
 *
 * @throws AddressNotProved; NotFound when the step is not of this run; else as `retryRun`
 */
export async function skipStep(input: Resumption & { stepId: string; reason: string }): Promise<{ status: "queued" }> {
	const { req, runId, stepId, reason } = input;
	await requireProved(req);
	const run = await resume({ ...input, action: "run.resumed", resolution: "The failed step was skipped." });
	const sql = await sqlOf(req);
	const [step] = await sql<{ status: StepStatus; step: string }>(
		"SELECT status, step FROM provisioning_steps WHERE id = $1::uuid AND run_id = $2::uuid FOR UPDATE",
		[stepId, runId],
	);
	if (!step) throw new NotFound("step");
	// The table lets the engine skip what has nothing to do; a person skips what failed.
	if (step.status !== "failed") throw new Conflict(`Only a failed step is skipped; this one is ${step.status}.`);
	assertTransition({ noun: "step", table: stepTransitions, from: step.status, to: "skipped" });
	await sql(
		"UPDATE provisioning_steps SET status = 'skipped', reason = $2, finished_at = now(), updated_at = now() WHERE id = $1::uuid",
		[stepId, reason],
	);
	await recordAutomation({
		req,
		action: "step.skipped",
		collection: slug.provisioningSteps,
		document: stepId,
		casino: run.casinoId,
		before: { status: "failed" },
		after: { status: "skipped", step: step.step, run: runId },
		reason,
	});
	return { status: "queued" };
}

/** Puts the run back into the queue. The caller moves its failed step in the same transaction. */
async function resume(input: Resumption & { action: string; resolution: string }): Promise<LockedRun> {
	const { req, runId, override, reason } = input;
	if (override) await requireProved(req);
	const sql = await sqlOf(req);
	const run = await lockRun({ sql, runId });
	if (run.isHeld) throw new Conflict("Somebody is at work on this run. Wait until it stands still.", "run_held");
	assertTransition({ noun: "run", table: runTransitions, from: run.status, to: "queued" });
	if (!override) await requireOpenGate({ req, onboardingId: run.onboardingId });
	else if (!reason) throw new InvalidInput([{ path: "reason", message: "Say why it goes on with the gate closed." }]);
	await sql(
		`UPDATE provisioning_runs SET status = 'queued', error = NULL, claim = NULL, lease_until = NULL, finished_at = NULL, updated_at = now()
		 WHERE id = $1::uuid`,
		[runId],
	);
	await recordAutomation({
		req,
		action: input.action,
		collection: slug.provisioningRuns,
		document: runId,
		casino: run.casinoId,
		before: { status: run.status },
		after: { status: "queued", ...(override ? { gateOverridden: true } : {}) },
		reason,
	});
	await resolveRisk({ req, key: `run-failed:${runId}`, resolution: input.resolution });
	await endJob({ sql, queue: "provisionRun", key: runId });
	await enqueue({ sql, queue: "provisionRun", data: { runId } });
	await announceChange({ sql, onboardingId: run.onboardingId });
	return run;
}
