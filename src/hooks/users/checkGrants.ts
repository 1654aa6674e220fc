import type { CollectionBeforeChangeHook } from "payload";
import { actorOf, idOf } from "@/access/actorOf";
import { isSystem } from "@/access/authority";
import { refuseField, requireGrant } from "@/access/grants";
import type { Role } from "@/access/roles";
import { findMailbox } from "@/domain/secondPerson";
import { normaliseEmail } from "@/domain/settlement/normaliseEmail";
import type { User } from "@/payload-types";

type Grant = { role: Role; casino: string | null; path: string };

/**
 * A role is given by whom the table says, and to somebody else. So is more time in one. What is taken away is nobody's gift. Who
 * creates an account stands behind it; so does who changes the address of somebody else's, which is then no longer proved.
 */
export const checkGrants: CollectionBeforeChangeHook<User> = ({ data, originalDoc, operation, req }) => {
	if (isSystem(req) || req.user?.collection !== "users") return data;
	const actor = actorOf(req);
	const to = String(originalDoc?.email ?? data.email);
	for (const grant of findGrants(data, originalDoc)) {
		requireGrant({ actor, own: req.user.email, to, ...grant });
	}
	if (operation === "create") return { ...data, createdBy: req.user.id, addressProvedAt: null };
	const isMoved = data.email !== undefined && normaliseEmail(data.email) !== normaliseEmail(originalDoc?.email ?? "");
	if (!isMoved || !originalDoc) return data;
	const isOwn = originalDoc.id === req.user.id;
	const isAdmin = actor.kind === "person" && actor.vendorRole === "admin";
	if (originalDoc.lastSignInAt && !isAdmin) {
		throw refuseField("email", "Only an administrator changes the address of somebody who has signed in.");
	}
	if (!isOwn && findMailbox(String(data.email)) === findMailbox(req.user.email)) {
		throw refuseField("email", "This is your own mailbox. Nobody takes over another's account, or its roles.");
	}
	return { ...data, addressProvedAt: null, ...(isOwn ? {} : { createdBy: req.user.id }) };
};

function findGrants(data: Partial<User>, before: User | undefined): Grant[] {
	const { vendorRole = before?.vendorRole, accessEndsAt = before?.accessEndsAt } = data;
	const isLonger =
		before?.accessEndsAt && (!accessEndsAt || Date.parse(accessEndsAt) > Date.parse(before.accessEndsAt));
	const isNewRole = vendorRole && vendorRole !== before?.vendorRole;
	const grants: Grant[] = [];
	if (vendorRole && isNewRole) grants.push({ role: vendorRole, casino: null, path: "vendorRole" });
	else if (vendorRole && isLonger) grants.push({ role: vendorRole, casino: null, path: "accessEndsAt" });
	const held = rolesIn(before?.memberships);
	for (const key of rolesIn(data.memberships ?? before?.memberships)) {
		if (held.has(key)) continue;
		const [casino = "", role] = key.split("/");
		grants.push({ role: role as Role, casino, path: "memberships" });
	}
	return grants;
}

const rolesIn = (memberships: User["memberships"]) =>
	new Set((memberships ?? []).flatMap(({ casino, roles }) => roles.map((role) => `${idOf(casino)}/${role}`)));
