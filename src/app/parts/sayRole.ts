import type { CustomerRole } from "@/access/roles";

const roleWords: Record<CustomerRole, string> = {
	executive_sponsor: "Executive sponsor",
	operations_lead: "Operations lead",
	compliance_lead: "Compliance lead",
	it_contact: "IT contact",
	finance_contact: "Finance contact",
	casino_admin: "Administrator",
	pit_boss: "Pit boss",
	cashier: "Cashier",
};

/** A customer's role as its holder would say it. */
export const sayRole = (role: CustomerRole): string => roleWords[role];
