import { canonicalJson, type Json, type JsonObject } from "./auditEntry";

/** Written by every save and by signing in; they say nothing that `at` and the sign-in entries don't. */
const bookkeeping = new Set(["updatedAt", "loginAttempts", "lockUntil", "sessions", "firstSignInAt", "lastSignInAt"]);

/**
 * The names of the top-level fields that differ. Nothing, `null`, `{}` and `[]` count as the same: what is absent
 * comes out of the database in all four shapes.
 */
export function changedFields(before: object, after: object): string[] {
	const [was, is] = [toShapes(before), toShapes(after)];
	return [...new Set([...was.keys(), ...is.keys()])].filter(
		(name) => !bookkeeping.has(name) && was.get(name) !== is.get(name),
	);
}

function toShapes(record: object): Map<string, string> {
	const plain: JsonObject = JSON.parse(JSON.stringify(record));
	const present = Object.entries(plain).map(([name, value]) => [name, withoutAbsent(value)] as const);
	return new Map(present.filter(([, value]) => value !== null).map(([name, value]) => [name, canonicalJson(value)]));
}

function withoutAbsent(value: Json | undefined): Json {
	if (typeof value !== "object" || value === null) return value ?? null;
	if (Array.isArray(value)) return value.length === 0 ? null : value.map(withoutAbsent);
	const present = Object.entries(value).map(([key, part]) => [key, withoutAbsent(part)] as const);
	const kept = present.filter(([, part]) => part !== null);
	return kept.length === 0 ? null : Object.fromEntries(kept);
}
