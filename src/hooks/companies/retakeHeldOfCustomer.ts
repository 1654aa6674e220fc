import type { CollectionAfterChangeHook } from "payload";
import { retakeEvents } from "@/operations/payments/retakeEvents";

/** A company that was linked to a customer may be whom held payments wait for. */
export const retakeHeldOfCustomer: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
	const customerId: unknown = doc.stripeID;
	if (typeof customerId === "string" && customerId !== "" && customerId !== previousDoc?.stripeID) {
		await retakeEvents({ req, exceptId: null, customerId });
	}
	return doc;
};
