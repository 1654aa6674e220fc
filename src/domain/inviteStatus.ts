import { defineTransitions } from "./transition";

export const inviteStatuses = ["pending", "accepted", "expired", "revoked"] as const;
export type InviteStatus = (typeof inviteStatuses)[number];

/**
 * A fresh link brings an expired invitation back; an accepted or revoked one is spent.
 */
export const inviteTransitions = defineTransitions<InviteStatus>({
	pending: ["accepted", "expired", "revoked"],
	accepted: [],
	expired: ["pending", "revoked"],
	revoked: [],
});
