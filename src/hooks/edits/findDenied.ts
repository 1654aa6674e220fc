import type { FlattenedField, PayloadRequest } from "payload";
import { isSameValue } from "@/domain/edits/sameValue";
import { withIds } from "./fieldPaths";

type Values = Record<string, unknown>;

/** Sent along by every form and written by Payload itself, or read by it under another name. */
export const bookkeeping = new Set(["id", "createdAt", "updatedAt", "_status", "password", "confirm-password", "file"]);

type Walk = {
	req: PayloadRequest;
	operation: "create" | "update";
	fields: readonly FlattenedField[];
	posted: Values;
	/** What is there: the record, or the defaults of a new one. */
	current: Values;
	root: { posted: Values; current: Values };
	path?: string;
};

/** The paths of what was sent, differs from what is there, and is not for the sender to write. */
export async function findDenied(walk: Walk): Promise<string[]> {
	const { req, operation, fields, posted, current, root, path = "" } = walk;
	const denied: string[] = [];
	for (const field of fields) {
		const value = asSent(field, posted[field.name]);
		const isComputed = field.type === "join" || ("virtual" in field && Boolean(field.virtual));
		if (value === undefined || isComputed || (path === "" && bookkeeping.has(field.name))) continue;
		// A form sends what nobody filled in as empty.
		if (operation === "create" && value !== false && isSameValue(value, null)) continue;
		if (isSameValue(withIds(field, value), withIds(field, current[field.name]))) continue;
		const here = path === "" ? field.name : `${path}.${field.name}`;
		const rule = "access" in field ? field.access?.[operation] : undefined;
		const asked = { req, id: root.current.id, data: root.posted, doc: root.current, siblingData: posted };
		if (rule && !(await rule(asked as never))) denied.push(here);
		else denied.push(...(await findDeniedWithin(field, { ...walk, posted, current, path: here })));
	}
	return denied;
}

/** A form sends a list without rows as the number of its rows. */
const asSent = ({ type }: FlattenedField, value: unknown) =>
	(type === "array" || type === "blocks") && (value === 0 || value === "0") ? [] : value;

async function findDeniedWithin(field: FlattenedField, walk: Walk & { path: string }): Promise<string[]> {
	const { req, posted, current, path } = walk;
	const value = posted[field.name];
	const was = current[field.name];
	if (field.type === "group") {
		return findDenied({ ...walk, fields: field.flattenedFields, posted: valuesIn(value), current: valuesIn(was) });
	}
	if (field.type !== "array" || !Array.isArray(value)) return [];
	const { flattenedFields } = field;
	const rows = Array.isArray(was) ? was.map(valuesIn) : [];
	const ofNewRow = await readDefaults(req, flattenedFields);
	const found = value.map(valuesIn).map((row, index) => {
		const before = rows.find(({ id }) => id !== undefined && id === row.id) ?? ofNewRow;
		return findDenied({ ...walk, fields: flattenedFields, posted: row, current: before, path: `${path}.${index}` });
	});
	return (await Promise.all(found)).flat();
}

/** What Payload writes where nothing is sent. */
export async function readDefaults(req: PayloadRequest, fields: readonly FlattenedField[]): Promise<Values> {
	const defaults: Values = {};
	for (const field of fields) {
		const value = "defaultValue" in field ? (field.defaultValue as unknown) : undefined;
		if (typeof value === "function") defaults[field.name] = await value({ req, user: req.user, locale: req.locale });
		else if (value !== undefined) defaults[field.name] = value;
		else if (field.type === "group") defaults[field.name] = await readDefaults(req, field.flattenedFields);
	}
	return defaults;
}

const valuesIn = (value: unknown): Values => (typeof value === "object" && value !== null ? (value as Values) : {});
