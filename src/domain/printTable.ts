/** A Markdown table as the formatter leaves it, for the printed pages of the documentation. The first row names the columns. */
export function printTable(rows: readonly Record<string, string>[]): string {
	const columns = Object.keys(rows[0] ?? {});
	const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column]?.length ?? 0)));
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`;
	const body = rows.map((row) => line(columns.map((column) => row[column] ?? "")));
	return [line(columns), line(widths.map((width) => "-".repeat(width))), ...body].join("\n");
}
