import type { DayUnit } from "../playbook/content";
import { type CalendarOptions, calendarOf } from "./calendarOf";

/**
 * A date of a casino's calendar, counted from another. `calendarOf` says how; who counts many keeps one calendar.
 *
 * @param from ISO 8601
 * @param days a whole number; negative counts back
 * @returns ISO 8601 in UTC: the end of that day's working hours, right across a change of the clocks
 * @throws RangeError on an unknown zone or an invalid date
 */
export function addDays({
	from,
	days,
	unit,
	...options
}: CalendarOptions & { from: string; days: number; unit: DayUnit }) {
	return new Date(calendarOf(options).addDays(Date.parse(from), days, unit)).toISOString();
}
