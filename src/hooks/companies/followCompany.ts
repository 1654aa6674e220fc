import type { CollectionAfterChangeHook } from "payload";
import { isSystem } from "@/access/authority";
import { requestCompanySync } from "@/operations/companies/syncCompany";
import { retakeCompanyEvents } from "@/operations/payments/retakeEvents";

// A field that is left out of the answer (the sender did not select it) counts as changed: looking again does no harm.

/** A company that was linked to a customer may be whom held payments wait for. */
export const retakeHeldOfCustomer: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
	if (doc.stripeID !== previousDoc?.stripeID) await retakeCompanyEvents({ req, companyId: doc.id });
	return doc;
};

/** What a person changed is told to Stripe. What the system writes came from there, or is told by a call of its own. */
export const tellStripe: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
	const told = ["name", "billingEmail", "stripeID"];
	const isChanged = told.some((field) => doc[field] !== previousDoc?.[field]);
	if (isChanged && !isSystem(req)) await requestCompanySync({ req, companyId: doc.id });
	return doc;
};
