import type { ItemOwner } from "./content";
import type { ItemStatus } from "./itemStatus";
import { isSettled } from "./itemStatus";

type Item = { owner: ItemOwner; status: ItemStatus; responsible: string; automation: string | null };

/** A role that the plan asks for and nobody holds. `items` of them wait for it; `isInvited` says that somebody was asked in. */
type EmptyRole = { role: string; items: number; isInvited: boolean };

/**
 * The customer's roles for which open items wait and nobody has an account yet: until somebody comes in, the plan stands
 * still there. Those that most waits for come first.
 *
 * @param input.held roles of the customer's people who can sign in
 * @param input.invited roles of those who were asked in and have not come
 */
export function findEmptyRoles(input: {
	items: readonly Item[];
	held: readonly string[];
	invited: readonly string[];
}): EmptyRole[] {
	const counts = new Map<string, number>();
	for (const { owner, status, responsible, automation } of input.items) {
		if (owner !== "customer" || isSettled(status) || automation) continue;
		counts.set(responsible, (counts.get(responsible) ?? 0) + 1);
	}
	return [...counts]
		.filter(([role]) => !input.held.includes(role))
		.map(([role, items]) => ({ role, items, isInvited: input.invited.includes(role) }))
		.sort((one, other) => other.items - one.items || one.role.localeCompare(other.role));
}
