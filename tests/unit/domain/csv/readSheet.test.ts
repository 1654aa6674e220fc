import { expect, test } from "vitest";
import { maxRows, readSheet } from "@/domain/csv/readSheet";

const columns = { all: ["name", "min_bet"], required: ["name"] } as const;
const read = (text: string) => readSheet(text, columns);

test("columns come in any order and case, and empty cells are left out", () => {
	expect(read("Min Bet,NAME\n 5 , BJ-1 \n,BJ-2")).toEqual({
		rows: [
			{ line: 2, cells: { name: "BJ-1", min_bet: "5" } },
			{ line: 3, cells: { name: "BJ-2" } },
		],
		problems: [],
	});
});

test.each([
	["", [null, "The file is empty. Begin with a line of column names: name, min_bet."]],
	["min_bet\n5", ["name", "The column “name” is missing."]],
	["name,colour\nA,red", ["colour", "“colour” is no column here. There are: name, min_bet."]],
	["name,name\nA,B", ["name", "“name” is there twice."]],
])("%j is refused for its header", (text, [column, message]) => {
	expect(read(text)).toEqual({ rows: [], problems: [{ line: 1, column, message }] });
});

test("a row with too many cells is told by its line, and the others are read", () => {
	const { rows, problems } = read("name,min_bet\nA,1,000\nB,2");
	expect(rows).toEqual([{ line: 3, cells: { name: "B", min_bet: "2" } }]);
	expect(problems).toEqual([{ line: 2, column: null, message: expect.stringContaining("There are 3 cells") }]);
});

test("a broken quote is told beside the rows before it", () => {
	const { rows, problems } = read('name\nA\n"B');
	expect([rows.length, problems]).toEqual([
		1,
		[{ line: 3, column: null, message: "A quote is opened and never closed." }],
	]);
});

test("more rows than one import takes are refused whole", () => {
	const text = (count: number) => `name\n${Array.from({ length: count }, (_, index) => `T${index}`).join("\n")}`;
	expect(read(text(maxRows)).rows).toHaveLength(maxRows);
	expect(read(text(maxRows + 1))).toMatchObject({ rows: [], problems: [{ line: 1 }] });
});
