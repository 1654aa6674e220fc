/** What a spreadsheet takes for the beginning of a formula, in full width too. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const needsQuotes = /[",\n\r]/;

/**
 * One line of CSV (RFC 4180, ending in a line feed). A cell that a spreadsheet would run as a formula begins with an
 * apostrophe. Written by hand because exports are long: a library's state per call made the process grow by half.
 */
export function toCsvLine(cells: readonly (string | null)[]): string {
	return `${cells.map(toCell).join(",")}\n`;
}

function toCell(value: string | null): string {
	if (value === null) return "";
	const text = formula.test(value) ? `'${value}` : value;
	return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
