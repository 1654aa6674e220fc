import { hasCome } from "../elapsed";
import type { HealthLevel } from "./healthReason";

/** The kinds of the risks that a health or an acceptance becomes which nobody has acknowledged. */
export const unacknowledgedHealthKind = "health_unacknowledged";
export const unacknowledgedAcceptanceKind = "acceptance_unacknowledged";

/** Health does not count them: the first would keep itself red after its cause is gone, the second has a rule of its own. */
export const unacknowledgedKinds: readonly string[] = [unacknowledgedHealthKind, unacknowledgedAcceptanceKind];

/** `since` when it has this level, `acknowledgedAt` when a manager last said that they saw it. ISO 8601. */
type Level = { level: HealthLevel; since: string; acknowledgedAt: string | null };

/** Whether a manager has still to look: who saw a yellow has not seen the red that came after it. */
export function needsAcknowledgement({ level, since, acknowledgedAt }: Level): boolean {
	return level !== "green" && !(acknowledgedAt && hasCome(since, acknowledgedAt));
}
