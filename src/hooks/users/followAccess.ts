import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionBeforeDeleteHook } from "payload";
import { idOf } from "@/access/actorOf";
import { isSystem } from "@/access/authority";
import { announceAccess, endAccess, endKeysOf, endLinks, endShownLinks } from "@/operations/users/endAccess";
import { inheritCreated } from "@/operations/users/inheritCreated";
import { inviteAccount } from "@/operations/users/inviteAccount";
import type { User } from "@/payload-types";
import { slug } from "@/slugs";

/** An account that a person created begins with a mailed link. */
export const mailAccountLink: CollectionAfterChangeHook<User> = async ({ doc, operation, req }) => {
	if (operation === "create" && !isSystem(req)) await inviteAccount({ req, userId: doc.id });
	return doc;
};

/**
 * Whoever is no longer the vendor's, or no longer belongs to a customer, is signed out everywhere at once; and so is whoever held
 * the mailbox before; a link that was mailed to the old address proves nothing of the new one. Other changes of rights hold at the
 * next request; open pages are told.
 */
export const endLostAccess: CollectionAfterChangeHook<User> = async ({ doc, previousDoc, operation, req }) => {
	if (operation !== "update" || !previousDoc) return doc;
	const isOwn = req.user?.collection === slug.users && req.user.id === doc.id;
	const isMoved = previousDoc.email !== doc.email;
	if (isMoved && isOwn) await endLinks({ req, userId: doc.id });
	if (isAdmin(previousDoc) && !isAdmin(doc)) await endShownLinks({ req, userId: doc.id });
	if ((isMoved && !isOwn) || hasLostAccess(doc, previousDoc)) await endAccess({ req, userId: doc.id });
	else if (doc.vendorRole !== previousDoc.vendorRole || hasLost(previousDoc, doc, rolesOf))
		await announceAccess({ req });
	return doc;
};

export const endDeletedAccess: CollectionBeforeDeleteHook = async ({ id, req }) => {
	await endKeysOf({ req, userId: String(id) });
	await endShownLinks({ req, userId: String(id) });
	await inheritCreated({ req, userId: String(id) });
};

/** The sessions go with the account; the pages that are open must be told. */
export const announceDeletion: CollectionAfterDeleteHook = async ({ req }) => announceAccess({ req });

const isAdmin = ({ vendorRole, accessEndsAt }: User) =>
	vendorRole === "admin" && (!accessEndsAt || Date.parse(accessEndsAt) > Date.now());

function hasLostAccess(now: User, before: User): boolean {
	if (before.vendorRole && !now.vendorRole) return true;
	const { accessEndsAt } = now;
	if (accessEndsAt && accessEndsAt !== before.accessEndsAt && Date.parse(accessEndsAt) <= Date.now()) return true;
	return hasLost(before, now, ({ casino }) => [String(idOf(casino))]);
}

type Membership = NonNullable<User["memberships"]>[number];

function hasLost(before: User, now: User, keysOf: (membership: Membership) => string[]): boolean {
	const kept = new Set((now.memberships ?? []).flatMap(keysOf));
	return (before.memberships ?? []).flatMap(keysOf).some((key) => !kept.has(key));
}

const rolesOf = ({ casino, roles }: Membership) => roles.map((role) => `${idOf(casino)}/${role}`);
