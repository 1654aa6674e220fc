import type { CollectionAfterChangeHook } from "payload";
import { idOf } from "@/access/actorOf";
import { reviewGateOf } from "@/operations/gate/reviewGateOf";

/** A signature may be the last thing the gate waited for. */
export const reviewGateOfContract: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
	await reviewGateOf({ req, of: "contracts", id: doc.id, previousOnboarding: idOf(previousDoc?.onboarding) });
	return doc;
};
