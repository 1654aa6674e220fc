import type { CollectionBeforeValidateHook } from "payload";
import { isSystem } from "@/access/authority";
import { assertTenancy } from "@/operations/tenancy/assertTenancy";
import type { Slug } from "@/slugs";

/** Last of the hooks, after those that complete the data: every relation stays inside the row's casino. */
export function checkTenancy(collection: Slug): CollectionBeforeValidateHook {
	return async ({ data, originalDoc, operation, req }) => {
		if (!data) return data;
		await assertTenancy({ req, collection, operation, data, original: originalDoc ?? {}, isSystem: isSystem(req) });
		return data;
	};
}
