import { type CsvRecord, parseCsv } from "./parseCsv";

/** What is wrong, where: the line from 1, and the column where it is one cell's fault. */
export type SheetProblem = { line: number; column: string | null; message: string };
export type SheetRow<Column extends string> = { line: number; cells: Partial<Record<Column, string>> };

/** No floor has more of anything; one import is one transaction. */
export const maxRows = 5_000;

/** Far more than any sheet has; a first line of a hundred thousand is no header, and is not compared name by name. */
const maxColumns = 200;

/**
 * Reads a CSV text under a header of known columns, in any order and case; “min bet” is `min_bet`. Cells are trimmed, and an
 * empty one is left out; so are columns without a name that hold nothing, which spreadsheets leave behind.
 *
 * @returns every problem of the sheet's form; rows that have one are left out
 */
export function readSheet<Column extends string>(
	text: string,
	columns: { all: readonly Column[]; required: readonly Column[] },
): { rows: SheetRow<Column>[]; problems: SheetProblem[] } {
	const { records, problem } = parseCsv(text);
	const problems: SheetProblem[] = problem ? [{ ...problem, column: null }] : [];
	const [header, ...body] = records;
	if (!header) {
		const message = `The file is empty. Begin with a line of column names: ${columns.all.join(", ")}.`;
		return { rows: [], problems: problem ? problems : [{ line: 1, column: null, message }] };
	}
	const { names, faults } = readHeader(header, columns);
	if (faults.length > 0) return { rows: [], problems: [...problems, ...faults] };
	if (body.length > maxRows) {
		const message = `The file has ${body.length} rows. Import at most ${maxRows} at a time.`;
		return { rows: [], problems: [...problems, { line: header.line, column: null, message }] };
	}
	const read = body.map((record) => readRecord(record, names));
	return {
		rows: read.flatMap(({ row }) => row ?? []),
		problems: [...problems, ...read.flatMap(({ faults: own }) => own)],
	};
}

function readHeader<Column extends string>(
	{ line, cells }: CsvRecord,
	{ all, required }: { all: readonly Column[]; required: readonly Column[] },
): { names: (Column | null)[]; faults: SheetProblem[] } {
	// As the screens write it, and most address books.
	const given = cells.map((cell) => toKey(cleanCell(cell)).replace(/^e_mail$/, "email"));
	const isColumn = (name: string): name is Column => all.some((column) => column === name);
	const at = (column: string | null, message: string): SheetProblem => ({ line, column, message });
	const count = given.filter((name) => name !== "").length;
	if (count > maxColumns) {
		return { names: [], faults: [at(null, `The first line has ${count} columns. There are: ${all.join(", ")}.`)] };
	}
	const faults = [
		...given
			.filter((name) => name !== "" && !isColumn(name))
			.map((name) => at(name, `“${name}” is no column here. There are: ${all.join(", ")}.`)),
		...given
			.filter((name, index) => name !== "" && given.indexOf(name) < index)
			.map((name) => at(name, `“${name}” is there twice.`)),
		...required.filter((name) => !given.includes(name)).map((name) => at(name, `The column “${name}” is missing.`)),
	];
	return { names: given.map((name) => (isColumn(name) ? name : null)), faults };
}

/** What a wrong encoding leaves in place of a letter, and what no database holds. */
const unreadable = /[\ufffd\0]|\p{Cs}/u;

function readRecord<Column extends string>(
	{ line, cells }: CsvRecord,
	names: readonly (Column | null)[],
): { row: SheetRow<Column> | null; faults: SheetProblem[] } {
	const faults: SheetProblem[] = [];
	const row: SheetRow<Column> = { line, cells: {} };
	let isToldUnnamed = false;
	for (const [index, cell] of cells.entries()) {
		const text = cleanCell(cell);
		const name = names[index] ?? null;
		if (text === "") continue;
		if (name === null) {
			// Once a line: the same comma is behind all of them.
			if (isToldUnnamed) continue;
			isToldUnnamed = true;
			const message = `Cell ${index + 1} has no column name above it: “${text}”. Put quotes around a cell with a comma in it.`;
			faults.push({ line, column: null, message });
		} else if (unreadable.test(text)) {
			faults.push({
				line,
				column: name,
				message: `“${text}” has a letter that was lost. Choose the file's encoding, or put it right.`,
			});
		} else row.cells[name] = text;
	}
	return { row: faults.length > 0 ? null : row, faults };
}

/** Spreadsheets bring spaces that do not break, marks without width and letters in two parts: nobody sees them in a name. */
function cleanCell(text: string): string {
	return text
		.normalize("NFC")
		.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
		.replaceAll(/\s+/g, " ")
		.trim();
}

/** Two names are the same to whoever reads them when they have the same key. */
export const nameKey = (name: string): string => cleanCell(name).toLowerCase();

/** “Out of service” and “out-of-service” are `out_of_service`. */
export function toKey(text: string): string {
	return text
		.trim()
		.toLowerCase()
		.replaceAll(/[\s-]+/g, "_");
}
