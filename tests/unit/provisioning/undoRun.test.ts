import { expect, it, vi } from "vitest";
import { type AnyStep, defineStep } from "@/provisioning/engine/step";
import { planUndo, undoRun } from "@/provisioning/engine/undoRun";
import type { LedgerStep, RunContext, StepPorts } from "@/provisioning/ports";

const context = {} as RunContext;
const ports = {} as StepPorts;

function stepOf(name: string, undo: AnyStep["undo"]): AnyStep {
	const step = defineStep({
		name,
		title: `Do ${name}`,
		input: () => ({}),
		idempotencyKey: () => name,
		run: async () => ({}),
		verify: async () => ({}),
		undo: { cannot: "never asked" },
	});
	return { ...step, undo };
}

const row = (step: string, status: LedgerStep["status"], position: number): LedgerStep => ({
	id: `id of ${step}`,
	step,
	position,
	status,
	attempts: 1,
	attemptLimit: 5,
});

function scene() {
	const undone: string[] = [];
	const undoing = (name: string) => ({
		description: `${name} goes.`,
		apply: vi.fn(async () => {
			undone.push(name);
		}),
	});
	const steps = {
		first: stepOf("first", undoing("first")),
		mail: stepOf("mail", { cannot: "It went out." }),
		third: stepOf("third", undoing("third")),
		skipped: stepOf("skipped", undoing("skipped")),
		later: stepOf("later", undoing("later")),
	};
	const rows = [
		row("first", "succeeded", 1),
		row("mail", "succeeded", 2),
		row("skipped", "skipped", 3),
		row("third", "failed", 4),
		row("later", "pending", 5),
	];
	const noted: { stepId: string; note: string }[] = [];
	const ledger = {
		renewClaim: async () => {},
		undoStep: async ({ stepId, note }: { stepId: string; note: string }) => {
			noted.push({ stepId, note });
		},
	};
	return { steps, rows, undone, noted, ledger };
}

it("shows first what it would undo, the last first, and what it cannot", () => {
	const { steps, rows, undone } = scene();
	expect(planUndo({ rows, steps }).steps.map(({ step, canUndo, what }) => [step, canUndo, what])).toEqual([
		["third", true, "third goes."],
		["mail", false, "It went out."],
		["first", true, "first goes."],
	]);
	expect(undone).toEqual([]);
});

it("undoes what has an effect, the last first, and notes what stays", async () => {
	const { steps, rows, undone, noted, ledger } = scene();
	await undoRun({ runId: "run", claim: "a claim", context, rows, steps, ledger, ports });
	expect(undone).toEqual(["third", "first"]);
	expect(noted).toEqual([
		{ stepId: "id of third", note: "third goes." },
		{ stepId: "id of mail", note: "It went out." },
		{ stepId: "id of first", note: "first goes." },
	]);
});

it("stops where undoing fails, and notes nothing that did not happen", async () => {
	const { steps, rows, undone, noted, ledger } = scene();
	const refuse = { description: "", apply: () => Promise.reject(new Error("somebody works in it")) };
	const broken = { ...steps, first: stepOf("first", refuse) };
	await expect(
		undoRun({ runId: "run", claim: "a claim", context, rows, steps: broken, ledger, ports }),
	).rejects.toThrow("works in it");
	expect(undone).toEqual(["third"]);
	expect(noted.map(({ stepId }) => stepId)).toEqual(["id of third", "id of mail"]);
});
