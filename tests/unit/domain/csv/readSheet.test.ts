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

test("an address has its column as screens and address books write it", () => {
	const people = { all: ["email", "name"], required: ["email"] } as const;
	for (const header of ["email", "E-mail", "E-Mail", "e mail"]) {
		expect(readSheet(`${header},Name\nann@acme.test,Ann`, people)).toEqual({
			rows: [{ line: 2, cells: { email: "ann@acme.test", name: "Ann" } }],
			problems: [],
		});
	}
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
	expect(problems).toEqual([
		{ line: 2, column: null, message: expect.stringContaining("Cell 3 has no column name above it: “000”") },
	]);
});

test("a line of a hundred thousand names, or of cells that have none, is told once and at once", () => {
	const many = (cell: (index: number) => string) =>
		Array.from({ length: 100_000 }, (_, index) => cell(index)).join(",");
	const began = performance.now();
	const header = read(many((index) => `a${index}`));
	const cells = read(`name,min_bet\nA,5,${many(() => "x")}`);
	expect(header.problems).toEqual([
		{ line: 1, column: null, message: expect.stringContaining("The first line has 100000 columns.") },
	]);
	expect(cells.problems).toEqual([{ line: 2, column: null, message: expect.stringContaining("Cell 3") }]);
	expect(performance.now() - began).toBeLessThan(3_000);
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

test.each([
	["columns without a name that hold nothing", "name,min_bet,,\nA,5,,\nB,6\n,,,\n"],
	["a column without a name between others", "name,,min_bet\nA,,5\nB,,6"],
	["Excel's line that names what divides cells", "sep=;\r\nname;min_bet\r\nA;5\r\nB;6\r\n"],
	["the same in quotes", '"sep=;"\r\nname;min_bet\r\nA;5\r\nB;6'],
	["tabs, as a copied table has them", "name\tmin_bet\nA\t5\nB\t6"],
	["spaces around quotes", '"name", "min_bet"\n"A" , "5"\n"B", 6'],
	["spaces that do not break, and marks nobody sees", "\uFEFFname ,min_bet\nA\u00a0,\u200b5\nB,6"],
])("%s are read as they were meant", (_, text) => {
	const { rows, problems } = read(text);
	expect([rows.map(({ cells }) => cells), problems]).toEqual([
		[
			{ name: "A", min_bet: "5" },
			{ name: "B", min_bet: "6" },
		],
		[],
	]);
});

test("lines are counted with Excel's first one", () => {
	expect(read("sep=,\nname,min_bet\nA,1,000").problems).toMatchObject([{ line: 3 }]);
});

test.each(["Jos\ufffd", "a\u0000b", "a\ud800b"])(
	"a letter that was lost is told with its line and column: %j",
	(name) => {
		expect(read(`name,min_bet\nA,5\n${name},6`)).toEqual({
			rows: [{ line: 2, cells: { name: "A", min_bet: "5" } }],
			problems: [{ line: 3, column: "name", message: expect.stringContaining("a letter that was lost") }],
		});
	},
);
