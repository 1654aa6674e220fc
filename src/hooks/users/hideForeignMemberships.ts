import type { CollectionAfterReadHook } from "payload";
import { actorOf, idOf } from "@/access/actorOf";
import type { User } from "@/payload-types";

/** A person in casinos A and B never shows B to A's people: a membership is seen by those who share its casino. */
export const hideForeignMemberships: CollectionAfterReadHook<User> = ({ doc, req, overrideAccess }) => {
	if (overrideAccess || !Array.isArray(doc.memberships)) return doc;
	const actor = actorOf(req);
	if (actor.kind === "person" && (actor.vendorRole !== null || actor.id === doc.id)) return doc;
	const shared = actor.kind === "person" ? actor.roles : new Map<string, unknown>();
	return {
		...doc,
		memberships: doc.memberships.filter((membership) => shared.has(idOf(membership.casino) ?? "")),
	};
};
