import { defineTransitions } from "./transition";

export const pilotIssueStatuses = ["open", "triaged", "fixed", "deferred", "closed"] as const;
export type PilotIssueStatus = (typeof pilotIssueStatuses)[number];

/** Issues are logged; the pilot fixes only the top blockers, the rest goes to the roadmap. */
export const pilotIssueTransitions = defineTransitions<PilotIssueStatus>({
	open: ["triaged", "closed"],
	triaged: ["fixed", "deferred", "closed", "open"],
	fixed: ["closed", "open"],
	deferred: ["closed", "open"],
	closed: ["open"],
});
