import { findAgreedScope } from "../../adoption/agreedScope";
import { dayIn } from "../../calendar/day";
import { counted, listed, spelled } from "../../inWords";
import { recordRef } from "../../recordRef";
import { findTaskTimes, taskLimitInWords } from "../../taskTimes";
import type { BoundaryQuestion, OnboardingFacts } from "../facts";
import { holds, lacks, type TimelessJudge } from "./judge";
import { findVacantRoles } from "./people";

/** The “Floor Ready” list: what was agreed stands here, the people for it are there, and the product has all of it. */
export const floorReady: TimelessJudge = ({ facts }) => {
	const { floor, settings, onboarding } = facts;
	const record = recordRef("casino-settings", settings);
	const vacant = findVacantRoles(facts);
	const missing = [
		floor.areas === 0 && "no open area",
		floor.tables === 0 && "no table in service",
		floor.closed.length > 0 && `closed: ${listed(floor.closed)}`,
		floor.emptyAreas.length > 0 && `no table in service in ${listed(floor.emptyAreas)}`,
		floor.tablesWithoutArea.length > 0 && `without an area: ${listed(floor.tablesWithoutArea)}`,
		floor.tablesWithoutGame.length > 0 && `without a game: ${listed(floor.tablesWithoutGame)}`,
		floor.gamesWithoutLimits.length > 0 && `no limits for ${listed(floor.gamesWithoutLimits.map(spelled))}`,
		vacant.length > 0 && `nobody is active as ${listed(vacant.map(spelled))}`,
	].filter((problem) => problem !== false);
	const isAgreed = findAgreedScope(onboarding.scopes, "goLive") !== null;
	const scope = isAgreed ? "the agreed scope" : "all active areas, as no scope is agreed yet";
	if (missing.length > 0) {
		return lacks(`The floor is not ready in ${scope}: ${missing.join("; ")}. The administrator completes it.`, record);
	}
	const gap = findSyncGap(facts);
	const stands = `${counted(floor.areas, "area")} and ${counted(floor.tables, "table")} in ${scope}`;
	return gap
		? lacks(`${stands} stand here. ${gap}`, record)
		: holds(`The floor stands, here and in the product: ${stands}.`, record);
};

/** Why the product does not have what is edited here, and who can do something; null when it has. */
function findSyncGap({ casino, sync, calendar }: OnboardingFacts): string | null {
	if (casino.status !== "live" && casino.status !== "suspended") {
		return "They are not in the product yet: provisioning brings them.";
	}
	if (!sync) return "They were not brought to the product yet. Operations syncs them.";
	if (sync.frozenUntil) {
		return `The freeze keeps changes out of the product until ${dayIn(sync.frozenUntil, calendar.timeZone)}; an override lifts it.`;
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
		const who = [by, at && dayIn(at, calendar.timeZone)].filter(Boolean).join(", ");
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
