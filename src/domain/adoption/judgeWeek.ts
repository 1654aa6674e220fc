import { counted } from "../inWords";
import type { WeekFact } from "../playbook/facts";
import { formatTaskTimes } from "../taskTimes";

/** Percent of the shifts in scope: while people learn, and from week 2 on. */
const shareInWeekOne = 60;
const shareAfterwards = 85;

/** Percent of the entries that may fail from week 2 on: what “near zero” means. */
export const exceptionLimit = 1;

export type WeekJudgement = {
	id: string;
	week: number;
	/** Shifts recorded of those in scope, whole percent rounded down, so that 84.9 never reads as 85. Null: no scope was agreed. */
	percent: number | null;
	threshold: number;
	/** Tables used of those in scope: told, not judged. */
	tablePercent: number | null;
	/** Entries for each shift in scope, to one decimal. */
	entriesPerShift: number | null;
	/** Enough shifts were recorded. */
	meetsShare: boolean;
	/** Few enough entries failed, which is asked from week 2 on. */
	meetsExceptions: boolean;
	meets: boolean;
	/** In one sentence. */
	says: string;
};

/** Measures a week's use against its thresholds. Without an agreed scope there is no share, and none is met. */
export function judgeWeek(week: WeekFact): WeekJudgement {
	const threshold = week.week <= 1 ? shareInWeekOne : shareAfterwards;
	const isScoped = week.scope !== null && week.shiftsInScope > 0;
	const meetsShare = isScoped && week.shiftsRecorded * 100 >= threshold * week.shiftsInScope;
	const meetsExceptions = week.week <= 1 || week.exceptions * 100 <= exceptionLimit * week.entries;
	const measured = {
		percent: isScoped ? percentOf(week.shiftsRecorded, week.shiftsInScope) : null,
		threshold,
		tablePercent: isScoped && week.tablesInScope > 0 ? percentOf(week.tablesUsed, week.tablesInScope) : null,
		entriesPerShift: isScoped ? Math.round((week.entries * 10) / week.shiftsInScope) / 10 : null,
	};
	const says = `Week ${week.week}: ${formatShare(week, measured)}${formatExceptions(week, meetsExceptions)}; ${formatTaskTimes(week.spotChecks)}.`;
	const { id, week: number } = week;
	return { id, week: number, ...measured, meetsShare, meetsExceptions, meets: meetsShare && meetsExceptions, says };
}

const percentOf = (part: number, whole: number) => Math.min(100, Math.floor((part * 100) / whole));

function formatShare(
	{ shiftsRecorded, shiftsInScope, entries }: WeekFact,
	{
		percent,
		threshold,
		tablePercent,
		entriesPerShift,
	}: Pick<WeekJudgement, "percent" | "threshold" | "tablePercent" | "entriesPerShift">,
): string {
	if (percent === null) return `no scope agreed yet, ${counted(entries, "entry", "entries")}`;
	const tables = tablePercent === null ? "" : `, ${tablePercent} % of tables used`;
	const share = `${percent} % of shifts recorded, ${shiftsRecorded} of ${shiftsInScope} (${threshold} % asked)`;
	return `${share}, ${entriesPerShift} entries a shift${tables}`;
}

function formatExceptions({ exceptions, entries }: WeekFact, areFew: boolean): string {
	if (areFew) return "";
	return `; ${counted(exceptions, "exception")} in ${counted(entries, "entry", "entries")}, above ${exceptionLimit} %`;
}
