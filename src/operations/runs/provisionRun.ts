import type { Payload } from "payload";
import { executeRun, type RunOutcome } from "@/provisioning/engine/executeRun";
import { steps } from "@/provisioning/steps";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { inTransaction, systemRequest } from "../inTransaction";
import { announceChange } from "../live/announceChange";
import { reviewPlan } from "../plan/reviewPlan";
import { raiseRisk } from "../risks/raiseRisk";
import { createLedger } from "./createLedger";
import { createStepPorts } from "./createStepPorts";

/** Works a provisioning run to its end, from wherever it stands. Safe to call at any time by any number of workers. */
export async function provisionRun({ payload, runId }: { payload: Payload; runId: string }): Promise<RunOutcome> {
	const portsUnder = await createStepPorts(payload, runId);
	return executeRun({ runId, ledger: createLedger(payload), portsUnder, steps });
}

/** Fails a run that ends the process of whoever works on it outside of any step, and calls a person. */
export async function giveUpRun(input: { payload: Payload; runId: string; cause: string }): Promise<void> {
	const { payload, runId, cause } = input;
	const req = await systemRequest(payload, "provisioning");
	await inTransaction(req, async () => {
		const sql = await sqlOf(req);
		const [run] = await sql<{ casinoId: string; casinoName: string; onboardingId: string }>(
			`UPDATE provisioning_runs r SET status = 'failed', error = $2, claim = NULL, lease_until = NULL, finished_at = now(),
				updated_at = now()
			 FROM casinos c
			 WHERE r.id = $1::uuid AND c.id = r.casino_id AND (r.status = 'queued'
				OR (r.status = 'running' AND coalesce(r.lease_until, '-infinity') <= now()))
			 RETURNING c.id AS "casinoId", c.name AS "casinoName", r.onboarding_id AS "onboardingId"`,
			[runId, cause],
		);
		if (!run) return;
		const { casinoId, onboardingId } = run;
		const record = { collection: slug.provisioningRuns, document: runId, casino: casinoId };
		await recordAutomation({ req, action: "run.failed", ...record, after: { status: "failed" }, reason: cause });
		await raiseRisk({
			req,
			key: `run-failed:${runId}`,
			kind: "run_failed",
			severity: "high",
			title: `${run.casinoName}: provisioning failed`,
			detail: `${cause} The worker's log says how it ended. Then retry the run, or undo it.`,
			casinoId,
			onboardingId,
			runId,
		});
		await announceChange({ sql, onboardingId });
		await reviewPlan({ req, onboardingId });
	});
}
