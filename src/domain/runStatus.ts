import { defineTransitions } from "./transition";

export const runStatuses = ["queued", "running", "succeeded", "failed", "undone"] as const;
export type RunStatus = (typeof runStatuses)[number];

/**
 * A run whose worker crashed stays running and is claimed again; only its retry after a failure goes back to the queue.
 */
export const runTransitions = defineTransitions<RunStatus>({
	queued: ["running", "undone"],
	running: ["succeeded", "failed"],
	succeeded: ["undone"],
	failed: ["queued", "undone"],
	undone: [],
});
