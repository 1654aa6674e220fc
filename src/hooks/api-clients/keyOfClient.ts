import { randomBytes } from "node:crypto";
import type { CollectionBeforeChangeHook } from "payload";
import { hashApiKey } from "@/access/apiKeyStrategy";

/** Makes the key of a new service account. It is in the answer to this one request and nowhere else. */
export const keyOfClient: CollectionBeforeChangeHook = ({ data, operation, req }) => {
	if (operation !== "create") return data;
	const key = `ktk_${randomBytes(32).toString("base64url")}`;
	req.context.newApiKey = key;
	const maker = req.user?.collection === "users" ? req.user.id : null;
	return { ...data, holder: data.holder ?? maker, keyHash: hashApiKey(key), keyPrefix: key.slice(0, 10) };
};
