import type { DayUnit } from "../playbook/content";
import { baselineWorkingHours, closesNextDay, type WorkingDay, type WorkingHours, weekdays } from "../workingHours";
import { numberIn } from "./day";
import { wallClockIn } from "./wallClockIn";

/** Days are whole numbers, counted from 1970-01-01. */
export type Calendar = {
	/** The day on which a moment falls there; of a day, itself. @throws RangeError on what is neither */
	dayOf(at: string): number;
	/**
	 * So many days after a day; negative counts back. Calendar days may end on a closed day. Of working days the first is the next
	 * open one, so none from a closed day is the next open one as well.
	 */
	addDays(from: number, days: number, unit: DayUnit): number;
	/** The first working day whose hours are not over at `now`, ISO 8601. */
	workingDay(now: string): number;
};

export type CalendarOptions = {
	/** IANA name. */
	timeZone: string;
	/** Null: those that a new casino starts with. When no day is open, every day counts as open. */
	workingHours: WorkingHours | null;
};

const minute = 60_000;
const dayLength = 86_400_000;

/**
 * The days of a casino, as its clocks and its working hours have them.
 *
 * @throws RangeError on an unknown zone
 */
export function calendarOf({ timeZone, workingHours }: CalendarOptions): Calendar {
	const clock = wallClockIn(timeZone);
	const week = openWeekOf(workingHours ?? baselineWorkingHours);
	const openDays = week.filter(({ enabled }) => enabled).length;
	// 1970-01-01 was a Thursday.
	const hoursOf = (day: number) => week[(((day + 3) % 7) + 7) % 7];
	const isOpen = (day: number) => hoursOf(day)?.enabled === true;

	const nextOpen = (day: number, direction: 1 | -1): number => {
		let next = day + direction;
		while (!isOpen(next)) next += direction;
		return next;
	};
	const addWorkingDays = (from: number, days: number): number => {
		if (days === 0) return isOpen(from) ? from : nextOpen(from, 1);
		const direction = days > 0 ? 1 : -1;
		// Any seven days on end hold every open day of the week once, so whole weeks need no counting.
		const weeks = Math.floor((Math.abs(days) - 1) / openDays);
		let day = from + direction * weeks * 7;
		for (let left = Math.abs(days) - weeks * openDays; left > 0; left--) day = nextOpen(day, direction);
		return day;
	};
	const addDays: Calendar["addDays"] = (from, days, unit) =>
		unit === "working_days" ? addWorkingDays(from, days) : from + days;
	const workingDay: Calendar["workingDay"] = (now) => {
		const day = numberIn(now, timeZone);
		const isOver =
			isOpen(day) && clock.read(Date.parse(now)) >= day * dayLength + minutesOf(closingTime(hoursOf(day))) * minute;
		return isOver ? nextOpen(day, 1) : addWorkingDays(day, 0);
	};
	return { dayOf: (at) => numberIn(at, timeZone), addDays, workingDay };
}

function openWeekOf(hours: WorkingHours): WorkingDay[] {
	const week = weekdays.map((weekday) => hours[weekday]);
	return week.some(({ enabled }) => enabled) ? week : week.map((each) => ({ ...each, enabled: true }));
}

/** What closes on the next day is open to the end of its own. */
const closingTime = (hours: WorkingDay | undefined) => (!hours || closesNextDay(hours) ? "24:00" : hours.end);

function minutesOf(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(":").map(Number);
	return hours * 60 + minutes;
}
