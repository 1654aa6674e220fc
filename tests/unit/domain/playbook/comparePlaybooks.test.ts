import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparePlaybooks, type FieldChange } from "@/domain/playbook/comparePlaybooks";
import type { PlaybookContent, PlaybookItem } from "@/domain/playbook/content";
import { anItem, aPhase, aPlaybook, somePlaybook } from "./examples";

const same = { added: [], removed: [], changed: [], phases: { added: [], removed: [], changed: [] }, fields: [] };
const items = (...keys: string[]) => keys.map((key) => anItem(key));
const withItems = (...those: PlaybookItem[]) => aPlaybook(aPhase("kickoff", ...those));

describe("two versions of a playbook", () => {
	it("that say the same have no difference, however the database orders their members", () => {
		const due = { from: "opened", item: null, days: 2, unit: "working_days" } as const;
		const stored = { unit: "working_days", days: 2, from: "opened", item: null } as const;
		expect(comparePlaybooks(withItems(anItem("a", { due })), withItems(anItem("a", { due: stored })))).toEqual(same);
	});

	it("differ in the items that one of them has", () => {
		const { added, removed, changed } = comparePlaybooks(withItems(...items("a", "b")), withItems(...items("b", "c")));
		expect(added).toEqual([{ key: "c", phase: "kickoff", title: "Title of c" }]);
		expect(removed).toEqual([{ key: "a", phase: "kickoff", title: "Title of a" }]);
		expect(changed).toEqual([]);
	});

	it.each<[string, Partial<PlaybookItem>, unknown, unknown]>([
		["title", { title: "New" }, "Title of a", "New"],
		["guidance", { guidance: "How" }, null, "How"],
		["kind", { kind: "form" }, "task", "form"],
		["owner", { owner: "customer" }, "vendor", "customer"],
		["isVisibleToCustomer", { isVisibleToCustomer: true }, false, true],
		["responsible", { raci: { ...anItem("a").raci, responsible: "manager" } }, "ops", "manager"],
		["accountable", { raci: { ...anItem("a").raci, accountable: "manager" } }, null, "manager"],
		["consulted", { raci: { ...anItem("a").raci, consulted: ["pit_boss"] } }, [], ["pit_boss"]],
		["informed", { raci: { ...anItem("a").raci, informed: ["pit_boss"] } }, [], ["pit_boss"]],
		["evidence", { evidence: "file" }, "none", "file"],
		["after", { after: ["b"] }, [], ["b"]],
		["automation", { automation: "mark_live" }, null, "mark_live"],
		["criterion", { criterion: "go_decided" }, null, "go_decided"],
		["choices", { choices: ["x", "y"] }, [], ["x", "y"]],
		[
			"condition",
			{ condition: { on: "plan", item: null, isOneOf: ["a"] } },
			null,
			{ on: "plan", item: null, isOneOf: ["a"] },
		],
		[
			"due",
			{ due: { from: "opened", item: null, days: 1, unit: "calendar_days" } },
			null,
			{ from: "opened", item: null, days: 1, unit: "calendar_days" },
		],
	])("differ in an item's %s", (field, change, before, after) => {
		const { changed } = comparePlaybooks(withItems(anItem("a")), withItems(anItem("a", change)));
		expect(changed.map(({ key, fields }) => ({ key, fields }))).toEqual([
			{ key: "a", fields: [{ field, before, after }] },
		]);
	});

	it("do not differ in the order of what has none", () => {
		const listing = (names: string[]) => anItem("a", { after: names, raci: { ...anItem("a").raci, informed: names } });
		expect(comparePlaybooks(withItems(listing(["x", "y"])), withItems(listing(["y", "x"])))).toEqual(same);
	});

	it("differ in the one item that was moved, not in those it passed", () => {
		const { changed } = comparePlaybooks(
			withItems(...items("a", "b", "c", "d")),
			withItems(...items("b", "c", "d", "a")),
		);
		expect(changed).toEqual([
			{ key: "a", phase: "kickoff", title: "Title of a", fields: [{ field: "position", before: 1, after: 4 }] },
		]);
	});

	it("do not differ in items that made room for others", () => {
		expect(comparePlaybooks(withItems(...items("b", "c")), withItems(...items("a", "b", "c"))).changed).toEqual([]);
	});

	it("differ in the phase of an item that went to another", () => {
		const before = aPlaybook(aPhase("one", ...items("a", "b")), aPhase("two", ...items("c")));
		const after = aPlaybook(aPhase("one", ...items("b")), aPhase("two", ...items("c", "a")));
		expect(comparePlaybooks(before, after).changed).toEqual([
			{ key: "a", phase: "two", title: "Title of a", fields: [{ field: "phase", before: "one", after: "two" }] },
		]);
	});

	it("differ in phases: new, gone, renamed, moved, and in the one of the go-live", () => {
		const [one, two, three] = [aPhase("one", anItem("a")), aPhase("two", anItem("b")), aPhase("three", anItem("c"))];
		const { phases, fields } = comparePlaybooks(
			aPlaybook(one, two, three),
			aPlaybook(aPhase("new", anItem("d")), { ...two, goal: "Better" }, one),
		);
		expect(phases).toEqual({
			added: [{ key: "new", name: "Name of new" }],
			removed: [{ key: "three", name: "Name of three" }],
			changed: [
				{
					key: "two",
					name: "Name of two",
					fields: [
						{ field: "position", before: 2, after: 2 },
						{ field: "goal", before: "Goal of two", after: "Better" },
					],
				},
			],
		});
		expect(fields).toEqual([{ field: "goLivePhase", before: "three", after: "one" }]);
	});
});

/** The items in another order and in other phases. */
const someShuffled = fc
	.tuple(somePlaybook, fc.infiniteStream(fc.nat(1000)))
	.map(([content, numbers]): PlaybookContent => {
		const placed = content.phases.flatMap((phase) =>
			phase.items.map((item) => ({ item, order: numbers.next().value ?? 0, phase: (numbers.next().value ?? 0) % 3 })),
		);
		placed.sort((one, other) => one.order - other.order);
		const phases = content.phases.map((phase, index) => ({
			...phase,
			items: placed.filter((each) => each.phase === index).map(({ item }) => item),
		}));
		return { ...content, phases };
	});

const exchanged = (fields: readonly FieldChange[]) =>
	fields.map(({ field, before, after }) => ({ field, before: after, after: before }));
const byKey = <T extends { key: string }>(those: readonly T[]) =>
	[...those].sort((one, other) => (one.key < other.key ? -1 : 1));
const keysOf = (those: readonly { key: string }[]) => byKey(those).map(({ key }) => key);

describe("whatever the versions", () => {
	it("one does not differ from itself", () => {
		fc.assert(
			fc.property(someShuffled, (content) => {
				expect(comparePlaybooks(content, structuredClone(content))).toEqual(same);
			}),
		);
	});

	it("compared the other way round they differ in the same, with before and after exchanged", () => {
		fc.assert(
			fc.property(someShuffled, someShuffled, (one, other) => {
				const there = comparePlaybooks(one, other);
				const back = comparePlaybooks(other, one);
				expect(keysOf(there.added)).toEqual(keysOf(back.removed));
				expect(keysOf(there.removed)).toEqual(keysOf(back.added));
				const mirrored = byKey(back.changed).map(({ key, fields }) => ({ key, fields: exchanged(fields) }));
				expect(byKey(there.changed).map(({ key, fields }) => ({ key, fields }))).toEqual(mirrored);
				expect(there.fields).toEqual(exchanged(back.fields));
			}),
		);
	});
});
