import type { DecisionStatus } from "../decisionStatus";
import { hasCome } from "../elapsed";

/**
 * Whether configuration changes are refused now, as in the window of the first live shifts. The
 * window holds its first moment and not its last. An approved override of two persons lifts it for its time; one
 * without an end, to the end of the window.
 *
 * @param input.overrides the onboarding's decisions of kind `freeze_override`: `approved` says that a second person did
 * @param input.now ISO 8601, as are the others
 */
export function isFrozen(input: {
	freeze: { from: string; until: string } | null;
	overrides: readonly { status: DecisionStatus; liftedUntil: string | null }[];
	now: string;
}): boolean {
	const { freeze, overrides, now } = input;
	if (!freeze || !hasCome(freeze.from, now) || hasCome(freeze.until, now)) return false;
	return !overrides.some(({ status, liftedUntil }) => status === "approved" && !hasCome(liftedUntil, now));
}
