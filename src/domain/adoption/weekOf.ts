import { daysBetween, hasDayCome, plusDays } from "../calendar/day";

/** Weeks of use that are measured: two years. */
export const lastWeek = 104;

/** The week under which the pilot's use stands: before the first. */
export const pilotWeek = 0;

/** Days that a pilot without an end is read for. */
export const longestPilot = 14;

/** The first day of the nth week since the go-live, whose own day begins the first. */
export function startOfWeek(wentLiveAt: string, week: number): string {
	return plusDays(wentLiveAt, 7 * (week - 1));
}

/** The last week that is over where it is `today`, or the first while none is; null before the go-live. */
export function weekToMeasure(wentLiveAt: string | null, today: string): number | null {
	if (!wentLiveAt || !hasDayCome(wentLiveAt, today)) return null;
	return Math.min(Math.max(Math.floor(daysBetween(wentLiveAt, today) / 7), 1), lastWeek);
}
