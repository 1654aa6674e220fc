import type { ContractType } from "@/domain/gate";
import type { AutomationName } from "@/domain/playbook/automations";
import type {
	Anchor,
	Condition,
	DayUnit,
	DoneRule,
	DueRule,
	EvidenceKind,
	ItemKind,
	NeededContract,
	PlaybookItem,
	PlaybookPhase,
	Raci,
} from "@/domain/playbook/content";
import type { CriterionName } from "@/domain/playbook/criteria";

/**
 * The words that the shipped playbooks are written in. They only fill in what goes without saying, so that the files
 * read as the playbooks they are: what a customer's own people do is the customer's, the customer sees whatever is not
 * `internal`, operations does what names nobody, and the manager answers for what the vendor's people do.
 */
type Words = {
	guidance?: string;
	/** Responsible. */
	by?: string;
	/** Accountable. */
	answers?: string;
	/** Consulted. */
	asks?: readonly string[];
	/** Informed. */
	tells?: readonly string[];
	proof?: EvidenceKind;
	due?: DueRule;
	after?: readonly string[];
	when?: Condition;
	/** The customer does not see it. */
	internal?: true;
	/** The minutes of work are asked for when it is ticked. */
	timed?: true;
	/** The record that shows it: nobody ticks it then, and no other proof is asked for. */
	shown?: CriterionName;
};

const vendorRoles: ReadonlySet<string> = new Set(["admin", "ops", "manager", "finance", "compliance", "auditor"]);

const raciOf = ({ by = "ops", answers, asks = [], tells = [] }: Words): Raci => ({
	responsible: by,
	accountable: answers ?? (vendorRoles.has(by) && by !== "manager" ? "manager" : null),
	consulted: asks,
	informed: tells,
});

function write(kind: ItemKind, key: string, title: string, words: Words): PlaybookItem {
	const raci = raciOf(words);
	return {
		key,
		title,
		guidance: words.guidance ?? null,
		kind,
		owner: vendorRoles.has(raci.responsible) ? "vendor" : "customer",
		isVisibleToCustomer: !words.internal,
		raci,
		evidence: words.shown ? "none" : (words.proof ?? "none"),
		due: words.due ?? null,
		after: words.after ?? [],
		condition: words.when ?? null,
		automation: null,
		criterion: words.shown ?? null,
		choices: [],
		isTimed: words.timed ?? false,
	};
}

/** Something to do. */
export const task = (key: string, title: string, words: Words = {}) => write("task", key, title, words);

/** Something to hand over: a file, unless it says otherwise. */
export const deliverable = (key: string, title: string, words: Words = {}) =>
	write("deliverable", key, title, { proof: "file", ...words });

/** Answers to give: a value, unless it says otherwise. */
export const form = (key: string, title: string, words: Words = {}) =>
	write("form", key, title, { proof: "value", ...words });

/** A yes that somebody signs. */
export const approval = (key: string, title: string, words: Words) =>
	write("approval", key, title, { proof: "signature", ...words });

/** A choice that somebody signs. */
export const decision = (key: string, title: string, choices: readonly string[], words: Words): PlaybookItem => ({
	...write("decision", key, title, { proof: "signature", ...words }),
	choices,
});

/** An exit criterion that is computed from records. */
export const criterion = (key: CriterionName, title: string, words: Words = {}) =>
	write("exit_criterion", key, title, { ...words, shown: key });

/** The same under a key of its own: it was something to tick before a record showed it. */
export const computed = (key: string, by: CriterionName, title: string, words: Omit<Words, "proof"> = {}) =>
	write("exit_criterion", key, title, { ...words, shown: by });

/** An exit criterion that no record shows: the responsible person signs it, unless another proof is asked for. */
export const signedCriterion = (key: string, title: string, words: Words) =>
	write("exit_criterion", key, title, { proof: "signature", ...words });

/** A line of the definition of done, with what shows it. */
export const done = (line: string, shown: { by?: readonly CriterionName[]; items?: readonly string[] }): DoneRule => ({
	line,
	criteria: shown.by ?? [],
	items: shown.items ?? [],
});

/** Signed before provisioning starts. */
export const needed = (type: ContractType, when: Condition | null = null): NeededContract => ({
	type,
	condition: when,
});

export const phase = (key: string, name: string, goal: string, items: readonly PlaybookItem[]): PlaybookPhase => ({
	key,
	name,
	goal,
	items,
});

/** `workingDays(2).after("opened")`, `days(7).before("go_live")`, `workingDays(1).afterItem("send_invoice")`. */
const counted = (count: number, unit: DayUnit) => ({
	after: (from: Anchor): DueRule => ({ from, item: null, days: count, unit }),
	before: (from: Anchor): DueRule => ({ from, item: null, days: -count, unit }),
	afterItem: (item: string): DueRule => ({ from: "item", item, days: count, unit }),
});
export const days = (count: number) => counted(count, "calendar_days");
export const workingDays = (count: number) => counted(count, "working_days");

/** Only while that decision says one of these. */
export const chosen = (item: string, ...isOneOf: readonly string[]): Condition => ({ on: "decision", item, isOneOf });

/** What the provisioning run does by itself: minutes, if all goes well; a working day, if somebody must look at it. */
export const automation = (key: AutomationName, title: string, words: Words = {}): PlaybookItem => ({
	...write("automation", key, title, { due: workingDays(1).after("gate_opened"), ...words }),
	automation: key,
});
