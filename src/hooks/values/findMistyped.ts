import type { FlattenedField } from "payload";
import { isDayField } from "@/domain/calendar/isDayField";

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
	date: [(value) => isText(value) || value instanceof Date, "a date, such as 2027-03-15"],
	number: [(value) => typeof value === "number" || isText(value), "a number"],
	checkbox: [(value) => typeof value === "boolean" || isText(value), "true or false"],
	relationship: [isReference, "the id of a record"],
	upload: [isReference, "the id of a file"],
};

/**
 * The fields of some data that are sent what they cannot hold: a list for a text, nothing for a group. Whether the value is a right
 * one is for the field's own rule; this is so that rules and hooks get what they expect.
 */
export function findMistyped(fields: readonly FlattenedField[], data: Record<string, unknown>, above = ""): Mistyped[] {
	return fields.flatMap((field) => {
		const value = data[field.name];
		return value === undefined ? [] : findFaults(field, value, `${above}${field.name}`);
	});
}

function findFaults(field: FlattenedField, value: unknown, path: string): Mistyped[] {
	if (field.type === "group") {
		return isObject(value)
			? findMistyped(field.flattenedFields, value, `${path}.`)
			: [{ path, message: "It is an object of its fields." }];
	}
	if (field.type === "array") return findRowFaults(field.flattenedFields, value, path);
	const kind = kinds[field.type];
	// A calendar day has its own rule, which takes anything and says what it wants.
	if (!kind || value === null || isDayField(field)) return [];
	const [is, words] = kind;
	if (!("hasMany" in field && field.hasMany)) return is(value) ? [] : [{ path, message: `It is ${words}.` }];
	return Array.isArray(value) && value.every(is) ? [] : [{ path, message: `It is a list; each is ${words}.` }];
}

/** A form sends how many rows there are where there are none. */
function findRowFaults(fields: readonly FlattenedField[], value: unknown, path: string): Mistyped[] {
	if (value === 0 || value === "0") return [];
	if (!Array.isArray(value)) return [{ path, message: "It is a list of rows." }];
	return value.flatMap((row, index) => {
		const at = `${path}.${index}`;
		return isObject(row)
			? findMistyped(fields, row, `${at}.`)
			: [{ path: at, message: "It is an object of its fields." }];
	});
}
