import { defineTransitions } from "./transition";

/** Stripe's own words (docs.stripe.com/api/subscriptions/object, `status`). */
export const subscriptionStatuses = [
	"incomplete",
	"incomplete_expired",
	"trialing",
	"active",
	"past_due",
	"canceled",
	"unpaid",
	"paused",
] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

const movesFrom = (from: SubscriptionStatus) => subscriptionStatuses.filter((to) => to !== from);

/** Stripe moves a subscription, we follow: any known status may follow any other, but nothing follows `canceled`. */
export const subscriptionTransitions = defineTransitions<SubscriptionStatus>({
	incomplete: movesFrom("incomplete"),
	incomplete_expired: movesFrom("incomplete_expired"),
	trialing: movesFrom("trialing"),
	active: movesFrom("active"),
	past_due: movesFrom("past_due"),
	canceled: [],
	unpaid: movesFrom("unpaid"),
	paused: movesFrom("paused"),
});
