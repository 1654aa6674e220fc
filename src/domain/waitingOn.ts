import type { GateCondition } from "./gate";

export const waitedFor = ["vendor", "customer", "third_party", "system", "nobody"] as const;
export type WaitedFor = (typeof waitedFor)[number];

/** On whom an onboarding rests, and for what, in one sentence; since when, where somebody wrote that down. ISO 8601. */
export type WaitingOn = { who: WaitedFor; what: string; since: string | null };

/** On whom the gate rests by its first unmet condition; on nobody once it is open, and without words. */
export function findGateWait(conditions: readonly GateCondition[]): {
	gateWaitsOn: "customer" | "vendor" | "nobody";
	gateWaitsFor: string | null;
} {
	const unmet = conditions.find(({ isMet }) => !isMet);
	if (!unmet) return { gateWaitsOn: "nobody", gateWaitsFor: null };
	return { gateWaitsOn: unmet.restsWith, gateWaitsFor: unmet.detail };
}
