import type { ContractType } from "../gate";
import { completeWords, type PlaybookWords } from "./words";

/**
 * What a playbook says: the words of a published version, the same whether it was shipped or written in the admin panel.
 * Keys are lower-case words joined by underscores, unique in the playbook, and kept for good: an onboarding's items, the
 * comparison of two versions and the ledger of a run are bound by them.
 */

export const itemKinds = [
	"task",
	"deliverable",
	"exit_criterion",
	"approval",
	"decision",
	"form",
	"automation",
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What a record can show to be done. A choice and a signature are a person's own, an automation is the run's. */
export const showableKinds = ["task", "deliverable", "exit_criterion", "form"] as const satisfies ItemKind[];

export const itemOwners = ["vendor", "customer"] as const;
export type ItemOwner = (typeof itemOwners)[number];

/** What proves an item. `signature` is the name of a person in the responsible role, signed in, and the moment. */
export const evidenceKinds = ["none", "file", "link", "value", "signature"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** The dates of an onboarding that due dates count from. `go_live` is the promised one until it has happened. */
export const anchors = [
	"opened",
	"contract_signed",
	"gate_opened",
	"provisioned",
	"phase_started",
	"pilot_start",
	"go_live",
] as const;
export type Anchor = (typeof anchors)[number];

export const dayUnits = ["calendar_days", "working_days"] as const;
export type DayUnit = (typeof dayUnits)[number];

/** Due so many days after (before, when negative) a date of the onboarding or, with `item`, after that item is done. */
export type DueRule = { from: Anchor | "item"; item: string | null; days: number; unit: DayUnit };

export const conditionSubjects = ["plan", "region", "data_mode", "decision"] as const;
export type ConditionSubject = (typeof conditionSubjects)[number];

/** The item belongs to the onboarding only while the subject is one of the values. `decision` reads the choice of `item`. */
export type Condition = { on: ConditionSubject; item: string | null; isOneOf: readonly string[] };

/** Who does it, who answers for it, who is asked, who is told. Each names a role. */
export type Raci = {
	responsible: string;
	accountable: string | null;
	consulted: readonly string[];
	informed: readonly string[];
};

export type PlaybookItem = {
	key: string;
	title: string;
	/** What to do and how one knows that it is done. */
	guidance: string | null;
	kind: ItemKind;
	owner: ItemOwner;
	isVisibleToCustomer: boolean;
	raci: Raci;
	evidence: EvidenceKind;
	due: DueRule | null;
	/** Keys of the items that come first. */
	after: readonly string[];
	condition: Condition | null;
	/** Of an automation: the step that the provisioning run executes. */
	automation: string | null;
	/** The rule that computes it from records: nobody ticks it then. Without one a person does, with the evidence. */
	criterion: string | null;
	/** Of a decision: what may be chosen. */
	choices: readonly string[];
	/** Whether the minutes of work are asked for when it is ticked. */
	isTimed: boolean;
};

export type PlaybookPhase = {
	key: string;
	name: string;
	/** What is true when the phase is over. */
	goal: string;
	items: readonly PlaybookItem[];
};

/**
 * One line of what must be true before an onboarding is completed: it holds when every criterion it names is met and every
 * item is done. An item stands for what no record shows yet: its role does it, with its proof.
 */
export type DoneRule = { line: string; criteria: readonly string[]; items: readonly string[] };

/** A contract that has to be signed before provisioning starts, while its condition holds. */
export type NeededContract = { type: ContractType; condition: Condition | null };

export type PlaybookContent = {
	key: string;
	name: string;
	summary: string;
	/** The phase whose start is the customer's go-live: what comes before decides the forecast. */
	goLivePhase: string;
	/** What its mails and pages say in its own words. */
	words: PlaybookWords;
	/** Without it, as in versions published before there was such a list, an order form or a support contract is needed. */
	contracts?: readonly NeededContract[];
	phases: readonly PlaybookPhase[];
	/** Missing in versions that were published before a playbook had its own; `definitionOfDone.ts` says what they ask for. */
	definitionOfDone?: readonly DoneRule[];
};

/** A version as it was published: what its time did not know has its default. */
export const completeContent = (published: PlaybookContent): PlaybookContent => ({
	...published,
	words: completeWords(published.words),
	phases: published.phases.map((phase) => ({
		...phase,
		items: phase.items.map((item) => ({ ...item, isTimed: item.isTimed ?? false })),
	})),
});

/** Every item in the playbook's order, with the phase it belongs to. */
export function itemsOf(content: PlaybookContent): { phase: PlaybookPhase; item: PlaybookItem; position: number }[] {
	return content.phases
		.flatMap((phase) => phase.items.map((item) => ({ phase, item })))
		.map((each, position) => ({ ...each, position }));
}
