import { defineTransitions } from "./transition";

export const contractStatuses = ["draft", "sent", "signed", "expired", "terminated", "superseded"] as const;
export type ContractStatus = (typeof contractStatuses)[number];

/**
 * A draft may be signed outright (a copy signed elsewhere) and a sent one recalled for a change. What has expired or was
 * terminated stays so: its successor is a new contract. A signed amendment supersedes the contract it amends.
 */
export const contractTransitions = defineTransitions<ContractStatus>({
	draft: ["sent", "signed", "terminated"],
	sent: ["draft", "signed", "expired", "terminated"],
	signed: ["expired", "terminated", "superseded"],
	expired: [],
	terminated: [],
	superseded: [],
});

/** The moves a person makes: a contract is superseded by its amendment's signature, never by hand. */
export const contractMovesByHand = defineTransitions<ContractStatus>({
	...contractTransitions,
	signed: ["expired", "terminated"],
});

/** Whether the contract's terms no longer hold. */
export const isContractOver = (status: ContractStatus): boolean =>
	status === "expired" || status === "terminated" || status === "superseded";
