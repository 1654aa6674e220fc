/** Of the customer's roles, those who work in the product itself; the others are known to Keyturn alone. */
export const productRoles: readonly string[] = ["casino_admin", "pit_boss", "cashier"];

/** Whether somebody's role in the product is the one they have on the roster. Who does not work in the product is not known there. */
export const hasRoleInProduct = (person: { role: string; productRole: string | null }) =>
	person.productRole === (productRoles.includes(person.role) ? person.role : null);
