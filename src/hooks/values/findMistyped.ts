import type { FlattenedField } from "payload";

type Mistyped = { path: string; message: string };

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === "string";
const isReference = (value: unknown) => isText(value) || (isObject(value) && (isText(value.id) || isText(value.value)));

/** What one value of a field must be, besides empty; what is not named takes anything. */
const kinds: Partial<Record<FlattenedField["type"], [is: (value: unknown) => boolean, words: string]>> = {
	text: [isText, "text"],
	textarea: [isText, "text"],
	email: [isText, "text"],
	code: [isText, "text"],
	select: [isText, "one of its values"],
	radio: [isText, "one of its values"],
	date: [(value) => isText(value) || value instanceof Date, "a date, such as 2026-03-15"],
	number: [(value) => typeof value === "number" || isText(value), "a number"],
	checkbox: [(value) => typeof value === "boolean" || isText(value), "true or false"],
	relationship: [isReference, "the id of a record"],
	upload: [isReference, "the id of a file"],
};

/**
 * The first field of some data that is sent what it cannot hold: a list for a text, nothing for a group. Whether the value is a right
 * one is for the field's own rule; this is so that rules and hooks get what they expect.
 */
export function findMistyped(
	fields: readonly FlattenedField[],
	data: Record<string, unknown>,
	above = "",
): Mistyped | null {
	for (const field of fields) {
		const value = data[field.name];
		const found = value === undefined ? null : findFault(field, value, `${above}${field.name}`);
		if (found) return found;
	}
	return null;
}

function findFault(field: FlattenedField, value: unknown, path: string): Mistyped | null {
	if (field.type === "group") {
		return isObject(value)
			? findMistyped(field.flattenedFields, value, `${path}.`)
			: { path, message: "It is an object of its fields." };
	}
	if (field.type === "array") return findRowFault(field.flattenedFields, value, path);
	const kind = kinds[field.type];
	if (!kind || value === null) return null;
	const [is, words] = kind;
	if (!("hasMany" in field && field.hasMany)) return is(value) ? null : { path, message: `It is ${words}.` };
	return Array.isArray(value) && value.every(is) ? null : { path, message: `It is a list; each is ${words}.` };
}

/** A form sends how many rows there are where there are none. */
function findRowFault(fields: readonly FlattenedField[], value: unknown, path: string): Mistyped | null {
	if (value === 0 || value === "0") return null;
	if (!Array.isArray(value)) return { path, message: "It is a list of rows." };
	for (const [index, row] of value.entries()) {
		const at = `${path}.${index}`;
		const found = isObject(row)
			? findMistyped(fields, row, `${at}.`)
			: { path: at, message: "It is an object of its fields." };
		if (found) return found;
	}
	return null;
}
