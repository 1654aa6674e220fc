import { hasCome } from "../elapsed";
import type { HealthLevel } from "./healthReason";

/**
 * The kind of the risk that an unacknowledged health becomes. Health does not count it: it would keep itself red after
 * its cause is gone.
 */
export const unacknowledgedHealthKind = "health_unacknowledged";

/** `since` when it has this level, `acknowledgedAt` when a manager last said that they saw it. ISO 8601. */
type Level = { level: HealthLevel; since: string; acknowledgedAt: string | null };

/** Whether a manager has still to look: who saw a yellow has not seen the red that came after it. */
export function needsAcknowledgement({ level, since, acknowledgedAt }: Level): boolean {
	return level !== "green" && !(acknowledgedAt && hasCome(since, acknowledgedAt));
}
