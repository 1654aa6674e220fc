import type { DateField, Field } from "payload";

const Cell = "@/admin/fields/TimeCell#TimeCell";

/** Payload's own two fields as it would add them, but that lists show them as distance. */
const timestamp = (name: "updatedAt" | "createdAt", label: string): DateField => ({
	name,
	label,
	type: "date",
	index: true,
	admin: { disableBulkEdit: true, hidden: true, components: { Cell } },
});

/** The same fields, every time of which reads as distance in lists, with the exact moment and zone beside it. */
export function withTimeCells(fields: Field[], options: { hasTimestamps: boolean }): Field[] {
	const own = fields.map(withTimeCell);
	return options.hasTimestamps
		? [...own, timestamp("updatedAt", "Last changed"), timestamp("createdAt", "Created")]
		: own;
}

function withTimeCell(field: Field): Field {
	if (field.type === "date") {
		return { ...field, admin: { ...field.admin, components: { Cell, ...field.admin?.components } } };
	}
	if (field.type === "row" || field.type === "collapsible" || field.type === "group") {
		return { ...field, fields: field.fields.map(withTimeCell) } as Field;
	}
	return field;
}
