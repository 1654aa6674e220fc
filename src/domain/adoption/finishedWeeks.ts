import { hasDayCome, plusDays } from "../calendar/day";
import type { WeekFact } from "../playbook/facts";

/** The day on which the week is over: the first after it. */
export function endOfWeek({ startsOn }: Pick<WeekFact, "startsOn">): string {
	return plusDays(startsOn, 7);
}

/** The weeks that are over where it is `today`, in order: one that still runs speaks neither for nor against anybody. */
export function finishedWeeks(weeks: readonly WeekFact[], today: string): WeekFact[] {
	return weeks.filter((week) => hasDayCome(endOfWeek(week), today)).sort((one, other) => one.week - other.week);
}
