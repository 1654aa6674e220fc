import { expect, it } from "vitest";
import { sayEffect } from "@/admin/upgrade/sayEffect";
import type { Fate, SaidDifference } from "@/domain/playbook/sayDifference";

const withCounts = (counts: Partial<Record<Fate, number>>): SaidDifference => {
	const items = (fate: Fate) =>
		Array.from({ length: counts[fate] ?? 0 }, (_, at) => ({ key: `${at}`, title: "", phase: "", changes: [] }));
	return {
		playbook: [],
		phases: [],
		items: {
			added: items("added"),
			changed: items("changed"),
			removed: items("removed"),
			kept: items("kept"),
			retired: items("retired"),
		},
	};
};

it.each([
	[{ added: 3, removed: 1 }, "3 items added and 1 item taken away"],
	[
		{ added: 1, changed: 2, kept: 1, retired: 1 },
		"1 item added and 2 items changed; 2 items that are done stay as they are",
	],
	[{ kept: 1 }, "no open item touched; 1 item that is done stays as it is"],
])("what is done to a plan is said in a few words: %j", (counts, said) => {
	expect(sayEffect(withCounts(counts))).toBe(said);
});
