import type { Sql } from "@/queue/sqlOf";
import type { Json } from "./auditEntry";
import { decrypt, readKeys } from "./personKeys";
import type { SealedValue } from "./sealPersonal";

/** Stands for a value whose key was destroyed. */
export const erasedMark = "(erased)";
/** Stands for a value that is not what was sealed: the record was tampered with. */
const unreadableMark = "(unreadable)";

/**
 * The same values with the personal ones in the clear, for readers who may see them.
 * @param values `before` and `after` of any number of entries: their keys are read in one statement
 */
export async function openPersonal<Value extends Json>(sql: Sql, values: readonly Value[]): Promise<Value[]> {
	const keys = await readKeys(sql, [...new Set(values.flatMap(keyIdsIn))]);
	return values.map((value) => open(value, keys) as Value);
}

function open(value: Json | undefined, keys: ReadonlyMap<string, Buffer>): Json {
	if (isSealed(value)) {
		const key = keys.get(value.sealed);
		return key ? unseal(value, key) : erasedMark;
	}
	if (Array.isArray(value)) return value.map((part) => open(part, keys));
	if (typeof value !== "object" || value === null) return value ?? null;
	return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, open(part, keys)]));
}

function unseal({ sealed, value }: SealedValue, key: Buffer): Json {
	try {
		return JSON.parse(decrypt(key, Buffer.from(value, "base64"), sealed).toString());
	} catch {
		return unreadableMark;
	}
}

function keyIdsIn(value: Json | undefined): string[] {
	if (isSealed(value)) return [value.sealed];
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(keyIdsIn) : [];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Exactly the shape `sealMarked` writes: records may hold fields of these names of their own. */
export function isSealed(value: Json | undefined): value is SealedValue {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
	const { sealed, value: text, ...others } = value;
	return (
		typeof sealed === "string" && uuid.test(sealed) && typeof text === "string" && Object.keys(others).length === 0
	);
}
