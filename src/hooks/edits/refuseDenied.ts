import {
	APIError,
	type CollectionBeforeValidateHook,
	type FlattenedField,
	type GlobalBeforeValidateHook,
	type PayloadRequest,
} from "payload";
import { asUser } from "@/access/authority";
import { isSameValue } from "@/domain/edits/sameValue";
import { readChangesSince } from "@/operations/edits/readChangesSince";
import { labelAt, valueAt, withIds } from "./fieldPaths";
import { bookkeeping, findDenied, readDefaults } from "./findDenied";
import { type Edit, editOf } from "./noteEdit";

type Values = Record<string, unknown>;
type Attempt = {
	req: PayloadRequest;
	/** The name of the collection or global, and the id of the record in the audit record. */
	collection: string;
	document: string;
	fields: readonly FlattenedField[];
	edit: Edit;
	current: Values;
	/** The record as the sender sees it. Asked for only when something differs. */
	readAsSender: () => Promise<Values>;
};

/**
 * Payload drops what a sender may not write and answers 200 or 201. Here it is refused, and named. What equals the record, or the
 * default of a new one, is no attempt, nor is what a form read from an earlier version and sends back.
 */
export const refuseDenied: CollectionBeforeValidateHook = async ({ collection, data, operation, originalDoc, req }) => {
	const edit = editOf(req);
	if (!edit || edit.isPrivileged) return data;
	const fields = collection.flattenedFields;
	if (operation === "create") {
		await refuseInNew({ req, fields, edit });
		return data;
	}
	if (!originalDoc) return data;
	if (!collection.upload) refuseUnknown(edit, fields, collection.slug);
	await refuse({
		req,
		collection: collection.slug,
		document: String(originalDoc.id),
		fields,
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
	const readAsSender = async () => ({
		...(await req.payload.findGlobal({ slug: "settings", depth: 0, ...asUser(req) })),
	});
	const of = { collection: global.slug, document: global.slug, fields: global.flattenedFields };
	await refuse({ req, ...of, edit, current: originalDoc ?? {}, readAsSender });
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

async function refuseInNew({ req, fields, edit }: Pick<Attempt, "req" | "fields" | "edit">): Promise<void> {
	const { posted } = edit;
	const current = await readDefaults(req, fields);
	const denied = await findDenied({ req, operation: "create", fields, posted, current, root: { posted, current: {} } });
	if (denied.length > 0) throw fieldDenied(fields, denied, "set");
}

async function refuse(attempt: Attempt): Promise<void> {
	const { req, fields, edit, current, readAsSender } = attempt;
	const { posted } = edit;
	const differing = await findDenied({ req, operation: "update", fields, posted, current, root: { posted, current } });
	if (differing.length === 0) return;
	const seen = await readAsSender();
	const unseen = differing.filter((path) => !isSameValue(valueAt(posted, path), valueAt(seen, path)));
	const denied = await withoutEarlier(attempt, unseen, seen);
	if (denied.length > 0) throw fieldDenied(fields, denied, "change");
}

/**
 * What no earlier version explains. A recorded change says what the field was; what the system writes without an entry leaves a form
 * the benefit of the doubt, which sends its whole record back, and nobody else.
 */
async function withoutEarlier(attempt: Attempt, paths: readonly string[], seen: Values): Promise<string[]> {
	const { req, collection, document, fields, edit, current } = attempt;
	const { posted, since } = edit;
	const isStale = since !== null && since < new Date(String(current.updatedAt));
	if (!isStale || paths.length === 0) return [...paths];
	const changes = await readChangesSince({ req, collection, document, since });
	const isForm = isWholeRecord(fields, posted, seen);
	return paths.filter((path) => {
		const [name = path] = path.split(".");
		const field = fields.find((each) => each.name === name);
		const recorded = changes.flatMap(({ before, after }) => [before, after]).filter((values) => name in values);
		if (recorded.length === 0) return !isForm;
		const mine = field ? withIds(field, posted[name]) : posted[name];
		return !recorded.some(
			(values) => isSameValue(valueAt(posted, path), valueAt(values, path)) || isSameValue(mine, values[name]),
		);
	});
}

/** Whether everything was sent that a form of the record never leaves out: what is required, in every state of it. */
function isWholeRecord(fields: readonly FlattenedField[], posted: Values, seen: Values): boolean {
	return fields
		.filter((field) => "required" in field && field.required && !bookkeeping.has(field.name))
		.filter(({ admin }) => !admin?.condition && !admin?.hidden && !admin?.disabled)
		.every(({ name }) => name in posted || !(name in seen));
}

function fieldDenied(fields: readonly FlattenedField[], denied: readonly string[], verb: "set" | "change"): APIError {
	const errors = denied.map((path) => ({ path, message: `You may not ${verb} this.` }));
	const labels = denied.map((path) => labelAt(fields, path)).join(", ");
	const message = `Nothing was saved: you may not ${verb} ${labels}.`;
	return new APIError(message, 403, { code: "field_denied", errors }, true);
}
