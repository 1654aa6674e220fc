import type { DoneRule } from "../playbook/content";
import type { CriterionName, Judgement } from "../playbook/criteria";
import type { OnboardingFacts } from "../playbook/facts";
import { findWaiverRefusal } from "../playbook/findWaiverRefusal";
import { isSettled } from "../playbook/itemStatus";
import { judgeCriterion } from "../playbook/judgeCriterion";
import type { PlanItem } from "../playbook/planState";
import { type RecordRef, recordRef } from "../recordRef";
import { defaultDefinition } from "./defaultDefinition";

export type DoneLine = { line: string; done: boolean; says: string; record: RecordRef | null };

type Item = Pick<PlanItem, "id" | "key" | "title" | "status" | "criterion">;

/**
 * What must be true before an onboarding is completed, line by line: of its playbook's version, or, of one that was published
 * before a playbook had its own, the default. A line is done when all it names hold; a waiver counts where the plan has one.
 *
 * @param input.rules null where the version has none
 * @param input.items those of the plan
 * @param input.now ISO 8601
 */
export function definitionOfDone(input: {
	rules: readonly DoneRule[] | null;
	facts: OnboardingFacts;
	items: readonly Item[];
	now: string;
}): DoneLine[] {
	const { rules, items, ...moment } = input;
	return (rules ?? defaultDefinition(items)).map(({ line, criteria, items: named }) => {
		const found = [
			...criteria.map((name) => judgeNamed({ ...moment, name: name as CriterionName, items })),
			...named.map((key) => judgeItem(key, items)),
		];
		return { line, ...together(found) };
	});
}

function judgeNamed(input: {
	name: CriterionName;
	facts: OnboardingFacts;
	items: readonly Item[];
	now: string;
}): Judgement {
	const { name, facts, items } = input;
	const judged = judgeCriterion(input);
	const waived = items.find(({ criterion, status }) => criterion === name && status === "waived");
	if (judged.holds || !waived || findWaiverRefusal({ criterion: name, facts })) return judged;
	return { holds: true, says: `“${waived.title}” is waived.`, record: recordRef("checklist-items", waived) };
}

const standings = { open: "not done", in_progress: "in progress", done: "done", waived: "waived" } as const;

function judgeItem(key: string, items: readonly Item[]): Judgement {
	const item = items.find((each) => each.key === key);
	if (!item) return { holds: false, says: `The plan has no item “${key}”.`, record: null };
	const says = item.status === "not_needed" ? "does not apply" : `is ${standings[item.status]}`;
	return {
		holds: isSettled(item.status),
		says: `“${item.title}” ${says}.`,
		record: recordRef("checklist-items", item),
	};
}

function together(found: readonly Judgement[]): Omit<DoneLine, "line"> {
	const missing = found.filter(({ holds }) => !holds);
	const told = missing.length > 0 ? missing : found;
	const record = told.find(({ record }) => record !== null)?.record ?? null;
	return { done: missing.length === 0, says: told.map(({ says }) => says).join(" "), record };
}
