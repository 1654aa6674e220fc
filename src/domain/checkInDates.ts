export const checkInDays = [1, 3, 7] as const;
export type CheckInDay = (typeof checkInDays)[number];

const hour = 10;

/**
 * When the check-ins of the first week are due (001, step 9): 1, 3 and 7 days after the start, at 10:00 by the casino's
 * clock, weekends included, for a casino is open then.
 *
 * @param startedAt ISO 8601; the local date it falls on is day 0
 * @param timezone IANA name
 * @returns ISO 8601 in UTC, right across a change of the clocks
 * @throws RangeError on an unknown zone or an invalid date
 */
export function checkInDates(startedAt: string, timezone: string): { day: CheckInDay; dueAt: string }[] {
	const clock = wallClockIn(timezone);
	const start = clock(Date.parse(startedAt));
	return checkInDays.map((day) => {
		const wall = Date.UTC(start.year, start.month - 1, start.day + day, hour);
		return { day, dueAt: new Date(instantOf(wall, clock)).toISOString() };
	});
}

type WallClock = { year: number; month: number; day: number; hour: number; minute: number; second: number };

function wallClockIn(timezone: string): (instant: number) => WallClock {
	const format = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
		timeZone: timezone,
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric",
		second: "numeric",
	});
	return (instant) => {
		const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
		const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
		return { year, month, day, hour, minute, second };
	};
}

/**
 * The instant at which the zone's clocks show `wall` (a UTC time that stands for a wall-clock one). The second look
 * corrects a guess that fell on the other side of a change of the clocks.
 */
function instantOf(wall: number, clock: (instant: number) => WallClock): number {
	const offsetAt = (instant: number) => {
		const shown = clock(instant);
		return (
			Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second) -
			Math.floor(instant / 1000) * 1000
		);
	};
	const guess = wall - offsetAt(wall);
	return wall - offsetAt(guess);
}
