import { defineTransitions } from "./transition";

export const contractStatuses = ["draft", "sent", "signed", "expired", "terminated"] as const;
export type ContractStatus = (typeof contractStatuses)[number];

/**
 * A draft may be signed outright (a copy signed elsewhere) and a sent one recalled for a change. What has expired or was
 * terminated stays so: its successor is a new contract.
 */
export const contractTransitions = defineTransitions<ContractStatus>({
	draft: ["sent", "signed", "terminated"],
	sent: ["draft", "signed", "expired", "terminated"],
	signed: ["expired", "terminated"],
	expired: [],
	terminated: [],
});
