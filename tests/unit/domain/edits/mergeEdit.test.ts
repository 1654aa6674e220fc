import { describe, expect, test } from "vitest";
import { mergeEdit } from "@/domain/edits/mergeEdit";
import { isSameValue } from "@/domain/edits/sameValue";

const merge = (base: unknown, theirs: unknown, mine: unknown) => mergeEdit({ path: "field", base, theirs, mine });
const paths = (base: unknown, theirs: unknown, mine: unknown) =>
	merge(base, theirs, mine).clashes.map(({ path }) => path);

describe("mergeEdit", () => {
	test.each([
		["only they changed it", "a", "b", "a", "b"],
		["only I changed it", "a", "a", "b", "b"],
		["both changed it to the same", "a", "b", "b", "b"],
		["they emptied it, I left it", "a", null, "a", null],
		["different parts of a group", { x: 1, y: 1 }, { x: 2, y: 1 }, { x: 1, y: 2 }, { x: 2, y: 2 }],
	])("%s", (_, base, theirs, mine, value) => {
		expect(merge(base, theirs, mine)).toEqual({ value, clashes: [] });
	});

	test("both changed it to something else", () => {
		expect(paths("a", "b", "c")).toEqual(["field"]);
		expect(paths({ x: 1 }, { x: 2 }, { x: 3 })).toEqual(["field.x"]);
	});

	test("rows are told apart by their ids, wherever they stand", () => {
		const [one, two] = [
			{ id: "1", v: 1 },
			{ id: "2", v: 2 },
		];
		expect(merge([one, two], [{ ...one, v: 9 }, two], [{ ...two, v: 8 }, one])).toEqual({
			value: [
				{ id: "2", v: 8 },
				{ id: "1", v: 9 },
			],
			clashes: [],
		});
		expect(merge([one, two], [one], [one, two]).value).toEqual([one]);
		expect(merge([one], [one, two], [{ ...one, v: 3 }]).value).toEqual([{ id: "1", v: 3 }, two]);
	});

	test("a row that one takes out and the other changes is a clash", () => {
		const one = { id: "1", v: 1 };
		const other = { id: "2", v: 2 };
		expect(paths([one, other], [{ ...one, v: 2 }, other], [other])).toEqual(["field"]);
		expect(paths([one, other], [other], [{ ...one, v: 2 }, other])).toEqual(["field.0"]);
	});
});

test.each([
	["", null],
	[false, undefined],
	[[], null],
	["2026-12-15", "2026-12-15T00:00:00.000Z"],
	["2026-12-15T01:00:00+01:00", "2026-12-15T00:00:00.000Z"],
	[[{ id: "1", v: 1 }], [{ v: 1 }]],
	[{ a: null, b: 1 }, { b: 1 }],
])("%j says the same as %j", (one, other) => {
	expect(isSameValue(one, other)).toBe(true);
});

test.each([
	[0, null],
	["0", 0],
	["a", "A"],
	[true, false],
])("%j does not say the same as %j", (one, other) => {
	expect(isSameValue(one, other)).toBe(false);
});
