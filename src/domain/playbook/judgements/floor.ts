import { counted, listed, spelled } from "../../inWords";
import { recordRef } from "../../recordRef";
import { type TopTask, topTaskLimit, topTasks } from "../../topTasks";
import type { OnboardingFacts } from "../facts";
import { holds, lacks, type TimelessJudge } from "./judge";

/** The “Floor Ready” list. */
export const floorReady: TimelessJudge = ({ facts: { floor, settings } }) => {
	const { areas, tables, tablesWithoutArea, tablesWithoutGame } = floor;
	const record = recordRef("casino-settings", settings);
	const missing = [
		areas === 0 && "no area",
		tables === 0 && "no table",
		tablesWithoutArea > 0 && `${counted(tablesWithoutArea, "table")} without an area`,
		tablesWithoutGame > 0 && `${counted(tablesWithoutGame, "table")} without a game`,
		(settings?.games ?? 0) === 0 && "no game in the settings",
	].filter((problem) => problem !== false);
	return missing.length === 0
		? holds(`The floor stands: ${counted(areas, "area")}, ${counted(tables, "table")}.`, record)
		: lacks(`The floor is not ready: ${listed(missing)}. The administrator completes it.`, record);
};

/** What must be written down: what is first in the product, what stays on paper, what if it is down. */
const boundariesNeeded = 3;

export const boundariesWritten: TimelessJudge = ({ facts: { settings } }) => {
	const written = settings?.boundaries ?? 0;
	const record = recordRef("casino-settings", settings);
	return written >= boundariesNeeded
		? holds(`The system of record is written down in ${written} entries.`, record)
		: lacks(
				`${written} of at least ${boundariesNeeded} system-of-record entries are written: what is first in the product, what stays on paper, the fallback. The operations lead writes them.`,
				record,
			);
};

type SpotCheck = OnboardingFacts["spotChecks"][number];

const newestOf = (task: TopTask, checks: readonly SpotCheck[]): SpotCheck | null =>
	checks
		.filter((check) => check.task === task)
		.reduce<SpotCheck | null>(
			(newest, check) => (newest && Date.parse(newest.observedAt) >= Date.parse(check.observedAt) ? newest : check),
			null,
		);

/** Exit criterion of phase C: each of the five, as last observed. A task learned since it was slow counts as learned. */
export const topTasksUnderFiveMinutes: TimelessJudge = ({ facts: { spotChecks } }) => {
	const newest = topTasks.map((task) => ({ task, check: newestOf(task, spotChecks) }));
	const unseen = newest.filter(({ check }) => check === null);
	const slow = newest.filter(({ check }) => check !== null && check.seconds >= topTaskLimit);
	const limit = `${topTaskLimit / 60} minutes`;
	if (unseen.length + slow.length === 0) return holds(`Each of the five top tasks was done in under ${limit}.`);
	const named = (tasks: typeof newest) => listed(tasks.map(({ task }) => spelled(task)));
	const problems = [
		slow.length > 0 && `${limit} or more: ${named(slow)}.`,
		unseen.length > 0 && `Not observed yet: ${named(unseen)}.`,
	].filter((problem) => problem !== false);
	return lacks(`${problems.join(" ")} Operations times a pit boss.`, recordRef("spot-checks", slow[0]?.check));
};
