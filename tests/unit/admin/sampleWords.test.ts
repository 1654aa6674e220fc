import { expect, test } from "vitest";
import { countSamples, describeRemoval } from "@/admin/settings/sampleWords";

const none = { casinos: [], companies: 0, people: [], kept: [] };

test("without samples there is nothing to count", () => {
	expect(countSamples(none)).toBeNull();
	expect(describeRemoval(none).removed).toEqual([]);
});

test("what is removed is counted, and who stays is named", () => {
	const samples = { casinos: ["One", "Two"], companies: 1, people: ["a@x.example"], kept: ["finance@x.example"] };
	expect(countSamples(samples)).toBe("2 customers, 1 company, and 2 accounts");
	const { removed, stays } = describeRemoval(samples);
	expect(removed.map((line) => line.split(/ with|\.|:/)[0])).toEqual(["2 customers", "1 company", "1 account"]);
	expect(stays.at(-1)).toBe("1 account that records of other customers name, without access: finance@x.example.");
});
