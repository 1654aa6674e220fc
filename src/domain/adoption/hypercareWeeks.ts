import { hasDayCome } from "../calendar/day";
import type { OnboardingFacts, WeekFact } from "../playbook/facts";
import { finishedWeeks } from "./finishedWeeks";
import { startOfWeek } from "./weekOf";

/** Weeks: as long as it lasts while nobody has decided. */
export const longestHypercare = 4;

export type HypercareWeeks = {
	/** The reports of its weeks that are over, in order. */
	reported: WeekFact[];
	/** Its weeks that are over without a report. */
	missing: number[];
	/** Its weeks that are still to end; all of them before the go-live. */
	ahead: number[];
};

/** What is on record of each week of hypercare. */
export function findHypercareWeeks({ adoption, onboarding, calendar: { today } }: OnboardingFacts): HypercareWeeks {
	const { wentLiveAt, hypercareWeeks } = onboarding;
	const weeks = Array.from({ length: hypercareWeeks }, (_, index) => index + 1);
	const isOver = (week: number) => wentLiveAt !== null && hasDayCome(startOfWeek(wentLiveAt, week + 1), today);
	const finished = finishedWeeks(adoption, today).filter(({ week }) => week >= 1 && week <= hypercareWeeks);
	const reported = new Set(finished.map(({ week }) => week));
	return {
		reported: finished,
		missing: weeks.filter((week) => isOver(week) && !reported.has(week)),
		ahead: weeks.filter((week) => !isOver(week) && !reported.has(week)),
	};
}
