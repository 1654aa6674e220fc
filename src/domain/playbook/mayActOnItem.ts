import type { EvidenceKind, ItemOwner } from "./content";

/** Whoever holds one of these works on every item of every customer, on the customer's behalf too. */
const workingRoles: ReadonlySet<string> = new Set(["admin", "ops", "manager"]);

/**
 * Whether a person may tick, start, put off or open an item again: the vendor's people who run onboardings, and whoever is
 * responsible or accountable for it. A signature is given by the latter alone: nobody signs for somebody else, and nobody of the
 * vendor's for the customer, though they were made a member there.
 *
 * @param input.roles what the person is: their vendor role, and their roles in the item's casino
 */
export function mayActOnItem(input: {
	roles: { vendor: string | null; here: ReadonlySet<string> };
	item: {
		owner: ItemOwner;
		evidence: EvidenceKind;
		isVisibleToCustomer: boolean;
		answering: readonly (string | null)[];
	};
}): boolean {
	const { roles, item } = input;
	if (roles.vendor !== null) {
		const answers = item.answering.includes(roles.vendor);
		return answers || (item.evidence !== "signature" && workingRoles.has(roles.vendor));
	}
	return item.isVisibleToCustomer && item.answering.some((role) => role !== null && roles.here.has(role));
}
