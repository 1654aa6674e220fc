import type { CriterionName } from "../playbook/criteria";
import type { OnboardingFacts } from "../playbook/facts";
import { judgeCriterion } from "../playbook/judgeCriterion";

/** Exit criterion of phase E: what must be true before the customer's sponsor signs. */
export const signOffCriteria: readonly CriterionName[] = ["go_live_done", "adoption_thresholds_met"];

/**
 * Why the customer cannot sign the primary-tool status yet, one sentence for each criterion that is not met.
 *
 * @param input.waived criteria for which a waiver holds
 * @param input.now ISO 8601
 * @returns nothing when they can
 */
export function signOffProblems(input: { facts: OnboardingFacts; waived: readonly string[]; now: string }): string[] {
	const { facts, waived, now } = input;
	return signOffCriteria
		.filter((name) => !waived.includes(name))
		.map((name) => judgeCriterion({ name, facts, now }))
		.filter(({ holds }) => !holds)
		.map(({ says }) => says);
}
