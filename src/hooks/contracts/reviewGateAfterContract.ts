import type { CollectionAfterDeleteHook } from "payload";
import { idOf } from "@/access/actorOf";
import { reviewGateOf } from "@/operations/gate/reviewGateOf";

/** An unsigned contract that was deleted may have been the last thing the gate waited for. */
export const reviewGateAfterContract: CollectionAfterDeleteHook = async ({ doc, id, req }) => {
	await reviewGateOf({ req, of: "contracts", id: String(id), previousOnboarding: idOf(doc.onboarding) });
	return doc;
};
