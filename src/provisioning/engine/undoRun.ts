import type { LedgerStep, RunContext, RunLedger, StepPorts } from "../ports";
import type { AnyStep } from "./step";
import { StepRefused } from "./stepErrors";

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
 * Undoes a run's steps, the last first. A step that cannot be undone is noted and stays as it is; one that fails to be
 * undone stops the whole, and calling again continues from there.
 */
export async function undoRun(input: {
	runId: string;
	context: RunContext;
	rows: LedgerStep[];
	steps: Readonly<Record<string, AnyStep>>;
	ledger: Pick<RunLedger, "undoStep">;
	ports: StepPorts;
}): Promise<void> {
	for (const row of input.rows.filter(hasEffect).toReversed()) {
		const step = input.steps[row.step];
		if (!step) continue;
		const note = "description" in step.undo ? await undoStep(step.undo, row, input) : step.undo.cannot;
		await input.ledger.undoStep({ runId: input.runId, stepId: row.id, note });
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
