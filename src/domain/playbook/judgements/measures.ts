import { findHypercareWeeks } from "../../adoption/hypercareWeeks";
import { exceptionLimit, judgeWeek } from "../../adoption/judgeWeek";
import { counted, listed, spelled } from "../../inWords";
import { recordRef } from "../../recordRef";
import { findTaskTimes, formatTaskTimes } from "../../taskTimes";
import type { WeekFact } from "../facts";
import { holds, lacks, type TimelessJudge } from "./judge";

/** What a week's report says of one measure. `isBelow`: above what may fail, or slower than asked. */
type Measured = { says: string; isMeasured: boolean; isBelow?: boolean };

const week = (numbers: readonly number[]) =>
	`week${numbers.length === 1 ? "" : "s"} ${listed(numbers.map((number) => `${number}`))}`;

/**
 * A measure recurs each week: it holds when every week of hypercare is over and measured, and the last of them is not below
 * what is asked. An earlier bad week is named, but no work would mend it.
 */
const measuredEachWeek =
	(measure: (fact: WeekFact) => Measured): TimelessJudge =>
	({ facts }) => {
		if (!facts.onboarding.wentLiveAt) return lacks("Use is measured week by week from the go-live on.");
		const { reported, missing, ahead } = findHypercareWeeks(facts);
		const measured = reported.map((fact) => ({ fact, ...measure(fact) }));
		const numbers = (those: typeof measured) => those.map(({ fact }) => fact.week);
		const below = measured.filter(({ isBelow }) => isBelow);
		const unmeasured = measured.filter(({ isMeasured }) => !isMeasured);
		const problems = [
			missing.length > 0 && `No report of ${week(missing)}: operations reads it from the product.`,
			unmeasured.length > 0 && `Not measured in ${week(numbers(unmeasured))}.`,
			below.length > 0 && `Below what is asked in ${week(numbers(below))}.`,
			ahead.length > 0 && `Still to come: ${week(ahead)} of hypercare.`,
		].filter((problem) => problem !== false);
		const found = measured.map(({ fact, says }) => `Week ${fact.week}: ${says}.`);
		const says = [...found, ...problems].join(" ");
		const record = recordRef("adoption-reports", (unmeasured[0] ?? below.at(-1) ?? measured.at(-1))?.fact);
		const isLastBelow = measured.at(-1)?.isBelow === true;
		const isComplete = missing.length + unmeasured.length + ahead.length === 0 && measured.length > 0;
		return isComplete && !isLastBelow ? holds(says, record) : lacks(says, record);
	};

export const activeStaffMeasured = measuredEachWeek(({ staffByRole }) => ({
	isMeasured: true,
	says:
		staffByRole.length === 0
			? "nobody was active"
			: `active as ${listed(staffByRole.map(({ role, people }) => `${spelled(role)} ${people}`))}`,
}));

const noScope: Measured = { isMeasured: false, says: "no scope agreed yet" };

export const entriesMeasured = measuredEachWeek((fact) => {
	const { entriesPerShift } = judgeWeek(fact);
	if (entriesPerShift === null) return noScope;
	const byShift = fact.shifts
		.filter(({ inScope }) => inScope > 0)
		.map(({ name, inScope, entries }) => `${name} ${Math.round((entries * 10) / inScope) / 10}`);
	const details = byShift.length > 1 ? ` (${byShift.join(", ")})` : "";
	return { isMeasured: true, says: `${entriesPerShift} entries a shift${details}` };
});

export const tablesMeasured = measuredEachWeek((fact) => {
	const { tablePercent } = judgeWeek(fact);
	if (fact.scope === null) return noScope;
	if (tablePercent === null) return { isMeasured: false, says: "no table in scope" };
	const areas = fact.areasInScope > 0 ? `, ${fact.areasUsed} of ${counted(fact.areasInScope, "area")}` : "";
	return {
		isMeasured: true,
		says: `${fact.tablesUsed} of ${counted(fact.tablesInScope, "table")} used, ${tablePercent} %${areas}`,
	};
});

/** After the first week hardly any entry fails or is refused. */
export const exceptionsNearZero = measuredEachWeek((fact) => ({
	isMeasured: true,
	isBelow: !judgeWeek(fact).meetsExceptions,
	says: `${counted(fact.exceptions, "exception")} in ${counted(fact.entries, "entry", "entries")}${
		fact.week > 1 ? `, at most ${exceptionLimit} % asked` : ""
	}`,
}));

/** Spot checks of the week itself: those of another prove nothing about it. */
export const taskTimesMeasured = measuredEachWeek(({ spotChecks }) => {
	const { timed, slow } = findTaskTimes(spotChecks);
	return { isMeasured: timed.length > 0, isBelow: slow.length > 0, says: formatTaskTimes(spotChecks) };
});
