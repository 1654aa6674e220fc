import type { CollectionAfterChangeHook } from "payload";
import { idOf } from "@/access/actorOf";
import { reviewGateOf } from "@/operations/gate/reviewGateOf";
import { restoreOpener } from "@/operations/invoices/openers";

/** Every change of an invoice may open the gate: its payment, its purchase order, whether it counts at all. */
export const reviewGateOfInvoice: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
	const previousOnboarding = idOf(previousDoc?.onboarding);
	if (previousOnboarding && previousOnboarding !== idOf(doc.onboarding)) {
		await restoreOpener({ req, onboardingId: previousOnboarding });
	}
	await reviewGateOf({ req, of: "invoices", id: doc.id, previousOnboarding });
	return doc;
};
