import { defineTransitions } from "./transition";

export const riskStatuses = ["open", "acknowledged", "resolved"] as const;
export type RiskStatus = (typeof riskStatuses)[number];

/**
 * A resolved risk is opened again when its cause comes back.
 */
export const riskTransitions = defineTransitions<RiskStatus>({
	open: ["acknowledged", "resolved"],
	acknowledged: ["resolved"],
	resolved: ["open"],
});
