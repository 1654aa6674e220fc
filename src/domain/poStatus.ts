import { defineTransitions } from "./transition";

export const poStatuses = ["none", "requested", "approved", "rejected", "expired"] as const;
export type PoStatus = (typeof poStatuses)[number];

/**
 * Finance may approve a purchase order nobody requested in Keyturn (it came by mail). An approval is taken back by
 * rejecting it, and withdrawn (requested again) when what it covers changes; an expired one is approved again with a later date.
 */
export const poTransitions = defineTransitions<PoStatus>({
	none: ["requested", "approved"],
	requested: ["approved", "rejected"],
	approved: ["requested", "rejected", "expired"],
	rejected: ["requested"],
	expired: ["requested", "approved"],
});
