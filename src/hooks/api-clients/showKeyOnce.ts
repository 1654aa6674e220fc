import type { CollectionAfterChangeHook } from "payload";

/** Puts the new key into the answer that made it, after the record (and its audit line) were written without it. */
export const showKeyOnce: CollectionAfterChangeHook = ({ doc, operation, req }) => {
	const key = req.context.newApiKey;
	delete req.context.newApiKey;
	return operation === "create" && typeof key === "string" ? { ...doc, key } : doc;
};
