import { hasCome } from "../elapsed";
import {
	type Finding,
	type HealthFacts,
	type HealthLevel,
	type HealthReason,
	type HealthRuleName,
	healthLevels,
	healthRuleNames,
} from "./healthReason";
import { healthRules } from "./healthRules";

export type Health = { level: HealthLevel; reasons: HealthReason[] };

/**
 * How an onboarding stands and why: as bad as its worst reason, green without one.
 *
 * A reason is as old as the first look that found the same rule on the same record at the same level (`previous`); one
 * that is new counts from when the record itself turned so, where that is known, and otherwise from now.
 *
 * @param input.previous the reasons of the last look
 * @returns the reasons, worst first, then oldest first
 */
export function assessHealth(input: HealthFacts & { previous: readonly HealthReason[] }): Health {
	const reasons = healthRuleNames
		.flatMap((rule) => healthRules[rule](input).map((finding) => toReason(rule, finding, input)))
		.sort(worstFirst);
	return { level: reasons[0]?.level ?? "green", reasons };
}

function toReason(
	rule: HealthRuleName,
	{ at, ...found }: Finding,
	{ previous, now }: { previous: readonly HealthReason[]; now: string },
): HealthReason {
	const before = previous.find(
		(reason) => reason.rule === rule && reason.level === found.level && isSameRecord(reason.record, found.record),
	);
	const own = at !== null && hasCome(at, now) ? at : now;
	return { rule, ...found, since: before?.since ?? own };
}

function isSameRecord(one: HealthReason["record"], other: HealthReason["record"]): boolean {
	return one?.collection === other?.collection && one?.id === other?.id;
}

/** A total order, so that the same reasons never look like a change because records were read in another order. */
function worstFirst(one: HealthReason, other: HealthReason): number {
	return (
		healthLevels.indexOf(other.level) - healthLevels.indexOf(one.level) ||
		Date.parse(one.since) - Date.parse(other.since) ||
		healthRuleNames.indexOf(one.rule) - healthRuleNames.indexOf(other.rule) ||
		(one.record?.id ?? "").localeCompare(other.record?.id ?? "")
	);
}
