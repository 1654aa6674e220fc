import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffWords } from "@/admin/difference/diffWords";

const said = (before: string, after: string) => diffWords(before, after).map((run) => [run.in, run.text]);

describe("two texts, word by word", () => {
	it("leaves standing what both have", () => {
		expect(said("Ask for the floor plan.", "Ask twice for the plan.")).toEqual([
			["both", "Ask "],
			["after", "twice "],
			["both", "for the "],
			["before", "floor "],
			["both", "plan."],
		]);
	});

	it("tells a text that was nothing before as put in, and one that is gone as taken out", () => {
		expect(said("", "All new.")).toEqual([["after", "All new."]]);
		expect(said("All gone.", "")).toEqual([["before", "All gone."]]);
		expect(said("", "")).toEqual([]);
	});

	it("joined again is each of the texts", () => {
		const text = fc.array(fc.constantFrom("a ", "b ", "c\n", "  ", "d")).map((words) => words.join(""));
		fc.assert(
			fc.property(text, text, (before, after) => {
				const runs = diffWords(before, after);
				const joined = (left: string) => runs.flatMap((run) => (run.in === left ? [] : run.text)).join("");
				expect([joined("after"), joined("before")]).toEqual([before, after]);
			}),
		);
	});

	it("of texts too long to be compared are told as wholes", () => {
		const [before, after] = ["word ".repeat(900), "word ".repeat(901)];
		expect(said(before, after)).toEqual([
			["before", before],
			["after", after],
		]);
	});
});
