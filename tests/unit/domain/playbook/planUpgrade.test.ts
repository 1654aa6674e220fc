import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemsOf, type PlaybookContent, type PlaybookItem } from "@/domain/playbook/content";
import { type ItemStatus, itemStatuses } from "@/domain/playbook/itemStatus";
import { planUpgrade, type RunningItem, type UpgradePlan } from "@/domain/playbook/planUpgrade";
import { anItem, aPhase, aPlaybook, somePlaybook } from "./examples";

const withItems = (...those: PlaybookItem[]) => aPlaybook(aPhase("kickoff", ...those));
const a = anItem("a");
const rewritten = anItem("a", { title: "Better" });
const running = (status: ItemStatus, key = "a"): RunningItem => ({ key, status });
const nothing: UpgradePlan = { added: [], changed: [], kept: [], removed: [], retired: [] };
const titleChanged = [{ field: "title", before: "Title of a", after: "Better" }];

const open: ItemStatus[] = ["open", "in_progress", "not_needed"];
const work: ItemStatus[] = ["done", "waived"];

describe("applying a newer version", () => {
	it("adds what is new, at its place", () => {
		const plan = planUpgrade({ from: withItems(a), to: withItems(anItem("first"), a), items: [running("done")] });
		expect(plan).toEqual({ ...nothing, added: [{ item: anItem("first"), phase: "kickoff", position: 0 }] });
	});

	it.each(open)("rewrites an item that changed and is %s", (status) => {
		const plan = planUpgrade({ from: withItems(a), to: withItems(rewritten), items: [running(status)] });
		const changed = [{ item: rewritten, phase: "kickoff", position: 0, status, fields: titleChanged }];
		expect(plan).toEqual({ ...nothing, changed });
	});

	it.each(work)("keeps an item that changed and is %s", (status) => {
		const plan = planUpgrade({ from: withItems(a), to: withItems(rewritten), items: [running(status)] });
		const kept = [{ item: rewritten, phase: "kickoff", position: 0, status, fields: titleChanged }];
		expect(plan).toEqual({ ...nothing, kept });
	});

	it.each(open)("takes away an item that is gone and is %s", (status) => {
		const items = [running(status), running("open", "b")];
		const plan = planUpgrade({ from: withItems(a, anItem("b")), to: withItems(anItem("b")), items });
		expect(plan).toEqual({ ...nothing, removed: [running(status)] });
	});

	it.each(work)("retires an item that is gone and is %s", (status) => {
		const items = [running(status), running("open", "b")];
		const plan = planUpgrade({ from: withItems(a, anItem("b")), to: withItems(anItem("b")), items });
		expect(plan).toEqual({ ...nothing, retired: [running(status)] });
	});

	it("leaves alone what neither version knows", () => {
		const items = [running("done"), running("open", "own"), running("done", "retired_earlier")];
		expect(planUpgrade({ from: withItems(a), to: withItems(a), items })).toEqual(nothing);
	});

	it("takes back what had been retired earlier, instead of adding it twice", () => {
		const items = [running("open"), running("done", "back")];
		const plan = planUpgrade({ from: withItems(a), to: withItems(a, anItem("back")), items });
		const kept = [{ item: anItem("back"), phase: "kickoff", position: 1, status: "done", fields: [] }];
		expect(plan).toEqual({ ...nothing, kept });
	});
});

const someStatuses = fc.array(fc.constantFrom(...itemStatuses), { minLength: 15, maxLength: 15 });
const opened = (content: PlaybookContent, statuses: readonly ItemStatus[]): RunningItem[] =>
	itemsOf(content).map(({ item, position }) => ({ key: item.key, status: statuses[position] ?? "open" }));

function applied(items: readonly RunningItem[], { added, removed }: UpgradePlan): RunningItem[] {
	const gone = new Set(removed.map(({ key }) => key));
	return [...items.filter(({ key }) => !gone.has(key)), ...added.map(({ item }) => running("open", item.key))];
}

describe("whatever the versions and however far the onboarding is", () => {
	it("a version applied to itself changes nothing", () => {
		fc.assert(
			fc.property(somePlaybook, someStatuses, (content, statuses) => {
				const items = opened(content, statuses);
				expect(planUpgrade({ from: content, to: structuredClone(content), items })).toEqual(nothing);
			}),
		);
	});

	it("the onboarding has every item of the newer version afterwards, and all the work it had", () => {
		fc.assert(
			fc.property(somePlaybook, somePlaybook, someStatuses, (from, to, statuses) => {
				const items = opened(from, statuses);
				const plan = planUpgrade({ from, to, items });
				const after = applied(items, plan);
				const keys = after.map(({ key }) => key);
				expect(new Set(keys).size).toBe(keys.length);
				expect(keys).toEqual(expect.arrayContaining(itemsOf(to).map(({ item }) => item.key)));
				expect(after).toEqual(expect.arrayContaining(items.filter(({ status }) => work.includes(status))));
				expect(planUpgrade({ from: to, to, items: after })).toEqual(nothing);
			}),
		);
	});
});
