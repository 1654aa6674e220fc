import {
	APIError,
	type CollectionBeforeValidateHook,
	type FlattenedField,
	type GlobalBeforeValidateHook,
	type PayloadRequest,
} from "payload";
import { actorOf, isVendor } from "@/access/actorOf";
import { type Clash, mergeEdit } from "@/domain/edits/mergeEdit";
import { isSameValue } from "@/domain/edits/sameValue";
import { type RecordedChange, readChangesSince } from "@/operations/edits/readChangesSince";
import { fieldAt, labelAt, valueAt, withIds } from "./fieldPaths";
import { type Edit, editOf } from "./noteEdit";
import { showValue } from "./showValue";

type Values = Record<string, unknown>;
type Stale = {
	req: PayloadRequest;
	collection: string;
	document: string;
	fields: readonly FlattenedField[];
	data: Values;
	current: Values;
	edit: Edit;
};

/**
 * An edit of a record that has changed since it was opened keeps what others changed in fields it did not touch. A field that
 * both changed is refused with who changed it, when, from what to what. Under the row's lock: what is compared is what is written over.
 */
export const mergeStale: CollectionBeforeValidateHook = async ({ collection, data, operation, originalDoc, req }) => {
	const edit = editOf(req);
	if (operation !== "update" || !edit?.since || !data || !originalDoc) return data;
	return merge({
		req,
		collection: collection.slug,
		document: String(originalDoc.id),
		fields: collection.flattenedFields,
		data,
		current: originalDoc,
		edit,
	});
};

export const mergeStaleGlobal: GlobalBeforeValidateHook = async ({ data, global, originalDoc, req }) => {
	const edit = editOf(req);
	if (!edit?.since || !data || !originalDoc?.updatedAt) return data;
	return merge({
		req,
		collection: global.slug,
		document: global.slug,
		fields: global.flattenedFields,
		data,
		current: originalDoc,
		edit,
	});
};

async function merge(stale: Stale): Promise<Values> {
	const { req, collection, document, fields, data, current, edit } = stale;
	const version = new Date(String(current.updatedAt));
	if (!edit.since || edit.since.getTime() === version.getTime()) return data;
	if (edit.since > version) throw unknownVersion(edit);
	const changes = await readChangesSince({ req, collection, document, since: edit.since });
	const merged = { ...data };
	const clashes: Clash[] = [];
	for (const field of fields) {
		const { name } = field;
		const first = changes.find(({ before, after }) => name in before || name in after);
		if (!first || !(name in edit.posted)) continue;
		const mine = withIds(field, data[name]);
		const part = mergeEdit({ path: name, base: first.before[name], theirs: current[name], mine });
		merged[name] = part.value;
		clashes.push(...part.clashes);
	}
	if (clashes.length > 0) throw await conflict(stale, clashes, changes);
	return merged;
}

function unknownVersion(edit: Edit): APIError {
	const path = edit.isHeader ? "If-Match" : "updatedAt";
	const message = "The record never had this version. Send updatedAt as you read it.";
	return new APIError(message, 400, { errors: [{ path, message }] }, true);
}

/** 412 where a precondition was sent, else 409. The form flags the fields; the dialog reads `conflicts` and `updatedAt`. */
async function conflict(
	stale: Stale,
	clashes: readonly Clash[],
	changes: readonly RecordedChange[],
): Promise<APIError> {
	const { req, fields, current, edit } = stale;
	const conflicts = await Promise.all(
		clashes.map(async ({ path, base, theirs, mine }) => {
			const change =
				changes.findLast((each) => !isSameValue(valueAt(each.before, path), valueAt(each.after, path))) ??
				changes.at(-1);
			const field = fieldAt(fields, path);
			const mayRead = await isReadable(req, field, current);
			const show = (value: unknown) => showValue({ req, field, value, record: current });
			return {
				path,
				label: labelAt(fields, path),
				...(mayRead ? { before: base ?? null, theirs: theirs ?? null } : {}),
				mine: mine ?? null,
				shown: {
					...(mayRead ? { before: await show(base), theirs: await show(theirs) } : {}),
					mine: await show(mine),
				},
				by: change ? nameFor(req, change) : null,
				at: change?.at ?? null,
			};
		}),
	);
	const errors = conflicts.map(({ path, by, at: when }) => ({
		path,
		message: `${by ?? "Somebody"} changed this${when ? ` on ${when}` : ""}, after you opened the record.`,
	}));
	const named = conflicts.map(({ label }) => label).join(", ");
	return new APIError(
		`Not saved: ${named} changed after you opened this record. Nothing you typed is lost.`,
		edit.isHeader ? 412 : 409,
		{ code: "changed_meanwhile", updatedAt: current.updatedAt, conflicts, errors },
		true,
	);
}

async function isReadable(req: PayloadRequest, field: FlattenedField | null, doc: Values): Promise<boolean> {
	const read = field && "access" in field ? field.access?.read : undefined;
	return read ? Boolean(await read({ req, doc, data: doc, siblingData: doc } as never)) : true;
}

/** A customer is not told which of the vendor's people it was. */
function nameFor(req: PayloadRequest, { actor, name, isVendors }: RecordedChange): string {
	if (!actor.startsWith("user:")) return "Keyturn";
	return isVendor(actorOf(req)) || !isVendors ? (name ?? "Somebody") : "The vendor";
}
