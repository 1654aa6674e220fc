import type { Condition, PlaybookContent, PlaybookItem } from "@/domain/playbook/content";
import type { Playbook } from "@/payload-types";

/** The form of a content: `contentOf` answers the same content again. */
export function formOf(content: PlaybookContent) {
	return {
		key: content.key,
		name: content.name,
		summary: content.summary,
		goLivePhase: content.goLivePhase,
		contracts: (content.contracts ?? []).map(({ type, condition }) => ({
			type,
			condition: formConditionOf(condition),
		})),
		words: {
			...content.words,
			firstSteps: content.words.firstSteps.map((text) => ({ text })),
			checkIns: content.words.checkIns.map((words) => ({ ...words })),
		},
		phases: content.phases.map(({ key, name, goal, items }) => ({ key, name, goal, items: items.map(formItemOf) })),
		definitionOfDone: (content.definitionOfDone ?? []).map(({ line, criteria, items }) => ({
			line,
			criteria: [...criteria],
			items: [...items],
		})),
	} as Pick<
		Playbook,
		"key" | "name" | "summary" | "goLivePhase" | "contracts" | "words" | "phases" | "definitionOfDone"
	>;
}

function formItemOf({ raci, isVisibleToCustomer, condition, after, choices, ...item }: PlaybookItem) {
	return {
		...item,
		visibleToCustomer: isVisibleToCustomer,
		responsible: raci.responsible,
		accountable: raci.accountable,
		consulted: [...raci.consulted],
		informed: [...raci.informed],
		after: [...after],
		choices: [...choices],
		condition: formConditionOf(condition),
		due: item.due ?? {},
	};
}

const formConditionOf = (condition: Condition | null) =>
	condition ? { ...condition, isOneOf: [...condition.isOneOf] } : {};
