/** What a spreadsheet takes for the beginning of a formula, in full width too, at the beginning of a cell or after blanks. */
const formula = /^[\s\uFEFF\u200B-\u200F"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/;
/** The same behind what another language's spreadsheet, or an import, takes for the end of a cell; quotes do not hold it there. */
const formulaInside = /([;\t][ \u00A0\u3000\uFEFF\u200B-\u200F"']*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;
const needsQuotes = /[";,\t\n\r]/;

/**
 * One line of CSV (RFC 4180, ending in a line feed). A cell that a spreadsheet would run as a formula begins with an
 * apostrophe. Written by hand because exports are long: a library's state per call made the process grow by half.
 */
export function toCsvLine(cells: readonly (string | null)[]): string {
	return `${cells.map(toCell).join(",")}\n`;
}

function toCell(value: string | null): string {
	if (value === null) return "";
	const safe = value.replace(formulaInside, "$1'");
	const text = formula.test(safe) ? `'${safe}` : safe;
	return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
