import { hasCome } from "../elapsed";

type Window = { from: string | null; until: string | null };

/**
 * Whether a change of a freeze's window would end it sooner than was said, or begin it later, while it holds: a person who may
 * set the window would override it alone. One that has not begun may be moved, and any may be made longer.
 *
 * @param input.now ISO 8601, as are the others
 */
export function endsFreeze(input: { was: Window; becomes: Window; now: string }): boolean {
	const { was, becomes, now } = input;
	const holds = was.from !== null && was.until !== null && hasCome(was.from, now) && !hasCome(was.until, now);
	if (!holds) return false;
	const stillHolds = becomes.from !== null && becomes.until !== null && hasCome(becomes.from, now);
	return !stillHolds || Date.parse(becomes.until ?? "") < Date.parse(was.until ?? "");
}
