import { defineTransitions } from "./transition";

export const stepStatuses = ["pending", "running", "succeeded", "failed", "skipped", "undone"] as const;
export type StepStatus = (typeof stepStatuses)[number];

/**
 * A step left running by a crash goes back to pending when the run is claimed again. A failed step may have left half an
 * effect, so it can be undone as well.
 */
export const stepTransitions = defineTransitions<StepStatus>({
	pending: ["running", "skipped"],
	running: ["succeeded", "failed", "skipped", "pending"],
	succeeded: ["undone"],
	failed: ["pending", "skipped", "undone"],
	skipped: [],
	undone: [],
});

/** How often a step is tried before it fails; a retry by a person adds as many. */
export const triesPerBudget = 5;
