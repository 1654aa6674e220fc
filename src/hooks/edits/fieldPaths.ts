import type { FlattenedField } from "payload";
import { idOf } from "@/access/actorOf";

/** The value a path leads to; undefined when it leads to none. */
export const valueAt = (values: Record<string, unknown>, path: string): unknown =>
	path
		.split(".")
		.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], values);

/** A field's value with relations by id, however deep they were read. */
export function withIds({ type }: Pick<FlattenedField, "type">, value: unknown): unknown {
	if (type !== "relationship" && type !== "upload") return value;
	return Array.isArray(value) ? value.map((each) => idOf(each) ?? each) : (idOf(value) ?? value);
}

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
