import { defineTransitions } from "../transition";

export const phaseStatuses = ["waiting", "active", "closed"] as const;
export type PhaseStatus = (typeof phaseStatuses)[number];

/** A phase of a live onboarding. A closed one is opened again only by applying a newer version that adds to it. */
export const phaseTransitions = defineTransitions<PhaseStatus>({
	waiting: ["active"],
	active: ["closed"],
	closed: ["active"],
});
