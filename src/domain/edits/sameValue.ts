const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}.*)?$/;

/**
 * Whether two values of a field say the same, however they were written: a form sends `""`, `false` and `[]` for what was never
 * filled in, a moment with or without its milliseconds, and the rows of a list with or without their ids.
 */
export function isSameValue(one: unknown, other: unknown): boolean {
	return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

function plain(value: unknown): unknown {
	if (value === undefined || value === null || value === "" || value === false) return null;
	if (value instanceof Date) return value.toISOString();
	if (typeof value === "string") return instant.test(value) ? plainInstant(value) : value;
	if (typeof value !== "object") return value;
	if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain);
	const kept = Object.entries(value)
		.filter(([name]) => name !== "id")
		.map(([name, part]) => [name, plain(part)] as const)
		.filter(([, part]) => part !== null)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	return kept.length === 0 ? null : Object.fromEntries(kept);
}

function plainInstant(value: string): string {
	const at = new Date(value);
	return Number.isNaN(at.getTime()) ? value : at.toISOString();
}
