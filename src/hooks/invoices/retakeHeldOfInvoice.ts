import type { CollectionAfterChangeHook } from "payload";
import { retakeInvoiceEvents } from "@/operations/payments/retakeEvents";

/** What a held payment may have waited for: the invoice itself, or another amount, currency or purchaser on it. */
export const retakeHeldOfInvoice: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
	const facts = ["amountDue", "currency", "purchaserEmail"] as const;
	const isIssued = previousDoc?.status === "draft" && doc.status !== "draft";
	const isNews = operation === "create" || isIssued || facts.some((name) => doc[name] !== previousDoc?.[name]);
	if (isNews) await retakeInvoiceEvents({ req, invoiceId: doc.id });
	return doc;
};
