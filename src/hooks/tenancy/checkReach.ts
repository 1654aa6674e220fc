import type { CollectionBeforeValidateHook } from "payload";
import { isSystem } from "@/access/authority";
import { assertReach } from "@/operations/tenancy/assertReach";
import type { Slug } from "@/slugs";

/** First of all hooks: the others look things up in the casino a write names, and may answer with what they found. */
export function checkReach(collection: Slug): CollectionBeforeValidateHook {
	return ({ data, originalDoc, operation, req }) => {
		if (!data) return data;
		assertReach({ req, collection, operation, data, original: originalDoc ?? {}, isSystem: isSystem(req) });
		return data;
	};
}
