export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * Local wall-clock times, "HH:MM" on a 24-hour clock. An end at or before the start is on the next day: 18:00 to 04:00 is a night,
 * 06:00 to 06:00 is round the clock. A closed day keeps its hours for when it is opened.
 */
export type WorkingDay = { enabled: boolean; start: string; end: string };
export type WorkingHours = Record<Weekday, WorkingDay>;

const weekday: WorkingDay = { enabled: true, start: "09:00", end: "17:00" };

/** What a new casino starts with. */
export const baselineWorkingHours: Readonly<WorkingHours> = Object.freeze({
	monday: weekday,
	tuesday: weekday,
	wednesday: weekday,
	thursday: weekday,
	friday: weekday,
	saturday: { enabled: false, start: "09:00", end: "13:00" },
	sunday: { enabled: false, start: "09:00", end: "17:00" },
});

/** Whether the hours that begin on a day end on the next one. */
export function closesNextDay({ start, end }: Pick<WorkingDay, "start" | "end">): boolean {
	return end <= start;
}

/** A day's hours in words: “09:00 – 17:00”, “18:00 – 04:00 the next day”, “Open 24 hours, from 06:00”. */
export function sayHours({ enabled, start, end }: WorkingDay): string {
	if (!enabled) return "Closed";
	if (start === end) return start === "00:00" ? "Open 24 hours" : `Open 24 hours, from ${start}`;
	// Midnight is the end of a day, whatever day a clock counts it to.
	return closesNextDay({ start, end }) && end !== "00:00" ? `${start} – ${end} the next day` : `${start} – ${end}`;
}

/** Minutes. */
export const defaultTravelBufferMinutes = 30;
export const defaultJobDurationMinutes = 60;

/** "HH:MM" on a 24-hour clock. */
export const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Checks a value that came from outside.
 *
 * @returns true, or the first problem in words
 */
export function validateWorkingHours(value: unknown): true | string {
	if (typeof value !== "object" || value === null) return "Give the hours of each weekday.";
	const unknown = Object.keys(value).find((key) => !weekdays.some((day) => day === key));
	if (unknown !== undefined) return `“${unknown}” is not a weekday.`;
	for (const day of weekdays) {
		const problem = findDayProblem((value as Record<string, unknown>)[day]);
		if (problem) return `${day.charAt(0).toUpperCase()}${day.slice(1)}: ${problem}`;
	}
	return true;
}

function findDayProblem(value: unknown): string | null {
	if (typeof value !== "object" || value === null) return "give its hours.";
	const { enabled, start, end } = value as Partial<Record<keyof WorkingDay, unknown>>;
	if (typeof enabled !== "boolean") return "say whether it is open.";
	if (typeof start !== "string" || !clockTime.test(start)) return "the start must be a time such as 09:00.";
	return typeof end === "string" && clockTime.test(end) ? null : "the end must be a time such as 17:00.";
}
