import type { PilotIssueStatus } from "./pilotIssueStatus";

/** The blockers that still block: one that was put off still does, only a fix or its end helps. */
export function openBlockersOf<Issue extends { severity: string; status: PilotIssueStatus }>(
	issues: readonly Issue[],
): Issue[] {
	return issues.filter(({ severity, status }) => severity === "blocker" && status !== "fixed" && status !== "closed");
}
