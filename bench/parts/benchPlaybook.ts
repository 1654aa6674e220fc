import type { PlaybookContent, PlaybookItem } from "@/domain/playbook/content";
import { defaultWords } from "@/domain/playbook/words";

const roles = ["ops", "ops", "ops", "casino_admin", "manager", "operations_lead", "finance", "compliance"] as const;
const customers: ReadonlySet<string> = new Set(["casino_admin", "operations_lead"]);

function itemOf(phase: string, place: number): PlaybookItem {
	const responsible = roles[place % roles.length] ?? "ops";
	return {
		key: `${phase}_${place}`,
		title: `Item ${place + 1} of phase ${phase}`,
		guidance: null,
		kind: "task",
		owner: customers.has(responsible) ? "customer" : "vendor",
		isVisibleToCustomer: place % 2 === 0,
		raci: { responsible, accountable: "manager", consulted: [], informed: [] },
		evidence: place % 5 === 0 ? "link" : "none",
		due: {
			from: place === 0 ? "phase_started" : "item",
			item: place === 0 ? null : `${phase}_${place - 1}`,
			days: 2,
			unit: "working_days",
		},
		after: place % 4 === 3 ? [`${phase}_${place - 1}`] : [],
		condition: null,
		automation: null,
		criterion: null,
		choices: [],
		isTimed: false,
	};
}

/** A playbook of 80 items in five phases, as chained as written ones are. */
export function benchPlaybook(key: string): PlaybookContent {
	return {
		key,
		name: `Playbook ${key}`,
		summary: "For the bench.",
		goLivePhase: "four",
		words: defaultWords,
		phases: ["one", "two", "three", "four", "five"].map((phase) => ({
			key: phase,
			name: `Phase ${phase}`,
			goal: "Everything in it is done.",
			items: Array.from({ length: 16 }, (_, place) => itemOf(phase, place)),
		})),
		definitionOfDone: [{ line: "Everything is done", criteria: [], items: ["five_15"] }],
	};
}
