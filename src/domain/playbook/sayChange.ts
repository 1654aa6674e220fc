import { contractNames } from "../gate";
import { listed, spelled } from "../inWords";
import type { FieldChange } from "./comparePlaybooks";
import type { Condition, DoneRule, DueRule, NeededContract } from "./content";
import { sayCondition } from "./sayCondition";
import { sayDue } from "./sayDue";
import type { CheckInWords } from "./words";

/** What one field said before and says now; null is nothing. */
export type SaidChange = {
	field: string;
	before: string | null;
	after: string | null;
	/** Words written by somebody, in which single words may differ; else the value is another one. */
	isProse: boolean;
};

/** What items and phases are called, by their keys. */
export type Names = { item(key: string): string; phase(key: string): string };

type Field = { label: string; say(value: unknown, names: Names): string | null; isProse?: boolean };

const words = (label: string): Field => ({ label, say: (value) => (value ? spelled(String(value)) : null) });
const prose = (label: string): Field => ({ label, say: (value) => (value ? String(value) : null), isProse: true });
const list = (label: string): Field => ({ label, say: (value) => sayAll((value as string[]).map(spelled)) });
const lines = <Row>(label: string, say: (row: Row) => string): Field => ({
	label,
	say: (value) => (value as Row[]).map(say).join("\n") || null,
	isProse: true,
});
const phase = (label: string): Field => ({ label, say: (value, names) => `“${names.phase(String(value))}”` });
const position: Field = { label: "Place in the order", say: (value) => String(value) };
const sayAll = (names: readonly string[]) => (names.length > 0 ? listed(names) : null);

const sayRule = ({ line, criteria, items }: DoneRule, item: Names["item"]) =>
	`“${line}” (${[...criteria.map(spelled), ...items.map((key) => `“${item(key)}”`)].join(", ")})`;

const fields: Readonly<Record<string, Field>> = {
	title: prose("Title"),
	name: prose("Name"),
	guidance: prose("Guidance"),
	goal: prose("Goal"),
	summary: prose("Summary"),
	kind: words("Kind"),
	owner: words("Done by"),
	isVisibleToCustomer: { label: "The customer sees it", say: (value) => (value ? "yes" : "no") },
	responsible: words("Responsible"),
	accountable: words("Accountable"),
	consulted: list("Consulted"),
	informed: list("Informed"),
	evidence: { label: "Evidence", say: (value) => (value === "none" ? null : spelled(String(value))) },
	due: { label: "Due", say: (value, { item }) => (value ? sayDue(value as DueRule, item) : null) },
	after: {
		label: "Comes after",
		say: (value, { item }) => sayAll((value as string[]).map((key) => `“${item(key)}”`)),
	},
	condition: {
		label: "Only where",
		say: (value, { item }) => (value ? sayCondition(value as Condition, item) : null),
	},
	automation: words("Automation"),
	criterion: words("Criterion"),
	choices: list("Choices"),
	isTimed: { label: "Minutes of work are asked for", say: (value) => (value ? "yes" : "no") },
	tenant: prose("Word for a tenant"),
	tenants: prose("Word for several tenants"),
	welcome: prose("Welcome"),
	firstSteps: lines("First steps", String),
	checkIns: lines<CheckInWords>("Check-ins", ({ day, text }) => `Day ${day}: ${text}`),
	announcementSubject: prose("Subject of the announcement"),
	announcementText: prose("Text of the announcement"),
	phase: phase("Phase"),
	goLivePhase: phase("Go-live phase"),
	definitionOfDone: {
		label: "Definition of done",
		say: (value, { item }) => sayAll((value as DoneRule[]).map((rule) => sayRule(rule, item))),
	},
	contracts: {
		label: "Signed before provisioning",
		say: (value, { item }) =>
			value
				? sayAll(
						(value as NeededContract[]).map(({ type, condition }) =>
							condition ? `${contractNames[type]} (where ${sayCondition(condition, item)})` : contractNames[type],
						),
					)
				: "order form or support contract",
	},
	position,
};

/**
 * A changed field in words for people: what it is called, what it said, what it says.
 * @param names as they were before and as they are afterwards
 */
export function sayChange({ field, before, after }: FieldChange, names: Record<"before" | "after", Names>): SaidChange {
	const { label, say, isProse = false } = fields[field] ?? words(field);
	return { field: label, before: say(before, names.before), after: say(after, names.after), isProse };
}
