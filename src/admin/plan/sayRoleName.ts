import { sayStatus } from "../parts/StatusBadge";

const words: Record<string, string> = {
	ops: "Operations",
	admin: "Admin",
	it_contact: "IT contact",
	casino_admin: "Administrator",
};

/** A role as it is spoken of: `operations_lead` reads “Operations lead”. */
export const sayRoleName = (role: string): string => words[role] ?? sayStatus(role);
