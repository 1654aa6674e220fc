import type { LedgerStep, RunContext, RunLedger, StepPorts } from "../ports";
import type { AnyStep } from "./step";
import { StepRefused } from "./stepErrors";
import { whileRenewing } from "./whileRenewing";

export type UndoPlan = {
	/** In the order it will happen: last done, first undone. */
	steps: { stepId: string; step: string; title: string; canUndo: boolean; what: string }[];
};

const hasEffect = (row: LedgerStep) => row.status === "succeeded" || row.status === "failed";

/** What undoing a run would do, for the person to read first. Nothing is changed. */
export function planUndo(input: { rows: LedgerStep[]; steps: Readonly<Record<string, AnyStep>> }): UndoPlan {
	const rows = input.rows.filter(hasEffect).toReversed();
	return {
		steps: rows.flatMap((row) => {
			const step = input.steps[row.step];
			if (!step) return [];
			const canUndo = "description" in step.undo;
			const what = "description" in step.undo ? step.undo.description : step.undo.cannot;
			return [{ stepId: row.id, step: row.step, title: step.title, canUndo, what }];
		}),
	};
}

/**
 * Undoes a run's steps, the last first, under a claim that each record of it renews. A step that cannot be undone is noted
 * and stays as it is; one that fails to be undone stops the whole, and calling again continues from there.
 * @throws ClaimLost when another has taken the run over
 */
export async function undoRun(input: {
	runId: string;
	claim: string;
	context: RunContext;
	rows: LedgerStep[];
	steps: Readonly<Record<string, AnyStep>>;
	ledger: Pick<RunLedger, "undoStep" | "renewClaim">;
	ports: StepPorts;
}): Promise<void> {
	const { runId, claim, ledger } = input;
	for (const row of input.rows.filter(hasEffect).toReversed()) {
		const undo = input.steps[row.step]?.undo;
		if (!undo) continue;
		// Also before the first call: what is undone by one that has lost the run would be undone beside another.
		await ledger.renewClaim({ runId, claim });
		const note =
			"description" in undo
				? await whileRenewing(
						() => ledger.renewClaim({ runId, claim }),
						() => undoStep(undo, row, input),
					)
				: undo.cannot;
		await ledger.undoStep({ runId, claim, stepId: row.id, note });
	}
}

/** @returns what happened, for the ledger */
async function undoStep(
	undo: Extract<AnyStep["undo"], { description: string }>,
	row: LedgerStep,
	{ context, ports }: { context: RunContext; ports: StepPorts },
): Promise<string> {
	try {
		await undo.apply(context, ports);
		return undo.description;
	} catch (error) {
		// A step that failed because a fact is missing had no effect; the same missing fact must not keep the run from being undone.
		if (row.status === "failed" && error instanceof StepRefused) return "It had done nothing.";
		throw error;
	}
}
