import { defineTransitions } from "./transition";

export const decisionKinds = ["go_no_go", "waiver", "freeze_override", "primary_tool", "plan_change"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const decisionStatuses = ["proposed", "approved", "overridden", "rejected", "expired"] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];

/** A decision is taken once. One with an expiry ends by itself, taken or not; a new one is asked for then. */
export const decisionTransitions = defineTransitions<DecisionStatus>({
	proposed: ["approved", "overridden", "rejected", "expired"],
	approved: ["expired"],
	overridden: ["expired"],
	rejected: [],
	expired: [],
});
