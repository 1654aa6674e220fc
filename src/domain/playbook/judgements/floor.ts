import { findAgreedScope } from "../../adoption/agreedScope";
import { sayDay } from "../../calendar/sayDay";
import { counted, listed, spelled } from "../../inWords";
import { recordRef } from "../../recordRef";
import { findTaskTimes, taskLimitInWords } from "../../taskTimes";
import type { BoundaryQuestion, OnboardingFacts } from "../facts";
import { holds, lacks, type TimelessJudge } from "./judge";
import { findVacantRoles } from "./people";

const onlyFound = (gaps: readonly (string | false)[]): string[] => gaps.filter((gap) => gap !== false);

const findPlaceGaps = ({ floor }: OnboardingFacts): string[] =>
	onlyFound([
		floor.areas === 0 && "no open area",
		floor.tables === 0 && "no table in service",
		floor.closed.length > 0 && `closed: ${listed(floor.closed)}`,
		floor.emptyAreas.length > 0 && `no table in service in ${listed(floor.emptyAreas)}`,
		floor.tablesWithoutArea.length > 0 && `without an area: ${listed(floor.tablesWithoutArea)}`,
	]);

const findGameGaps = ({ floor }: OnboardingFacts): string[] =>
	onlyFound([
		floor.tablesWithoutGame.length > 0 && `without a game: ${listed(floor.tablesWithoutGame)}`,
		floor.gamesWithoutLimits.length > 0 && `no limits for ${listed(floor.gamesWithoutLimits.map(spelled))}`,
	]);

const scopeOf = ({ onboarding }: OnboardingFacts): string =>
	findAgreedScope(onboarding.scopes, "goLive") ? "the agreed scope" : "all active areas, as no scope is agreed yet";

const standing = (facts: OnboardingFacts): string =>
	`${counted(facts.floor.areas, "area")} and ${counted(facts.floor.tables, "table")} in ${scopeOf(facts)}`;

/** Areas and tables are entered here, for the agreed scope. Whether the product has them is for `floorReady`. */
export const areasAndTablesEntered: TimelessJudge = ({ facts }) => {
	const gaps = findPlaceGaps(facts);
	const record = recordRef("casinos", facts.casino);
	return gaps.length > 0
		? lacks(
				`Areas and tables are missing in ${scopeOf(facts)}: ${gaps.join("; ")}. Operations imports the list.`,
				record,
			)
		: holds(`Entered: ${standing(facts)}.`, record);
};

/** Every table in service has its game, and every game its limits. */
export const gamesSetUp: TimelessJudge = ({ facts }) => {
	const gaps = facts.floor.tables === 0 ? ["no table in service"] : findGameGaps(facts);
	const record = recordRef("casino-settings", facts.settings);
	return gaps.length > 0
		? lacks(`Games are not set up in ${scopeOf(facts)}: ${gaps.join("; ")}. Operations enters them.`, record)
		: holds(`Each of ${counted(facts.floor.tables, "table")} has its game, with limits.`, record);
};

/** The “Floor Ready” list: what was agreed stands here, the people for it are there, and the product has all of it. */
export const floorReady: TimelessJudge = ({ facts }) => {
	const record = recordRef("casino-settings", facts.settings);
	const vacant = findVacantRoles(facts);
	const missing = [
		...findPlaceGaps(facts),
		...findGameGaps(facts),
		...onlyFound([vacant.length > 0 && `nobody is active as ${listed(vacant.map(spelled))}`]),
	];
	if (missing.length > 0) {
		const says = `The floor is not ready in ${scopeOf(facts)}: ${missing.join("; ")}. The administrator completes it.`;
		return lacks(says, record);
	}
	const gap = findSyncGap(facts);
	return gap
		? lacks(`${standing(facts)} stand here. ${gap}`, record)
		: holds(`The floor stands, here and in the product: ${standing(facts)}.`, record);
};

/** Why the product does not have what is edited here, and who can do something; null when it has. */
function findSyncGap({ casino, sync, calendar }: OnboardingFacts): string | null {
	if (casino.status !== "live" && casino.status !== "suspended") {
		return "They are not in the product yet: provisioning brings them.";
	}
	if (!sync) return "They were not brought to the product yet. Operations syncs them.";
	if (sync.frozenUntil) {
		return `The freeze keeps changes out of the product until ${sayDay(sync.frozenUntil, calendar.timeZone)}; an override lifts it.`;
	}
	if (sync.problem)
		return `The product does not have the latest changes: ${sync.problem} Operations looks at the floor.`;
	return sync.isDone ? null : "The latest changes are on their way to the product.";
}

const questions: Readonly<Record<BoundaryQuestion, { asks: string; who: string }>> = {
	entered_first_in_product: { asks: "First in the product", who: "the operations lead" },
	stays_on_paper: { asks: "On paper", who: "the compliance lead" },
	fallback: { asks: "When the product is down", who: "the operations lead" },
};

/** Each of the three questions is answered in words. The answers are shown with who gave them and when. */
export const boundariesWritten: TimelessJudge = ({ facts: { boundaries, calendar } }) => {
	const missing = boundaries.filter(({ answer, isOpen }) => isOpen || answer === null);
	if (missing.length > 0) {
		const named = missing.map(({ question }) => {
			const { asks, who } = questions[question];
			return `“${asks}” (${who} answers)`;
		});
		const first = missing[0]?.item;
		return lacks(`Not answered: ${listed(named)}.`, recordRef("checklist-items", first ? { id: first } : null));
	}
	const answers = boundaries.map(({ question, answer, by, at }) => {
		const who = [by, at && sayDay(at, calendar.timeZone)].filter(Boolean).join(", ");
		return `${questions[question].asks}: ${shortened(answer ?? "")}${who ? ` (${who})` : ""}`;
	});
	const last = boundaries.at(-1)?.item;
	return holds(`${answers.join(". ")}.`, recordRef("checklist-items", last ? { id: last } : null));
};

const shortened = (text: string) => {
	const line = text.replaceAll(/\s+/g, " ").replace(/\.$/, "");
	return line.length > 200 ? `${line.slice(0, 199)}…` : line;
};

/** Exit criterion of phase C: each of the five, as last observed. */
export const topTasksUnderFiveMinutes: TimelessJudge = ({ facts: { spotChecks } }) => {
	const { slow, unseen } = findTaskTimes(spotChecks);
	if (unseen.length + slow.length === 0)
		return holds(`Each of the five top tasks was done in under ${taskLimitInWords}.`);
	const problems = [
		slow.length > 0 && `${taskLimitInWords} or more: ${listed(slow.map(({ task }) => spelled(task)))}.`,
		unseen.length > 0 && `Not observed yet: ${listed(unseen.map(spelled))}.`,
	].filter((problem) => problem !== false);
	return lacks(`${problems.join(" ")} Operations times a pit boss.`, recordRef("spot-checks", slow[0]));
};
