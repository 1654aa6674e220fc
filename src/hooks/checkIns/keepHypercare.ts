import { type CollectionBeforeChangeHook, ValidationError } from "payload";
import { isSystem } from "@/access/authority";
import { hasCome } from "@/domain/elapsed";

/**
 * What a person may do with a check-in of hypercare: call from its day on, and mark it done with a note of what was said. Its days
 * follow the go-live, and the system alone calls one off.
 */
export const keepHypercare: CollectionBeforeChangeHook = ({ collection, data, originalDoc, req }) => {
	if (isSystem(req) || originalDoc?.kind !== "hypercare") return data;
	const refuse = (path: string, message: string) =>
		new ValidationError({ collection: collection.slug, errors: [{ path, message }], req });
	const next = { ...originalDoc, ...data };
	const isMoved = next.day !== originalDoc.day || Date.parse(next.dueAt) !== Date.parse(originalDoc.dueAt);
	if (isMoved)
		throw refuse("dueAt", "The days of hypercare follow the go-live. Correct the go-live on the onboarding.");
	if (next.status === "cancelled" && originalDoc.status !== "cancelled") {
		throw refuse("status", "A check-in of hypercare is called off by shortening hypercare, or waived by two persons.");
	}
	if (next.status !== "done") return data;
	if (!hasCome(dayOf(next.dueAt), new Date().toISOString())) {
		throw refuse("status", "Its day has not come yet.");
	}
	if (!next.notes?.trim()) throw refuse("notes", "Write what was said: without a note it does not count.");
	return data;
};

/** The first hours of its day: it is due at ten in the morning there. */
const dayOf = (dueAt: string): string => new Date(Date.parse(dueAt) - 10 * 3_600_000).toISOString();
