/** What the database holds of no text: a zero character, and half of a pair. */
const isUnstorable = (text: string): boolean => text.includes("\0") || !text.isWellFormed();

const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

/**
 * The path of the first text in some data that could not be stored, such as `phases.0.name`; null when there is none. Looks into
 * lists and plain objects, however deep, and at their keys.
 */
export function findUnstorable(data: unknown): string | null {
	const ahead: { value: unknown; path: string }[] = [{ value: data, path: "" }];
	for (let next = ahead.pop(); next; next = ahead.pop()) {
		const { value, path } = next;
		if (typeof value === "string" && isUnstorable(value)) return path;
		if (!Array.isArray(value) && !isPlain(value)) continue;
		const parts = Object.entries(value);
		if (parts.some(([key]) => isUnstorable(key))) return path;
		// The last is taken first.
		for (const [key, part] of parts.reverse()) ahead.push({ value: part, path: path ? `${path}.${key}` : key });
	}
	return null;
}
