import { actorOf, idOf } from "@/access/actorOf";
import { matrix } from "@/access/matrix";
import { reachOf } from "@/access/scope";
import { isRecordId } from "@/domain/isRecordId";
import { slug } from "@/slugs";
import { relationsOf } from "./relationsOf";
import { noSuchRecord, refuse, type TenantWrite } from "./tenantWrite";

/**
 * Before anything is looked up: every id is one, and a person or service writes only for the casinos their role
 * reaches, in the row and in every membership it names. Runs no query.
 * @throws ValidationError at the field
 */
export function assertReach(write: TenantWrite): void {
	const { flattenedFields } = write.req.payload.collections[write.collection].config;
	const relations = relationsOf(flattenedFields, write.data);
	for (const { path, ids } of relations) {
		if (!ids.every(isRecordId)) refuse(write, path, noSuchRecord);
	}
	if (write.isSystem) return;
	const actor = actorOf(write.req);
	// An anonymous write is the business of the collection's own rule (the first administrator, for one).
	if (actor.kind === "anonymous") return;
	const reach = reachOf(actor, write.collection, write.operation);
	if (reach === "all") return;
	// Payload fills in what was not sent, or may not be, from the row: only what is new is claimed.
	const named = relationsOf(flattenedFields, write.original).flatMap(({ target, ids }) =>
		target === slug.casinos ? ids : [],
	);
	for (const { path, target, ids } of relations) {
		const isBeyond = (id: string) => !reach.includes(id) && !named.includes(id);
		if (target === slug.casinos && ids.some(isBeyond)) refuse(write, path, noSuchRecord);
	}
	const ownsRows = matrix[write.collection].scope === "casino";
	if (write.operation === "create" && ownsRows && !idOf(write.data.casino)) {
		refuse(write, "casino", "Say which casino this belongs to.");
	}
}
