import { hasCome, plusDays } from "../elapsed";
import type { WeekFact } from "../playbook/facts";

/** When the week is over. ISO 8601 in UTC. */
export function endOfWeek({ startsOn }: Pick<WeekFact, "startsOn">): string {
	return plusDays(startsOn, 7);
}

/** The weeks that are over, in order: one that still runs speaks neither for nor against anybody. */
export function finishedWeeks(weeks: readonly WeekFact[], now: string): WeekFact[] {
	return weeks.filter((week) => hasCome(endOfWeek(week), now)).sort((one, other) => one.week - other.week);
}
