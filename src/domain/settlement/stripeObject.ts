/** Reading Stripe's JSON without trusting its shape: what is absent, or of another type than expected, is null. */

export type StripeObject = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): StripeObject | null {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as StripeObject) : null;
}

/** The value at the end of a path of keys; null as soon as the path breaks. */
export function valueAt(object: unknown, ...path: readonly string[]): unknown {
	let value = object;
	for (const key of path) value = objectOf(value)?.[key] ?? null;
	return value;
}

export function textOf(value: unknown): string | null {
	return typeof value === "string" && value !== "" ? value : null;
}

/** A reference: an id, or the object itself where the caller had it expanded. */
export function idOf(value: unknown): string | null {
	return textOf(value) ?? textOf(valueAt(value, "id"));
}

export function booleanOf(value: unknown): boolean | null {
	return typeof value === "boolean" ? value : null;
}

export function integerOf(value: unknown): number | null {
	return Number.isSafeInteger(value) ? (value as number) : null;
}

/** Stripe's seconds since 1970 as ISO 8601. */
export function timeOf(value: unknown): string | null {
	const seconds = integerOf(value);
	if (seconds === null) return null;
	const time = new Date(seconds * 1000);
	return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** A list: Stripe's own kind, with its rows under `data`. */
export function listOf(value: unknown): readonly unknown[] {
	const rows = valueAt(value, "data");
	return Array.isArray(rows) ? rows : [];
}
