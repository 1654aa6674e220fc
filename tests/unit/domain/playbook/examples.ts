import fc from "fast-check";
import { automationNames } from "@/domain/playbook/automations";
import {
	anchors,
	dayUnits,
	type ItemKind,
	itemOwners,
	type PlaybookContent,
	type PlaybookItem,
	type PlaybookPhase,
} from "@/domain/playbook/content";
import { defaultWords } from "@/domain/playbook/words";

export const roles = ["ops", "manager", "casino_admin", "pit_boss"];

export const anItem = (key: string, change: Partial<PlaybookItem> = {}): PlaybookItem => ({
	key,
	title: `Title of ${key}`,
	guidance: null,
	kind: "task",
	owner: "vendor",
	isVisibleToCustomer: false,
	raci: { responsible: "ops", accountable: null, consulted: [], informed: [] },
	evidence: "none",
	due: null,
	after: [],
	condition: null,
	automation: null,
	criterion: null,
	choices: [],
	isTimed: false,
	...change,
});

export const aPhase = (key: string, ...items: PlaybookItem[]): PlaybookPhase => ({
	key,
	name: `Name of ${key}`,
	goal: `Goal of ${key}`,
	items,
});

/** Goes live with its last phase. */
export const aPlaybook = (...phases: PlaybookPhase[]): PlaybookContent => ({
	key: "example",
	name: "Example",
	summary: "For examples.",
	goLivePhase: phases.at(-1)?.key ?? "",
	words: defaultWords,
	contracts: [{ type: "order_form", condition: null }],
	phases,
	definitionOfDone: [{ line: "It is live", criteria: ["go_live_done"], items: [] }],
});

const ofKind: Record<ItemKind, (automation: string | undefined) => Partial<PlaybookItem>> = {
	task: () => ({}),
	deliverable: () => ({ evidence: "file" }),
	exit_criterion: () => ({ evidence: "signature" }),
	approval: () => ({ evidence: "link" }),
	decision: () => ({ choices: ["yes", "no"] }),
	form: () => ({}),
	// Where a run has nothing left to execute.
	automation: (automation) => (automation ? { automation } : { kind: "task" }),
};

const someDraft = fc.record({
	kind: fc.constantFrom(...(Object.keys(ofKind) as ItemKind[])),
	owner: fc.constantFrom(...itemOwners),
	responsible: fc.constantFrom(...roles),
	links: fc.array(fc.nat(30), { maxLength: 3 }),
	from: fc.option(fc.constantFrom(...anchors, "item" as const)),
	days: fc.integer({ min: -10, max: 30 }),
	unit: fc.constantFrom(...dayUnits),
	isConditional: fc.boolean(),
});
type Draft = typeof someDraft extends fc.Arbitrary<infer T> ? T : never;

/** Each item looks back only, at what it may look back at: nothing of it can be a fault. */
function toItems(drafts: readonly Draft[]): PlaybookItem[] {
	const unused: string[] = [...automationNames];
	const items: PlaybookItem[] = [];
	for (const [index, { kind, owner, responsible, links, from, days, unit, isConditional }] of drafts.entries()) {
		const own = { kind, ...ofKind[kind](kind === "automation" ? unused.shift() : undefined) };
		const isAutomation = own.kind === "automation";
		const back = items.filter((other) => !isAutomation || other.kind === "automation");
		const keys = links.flatMap((link) => (back.length > 0 ? (back[link % back.length]?.key ?? []) : []));
		const decision = items.findLast((other) => other.kind === "decision");
		const due =
			from === "item"
				? keys[0]
					? { from, item: keys[0], days, unit }
					: null
				: from && { from, item: null, days, unit };
		items.push(
			anItem(`item_${index}`, {
				...own,
				owner,
				raci: { responsible, accountable: null, consulted: [], informed: ["manager"] },
				due,
				after: keys,
				condition:
					isConditional && decision && !isAutomation ? { on: "decision", item: decision.key, isOneOf: ["yes"] } : null,
			}),
		);
	}
	return items;
}

/** Up to fifteen items in three phases, with nothing wrong. */
export const somePlaybook: fc.Arbitrary<PlaybookContent> = fc
	.array(someDraft, { minLength: 3, maxLength: 15 })
	.map((drafts) => {
		const items = toItems(drafts);
		return aPlaybook(
			aPhase("first", ...items.slice(0, 1)),
			aPhase("second", ...items.slice(1, -1)),
			aPhase("third", ...items.slice(-1)),
		);
	});
