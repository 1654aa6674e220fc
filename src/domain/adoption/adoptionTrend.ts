import type { WeekFact } from "../playbook/facts";
import { judgeWeek, type WeekJudgement } from "./judgeWeek";

export type AdoptionTrend = {
	/** In order of the weeks. */
	weeks: WeekJudgement[];
	/** From the last week but one to the last; unknown while there are not two with shifts in scope. */
	direction: "rising" | "falling" | "steady" | "unknown";
	/** Percentage points. */
	change: number | null;
	/** How many weeks on end meet their thresholds, up to the last. A week without a report ends the row. */
	metInARow: number;
	missedInARow: number;
	/** The longest such row that met, whenever it was. */
	longestMet: number;
};

/** Where use is going, week by week. */
export function adoptionTrend(facts: readonly WeekFact[]): AdoptionTrend {
	const weeks = facts.toSorted((one, other) => one.week - other.week).map(judgeWeek);
	const last = weeks.at(-1)?.percent ?? null;
	const before = weeks.at(-2)?.percent ?? null;
	const change = last === null || before === null ? null : last - before;
	return { weeks, change, direction: directionOf(change), ...rowsOf(weeks) };
}

function directionOf(change: number | null): AdoptionTrend["direction"] {
	if (change === null) return "unknown";
	if (change === 0) return "steady";
	return change > 0 ? "rising" : "falling";
}

function rowsOf(weeks: readonly WeekJudgement[]): Pick<AdoptionTrend, "metInARow" | "missedInARow" | "longestMet"> {
	let row = { metInARow: 0, missedInARow: 0 };
	let longestMet = 0;
	let previous: WeekJudgement | null = null;
	for (const week of weeks) {
		if (previous && week.week !== previous.week + 1) row = { metInARow: 0, missedInARow: 0 };
		row = week.meets
			? { metInARow: row.metInARow + 1, missedInARow: 0 }
			: { metInARow: 0, missedInARow: row.missedInARow + 1 };
		longestMet = Math.max(longestMet, row.metInARow);
		previous = week;
	}
	return { ...row, longestMet };
}
