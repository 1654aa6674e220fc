import {
	type CollectionBeforeOperationHook,
	type FlattenedField,
	Forbidden,
	type PayloadRequest,
	type Where,
} from "payload";
import { actorOf } from "@/access/actorOf";
import { type Slug, slug } from "@/slugs";

/** Every path a filter names, however deep its conditions are nested and however they are written. */
function* pathsOf(where: unknown): Generator<string> {
	if (typeof where !== "object" || where === null) return;
	for (const [key, value] of Object.entries(where)) {
		if (/^(and|or)$/i.test(key)) {
			for (const part of Object.values((value ?? {}) as object)) yield* pathsOf(part);
		} else {
			yield key;
			// `contains` may carry a whole query of the related collection.
			for (const operand of Object.values((value ?? {}) as object)) {
				if (typeof operand === "object" && operand !== null && !Array.isArray(operand)) yield `${key}.`;
			}
		}
	}
}

function sortPaths(sort: unknown): string[] {
	const parts = Array.isArray(sort) ? sort : typeof sort === "string" ? sort.split(",") : [];
	return parts.map((part) => String(part).trim().replace(/^-/, ""));
}

function relatedFields(req: PayloadRequest, field: FlattenedField | undefined): readonly FlattenedField[] {
	const isRelation = field?.type === "relationship" || field?.type === "upload";
	const target = isRelation ? field.relationTo : field?.type === "join" ? field.collection : null;
	return typeof target === "string" ? req.payload.collections[target].config.flattenedFields : [];
}

/** Where a path leads: the fields it touches on its way, and whether it leaves the row through a relation. */
function follow(req: PayloadRequest, path: string, fields: readonly FlattenedField[]) {
	const touched: FlattenedField[] = [];
	let isElsewhere = false;
	let known: readonly FlattenedField[] = fields;
	const parts = path.replaceAll("__", ".").split(".");
	// The versions table keeps the row below `version`.
	const names = parts[0] === "version" ? parts.slice(1) : parts;
	for (const [index, name] of names.entries()) {
		const field = known.find((each) => each.name === name);
		const isLast = index === names.length - 1;
		if (field) touched.push(field);
		if (field?.type === "group" || field?.type === "array") {
			known = field.flattenedFields;
			continue;
		}
		isElsewhere ||= !isLast;
		known = relatedFields(req, field);
	}
	return { touched, isElsewhere };
}

/** The fields that a path of a filter touches on its way, its own last. */
export const fieldsOnPath = (req: PayloadRequest, path: string, fields: readonly FlattenedField[]): FlattenedField[] =>
	follow(req, path, fields).touched;

async function isUnreadable(req: PayloadRequest, field: FlattenedField): Promise<boolean> {
	if ("hidden" in field && field.hidden) return true;
	return "access" in field && field.access?.read !== undefined && !(await field.access.read({ req }));
}

/**
 * What a role may not read it may not filter or sort by either. Payload checks the fields of the row itself and not,
 * or not always, those behind a relation: they would give away a reset token letter by letter. A customer's filters
 * stay in the row altogether, and out of other people's memberships. Restoring a version is the vendor's: Payload
 * tells a version that is somebody else's from one that is nobody's.
 */
export function refuseHiddenPaths(collection: Slug): CollectionBeforeOperationHook {
	return async ({ args, collection: config, operation, req, overrideAccess }) => {
		if (overrideAccess) return args;
		const actor = actorOf(req);
		const isVendors = actor.kind === "person" && actor.vendorRole !== null;
		if (operation === "restoreVersion" && !isVendors) throw new Forbidden(req.t);
		const { where, sort, field } = args as { where?: Where; sort?: unknown; field?: unknown };
		for (const path of [...pathsOf(where), ...sortPaths(sort), ...(typeof field === "string" ? [field] : [])]) {
			const { touched, isElsewhere } = follow(req, path, config.flattenedFields);
			const isOthers = isElsewhere || (collection === slug.users && touched[0]?.name === "memberships");
			if (isOthers && !isVendors) throw new Forbidden(req.t);
			for (const each of isElsewhere ? touched : []) {
				if (await isUnreadable(req, each)) throw new Forbidden(req.t);
			}
		}
		return args;
	};
}
