import type { Field, FieldAccess, Option, SanitizedCollectionConfig } from "payload";
import type { FieldGroup } from "@/access/matrix";
import { groupOf } from "@/access/scope";
import { isDayField } from "@/domain/calendar/isDayField";

/** A field whose value is one column of its collection's table, and of which Payload makes nothing more. */
export type FlatField = {
	name: string;
	/** The groups it stands in, from the outside in. */
	parents: readonly string[];
	kind: "id" | "word" | "choice" | "number" | "box" | "other";
	/** What a choice may be. */
	options: readonly string[];
	/** Whose read rule it has; null for one that whoever sees the row may read. */
	group: FieldGroup | null;
};

const kinds: Partial<Record<Field["type"], FlatField["kind"]>> = {
	...{ text: "word", email: "word", textarea: "word", code: "word", select: "choice", radio: "choice" },
	...{ relationship: "id", upload: "id", number: "number", date: "other", checkbox: "box", json: "other" },
};

const writeHooks = new WeakSet<object>();

/** Marks a hook after operations that looks at writes alone: lists of its collection are still read flat. */
export function markWriteOnly<Hook extends object>(hook: Hook): Hook {
	writeHooks.add(hook);
	return hook;
}

const key: FlatField = { name: "id", parents: [], kind: "id", options: [], group: null };

/**
 * The fields that lists of a collection show.
 * @returns null when reading one of its rows takes more than reading its columns: arrays, joins, several languages,
 * drafts, files, accounts, hooks on reading, a read rule that is not of the matrix. What that means only Payload knows.
 */
export function flatFieldsOf(config: SanitizedCollectionConfig): FlatField[] | null {
	const { auth, upload, trash, versions, hooks } = config;
	const afterOperation = hooks.afterOperation?.filter((hook) => !writeHooks.has(hook));
	const readHooks = [hooks.beforeRead, hooks.afterRead, afterOperation];
	if (auth || upload || trash || versions?.drafts || readHooks.some((each) => each?.length)) return null;
	const fields = flatten(config.fields, []);
	return fields && [key, ...fields.filter(({ name, parents }) => name !== "id" || parents.length > 0)];
}

function flatten(fields: readonly Field[], parents: readonly string[]): FlatField[] | null {
	const flat = fields.map((field) => flattenOne(field, parents));
	return flat.every((each) => each !== null) ? flat.flat() : null;
}

function flattenOne(field: Field, parents: readonly string[]): FlatField[] | null {
	if (field.type === "ui") return [];
	if (field.type === "row" || field.type === "collapsible") return flatten(field.fields, parents);
	const { name, hidden, hooks, localized, virtual, hasMany, relationTo, access, options = [] } = field as Traits;
	if (!name || localized || virtual || hasMany || Array.isArray(relationTo)) return null;
	// A column of the type `date` is answered as the day it is, which is all that this hook makes of it.
	if (hooks?.afterRead?.length && !isDayField(field)) return null;
	if (field.type === "group") return hidden || access?.read ? null : flatten(field.fields, [...parents, name]);
	const kind = kinds[field.type];
	const group = access?.read ? groupOf(access.read) : null;
	if (kind && hidden) return [];
	if (!kind || (access?.read && group === null)) return null;
	return [{ name, parents, kind, options: options.map(wordOf), group }];
}

const wordOf = (option: Option) => (typeof option === "string" ? option : option.value);

/** What any kind of field may say that bears on how it is read. */
type Traits = {
	name?: string;
	hidden?: boolean;
	localized?: boolean;
	virtual?: boolean | string;
	hasMany?: boolean;
	relationTo?: string | string[];
	options?: Option[];
	hooks?: { afterRead?: unknown[] };
	access?: { read?: FieldAccess };
};
