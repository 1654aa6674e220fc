/** A record of the file, and the line on which it begins, from 1. */
export type CsvRecord = { line: number; cells: string[] };
export type CsvProblem = { line: number; message: string };

/**
 * Reads a CSV text strictly (RFC 4180): cells apart by commas, semicolons or tabs, whichever the first line has most of or a line
 * `sep=;` before it names, as Excel writes; quotes around a cell, doubled within; any line ending; a byte order mark at the start.
 * Empty lines are left out.
 *
 * @returns the records before the first problem, and that problem: what comes after it cannot be told apart
 */
export function parseCsv(text: string): { records: CsvRecord[]; problem: CsvProblem | null } {
	const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
	const named = /^"?sep=([,;\t])"?[ ,;\t]*(?:\r\n|\r|\n|$)/i.exec(source);
	const delimiter = (named?.[1] as Delimiter | undefined) ?? findDelimiter(source);
	const records: CsvRecord[] = [];
	let [at, line] = named ? [named[0].length, 2] : [0, 1];
	while (at < source.length) {
		const record: CsvRecord = { line, cells: [] };
		for (let isOver = false; !isOver; ) {
			const cell = readCell(source, at, delimiter);
			line += cell.lines;
			if (cell.problem) return { records, problem: { line, message: cell.problem } };
			record.cells.push(cell.text);
			isOver = source[cell.end] !== delimiter;
			at = isOver ? cell.end : cell.end + 1;
		}
		at += source.startsWith("\r\n", at) ? 2 : 1;
		line += 1;
		if (record.cells.some((cell) => cell.trim() !== "")) records.push(record);
	}
	return { records, problem: null };
}

type Delimiter = "," | ";" | "\t";

/** What the first line has most of outside quotes; of as many, the first of these. */
function findDelimiter(source: string): Delimiter {
	const [header = ""] = source.trimStart().split(/[\r\n]/, 1);
	const bare = header.replaceAll(/"[^"]*"?/g, "");
	const count = (delimiter: Delimiter) => bare.split(delimiter).length;
	const found: Delimiter[] = [",", ";", "\t"];
	return found.reduce((most, each) => (count(each) > count(most) ? each : most));
}

/** `end` is where the delimiter, the end of the line or of the text stands; `lines`, how many line ends the cell holds. */
type Cell = { text: string; end: number; lines: number; problem: string | null };

function readCell(source: string, start: number, delimiter: string): Cell {
	// People who write by hand put spaces between the delimiter and the quote.
	let at = start;
	while (source[at] === " ") at += 1;
	return source[at] === '"' ? readQuoted(source, at, delimiter) : readPlain(source, start, delimiter);
}

function readPlain(source: string, start: number, delimiter: string): Cell {
	let end = start;
	while (end < source.length && !isEnd(source[end], delimiter)) end += 1;
	const text = source.slice(start, end);
	const problem = text.includes('"') ? "A quote stands inside a cell that does not begin with one." : null;
	return { text, end, lines: 0, problem };
}

function readQuoted(source: string, start: number, delimiter: string): Cell {
	let [at, text] = [start + 1, ""];
	for (;;) {
		const quote = source.indexOf('"', at);
		if (quote === -1) return { text, end: source.length, lines: 0, problem: "A quote is opened and never closed." };
		text += source.slice(at, quote);
		if (source[quote + 1] !== '"') {
			let end = quote + 1;
			while (source[end] === " ") end += 1;
			const isClean = end >= source.length || isEnd(source[end], delimiter);
			const lines = text.match(/\r\n|\r|\n/g)?.length ?? 0;
			return { text, end, lines, problem: isClean ? null : "Text follows a closing quote." };
		}
		text += '"';
		at = quote + 2;
	}
}

const isEnd = (character: string | undefined, delimiter: string) =>
	character === delimiter || character === "\n" || character === "\r";
