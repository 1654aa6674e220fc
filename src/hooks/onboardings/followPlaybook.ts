import type { CollectionAfterChangeHook } from "payload";
import { followStandard } from "@/operations/items/recordAnswer";
import { layOutPlan } from "@/operations/plan/layOutPlan";
import { reviewPlan } from "@/operations/plan/reviewPlan";

/**
 * A new onboarding gets its phases and items in the transaction that opens it. Contacts, the standard, the dates and the status
 * are inputs of the gate and of the plan: they are looked at again whenever one is saved.
 */
export const followPlaybook: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
	const isNew = operation === "create";
	if (isNew) await layOutPlan({ req, onboardingId: doc.id });
	else await followStandard({ req, onboardingId: doc.id });
	await reviewPlan({ req, onboardingId: doc.id, isNew });
	return doc;
};
