import type { CollectionAfterChangeHook } from "payload";
import { reviewGate } from "@/operations/gate/reviewGate";

/** Contacts, the standard and the status are inputs of the gate. */
export const reviewGateOfOnboarding: CollectionAfterChangeHook = async ({ doc, req }) => {
	await reviewGate({ req, onboardingId: doc.id });
	return doc;
};
