/** Roles of the vendor's own people. `auditor` reads only, and ends on a date. */
export const vendorRoles = ["admin", "ops", "manager", "finance", "compliance", "auditor"] as const;
export type VendorRole = (typeof vendorRoles)[number];

/** Roles of a customer's people, held per casino in the user's memberships. */
export const customerRoles = [
	"executive_sponsor",
	"operations_lead",
	"compliance_lead",
	"it_contact",
	"finance_contact",
	"casino_admin",
	"pit_boss",
	"cashier",
] as const;
export type CustomerRole = (typeof customerRoles)[number];

export type Role = VendorRole | CustomerRole;

/**
 * Who may give which role to somebody else; to oneself nobody gives any. A role that is not listed gives none. A customer's
 * administrator gives the roles of the floor and of daily work; those that see amounts or sign for the customer come from the vendor.
 */
export const grants: Partial<Record<Role, readonly Role[]>> = {
	admin: [...vendorRoles, ...customerRoles],
	ops: customerRoles,
	casino_admin: ["operations_lead", "compliance_lead", "it_contact", "casino_admin", "pit_boss", "cashier"],
};

/** Whoever holds one of these runs onboardings: closes phases, answers for their health, plans waits. */
export const planners = ["admin", "ops", "manager"] as const satisfies VendorRole[];
export const mayPlan = (role: VendorRole): boolean => planners.some((planner) => planner === role);

/** Whoever holds one of these sends invoices to customers, and hands over their payment pages. */
export const invoiceSenders = ["admin", "ops", "finance"] as const satisfies VendorRole[];

const vendorSet: ReadonlySet<string> = new Set(vendorRoles);
export const isVendorRole = (role: Role): role is VendorRole => vendorSet.has(role);
