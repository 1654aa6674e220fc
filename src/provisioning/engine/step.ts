import type { Evidence, RunContext, StepPorts } from "../ports";

/**
 * One automation. `run` finds its own earlier effect before it acts, so that a crash between effect and record does
 * nothing twice; `verify` reads the effect back from where it was made and throws when it is not there.
 */
export type Step<Input> = {
	name: string;
	/** What people read on the timeline. */
	title: string;
	/** Takes what it needs from the run's facts. @throws StepRefused when a fact is missing: trying again would not help */
	input(context: RunContext): Input;
	/** A sentence when the step has nothing to do in this run, else null. */
	skip?(context: RunContext): string | null;
	/** Names the effect for whoever keeps it: the same run never makes it twice. */
	idempotencyKey(input: Input): string;
	run(input: Input, ports: StepPorts): Promise<Evidence>;
	verify(input: Input, ports: StepPorts): Promise<Evidence>;
	/** How it is undone, told to the person first; or why it cannot be. */
	undo: { description: string; apply(input: Input, ports: StepPorts): Promise<void> } | { cannot: string };
	/** Whether an error may pass by itself. Connection errors always may. */
	isWorthRetry?(error: unknown): boolean;
};

/** A step as the engine handles it: what kind of input it takes is its own matter. */
export type AnyStep = {
	name: string;
	title: string;
	skip(context: RunContext): string | null;
	execute(context: RunContext, ports: StepPorts): Promise<Evidence>;
	verify(context: RunContext, ports: StepPorts): Promise<Evidence>;
	undo: { description: string; apply(context: RunContext, ports: StepPorts): Promise<void> } | { cannot: string };
	isWorthRetry(error: unknown): boolean;
};

/** Closes a step over its input, so that steps of different inputs stand in one register. */
export function defineStep<Input>(step: Step<Input>): AnyStep {
	const { undo } = step;
	return {
		name: step.name,
		title: step.title,
		skip: (context) => step.skip?.(context) ?? null,
		execute: async (context, ports) => {
			const input = step.input(context);
			const effect = await step.run(input, ports);
			const proof = await step.verify(input, ports);
			return { ...effect, ...proof, key: step.idempotencyKey(input) };
		},
		verify: (context, ports) => step.verify(step.input(context), ports),
		undo:
			"cannot" in undo
				? undo
				: { description: undo.description, apply: (context, ports) => undo.apply(step.input(context), ports) },
		isWorthRetry: (error) => step.isWorthRetry?.(error) ?? false,
	};
}
