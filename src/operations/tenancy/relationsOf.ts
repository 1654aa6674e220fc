import type { FlattenedField } from "payload";
import { idOf } from "@/access/actorOf";
import type { Slug } from "@/slugs";

/** A field of a row that names other rows: its path, whose rows, and which. */
export type Relation = { path: string; target: Slug; ids: string[] };

/** Every relation and upload a row's data names, inside groups and arrays too. Absent and empty fields name nothing. */
export function relationsOf(fields: readonly FlattenedField[], data: Record<string, unknown>, prefix = ""): Relation[] {
	return fields.flatMap((field): Relation[] => {
		const value = data[field.name];
		if (value === undefined || value === null) return [];
		const path = `${prefix}${field.name}`;
		if (field.type === "group" && typeof value === "object") {
			return relationsOf(field.flattenedFields, value as Record<string, unknown>, `${path}.`);
		}
		if (field.type === "array" && Array.isArray(value)) {
			return value.flatMap((row, index) =>
				typeof row === "object" && row !== null ? relationsOf(field.flattenedFields, row, `${path}.${index}.`) : [],
			);
		}
		if ((field.type === "relationship" || field.type === "upload") && typeof field.relationTo === "string") {
			const ids = (Array.isArray(value) ? value : [value]).map(idOf).filter((id) => id !== null);
			return ids.length > 0 ? [{ path, target: field.relationTo as Slug, ids }] : [];
		}
		return [];
	});
}
