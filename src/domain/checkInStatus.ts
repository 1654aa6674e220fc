import { defineTransitions } from "./transition";

/** The calls of the first week after provisioning, and those after the go-live: none counts for the other. */
export const checkInKinds = ["first_week", "hypercare"] as const;
export type CheckInKind = (typeof checkInKinds)[number];

export const checkInStatuses = ["scheduled", "done", "attention", "cancelled"] as const;
export type CheckInStatus = (typeof checkInStatuses)[number];

/**
 * Attention: the check-in looked and somebody has to act. A cancelled one is scheduled again by the next run.
 */
export const checkInTransitions = defineTransitions<CheckInStatus>({
	scheduled: ["done", "attention", "cancelled"],
	done: [],
	attention: ["done", "cancelled"],
	cancelled: ["scheduled"],
});
