import { APIError, type CollectionBeforeOperationHook } from "payload";

const takesData: ReadonlySet<string> = new Set(["create", "update", "login", "forgotPassword", "resetPassword"]);

/** Payload takes any JSON for a record and looks into it: what is no object is refused before. */
export const requireObject: CollectionBeforeOperationHook = ({ args, operation }) => {
	if (!takesData.has(operation)) return args;
	const { data } = args as { data?: unknown };
	if (typeof data === "object" && data !== null && !Array.isArray(data)) return args;
	throw new APIError("body: is not an object. Send the fields of the record as JSON.", 400);
};
