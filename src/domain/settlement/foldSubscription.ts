import type { SubscriptionStatus } from "../subscriptionStatus";
import { inLifecycleOrder } from "./lifecycle";
import type { EventOutcome } from "./paymentFact";
import {
	type SubscriptionEffect,
	type SubscriptionState,
	subscriptionEffects,
	subscriptionTable,
} from "./subscriptionTable";

export const billingCycles = ["day", "week", "month", "year"] as const;
export type BillingCycle = (typeof billingCycles)[number];

export type SubscriptionFact = {
	eventId: string;
	type: string;
	/** ISO 8601. */
	occurredAt: string;
	subscriptionId: string;
	customerId: string | null;
	status: SubscriptionStatus;
	/** The price's lookup key, else its nickname, else its id. */
	plan: string | null;
	billingCycle: BillingCycle | null;
	/** ISO 8601. */
	currentPeriodEnd: string | null;
};

export type FoldedSubscription = Omit<SubscriptionFact, "eventId" | "type" | "occurredAt">;

const table: Readonly<Record<string, Readonly<Record<SubscriptionState, SubscriptionEffect>>>> = subscriptionTable;

/**
 * The state of one subscription from all its events, in any order and with any repetition: the newest wins, a
 * deletion ends it for good.
 *
 * @param events facts of one subscription
 * @returns `state` is null when no event was about it
 */
export function foldSubscription(events: readonly SubscriptionFact[]): {
	state: FoldedSubscription | null;
	outcomes: ReadonlyMap<string, EventOutcome>;
} {
	const outcomes = new Map<string, EventOutcome>();
	let known: SubscriptionState = "unseen";
	let state: FoldedSubscription | null = null;
	for (const fact of inLifecycleOrder(events)) {
		const effect: SubscriptionEffect | undefined = table[fact.type]?.[known];
		if (effect === undefined) {
			outcomes.set(fact.eventId, { status: "ignored", why: `Events of type ${fact.type} change no subscription.` });
			continue;
		}
		outcomes.set(fact.eventId, { status: "settled", why: subscriptionEffects[effect] });
		if (effect === "none") continue;
		known = effect === "end" ? "ended" : "running";
		state = { ...takeFact(state, fact), ...(effect === "end" && { status: "canceled" }) };
	}
	return { state, outcomes };
}

function takeFact(state: FoldedSubscription | null, fact: SubscriptionFact): FoldedSubscription {
	return {
		subscriptionId: fact.subscriptionId,
		status: fact.status,
		customerId: fact.customerId ?? state?.customerId ?? null,
		plan: fact.plan ?? state?.plan ?? null,
		billingCycle: fact.billingCycle ?? state?.billingCycle ?? null,
		currentPeriodEnd: fact.currentPeriodEnd ?? state?.currentPeriodEnd ?? null,
	};
}
