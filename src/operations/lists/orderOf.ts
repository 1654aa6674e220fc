import type { FlatColumn, FlatTable } from "./flatTable";

/**
 * A sort as SQL. Rows it leaves equal stand as Payload has them: newest first.
 * @param input.sort paths, `-` before those that descend
 * @param input.columnOf the column of a path; undefined for a path that may not be asked for
 * @returns null when one of the paths has no column
 */
export function orderOf(input: {
	table: FlatTable;
	sort: readonly string[];
	columnOf(path: string): FlatColumn | undefined;
}): string | null {
	const { table, sort, columnOf } = input;
	const last = table.columns.has("createdAt") ? "createdAt" : "id";
	const isNamed = sort.includes(last) || sort.includes(`-${last}`);
	const order = (isNamed ? sort : [...sort, `-${last}`]).map((path) => {
		const isDescending = path.startsWith("-");
		const found = columnOf(isDescending ? path.slice(1) : path);
		return found ? `${found.column} ${isDescending ? "DESC" : "ASC"}` : null;
	});
	return order.includes(null) ? null : order.join(", ");
}
