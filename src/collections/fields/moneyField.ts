import type { NumberField } from "payload";
import type { FieldGroup } from "@/access/matrix";
import { fieldRules, systemWritten } from "@/access/scope";

/** An amount in integer minor units (cents), shown as money in the currency of the row. */
export function moneyField(input: {
	name: string;
	label: string;
	isRequired?: boolean;
	isSystemWritten?: boolean;
	description?: string;
	/** Who reads and writes it, where that is not whoever reads and writes amounts. */
	group?: FieldGroup;
}): NumberField {
	const rules = fieldRules(input.group ?? "amounts");
	return {
		name: input.name,
		type: "number",
		label: input.label,
		custom: { isMoney: true },
		required: input.isRequired ?? false,
		min: 0,
		validate: (value: number | null | undefined) => {
			if (value === null || value === undefined) return input.isRequired ? "Enter an amount." : true;
			if (!Number.isSafeInteger(value)) return "Enter a whole number of minor units (cents).";
			return value >= 0 || "An amount cannot be negative.";
		},
		access: {
			read: rules.read,
			create: input.isSystemWritten ? systemWritten.create : rules.create,
			update: input.isSystemWritten ? systemWritten.update : rules.update,
		},
		admin: {
			readOnly: input.isSystemWritten ?? false,
			description: input.description,
			components: {
				Field: "@/admin/fields/MoneyField#MoneyField",
				Cell: "@/admin/fields/MoneyCell#MoneyCell",
			},
		},
	};
}
