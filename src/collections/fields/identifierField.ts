import type { TextField } from "payload";
import { fieldRules, systemWritten } from "@/access/scope";

/** An id at Stripe or Xero: for the vendor's people alone, copied with a click. */
export function identifierField(input: {
	name: string;
	label: string;
	isUnique?: boolean;
	isSystemWritten?: boolean;
	description?: string;
}): TextField {
	const rules = fieldRules("paymentIds");
	return {
		name: input.name,
		type: "text",
		label: input.label,
		unique: input.isUnique ?? false,
		index: true,
		maxLength: 255,
		access: {
			read: rules.read,
			create: input.isSystemWritten ? systemWritten.create : rules.create,
			update: input.isSystemWritten ? systemWritten.update : rules.update,
		},
		admin: {
			readOnly: input.isSystemWritten ?? false,
			description: input.description,
			components: { Cell: "@/admin/fields/IdentifierCell#IdentifierCell" },
		},
	};
}
