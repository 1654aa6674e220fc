import type { GateCondition } from "./gate";

export const waitedFor = ["vendor", "customer", "third_party", "system", "nobody"] as const;
export type WaitedFor = (typeof waitedFor)[number];

/** On whom an onboarding rests, and for what, in one sentence; since when, where somebody wrote that down. ISO 8601. */
export type WaitingOn = { who: WaitedFor; what: string; since: string | null };

/** Why a payment that came opens nothing yet, and who goes on. */
export const paymentIsHeld = "A payment is held. Operations or finance can resolve it.";

/**
 * On whom the gate rests by its first unmet condition; on nobody once it is open, and without words. A customer whose payment
 * is held here is not waited for.
 */
export function findGateWait(
	conditions: readonly GateCondition[],
	isPaymentHeld: boolean,
): {
	gateWaitsOn: "customer" | "vendor" | "nobody";
	gateWaitsFor: string | null;
} {
	const unmet = conditions.find(({ isMet }) => !isMet);
	if (!unmet) return { gateWaitsOn: "nobody", gateWaitsFor: null };
	if (isPaymentHeld && unmet.key === "invoices_cleared") return { gateWaitsOn: "vendor", gateWaitsFor: paymentIsHeld };
	return { gateWaitsOn: unmet.restsWith, gateWaitsFor: unmet.detail };
}
