/** What is known of a subscription before an event: nothing, a running one, one that has ended. */
export const subscriptionStates = ["unseen", "running", "ended"] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];

export const subscriptionEffects = {
	none: "Nothing: the subscription has ended, and nothing follows its end.",
	take: "Status, plan, cycle and period are taken over; what the event leaves out stays.",
	end: "The subscription has ended: its status is canceled.",
} as const;
export type SubscriptionEffect = keyof typeof subscriptionEffects;

/** Events about a subscription. */
export const subscriptionTable = {
	"customer.subscription.created": { unseen: "take", running: "take", ended: "none" },
	"customer.subscription.updated": { unseen: "take", running: "take", ended: "none" },
	"customer.subscription.deleted": { unseen: "end", running: "end", ended: "none" },
} as const satisfies Record<string, Record<SubscriptionState, SubscriptionEffect>>;
