/** What the clocks of a place show. A wall time is written as the milliseconds UTC would have if it showed the same. */
export type WallClock = {
	/** @throws RangeError on an invalid instant */
	read(instant: number): number;
	/**
	 * The instant at which the clocks show `wall`: the first of two when they are turned back over it. A time that they
	 * skip when they are turned forward is taken as much earlier as they skip, so that it stays on its day's evening.
	 */
	instantOf(wall: number): number;
};

const second = 1000;
const day = 86_400_000;

/** By zone: what reads a clock takes far longer to make than to use. There are some hundred zones. */
const clocks = new Map<string, WallClock>();

/**
 * @param timeZone IANA name
 * @throws RangeError on an unknown zone
 */
export function wallClockIn(timeZone: string): WallClock {
	const clock = clocks.get(timeZone) ?? makeClock(timeZone);
	clocks.set(timeZone, clock);
	return clock;
}

function makeClock(timeZone: string): WallClock {
	const format = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
		timeZone,
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric",
		second: "numeric",
	});
	const read = (instant: number): number => {
		const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
		const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
		return Date.UTC(year, month - 1, day, hour, minute, second);
	};
	const offsetAt = (instant: number) => read(instant) - Math.floor(instant / second) * second;
	const instantOf = (wall: number): number => {
		// No zone is a day away from UTC, and none turns its clocks twice in two days.
		const offsets = [offsetAt(wall - day), offsetAt(wall + day)];
		const first = wall - Math.max(...offsets);
		const last = wall - Math.min(...offsets);
		return first === last || read(first) === wall || read(last) !== wall ? first : last;
	};
	return { read, instantOf };
}
