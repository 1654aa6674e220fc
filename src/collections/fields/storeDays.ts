import type { postgresAdapter } from "@payloadcms/db-postgres";
import { date } from "@payloadcms/db-postgres/drizzle/pg-core";
import type { FlattenedField } from "payload";
import { isDayField } from "@/domain/calendar/isDayField";

type SchemaHook = NonNullable<NonNullable<Parameters<typeof postgresAdapter>[0]["afterSchemaInit"]>[number]>;

type Table = Parameters<Parameters<SchemaHook>[0]["extendTable"]>[0]["table"];

/** Days are columns of the type `date`, in rows and versions alike; Payload's own would be moments. */
export const storeDays: SchemaHook = ({ adapter, extendTable, schema }) => {
	for (const { slug, flattenedFields } of adapter.payload.config.collections) {
		const name = slug.replaceAll("-", "_");
		for (const path of dayPathsOf(flattenedFields, [])) {
			store(name, path);
			store(`_${name}_v`, ["version", ...path]);
		}
	}
	return schema;

	function store(tableName: string, path: readonly string[]): void {
		const table = (schema.tables as Record<string, Table>)[tableName];
		const key = path.join("_");
		const column = (table as Record<string, { name: string; notNull: boolean }> | undefined)?.[key];
		if (!table || !column) return;
		const day = date(column.name, { mode: "string" });
		extendTable({ table, columns: { [key]: column.notNull ? day.notNull() : day } });
	}
};

function dayPathsOf(fields: readonly FlattenedField[], parents: readonly string[]): string[][] {
	return fields.flatMap((field) => {
		const path = [...parents, field.name];
		if (field.type === "group") return dayPathsOf(field.flattenedFields, path);
		return isDayField(field) ? [path] : [];
	});
}
