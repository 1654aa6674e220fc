import { type CustomerEffect, type CustomerState, customerEffects, customerTable } from "./customerTable";
import { inLifecycleOrder } from "./lifecycle";
import type { EventOutcome } from "./paymentFact";

export type CustomerFact = {
	eventId: string;
	type: string;
	/** ISO 8601. */
	occurredAt: string;
	customerId: string;
	email: string | null;
	name: string | null;
};

export type FoldedCustomer = Pick<CustomerFact, "customerId" | "email" | "name"> & { isDeleted: boolean };

const table: Readonly<Record<string, Readonly<Record<CustomerState, CustomerEffect>>>> = customerTable;

/**
 * Name and address of one of the provider's customers from all its events, in any order and with any repetition.
 *
 * @param events facts of one customer
 * @returns `state` is null when no event was about it
 */
export function foldCustomer(events: readonly CustomerFact[]): {
	state: FoldedCustomer | null;
	outcomes: ReadonlyMap<string, EventOutcome>;
} {
	const outcomes = new Map<string, EventOutcome>();
	let state: FoldedCustomer | null = null;
	for (const fact of inLifecycleOrder(events)) {
		const effect: CustomerEffect | undefined = table[fact.type]?.[state ? "seen" : "unseen"];
		if (effect === undefined) {
			outcomes.set(fact.eventId, { status: "ignored", why: `Events of type ${fact.type} change no customer.` });
			continue;
		}
		outcomes.set(fact.eventId, { status: "settled", why: customerEffects[effect] });
		state = takeFact(state, fact, effect === "unlink");
	}
	return { state, outcomes };
}

function takeFact(state: FoldedCustomer | null, fact: CustomerFact, isDeleted: boolean): FoldedCustomer {
	return {
		isDeleted: isDeleted || state?.isDeleted === true,
		customerId: fact.customerId,
		email: fact.email ?? state?.email ?? null,
		name: fact.name ?? state?.name ?? null,
	};
}
