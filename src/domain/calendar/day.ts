import { wallClockIn } from "./wallClockIn";

/*
 * A calendar day is written YYYY-MM-DD and is the casino's: it begins and ends on the casino's clock. Days compare as text.
 */

const dayLength = 86_400_000;
const written = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** What is said of a value that is no day. */
export const dayWanted = "Enter a day of the calendar, such as 2027-03-15.";

/**
 * A day as it was sent: itself, or the date in UTC of an instant; of a date and time without a zone, its date.
 * @returns null for what is neither, a 30 February included
 */
export function parseDay(value: unknown): string | null {
	const text = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value;
	if (typeof text !== "string" || !isDay(text.slice(0, 10))) return null;
	if (written.test(text)) return text;
	const sent = instant.exec(text);
	// Without a zone `Date` would take the machine's.
	const at = sent && new Date(sent[3] ? text : `${text}Z`);
	return at && !Number.isNaN(at.getTime()) ? at.toISOString().slice(0, 10) : null;
}

/** Whether it is a day of the calendar, written as days are. */
export function isDay(text: string): boolean {
	const at = written.test(text) ? new Date(`${text}T00:00:00.000Z`) : null;
	return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/**
 * The day that the clocks of a zone show at a moment; of a day, itself.
 * @throws RangeError on an unknown zone or an invalid moment
 */
export function dayIn(at: string, timeZone: string): string {
	return written.test(at) ? at : dayOfNumber(numberIn(at, timeZone));
}

/** Whether a day is over where it is `today`. What has no day is not. */
export function isDayOver(day: string | null | undefined, today: string): boolean {
	return day != null && day < today;
}

/** Whether a day has begun where it is `today`. What has no day has not. */
export function hasDayCome(day: string | null | undefined, today: string): boolean {
	return day != null && day <= today;
}

/** How many days later `to` is than `from`; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
	return numberOfDay(to) - numberOfDay(from);
}

export function plusDays(day: string, days: number): string {
	return dayOfNumber(numberOfDay(day) + days);
}

/**
 * The instant at which a day begins in a zone, ISO 8601 in UTC. Where the clocks are turned forward at midnight, as on the Azores, a
 * day begins with what they show then: an hour before that it is still the day before.
 */
export function startOfDay(day: string, timeZone: string): string {
	const clock = wallClockIn(timeZone);
	const midnight = numberOfDay(day) * dayLength;
	const start = clock.instantOf(midnight);
	const skipped = midnight - clock.read(start);
	return new Date(start + skipped).toISOString();
}

/** The instant from which a day is over in a zone, ISO 8601 in UTC. */
export function endOfDay(day: string, timeZone: string): string {
	return startOfDay(plusDays(day, 1), timeZone);
}

/** Days since 1970-01-01. @throws RangeError on what is no day */
export function numberOfDay(day: string): number {
	if (!isDay(day)) throw new RangeError(`${day} is no day of the calendar.`);
	return Date.parse(day) / dayLength;
}

export function dayOfNumber(number: number): string {
	return new Date(number * dayLength).toISOString().slice(0, 10);
}

/** The number of the day that a moment falls on in a zone; of a day, its own. */
export function numberIn(at: string, timeZone: string): number {
	return written.test(at) ? numberOfDay(at) : Math.floor(wallClockIn(timeZone).read(Date.parse(at)) / dayLength);
}
