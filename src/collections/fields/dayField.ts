import type { DateField, FieldAccess } from "payload";
import { dayWanted, parseDay } from "@/domain/calendar/day";

type DayInput = Pick<DateField, "name" | "label" | "required" | "index" | "hidden"> & {
	admin?: Pick<NonNullable<DateField["admin"]>, "position" | "description" | "width" | "readOnly" | "condition">;
	access?: { read?: FieldAccess; create?: FieldAccess; update?: FieldAccess };
	/** What else is asked of it, once it is a day. */
	check?(day: string, siblings: Record<string, unknown>): string | true;
};

/**
 * A calendar day of the casino: stored as a `date` (`storeDays`), taken and answered as YYYY-MM-DD. An instant counts by its date in UTC
 * (`readDays`), and so it does where a version is restored.
 */
export function dayField({ check, admin, ...field }: DayInput): DateField {
	return {
		...field,
		type: "date",
		custom: { isDay: true },
		hooks: {
			beforeValidate: [({ value }) => parseDay(value) ?? value],
			afterRead: [({ value }) => parseDay(value) ?? value],
		},
		validate: (value: unknown, { siblingData }: { siblingData: object }) => {
			if (value === undefined || value === null || value === "") return field.required ? dayWanted : true;
			const day = parseDay(value);
			if (day === null) return dayWanted;
			return check?.(day, siblingData as Record<string, unknown>) ?? true;
		},
		admin: {
			...admin,
			components: {
				Field: "@/admin/fields/DayField#DayField",
				Cell: "@/admin/fields/DayCell#DayCell",
			},
			// For the filter of a list, which is Payload's own: it sends noon in UTC of the day that was chosen.
			date: { pickerAppearance: "dayOnly", displayFormat: "d MMM yyyy" },
		},
	};
}
