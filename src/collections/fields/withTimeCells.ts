import type { DateField, Field } from "payload";
import { isDayField } from "@/domain/calendar/isDayField";

const Cell = "@/admin/fields/TimeCell#TimeCell";

/** Payload's own two fields as it would add them, but that lists show them as distance. */
const timestamp = (name: "updatedAt" | "createdAt", label: string): DateField => ({
	name,
	label,
	type: "date",
	index: true,
	admin: { disableBulkEdit: true, hidden: true, components: { Cell } },
});

/** The same fields, every time of which reads as distance in lists, with the exact moment and zone beside it, and in forms as 4 Dec 2026. */
export function withTimeCells(fields: Field[], options: { hasTimestamps: boolean }): Field[] {
	const own = fields.map(withTimeCell);
	return options.hasTimestamps
		? [...own, timestamp("updatedAt", "Last changed"), timestamp("createdAt", "Created")]
		: own;
}

function withTimeCell(field: Field): Field {
	if (isDayField(field)) return field;
	if (field.type === "date") {
		const { components, date, ...admin } = field.admin ?? {};
		// As every other screen writes days: Payload's own 12/04/2026 is another day to half of its readers.
		const displayFormat = date?.pickerAppearance === "dayAndTime" ? "d MMM yyyy, HH:mm" : "d MMM yyyy";
		return {
			...field,
			admin: { ...admin, date: { displayFormat, ...date } as typeof date, components: { Cell, ...components } },
		};
	}
	if (field.type === "row" || field.type === "collapsible" || field.type === "group") {
		return { ...field, fields: field.fields.map(withTimeCell) } as Field;
	}
	return field;
}
