const productRoles: Readonly<Record<string, string>> = {
	casino_admin: "admin",
	admin: "admin",
	pit_boss: "pit_boss",
	cashier: "cashier",
};

/** The product's word for a role of ours; none where that role does not work in it. */
export const productRoleOf = (role: string): string | undefined => productRoles[role];

/** Keyturn's word for a role of the product's. */
export const ourRoleOf = (productRole: string): string => (productRole === "admin" ? "casino_admin" : productRole);
