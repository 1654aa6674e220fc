import { triesPerBudget } from "@/domain/stepStatus";
import type { LedgerStep, RunContext, RunLedger, StepPorts } from "../ports";
import { backoffSeconds, causeInWords, isTransient } from "./judgeFailure";
import type { AnyStep } from "./step";
import { ClaimLost } from "./stepErrors";
import { whileRenewing } from "./whileRenewing";

export type RunOutcome = "succeeded" | "failed" | "deferred" | "not_claimed";

/**
 * Works a run from its first unfinished step to its end: run, verify, record, one step after the other.
 *
 * Safe to call for any run at any time from any number of workers: one of them holds the claim, the others answer
 * `not_claimed`. After a crash the next call continues with the step that was running; the step finds its own effect. A try
 * counts from its beginning: a step that ends its process each time fails when its tries are used up.
 *
 * @param input.portsUnder what steps may reach; with a claim that was lost, records are not written any more
 * @param input.steps the register of automations by name
 */
export async function executeRun(input: {
	runId: string;
	ledger: RunLedger;
	portsUnder: (claim: string) => StepPorts;
	steps: Readonly<Record<string, AnyStep>>;
}): Promise<RunOutcome> {
	const { runId, ledger, steps } = input;
	const claimed = await ledger.claimRun(runId);
	if (!claimed) return "not_claimed";
	const { claim, context } = claimed;
	const ports = input.portsUnder(claim);
	try {
		for (const row of claimed.steps) {
			// Whatever is not behind us is done now: a step that failed must never be passed over in silence.
			if (row.status === "succeeded" || row.status === "skipped" || row.status === "undone") continue;
			const step = steps[row.step];
			const outcome = step
				? await executeStep({ runId, claim, context, row, step, ledger, ports })
				: await failUnknown({ runId, claim, row, ledger });
			if (outcome !== "done") return outcome;
		}
		await ledger.finishRun({ claim, runId });
		return "succeeded";
	} catch (error) {
		if (error instanceof ClaimLost) return "not_claimed";
		throw error;
	}
}

type StepInput = {
	runId: string;
	claim: string;
	context: RunContext;
	row: LedgerStep;
	step: AnyStep;
	ledger: RunLedger;
	ports: StepPorts;
};

async function executeStep({
	runId,
	claim,
	context,
	row,
	step,
	ledger,
	ports,
}: StepInput): Promise<"done" | "failed" | "deferred"> {
	const at = { claim, runId, stepId: row.id };
	const reason = step.skip(context);
	if (reason) {
		await ledger.skipStep({ ...at, reason });
		return "done";
	}
	const left = row.attemptLimit - row.attempts;
	if (left <= 0) {
		const error = `Each process that ran it ended before it did; the last was try ${row.attempts} of ${row.attemptLimit}.`;
		await ledger.failStep({ ...at, error });
		return "failed";
	}
	await ledger.beginStep(at);
	try {
		const evidence = await whileRenewing(
			() => ledger.renewClaim(at),
			() => step.execute(context, ports),
		);
		await ledger.succeedStep({ ...at, evidence });
		return "done";
	} catch (error) {
		if (error instanceof ClaimLost) throw error;
		const cause = causeInWords(error);
		const mayPass = isTransient(error) || step.isWorthRetry(error);
		if (mayPass && left > 1) {
			const next = new Date(ports.now().getTime() + backoffSeconds(triesPerBudget - left + 1) * 1000);
			await ledger.deferStep({ ...at, error: cause, at: next.toISOString() });
			return "deferred";
		}
		await ledger.failStep({ ...at, error: cause });
		return "failed";
	}
}

async function failUnknown(input: {
	runId: string;
	claim: string;
	row: LedgerStep;
	ledger: RunLedger;
}): Promise<"failed"> {
	const { runId, claim, row, ledger } = input;
	await ledger.beginStep({ claim, runId, stepId: row.id });
	await ledger.failStep({ claim, runId, stepId: row.id, error: `There is no automation called ${row.step}.` });
	return "failed";
}
