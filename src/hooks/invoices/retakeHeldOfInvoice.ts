import type { CollectionAfterChangeHook } from "payload";
import { isSystem } from "@/access/authority";
import { retakeBoundEvents } from "@/operations/payments/retakeEvents";

/** A corrected amount, currency or purchaser may be what a held payment of this invoice waits for. */
export const retakeHeldOfInvoice: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
	const facts = ["amountDue", "currency", "purchaserEmail"] as const;
	const isCorrected =
		operation === "update" && !isSystem(req) && facts.some((name) => doc[name] !== previousDoc?.[name]);
	if (isCorrected) await retakeBoundEvents({ req, invoiceId: doc.id });
	return doc;
};
