import type { CollectionAfterChangeHook } from "payload";
import { idOf } from "@/access/actorOf";
import { reviewGate } from "@/operations/gate/reviewGate";

/** A signature may be the last thing the gate waited for. */
export const reviewGateOfContract: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
	for (const onboardingId of new Set([idOf(doc.onboarding), idOf(previousDoc?.onboarding)])) {
		if (onboardingId) await reviewGate({ req, onboardingId });
	}
	return doc;
};
