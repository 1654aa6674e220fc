import type { DayUnit } from "../playbook/content";
import { baselineWorkingHours, closesNextDay, type WorkingDay, type WorkingHours, weekdays } from "../workingHours";
import { wallClockIn } from "./wallClockIn";

export type Calendar = {
	/**
	 * So many days after the date on which `from` falls there, at the end of that day's working hours; negative counts
	 * back. Calendar days may end on a closed day. Of working days the first is the next open one, so none from a closed
	 * day is the next open one as well.
	 *
	 * @param from milliseconds since the epoch, as is the result
	 * @throws RangeError on an invalid instant
	 */
	addDays(from: number, days: number, unit: DayUnit): number;
	/** The end of the first working day that is not over at `now`. */
	endOfWorkingDay(now: number): number;
};

export type CalendarOptions = {
	/** IANA name. */
	timeZone: string;
	/** Null: those that a new casino starts with. When no day is open, every day counts as open. */
	workingHours: WorkingHours | null;
};

const minute = 60_000;
const dayLength = 86_400_000;
/** When a closed day counts as over. */
const closedDayEnds = "17:00";

/**
 * The days of a casino, as its clocks and its working hours have them. A day is a whole number: days since 1970-01-01.
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
	const dayOf = (instant: number) => Math.floor(clock.read(instant) / dayLength);
	// A plan's items fall on few days.
	const ends = new Map<number, number>();
	const endOf = (day: number): number => {
		const end = ends.get(day) ?? clock.instantOf(day * dayLength + minutesOf(closingTime(hoursOf(day))) * minute);
		ends.set(day, end);
		return end;
	};

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

	const addDays: Calendar["addDays"] = (from, days, unit) => {
		const day = dayOf(from);
		return endOf(unit === "working_days" ? addWorkingDays(day, days) : day + days);
	};
	const endOfWorkingDay: Calendar["endOfWorkingDay"] = (now) => {
		const end = addDays(now, 0, "working_days");
		return end > now ? end : addDays(now, 1, "working_days");
	};
	return { addDays, endOfWorkingDay };
}

function openWeekOf(hours: WorkingHours): WorkingDay[] {
	const week = weekdays.map((weekday) => hours[weekday]);
	return week.some(({ enabled }) => enabled) ? week : week.map((each) => ({ ...each, enabled: true }));
}

/** What closes on the next day counts until the last minute of its own: a deadline stays on its date. */
function closingTime(hours: WorkingDay | undefined): string {
	if (!hours?.enabled) return closedDayEnds;
	return closesNextDay(hours) ? "23:59" : hours.end;
}

function minutesOf(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(":").map(Number);
	return hours * 60 + minutes;
}
