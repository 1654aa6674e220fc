import type { Payload, SanitizedCollectionConfig } from "payload";
import { type FlatField, flatFieldsOf } from "./flatFields";

export type FlatColumn = FlatField & {
	/** The column's name, quoted for SQL. */
	column: string;
};

export type FlatTable = {
	/** Quoted for SQL. */
	name: string;
	/** By path, as filters and sorts name them: `po.status`. */
	columns: ReadonlyMap<string, FlatColumn>;
};

const known = new WeakMap<SanitizedCollectionConfig, FlatTable | null>();

/** The table of a collection whose rows are its documents, worked out at its first list; null for any other. */
export function flatTableOf(payload: Payload, collection: SanitizedCollectionConfig): FlatTable | null {
	const table = known.has(collection) ? known.get(collection) : describeTable(payload, collection);
	known.set(collection, table ?? null);
	return table ?? null;
}

function describeTable({ config, db }: Payload, collection: SanitizedCollectionConfig): FlatTable | null {
	const fields = config.localization ? null : flatFieldsOf(collection);
	if (!fields) return null;
	const name = collection.slug.replaceAll("-", "_");
	const stored = db.tables[name] as unknown as Record<string, { name: string }>;
	const columns = new Map<string, FlatColumn>();
	for (const field of fields) {
		const names = [...field.parents, field.name];
		const column = stored[names.join("_")];
		if (!column) return null;
		columns.set(names.join("."), { ...field, column: `"${column.name}"` });
	}
	return { name: `"${name}"`, columns };
}
