import { type CsvRecord, parseCsv } from "./parseCsv";

/** What is wrong, where: the line from 1, and the column where it is one cell's fault. */
export type SheetProblem = { line: number; column: string | null; message: string };
export type SheetRow<Column extends string> = { line: number; cells: Partial<Record<Column, string>> };

/** No floor has more of anything; one import is one transaction. */
export const maxRows = 5_000;

/**
 * Reads a CSV text under a header of known columns, in any order and case; “min bet” is `min_bet`. Cells are trimmed, and an
 * empty one is left out.
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
	const isTooLong = ({ cells }: CsvRecord) => cells.length > names.length;
	const tooLong = body.filter(isTooLong).map(({ line, cells }) => ({
		line,
		column: null,
		message: `There are ${cells.length} cells, and ${names.length} columns. Put quotes around a cell with a comma in it.`,
	}));
	const rows = body.filter((record) => !isTooLong(record)).map((record) => nameCells(record, names));
	return { rows, problems: [...problems, ...tooLong] };
}

function readHeader<Column extends string>(
	{ line, cells }: CsvRecord,
	{ all, required }: { all: readonly Column[]; required: readonly Column[] },
): { names: Column[]; faults: SheetProblem[] } {
	const given = cells.map((cell) => toKey(cell));
	const isColumn = (name: string): name is Column => all.some((column) => column === name);
	const at = (column: string | null, message: string): SheetProblem => ({ line, column, message });
	const faults = [
		...given
			.filter((name) => !isColumn(name))
			.map((name) => at(name || null, `“${name}” is no column here. There are: ${all.join(", ")}.`)),
		...given.filter((name, index) => given.indexOf(name) < index).map((name) => at(name, `“${name}” is there twice.`)),
		...required.filter((name) => !given.includes(name)).map((name) => at(name, `The column “${name}” is missing.`)),
	];
	return { names: given.filter(isColumn), faults };
}

function nameCells<Column extends string>({ line, cells }: CsvRecord, names: readonly Column[]): SheetRow<Column> {
	const named = cells.map((cell, index) => [names[index], cleanCell(cell)] as const).filter(([, cell]) => cell !== "");
	return { line, cells: Object.fromEntries(named) as Partial<Record<Column, string>> };
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
