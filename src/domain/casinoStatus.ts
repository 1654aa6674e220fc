import { defineTransitions } from "./transition";

export const casinoStatuses = ["prospect", "provisioning", "live", "suspended", "closed"] as const;
export type CasinoStatus = (typeof casinoStatuses)[number];

/**
 * Undoing a provisioning run leads back to prospect, from wherever the casino stands by then. Being provisioned is closed
 * by undoing it first.
 */
export const casinoTransitions = defineTransitions<CasinoStatus>({
	prospect: ["provisioning", "closed"],
	provisioning: ["live", "prospect"],
	live: ["suspended", "closed", "prospect"],
	suspended: ["live", "closed", "prospect"],
	closed: [],
});
