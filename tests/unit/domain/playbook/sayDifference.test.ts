import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparePlaybooks } from "@/domain/playbook/comparePlaybooks";
import type { DueRule, PlaybookItem } from "@/domain/playbook/content";
import { planUpgrade } from "@/domain/playbook/planUpgrade";
import { isSame, sayDifference } from "@/domain/playbook/sayDifference";
import { sayDue } from "@/domain/playbook/sayDue";
import { anItem, aPhase, aPlaybook, somePlaybook } from "./examples";

const withItems = (...those: PlaybookItem[]) => aPlaybook(aPhase("kickoff", ...those));
const changesOf = (before: Partial<PlaybookItem>, after: Partial<PlaybookItem>) =>
	sayDifference({
		from: withItems(anItem("a", before), anItem("b")),
		to: withItems(anItem("a", after), anItem("b", { title: "B, named again" })),
	}).items.changed.find(({ key }) => key === "a")?.changes;

const rule = (more: Partial<DueRule>): DueRule => ({
	from: "go_live",
	item: null,
	days: 0,
	unit: "working_days",
	...more,
});

describe("a due rule in words", () => {
	it.each([
		[rule({ days: 3 }), "3 working days after go-live"],
		[rule({ days: -1, unit: "calendar_days" }), "1 day before go-live"],
		[rule({ unit: "calendar_days" }), "on the day of go-live"],
		[rule({ from: "gate_opened" }), "on the day the gate opens, or the next working day"],
		[rule({ from: "item", item: "a", days: 2 }), "2 working days after “Ask” is done"],
		[rule({ from: "item", item: "a" }), "on the day “Ask” is done, or the next working day"],
	])("%j", (due, said) => {
		expect(sayDue(due, () => "Ask")).toBe(said);
	});
});

describe("a difference in words", () => {
	it("names fields, values and other items as people do, each version's by its own titles", () => {
		expect(changesOf({ after: ["b"] }, { after: [] })).toEqual([
			{ field: "Comes after", before: "“Title of b”", after: null, isProse: false },
		]);
		expect(changesOf({}, { after: ["b"] })).toEqual([
			{ field: "Comes after", before: null, after: "“B, named again”", isProse: false },
		]);
		expect(changesOf({}, { condition: { on: "data_mode", item: null, isOneOf: ["on_premises", "hybrid"] } })).toEqual([
			{ field: "Only where", before: null, after: "data mode is hybrid or on premises", isProse: false },
		]);
		expect(changesOf({ guidance: "Ask." }, { guidance: "Ask twice." })).toEqual([
			{ field: "Guidance", before: "Ask.", after: "Ask twice.", isProse: true },
		]);
	});

	it("tells a phase by its name, and what moved into it", () => {
		const from = aPlaybook(aPhase("one", anItem("a"), anItem("b")), aPhase("two", anItem("c")));
		const to = aPlaybook(aPhase("one", anItem("b")), aPhase("two", anItem("c"), anItem("a")));
		expect(sayDifference({ from, to }).items.changed).toEqual([
			{
				key: "a",
				title: "Title of a",
				phase: "Name of two",
				changes: [{ field: "Phase", before: "“Name of one”", after: "“Name of two”", isProse: false }],
			},
		]);
	});

	it("of a running onboarding tells apart what is done from what is open", () => {
		const from = withItems(anItem("gone"), anItem("gone_done"), anItem("open"), anItem("done"));
		const to = withItems(anItem("open", { title: "New" }), anItem("done", { title: "New" }), anItem("more"));
		const items = [
			{ key: "gone", status: "open" },
			{ key: "gone_done", status: "done" },
			{ key: "open", status: "in_progress" },
			{ key: "done", status: "waived" },
		] as const;
		const { items: said } = sayDifference({ from, to, plan: planUpgrade({ from, to, items }) });
		const keys = Object.fromEntries(Object.entries(said).map(([fate, those]) => [fate, those.map(({ key }) => key)]));
		expect(keys).toEqual({
			added: ["more"],
			changed: ["open"],
			removed: ["gone"],
			kept: ["done"],
			retired: ["gone_done"],
		});
		expect(said.removed[0]?.title).toBe("Title of gone");
	});

	it("has words for every change there can be, and nothing to tell of the same twice", () => {
		fc.assert(
			fc.property(somePlaybook, somePlaybook, (from, to) => {
				const said = sayDifference({ from, to });
				const { added, removed, changed } = comparePlaybooks(from, to);
				expect(said.items.added).toHaveLength(added.length);
				expect(said.items.removed).toHaveLength(removed.length);
				expect(said.items.changed.map(({ changes }) => changes.length)).toEqual(
					changed.map(({ fields }) => fields.length),
				);
				for (const { changes } of said.items.changed) {
					for (const { before, after } of changes) expect(before).not.toBe(after);
				}
				expect(isSame(sayDifference({ from, to: from }))).toBe(true);
			}),
			{ numRuns: 60 },
		);
	});
});
