import { type CollectionBeforeOperationHook, Forbidden, type Where } from "payload";
import { actorOf } from "@/access/actorOf";
import { type Slug, slug } from "@/slugs";

/** Groups whose inner fields are the row's own; everything else with a dot leads into another record. */
const ownGroups = new Set(["operationsLead", "adminContact", "po", "address", "version"]);

function* pathsOf(where: Where | undefined): Generator<string> {
	for (const [key, value] of Object.entries(where ?? {})) {
		if (key === "and" || key === "or") {
			for (const part of Array.isArray(value) ? value : []) yield* pathsOf(part);
		} else {
			yield key;
			// `contains` may carry a whole query of the related collection.
			for (const operand of Object.values(value as object)) {
				if (typeof operand === "object" && operand !== null && !Array.isArray(operand)) yield `${key}.`;
			}
		}
	}
}

function sortPaths(sort: unknown): string[] {
	const parts = Array.isArray(sort) ? sort : typeof sort === "string" ? sort.split(",") : [];
	return parts.map((part) => String(part).replace(/^-/, ""));
}

function leadsElsewhere(path: string): boolean {
	const [first, ...rest] = path.replaceAll("__", ".").split(".");
	return rest.length > 0 && !ownGroups.has(first ?? "");
}

/**
 * What a role may not read it may not filter or sort by either. Payload checks the fields of the row itself; this
 * closes the ways around: through a relation into another collection, and into other people's memberships.
 */
export function refuseHiddenPaths(collection: Slug): CollectionBeforeOperationHook {
	return ({ args, req, overrideAccess }) => {
		if (overrideAccess) return args;
		const actor = actorOf(req);
		if (actor.kind === "person" && actor.vendorRole !== null) return args;
		const { where, sort } = args as { where?: Where; sort?: unknown };
		const paths = [...pathsOf(where), ...sortPaths(sort)];
		const isHidden = (path: string) =>
			leadsElsewhere(path) || (collection === slug.users && path.startsWith("memberships"));
		if (paths.some(isHidden)) throw new Forbidden(req.t);
		return args;
	};
}
