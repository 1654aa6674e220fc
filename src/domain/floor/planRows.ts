import type { SheetProblem, SheetRow } from "../csv/readSheet";
import { nameKey, toKey } from "../csv/readSheet";
import type { ImportPlan, PlannedRow } from "./floorImport";

/** One line while it is read: a cell by its column, and a place for what is wrong with it. */
export type RowReader<Column extends string> = {
	cell(column: Column): string | null;
	refuse(column: Column, message: string): void;
	/** One of some words; what the cell leaves out stays as it is. */
	choose<Word extends string, Other>(column: Column, words: readonly Word[], other: Other): Word | Other;
};

type Input<Column extends string, Values> = {
	sheet: { rows: SheetRow<Column>[]; problems: SheetProblem[] };
	/** The column that tells which record is meant, in any case of letters and spaces. */
	key: Column;
	existing: readonly (Values & { id: string })[];
	keyOf(values: Values): string;
	/** What the line makes of the record; `was` is null for a new one. */
	read(row: RowReader<Column>, was: (Values & { id: string }) | null): Values;
};

/**
 * Compares the lines of a sheet with what is there: to create, to change, or to keep. A cell that is empty, or a column that is
 * not there, changes nothing. A line with a problem is planned for nothing.
 */
export function planRows<Column extends string, Values extends object>(
	input: Input<Column, Values>,
): ImportPlan<Values> {
	const problems = [...input.sheet.problems];
	const rows: PlannedRow<Values>[] = [];
	const known = indexOf(input);
	const lineOf = new Map<string, number>();
	for (const { line, cells } of input.sheet.rows) {
		const faults: SheetProblem[] = [];
		const reader = readerOf<Column>(cells, (column, message) => faults.push({ line, column, message }));
		const name = reader.cell(input.key);
		const seenOn = name === null ? undefined : lineOf.get(nameKey(name));
		if (name === null) reader.refuse(input.key, "It is empty.");
		if (seenOn !== undefined) reader.refuse(input.key, `“${name}” is on line ${seenOn} already.`);
		if (name !== null && seenOn === undefined) lineOf.set(nameKey(name), line);
		const was = name === null ? null : known(name);
		const after = input.read(reader, was);
		if (faults.length > 0) problems.push(...faults);
		else rows.push(planRow(line, was, after));
	}
	return { rows, problems: problems.sort((one, other) => one.line - other.line) };
}

/** Finds a record by its name: as it is written where there is one, else as it reads. */
function indexOf<Column extends string, Values>({ existing, keyOf }: Input<Column, Values>) {
	const loosely = new Map(existing.map((record) => [nameKey(keyOf(record)), record]));
	const exactly = new Map(existing.map((record) => [keyOf(record), record]));
	return (name: string) => exactly.get(name) ?? loosely.get(nameKey(name)) ?? null;
}

function planRow<Values extends object>(
	line: number,
	was: (Values & { id: string }) | null,
	after: Values,
): PlannedRow<Values> {
	if (!was) return { line, act: "create", id: null, before: null, after };
	const names = Object.keys(after) as (keyof Values)[];
	const before = Object.fromEntries(names.map((name) => [name, was[name]])) as Values;
	const isSame = names.every((name) => before[name] === after[name]);
	return { line, act: isSame ? "keep" : "change", id: was.id, before, after };
}

function readerOf<Column extends string>(
	cells: Partial<Record<Column, string>>,
	refuse: RowReader<Column>["refuse"],
): RowReader<Column> {
	const cell = (column: Column) => cells[column] ?? null;
	return {
		cell,
		refuse,
		choose(column, words, other) {
			const given = cell(column);
			if (given === null) return other;
			const word = words.find((each) => each === toKey(given));
			if (word === undefined) refuse(column, `“${given}” is none of ${words.join(", ")}.`);
			return word ?? other;
		},
	};
}
