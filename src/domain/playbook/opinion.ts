import { type ItemStatus, isSettled } from "./itemStatus";

/** What a consulted person may answer: they agree, or they have a concern and say which. */
export const stances = ["agree", "concern"] as const;
export type Stance = (typeof stances)[number];

/**
 * Whether a person is asked what they think of an item: they hold a role that it consults and may see it, and it is not settled.
 * Asking holds nothing up.
 *
 * @param input.roles what the person is: their vendor role, and their roles in the item's casino
 */
export function mayAdvise(input: {
	roles: { vendor: string | null; here: ReadonlySet<string> };
	item: { status: ItemStatus; isVisibleToCustomer: boolean; consulted: readonly string[] };
}): boolean {
	const { roles, item } = input;
	if (isSettled(item.status)) return false;
	if (roles.vendor !== null) return item.consulted.includes(roles.vendor);
	return item.isVisibleToCustomer && item.consulted.some((role) => roles.here.has(role));
}
