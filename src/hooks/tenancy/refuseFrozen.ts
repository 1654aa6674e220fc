import type { CollectionBeforeDeleteHook, CollectionBeforeValidateHook } from "payload";
import { idOf } from "@/access/actorOf";
import { isSystem } from "@/access/authority";
import { assertNotFrozen } from "@/operations/tenancy/assertNotFrozen";
import { findCasinoOf } from "@/operations/tenancy/findCasinoOf";
import type { Slug } from "@/slugs";

/** People and services leave a casino's configuration alone while its go-live has frozen it. Provisioning goes on. */
export const refuseFrozen: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
	const casinoId = idOf(originalDoc?.casino) ?? idOf(data?.casino);
	if (casinoId && !isSystem(req)) await assertNotFrozen({ req, casinoId });
	return data;
};

/** The same for deletions, which are told an id and nothing else. */
export const refuseFrozenDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
	if (isSystem(req)) return;
	const casinoId = await findCasinoOf({ req, collection: collection.slug as Slug, id: String(id) });
	if (casinoId) await assertNotFrozen({ req, casinoId });
};
