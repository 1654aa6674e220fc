import {
	APIError,
	type CollectionBeforeValidateHook,
	type FlattenedField,
	type GlobalBeforeValidateHook,
	type PayloadRequest,
} from "payload";
import { asUser } from "@/access/authority";
import { isSameValue } from "@/domain/edits/sameValue";
import { labelAt, valueAt, withIds } from "./fieldPaths";
import { type Edit, editOf } from "./noteEdit";

type Values = Record<string, unknown>;
type Attempt = {
	req: PayloadRequest;
	fields: readonly FlattenedField[];
	edit: Edit;
	current: Values;
	/** The record as the sender sees it. Asked for only when something differs. */
	readAsSender: () => Promise<Values>;
};

/** Sent along by every form and written by Payload itself, or read by it under another name. */
const bookkeeping = new Set(["id", "createdAt", "updatedAt", "_status", "password", "confirm-password", "file"]);

/**
 * Payload drops what a sender may not write and answers 200. Here such a change is refused, and named. What equals the record
 * is no attempt, nor is what a form read from an earlier version and sends back.
 */
export const refuseDenied: CollectionBeforeValidateHook = async ({ collection, data, operation, originalDoc, req }) => {
	const edit = editOf(req);
	if (operation !== "update" || !edit || edit.isPrivileged || !originalDoc) return data;
	if (!collection.upload) refuseUnknown(edit, collection.flattenedFields, collection.slug);
	await refuse({
		req,
		fields: collection.flattenedFields,
		edit,
		current: originalDoc,
		readAsSender: async () => {
			const of = { collection: collection.slug as "users", id: originalDoc.id, depth: 0, draft: true } as const;
			return { ...(await req.payload.findByID({ ...of, ...asUser(req) })) };
		},
	});
	return data;
};

export const refuseDeniedGlobal: GlobalBeforeValidateHook = async ({ data, global, originalDoc, req }) => {
	const edit = editOf(req);
	if (!edit || edit.isPrivileged) return data;
	const fields = global.flattenedFields;
	const readAsSender = async () => ({
		...(await req.payload.findGlobal({ slug: "settings", depth: 0, ...asUser(req) })),
	});
	await refuse({ req, fields, edit, current: originalDoc ?? {}, readAsSender });
	return data;
};

function refuseUnknown({ posted }: Edit, fields: readonly FlattenedField[], collection: string): void {
	const names = Object.keys(posted).filter((name) => posted[name] !== undefined);
	const isKnown = (name: string) => bookkeeping.has(name) || fields.some((field) => field.name === name);
	const [first] = names;
	if (first === undefined || names.some(isKnown)) return;
	const errors = names.map((path) => ({ path, message: `${collection} have no such field.` }));
	throw new APIError(`Nothing was saved: ${collection} have no field ${names.join(", ")}.`, 400, { errors }, true);
}

async function refuse(attempt: Attempt): Promise<void> {
	const { req, fields, edit, current, readAsSender } = attempt;
	const isStale = edit.since !== null && edit.since < new Date(String(current.updatedAt));
	const differing = await findDenied({ req, fields, posted: edit.posted, current, root: { edit, current }, path: "" });
	if (differing.length === 0 || isStale) return;
	const seen = await readAsSender();
	const denied = differing.filter((path) => !isSameValue(valueAt(edit.posted, path), valueAt(seen, path)));
	if (denied.length === 0) return;
	const errors = denied.map((path) => ({ path, message: "You may not change this." }));
	const labels = denied.map((path) => labelAt(fields, path)).join(", ");
	throw new APIError(`Nothing was saved: you may not change ${labels}.`, 403, { code: "field_denied", errors }, true);
}

type Walk = {
	req: PayloadRequest;
	fields: readonly FlattenedField[];
	posted: Values;
	current: Values;
	root: { edit: Edit; current: Values };
	path: string;
};

/** The paths of what was sent, differs from the record, and is not for the sender to write. */
async function findDenied({ req, fields, posted, current, root, path }: Walk): Promise<string[]> {
	const denied: string[] = [];
	for (const field of fields) {
		const value = posted[field.name];
		const isComputed = field.type === "join" || ("virtual" in field && Boolean(field.virtual));
		if (value === undefined || isComputed || (path === "" && bookkeeping.has(field.name))) continue;
		if (isSameValue(withIds(field, value), withIds(field, current[field.name]))) continue;
		const here = path === "" ? field.name : `${path}.${field.name}`;
		const rule = "access" in field ? field.access?.update : undefined;
		const asked = { req, id: root.current.id, data: root.edit.posted, doc: root.current, siblingData: posted };
		if (rule && !(await rule(asked as never))) denied.push(here);
		else
			denied.push(...(await findDeniedWithin({ req, field, value, current: current[field.name], root, path: here })));
	}
	return denied;
}

async function findDeniedWithin(
	input: Omit<Walk, "fields" | "posted" | "current"> & { field: FlattenedField; value: unknown; current: unknown },
): Promise<string[]> {
	const { req, field, value, current, root, path } = input;
	if (field.type === "group") {
		return findDenied({
			req,
			fields: field.flattenedFields,
			posted: valuesIn(value),
			current: valuesIn(current),
			root,
			path,
		});
	}
	if (field.type !== "array" || !Array.isArray(value)) return [];
	const rows = Array.isArray(current) ? current.map(valuesIn) : [];
	const found = value.map(valuesIn).map((row, index) => {
		const was = rows.find(({ id }) => id !== undefined && id === row.id) ?? {};
		return findDenied({
			req,
			fields: field.flattenedFields,
			posted: row,
			current: was,
			root,
			path: `${path}.${index}`,
		});
	});
	return (await Promise.all(found)).flat();
}

const valuesIn = (value: unknown): Values => (typeof value === "object" && value !== null ? (value as Values) : {});
