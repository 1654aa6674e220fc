/** The rows that have to be unfolded to see a field: of `phases.2.items.5.after` the third phase and its sixth item. */
export function rowsAbove(path: string): { list: string; index: number }[] {
	const parts = path.split(".");
	return parts.flatMap((part, at) =>
		/^\d+$/.test(part) ? [{ list: parts.slice(0, at).join("."), index: Number(part) }] : [],
	);
}
