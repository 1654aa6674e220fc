import type { Json, JsonObject } from "./auditEntry";
import { personalFields } from "./personalFields";
import { encrypt, type PersonKey, personOf } from "./personKeys";

/** A personal value in the record: readable while the key lives. */
export type SealedValue = { sealed: string; value: string };

/** Stands for a personal value nobody could be named for: without a key of its own it could never be erased. */
export const withheldMark = "(withheld)";

/** A personal value still in the clear: what to seal, and the person (see `personOf`) whose key it needs. */
class Personal {
	constructor(
		readonly value: Json,
		readonly person: string,
	) {}
}

type Marked = Personal | null | boolean | number | string | Marked[] | { [key: string]: Marked };
export type MarkedObject = { [key: string]: Marked };

const wholeEmail = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,190}\.[^\s@<>"]{2,63}$/;

/**
 * Finds the personal values among some fields of a record.
 * @param fields the part of the record to keep; not changed
 * @param record the whole record, in which the person of a field is looked up
 */
export function markPersonal(input: { collection: string; fields: JsonObject; record: JsonObject }): MarkedObject {
	const named = new Map((personalFields[input.collection] ?? []).map(({ path, person }) => [path, person]));
	const mark = (value: Json | undefined, path: string): Marked => {
		const personPath = named.get(path);
		if (personPath !== undefined && value !== null && value !== undefined && value !== "") {
			const email = valueAt(input.record, personPath);
			return typeof email === "string" && email !== "" ? new Personal(value, personOf(email)) : withheldMark;
		}
		if (typeof value === "string") return wholeEmail.test(value) ? new Personal(value, personOf(value)) : value;
		if (Array.isArray(value)) return value.map((item) => mark(item, `${path}.[]`));
		if (typeof value !== "object" || value === null) return value ?? null;
		const parts = Object.entries(value).map(([key, part]) => [key, mark(part, path ? `${path}.${key}` : key)] as const);
		return Object.fromEntries(parts);
	};
	return mark(input.fields, "") as MarkedObject;
}

/** The persons whose keys `sealMarked` will ask for. */
export function personsIn(marked: Marked): string[] {
	if (marked instanceof Personal) return [marked.person];
	if (typeof marked !== "object" || marked === null) return [];
	return Object.values(marked).flatMap((part) => personsIn(part));
}

/** The same values as plain JSON, each personal one sealed with its person's key. */
export function sealMarked(marked: Marked, keyOf: (person: string) => PersonKey): Json {
	if (marked instanceof Personal) {
		const { id, key } = keyOf(marked.person);
		const sealed: SealedValue = {
			sealed: id,
			value: encrypt(key, Buffer.from(JSON.stringify(marked.value)), id).toString("base64"),
		};
		return sealed;
	}
	if (Array.isArray(marked)) return marked.map((part) => sealMarked(part, keyOf));
	if (typeof marked !== "object" || marked === null) return marked;
	const parts = Object.entries(marked).map(([key, part]) => [key, sealMarked(part, keyOf)] as const);
	return Object.fromEntries(parts);
}

function valueAt(record: JsonObject, path: string): Json | undefined {
	let value: Json | undefined = record;
	for (const name of path.split(".")) {
		if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
		value = value[name];
	}
	return value;
}
