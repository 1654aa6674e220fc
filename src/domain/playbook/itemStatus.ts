import { defineTransitions } from "../transition";

export const itemStatuses = ["open", "in_progress", "done", "waived", "not_needed"] as const;
export type ItemStatus = (typeof itemStatuses)[number];

/**
 * An item of a live onboarding. A computed criterion that no longer holds opens again, as does what was ticked by
 * mistake; `not_needed` follows the item's condition.
 */
export const itemTransitions = defineTransitions<ItemStatus>({
	open: ["in_progress", "done", "waived", "not_needed"],
	in_progress: ["open", "done", "waived", "not_needed"],
	done: ["open"],
	waived: ["open"],
	not_needed: ["open"],
});

/** What no longer waits for anybody. */
export const isSettled = (status: ItemStatus): boolean => status !== "open" && status !== "in_progress";
