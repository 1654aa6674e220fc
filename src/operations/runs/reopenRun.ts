import type { PayloadRequest } from "payload";
import { Conflict } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { openRun } from "./openRun";
import { requireOpenGate } from "./requireOpenGate";

/**
 * Opens another run after the last was undone: only a person does that, with a reason. In the caller's transaction.
 *
 * @throws GateNotSatisfied, NotFound; Conflict when there is a run that is not undone
 */
export async function reopenRun(input: {
	req: PayloadRequest;
	onboardingId: string;
	reason: string;
}): Promise<{ runId: string }> {
	const { req, onboardingId, reason } = input;
	const sql = await sqlOf(req);
	// As the gate's own review does: whoever changes an input at the same time waits.
	await sql("SELECT id FROM onboardings WHERE id = $1::uuid FOR UPDATE", [onboardingId]);
	await requireOpenGate({ req, onboardingId });
	const runId = await openRun({ req, onboardingId, why: reason });
	if (runId === null) {
		throw new Conflict("This onboarding has a run. Another one can be opened when that is undone.", "run_exists");
	}
	return { runId };
}
