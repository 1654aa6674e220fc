import type { CollectionAfterChangeHook } from "payload";
import { layOutPlan } from "@/operations/plan/layOutPlan";

/** A new onboarding gets its phases and items in the transaction that opens it. */
export const followPlaybook: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
	if (operation === "create") await layOutPlan({ req, onboardingId: doc.id });
	return doc;
};
