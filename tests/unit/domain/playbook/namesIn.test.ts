import { expect, test } from "vitest";
import { contentOfForm } from "@/admin/playbook/contentOfForm";
import { namesIn } from "@/domain/playbook/namesIn";
import type { Playbook } from "@/payload-types";

const form = {
	phases: [
		{
			key: "begin",
			name: "Begin",
			items: [
				{ key: "region", title: "Where?", kind: "decision" },
				{ key: "call", title: null, kind: "task" },
				{ key: "", title: "Not named yet", kind: "task" },
			],
		},
		{ key: "live", name: "Live", items: 0 },
		{ name: "No key yet" },
	],
} as unknown as Partial<Playbook>;
const valuesOf = (what: Parameters<typeof namesIn>[1]) => namesIn(contentOfForm(form), what).map(({ value }) => value);

test("phases, items and decisions are offered by their titles, in their order, once they have a key", () => {
	expect(namesIn(contentOfForm(form), "items")).toEqual([
		{ value: "region", label: "Where? (region)" },
		{ value: "call", label: "call" },
	]);
	expect([valuesOf("phases"), valuesOf("decisions")]).toEqual([["begin", "live"], ["region"]]);
});

test("a form with nothing in it offers nothing", () => {
	for (const empty of [{}, { phases: 0 } as unknown as Partial<Playbook>])
		expect(namesIn(contentOfForm(empty), "items")).toEqual([]);
});
