import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv } from "@/domain/csv/parseCsv";

const cellsOf = (text: string) => parseCsv(text).records.map(({ cells }) => cells);

test("cells, quoted cells, doubled quotes, and line ends within quotes", () => {
	expect(cellsOf('name,note\r\nA,"one, two"\nB,"say ""hi"""\rC,"two\nlines"')).toEqual([
		["name", "note"],
		["A", "one, two"],
		["B", 'say "hi"'],
		["C", "two\nlines"],
	]);
});

test("a byte order mark and semicolons, as spreadsheets of half of Europe write them", () => {
	expect(cellsOf("\uFEFFname;kind\nMain, East;pit")).toEqual([
		["name", "kind"],
		["Main, East", "pit"],
	]);
});

test("empty lines are left out, and lines are counted as an editor shows them", () => {
	expect(parseCsv('a\n\n"b\nb"\n , \nc\n').records).toEqual([
		{ line: 1, cells: ["a"] },
		{ line: 3, cells: ["b\nb"] },
		{ line: 6, cells: ["c"] },
	]);
});

test.each([
	['a\n"open', 2, "A quote is opened and never closed."],
	['a\nb"c', 2, "A quote stands inside a cell that does not begin with one."],
	['a\n"b"c', 2, "Text follows a closing quote."],
])("%j is refused on its line, and what came before is kept", (text, line, message) => {
	expect(parseCsv(text)).toEqual({ records: [{ line: 1, cells: ["a"] }], problem: { line, message } });
});

test("an empty text has no records", () => {
	expect(parseCsv("")).toEqual({ records: [], problem: null });
	expect(parseCsv("\uFEFF\n\n")).toEqual({ records: [], problem: null });
});

test("whatever cells are written in quotes come back as they were", () => {
	const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", ";", "\n", "\r", " ", "x") });
	const row = fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => ["key", ...cells]);
	fc.assert(
		fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.constantFrom("\n", "\r\n", "\r"), (rows, end) => {
			const text = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(",")).join(end);
			// The first line decides what divides cells.
			expect(cellsOf(`h,h,h,h,h,h,h,h${end}${text}`).slice(1)).toEqual(rows);
		}),
	);
});
