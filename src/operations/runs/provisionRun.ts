import type { Payload } from "payload";
import { executeRun, type RunOutcome } from "@/provisioning/engine/executeRun";
import { steps } from "@/provisioning/steps";
import { createLedger } from "./createLedger";
import { createStepPorts } from "./createStepPorts";

/** Works a provisioning run to its end, from wherever it stands. Safe to call at any time by any number of workers. */
export async function provisionRun({ payload, runId }: { payload: Payload; runId: string }): Promise<RunOutcome> {
	const portsUnder = await createStepPorts(payload, runId);
	return executeRun({ runId, ledger: createLedger(payload), portsUnder, steps });
}
