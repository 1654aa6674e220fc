import { wallClockIn } from "./calendar/wallClockIn";

export const checkInDays = [1, 3, 7] as const;
export type CheckInDay = (typeof checkInDays)[number];

const dayLength = 86_400_000;
/** 10:00, in milliseconds of its day. */
const timeOfDay = 36_000_000;

/**
 * When the check-ins of the first week are due: 1, 3 and 7 days after the start, at 10:00 by the casino's
 * clock, weekends included, for a casino is open then.
 *
 * @param startedAt ISO 8601; the local date it falls on is day 0
 * @param timezone IANA name
 * @returns ISO 8601 in UTC, right across a change of the clocks
 * @throws RangeError on an unknown zone or an invalid date
 */
export function checkInDates(startedAt: string, timezone: string): { day: CheckInDay; dueAt: string }[] {
	const clock = wallClockIn(timezone);
	const start = Math.floor(clock.read(Date.parse(startedAt)) / dayLength);
	return checkInDays.map((day) => {
		const dueAt = clock.instantOf((start + day) * dayLength + timeOfDay);
		return { day, dueAt: new Date(dueAt).toISOString() };
	});
}
