import { counted } from "../inWords";
import type { WeekFact } from "../playbook/facts";

/** Percent of the shifts in scope: while people learn, and from week 2 on. */
const shareInWeekOne = 60;
const shareAfterwards = 85;

/** Percent of the entries that may fail from week 2 on: what “near zero” means. */
const exceptionLimit = 1;

export type WeekJudgement = {
	id: string;
	week: number;
	/** Shifts recorded of those in scope, whole percent rounded down, so that 84.9 never reads as 85. Null: none in scope. */
	percent: number | null;
	threshold: number;
	/** Tables used of those in scope: told, not judged. */
	tablePercent: number | null;
	/** Enough shifts were recorded. */
	meetsShare: boolean;
	/** Few enough entries failed, which is asked from week 2 on. */
	meetsExceptions: boolean;
	meets: boolean;
	/** In one sentence. */
	says: string;
};

/** Measures a week's use against its thresholds. */
export function judgeWeek(week: WeekFact): WeekJudgement {
	const threshold = week.week <= 1 ? shareInWeekOne : shareAfterwards;
	const meetsShare = week.shiftsInScope > 0 && week.shiftsRecorded * 100 >= threshold * week.shiftsInScope;
	const meetsExceptions = week.week <= 1 || week.exceptions * 100 <= exceptionLimit * week.entries;
	const measured = {
		percent: percentOf(week.shiftsRecorded, week.shiftsInScope),
		threshold,
		tablePercent: percentOf(week.tablesUsed, week.tablesInScope),
	};
	const says = `Week ${week.week}: ${shareInWords(measured)}${exceptionsInWords(week, meetsExceptions)}.`;
	const { id, week: number } = week;
	return { id, week: number, ...measured, meetsShare, meetsExceptions, meets: meetsShare && meetsExceptions, says };
}

function percentOf(part: number, whole: number): number | null {
	return whole > 0 ? Math.min(100, Math.floor((part * 100) / whole)) : null;
}

function shareInWords({
	percent,
	threshold,
	tablePercent,
}: Pick<WeekJudgement, "percent" | "threshold" | "tablePercent">) {
	if (percent === null) return "no shift was in scope";
	const tables = tablePercent === null ? "" : `, ${tablePercent} % of tables used`;
	return `${percent} % of shifts recorded (${threshold} % asked)${tables}`;
}

function exceptionsInWords({ exceptions, entries }: WeekFact, areFew: boolean): string {
	if (areFew) return "";
	return `; ${counted(exceptions, "exception")} in ${counted(entries, "entry", "entries")}, above ${exceptionLimit} %`;
}
