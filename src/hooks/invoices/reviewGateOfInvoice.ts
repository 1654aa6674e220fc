import type { CollectionAfterChangeHook } from "payload";
import { idOf } from "@/access/actorOf";
import { reviewGateOf } from "@/operations/gate/reviewGateOf";

/** Every change of an invoice may open the gate: its payment, its purchase order, whether it counts at all. */
export const reviewGateOfInvoice: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
	await reviewGateOf({ req, of: "invoices", id: doc.id, previousOnboarding: idOf(previousDoc?.onboarding) });
	return doc;
};
