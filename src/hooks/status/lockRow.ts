import type {
	CollectionBeforeOperationHook,
	FlattenedField,
	GlobalBeforeOperationHook,
	PayloadRequest,
	SanitizedCollectionConfig,
} from "payload";
import { type BulkArguments, findMatching } from "@/operations/edits/findMatching";
import { lockAllForUpdate } from "@/operations/lockForUpdate";
import { sqlOf } from "@/queue/sqlOf";
import type { Slug } from "@/slugs";

/**
 * Locks the rows that are about to be changed or deleted, before they are read. Payload reads a whole row, merges the change
 * into it and writes the whole row back: without this, what settlement or provisioning wrote in between would be undone, silently.
 *
 * A bulk change is cut down to the rows that were locked, in the order of their ids, and so are the onboardings they belong to: two
 * that want the same rows, however they ask for them, wait for each other and do not deadlock.
 *
 * A row with lists in it Payload writes by an insert that becomes an update, its key included, which waits for everybody who
 * has just written a row that refers to it. That lock is taken at once: of two who make theirs stronger, each waits for the other.
 */
export function lockRow(collection: Slug): CollectionBeforeOperationHook {
	return async ({ args, collection: config, operation, req }) => {
		if (operation !== "update" && operation !== "delete" && operation !== "restoreVersion") return args;
		const isWhole = operation === "delete" || config.flattenedFields.some(hasList);
		const ids = await findIds({ req, collection, config, operation, args });
		await lockAllForUpdate({ req, collection, ids, isWhole });
		if (!("where" in args)) return args;
		if (config.flattenedFields.some(({ name }) => name === "onboarding")) await lockOnboardings(req, collection, ids);
		const { where } = args as BulkArguments;
		return { ...args, where: { and: [...(where ? [where] : []), { id: { in: ids } }] } };
	};
}

async function findIds(input: {
	req: PayloadRequest;
	collection: Slug;
	config: SanitizedCollectionConfig;
	operation: string;
	args: object;
}): Promise<string[]> {
	const { req, collection, config, operation, args } = input;
	const id: unknown = "id" in args ? args.id : null;
	if (operation === "restoreVersion") {
		const where = { id: { equals: id } };
		const { docs } = await req.payload.db.findVersions({
			collection: config.slug,
			where,
			limit: 1,
			pagination: false,
			req,
		});
		return docs.map(({ parent }) => String(parent));
	}
	if (typeof id === "string") return [id];
	return "where" in args ? findMatching({ req, collection, args: args as BulkArguments }) : [];
}

async function lockOnboardings(req: PayloadRequest, collection: Slug, ids: string[]): Promise<void> {
	const sql = await sqlOf(req);
	await sql(
		`SELECT o.id FROM onboardings o WHERE o.id IN (SELECT r.onboarding_id FROM ${collection.replaceAll("-", "_")} r WHERE r.id = ANY($1::uuid[]))
		 ORDER BY o.id FOR NO KEY UPDATE`,
		[ids],
	);
}

function hasList(field: FlattenedField): boolean {
	if (field.type === "group") return field.flattenedFields.some(hasList);
	return field.type === "array" || ("hasMany" in field && field.hasMany === true);
}

/** Locks the settings before they are read and written back whole, as `lockRow` does for a record. */
export const lockGlobal: GlobalBeforeOperationHook = async ({ args, global, operation, req }) => {
	if (operation !== "update" || !(await req.transactionID)) return args;
	const sql = await sqlOf(req);
	await sql(`SELECT id FROM ${global.slug} FOR UPDATE`);
	return args;
};
