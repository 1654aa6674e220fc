import type { FlattenedField } from "payload";

/** The field a path such as `address.city` or `attendees.0.person` leads to; null when it leads to none. */
export function fieldAt(fields: readonly FlattenedField[], path: string): FlattenedField | null {
	const [name, ...rest] = path.split(".").filter((part) => !/^\d+$/.test(part));
	const field = fields.find((each) => each.name === name) ?? null;
	if (rest.length === 0 || !field) return field;
	return "flattenedFields" in field ? fieldAt(field.flattenedFields, rest.join(".")) : field;
}

/** What the form calls it. */
export function labelAt(fields: readonly FlattenedField[], path: string): string {
	const field = fieldAt(fields, path);
	if (!field) return path;
	const label = "label" in field ? field.label : undefined;
	if (typeof label === "string" && label) return label;
	const words = field.name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
	return words.charAt(0).toUpperCase() + words.slice(1);
}
