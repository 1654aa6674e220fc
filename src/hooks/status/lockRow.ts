import type { CollectionBeforeOperationHook } from "payload";
import { lockForUpdate } from "@/operations/lockForUpdate";
import type { Slug } from "@/slugs";

/**
 * Locks the row that is about to be updated, before it is read. Payload reads a whole row, merges the change into it
 * and writes the whole row back: without this, what settlement or provisioning wrote in between would be undone, silently.
 */
export function lockRow(collection: Slug): CollectionBeforeOperationHook {
	return async ({ args, operation, req }) => {
		const id: unknown = operation === "update" && "id" in args ? args.id : null;
		if (typeof id === "string") await lockForUpdate({ req, collection, id });
		return args;
	};
}
