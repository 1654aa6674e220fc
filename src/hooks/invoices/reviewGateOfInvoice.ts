import type { CollectionAfterChangeHook } from "payload";
import { idOf } from "@/access/actorOf";
import { reviewGate } from "@/operations/gate/reviewGate";

/** Every change of an invoice may open the gate: its payment, its purchase order, whether it counts at all. */
export const reviewGateOfInvoice: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
	for (const onboardingId of new Set([idOf(doc.onboarding), idOf(previousDoc?.onboarding)])) {
		if (onboardingId) await reviewGate({ req, onboardingId });
	}
	return doc;
};
