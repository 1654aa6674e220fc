export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

/** Local wall-clock times, "HH:MM" on a 24-hour clock. A closed day keeps its hours for when it is opened. */
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

/** Minutes. */
export const defaultTravelBufferMinutes = 30;
export const defaultJobDurationMinutes = 60;

/** "HH:MM" on a 24-hour clock. */
export const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Checks a value that came from outside.
 *
 * @returns true, or the first problem in words. Closing before opening is one: a shift past midnight is two days
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
	if (typeof end !== "string" || !clockTime.test(end)) return "the end must be a time such as 17:00.";
	return start < end ? null : "the end must be after the start.";
}
