import type { CollectionBeforeOperationHook, FlattenedField } from "payload";
import { lockForUpdate } from "@/operations/lockForUpdate";
import type { Slug } from "@/slugs";

/**
 * Locks the row that is about to be updated, before it is read. Payload reads a whole row, merges the change into it
 * and writes the whole row back: without this, what settlement or provisioning wrote in between would be undone, silently.
 *
 * A row with lists in it Payload writes by an insert that becomes an update, its key included, which waits for everybody who
 * has just written a row that refers to it. That lock is taken at once: of two who make theirs stronger, each waits for the other.
 */
export function lockRow(collection: Slug): CollectionBeforeOperationHook {
	return async ({ args, collection: config, operation, req }) => {
		const id: unknown = operation === "update" && "id" in args ? args.id : null;
		if (typeof id === "string") {
			await lockForUpdate({ req, collection, id, isWhole: config.flattenedFields.some(hasList) });
		}
		return args;
	};
}

function hasList(field: FlattenedField): boolean {
	if (field.type === "group") return field.flattenedFields.some(hasList);
	return field.type === "array" || ("hasMany" in field && field.hasMany === true);
}
