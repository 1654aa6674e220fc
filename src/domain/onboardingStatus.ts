import { defineTransitions } from "./transition";

export const onboardingStatuses = ["open", "on_hold", "completed", "cancelled"] as const;
export type OnboardingStatus = (typeof onboardingStatuses)[number];

/**
 * What is on hold is opened before it can be completed. A completed one is reopened by an act of its own, with a reason.
 */
export const onboardingTransitions = defineTransitions<OnboardingStatus>({
	open: ["on_hold", "completed", "cancelled"],
	on_hold: ["open", "cancelled"],
	completed: ["open"],
	cancelled: [],
});

/** The moves a person makes. It completes when the last phase of its plan closes, and by nobody's hand. */
export const onboardingMovesByHand = defineTransitions<OnboardingStatus>({
	open: ["on_hold", "cancelled"],
	on_hold: ["open", "cancelled"],
	completed: [],
	cancelled: [],
});
