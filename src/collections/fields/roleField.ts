import type { SelectField } from "payload";
import { customerRoles, type Role, vendorRoles } from "@/access/roles";
import { wordsOf } from "./statusField";

const labelOf = (role: Role) => wordsOf(role);

/** A role: the vendor's and the customer's, or the customer's alone. */
export function roleField(input: {
	name: string;
	label: string;
	of?: "everybody" | "customer";
	isRequired?: boolean;
	enumName?: string;
	description?: string;
	width?: string;
}): SelectField {
	const roles: readonly Role[] = input.of === "customer" ? customerRoles : [...vendorRoles, ...customerRoles];
	return {
		name: input.name,
		type: "select",
		label: input.label,
		required: input.isRequired ?? false,
		enumName: input.enumName,
		options: roles.map((role) => ({ value: role, label: labelOf(role) })),
		admin: { description: input.description, width: input.width },
	};
}
