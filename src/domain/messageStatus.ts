import { defineTransitions } from "./transition";

export const messageStatuses = ["queued", "sent", "held", "failed"] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/**
 * Held: there was no mail server. Held and failed messages are queued again to be sent; what was sent stays sent.
 */
export const messageTransitions = defineTransitions<MessageStatus>({
	queued: ["sent", "held", "failed"],
	sent: [],
	held: ["queued"],
	failed: ["queued"],
});
