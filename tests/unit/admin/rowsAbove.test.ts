import { expect, it } from "vitest";
import { rowsAbove } from "@/admin/playbook/rowsAbove";

it.each([
	[
		"phases.2.items.5.after",
		[
			{ list: "phases", index: 2 },
			{ list: "phases.2.items", index: 5 },
		],
	],
	["phases.0.key", [{ list: "phases", index: 0 }]],
	["goLivePhase", []],
])("the rows above %s are told from the outermost in", (path, rows) => {
	expect(rowsAbove(path)).toEqual(rows);
});
