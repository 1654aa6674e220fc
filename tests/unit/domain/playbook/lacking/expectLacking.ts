import { describe, expect, it } from "vitest";
import type { CriterionName } from "@/domain/playbook/criteria";
import type { OnboardingFacts } from "@/domain/playbook/facts";
import { judgeCriterion } from "@/domain/playbook/judgeCriterion";
import { now } from "../onboarded";

/** Facts for which a criterion does not hold, what it says, and the record it names. */
export type Lacking = [CriterionName, string, OnboardingFacts, RegExp, string | null];

export function expectLacking(rows: readonly Lacking[]): void {
	describe("a criterion", () => {
		it.each(rows)("%s does not hold %s", (name, _, facts, says, record) => {
			const judgement = judgeCriterion({ name, facts, now });
			expect(judgement).toMatchObject({ holds: false, says: expect.stringMatching(says) });
			expect(judgement.record?.id ?? null).toBe(record);
		});
	});
}
