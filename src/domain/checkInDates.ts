import { numberIn } from "./calendar/day";
import { wallClockIn } from "./calendar/wallClockIn";

export const checkInDays = [1, 3, 7] as const;

const dayLength = 86_400_000;
/** 10:00, in milliseconds of its day. */
const timeOfDay = 36_000_000;

/**
 * When check-ins are due: so many days after the start (1, 3 and 7 in the first week), at 10:00 by the casino's
 * clock, weekends included, for a casino is open then.
 *
 * @param startedAt a day, or a moment whose local date is day 0; ISO 8601
 * @param timezone IANA name
 * @returns ISO 8601 in UTC, right across a change of the clocks
 * @throws RangeError on an unknown zone or an invalid date
 */
export function checkInDates(
	startedAt: string,
	timezone: string,
	days: readonly number[] = checkInDays,
): { day: number; dueAt: string }[] {
	const clock = wallClockIn(timezone);
	const start = numberIn(startedAt, timezone);
	return days.map((day) => {
		const dueAt = clock.instantOf((start + day) * dayLength + timeOfDay);
		return { day, dueAt: new Date(dueAt).toISOString() };
	});
}
