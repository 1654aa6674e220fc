/** What is known of the provider's customer before an event: nothing, or what an older event said. */
export const customerStates = ["unseen", "seen"] as const;
export type CustomerState = (typeof customerStates)[number];

export const customerEffects = {
	take: "Name and e-mail address are taken over; what the event leaves out stays.",
	unlink: "The customer is no more: the company is no longer linked to it, and the next who pays for it is.",
} as const;
export type CustomerEffect = keyof typeof customerEffects;

/** Events about a customer. */
export const customerTable = {
	"customer.updated": { unseen: "take", seen: "take" },
	"customer.deleted": { unseen: "unlink", seen: "unlink" },
} as const satisfies Record<string, Record<CustomerState, CustomerEffect>>;
