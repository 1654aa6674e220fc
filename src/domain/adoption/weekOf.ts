import { hasCome, plusDays } from "../elapsed";

/** Weeks of use that are measured: two years. */
export const lastWeek = 104;

/** The week under which the pilot's use stands: before the first. */
export const pilotWeek = 0;

/** Days that a pilot without an end is read for. */
export const longestPilot = 14;

/** When the nth week since the go-live began: a whole day in UTC, the first being the go-live's own. ISO 8601. */
export function startOfWeek(wentLiveAt: string, week: number): string {
	const day = `${new Date(wentLiveAt).toISOString().slice(0, 10)}T00:00:00.000Z`;
	return plusDays(day, 7 * (week - 1));
}

/** The last week that is over, or the first while none is; null before the go-live. Both ISO 8601. */
export function weekToMeasure(wentLiveAt: string | null, now: string): number | null {
	if (!wentLiveAt || !hasCome(wentLiveAt, now)) return null;
	const weeks = Math.floor((Date.parse(now) - Date.parse(startOfWeek(wentLiveAt, 1))) / 604_800_000);
	return Math.min(Math.max(weeks, 1), lastWeek);
}
