import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from "payload";
import { actorOf, idOf } from "@/access/actorOf";
import { isSystem } from "@/access/authority";
import { refuseField, requireGrant } from "@/access/grants";
import { findMailbox } from "@/domain/secondPerson";
import { disableMember, restoreMember } from "@/operations/staff/disableMember";
import { requireFreshSignIn } from "@/operations/users/requireFreshSignIn";
import type { Staff } from "@/payload-types";

/** A role is given by whom the table says and to somebody else; so is access that is given back. Nobody disables themselves. */
export const checkStaffGrant: CollectionBeforeChangeHook<Staff> = async ({ data, originalDoc, operation, req }) => {
	if (isSystem(req) || req.user?.collection !== "users") return data;
	const now = { ...originalDoc, ...data } as Staff;
	if (operation === "create" && now.status !== "invited") {
		throw refuseField("status", "A new staff member starts as invited. Accepting an invitation makes them active.");
	}
	// What is missing is told at its field, which is looked at after this.
	if (!now.email || !now.role) return data;
	const isBack = originalDoc?.status === "disabled" && now.status !== "disabled";
	if (isBack && now.status === "active" && !now.user) {
		throw refuseField("status", "They have no account yet: set them to invited, and send an invitation.");
	}
	const own = req.user.email;
	// The account that gets or loses the role is the one the row is bound to, whatever address it shows.
	const to = idOf(now.user) === req.user.id ? own : now.email;
	if (now.status === "disabled" && originalDoc?.status !== "disabled" && findMailbox(own) === findMailbox(to)) {
		throw refuseField("status", "You cannot disable yourself. Ask another administrator.");
	}
	if (operation === "update" && now.role === originalDoc?.role && !isBack) return data;
	const roles = isBack ? rolesBack(now) : [now.role];
	for (const role of roles) {
		requireGrant({
			actor: actorOf(req),
			own,
			to,
			role,
			casino: idOf(now.casino),
			path: isBack ? "status" : "role",
		});
	}
	if (operation === "update") await requireFreshSignIn(req);
	return data;
};

/** What somebody gets back: the roles they had, or the one they are listed with. */
const rolesBack = ({ suspendedRoles, role }: Staff): Staff["role"][] =>
	Array.isArray(suspendedRoles) && suspendedRoles.length > 0 ? (suspendedRoles as Staff["role"][]) : [role];

/** Disabled: their access to this customer ends in the same transaction. Back: they have it again. */
export const followStaffStatus: CollectionAfterChangeHook<Staff> = async ({ doc, previousDoc, operation, req }) => {
	if (operation !== "update" || !previousDoc || doc.status === previousDoc.status) return doc;
	const member = { req, staffId: doc.id, casinoId: idOf(doc.casino) ?? "", email: doc.email, userId: idOf(doc.user) };
	if (doc.status === "disabled") await disableMember(member);
	// Whoever accepts an invitation gets the role of the invitation from it.
	else if (previousDoc.status === "disabled" && !isSystem(req))
		await restoreMember({ ...member, roles: rolesBack(doc) });
	return doc;
};
