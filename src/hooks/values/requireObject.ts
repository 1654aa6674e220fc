import {
	APIError,
	type CollectionBeforeOperationHook,
	type FlattenedField,
	type GlobalBeforeOperationHook,
	type PayloadRequest,
	ValidationError,
} from "payload";
import { isSystem } from "@/access/authority";
import { findMistyped } from "./findMistyped";

const saves: ReadonlySet<string> = new Set(["create", "update"]);
const signsIn: ReadonlySet<string> = new Set(["login", "forgotPassword", "resetPassword"]);

/** Payload takes any JSON for a record and looks into it: what is no object, or has a field that is not of its kind, is refused before. */
export const requireObject: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
	const { data } = args as { data?: unknown };
	if (signsIn.has(operation)) checkData({ data, fields: [], req });
	if (saves.has(operation))
		checkData({ data, fields: collection.flattenedFields, of: { collection: collection.slug }, req });
	return args;
};

/** The same of a global. */
export const requireGlobalObject: GlobalBeforeOperationHook = ({ args, global, operation, req }) => {
	const { data } = args as { data?: unknown };
	if (saves.has(operation)) checkData({ data, fields: global.flattenedFields, of: { global: global.slug }, req });
	return args;
};

function checkData(input: {
	data: unknown;
	fields: readonly FlattenedField[];
	of?: { collection: string } | { global: string };
	req: PayloadRequest;
}): void {
	const { data, fields, of, req } = input;
	if (typeof data !== "object" || data === null || Array.isArray(data)) {
		throw new APIError("body: is not an object. Send the fields of the record as JSON.", 400);
	}
	const mistyped = isSystem(req) ? [] : findMistyped(fields, { ...data });
	if (mistyped.length > 0) throw new ValidationError({ ...of, errors: mistyped, req });
}
