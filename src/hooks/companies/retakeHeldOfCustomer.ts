import type { CollectionAfterChangeHook } from "payload";
import { retakeCompanyEvents } from "@/operations/payments/retakeEvents";

/** A company that was linked to a customer may be whom held payments wait for. */
export const retakeHeldOfCustomer: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
	// Left out of the answer (the sender did not select it), it counts as changed: looking again does no harm.
	if (doc.stripeID !== previousDoc?.stripeID) await retakeCompanyEvents({ req, companyId: doc.id });
	return doc;
};
