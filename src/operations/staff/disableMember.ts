import type { PayloadRequest } from "payload";
import { idOf } from "@/access/actorOf";
import { asSystem } from "@/access/authority";
import type { CustomerRole } from "@/access/roles";
import type { User } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { addMembership } from "../users/addMembership";

type Member = {
	req: PayloadRequest;
	staffId: string;
	casinoId: string;
	email: string;
	/** Null for somebody who never came by an invitation: they may have an account here all the same, made by hand. */
	userId: string | null;
};

const belongsHere = `email = lower($1) AND EXISTS (
	SELECT 1 FROM users_memberships m WHERE m._parent_id = u.id AND m.casino_id = $2::uuid)`;

/**
 * Ends a person's access to a casino, in the caller's transaction: open invitations are revoked, the membership goes, and with it
 * sessions, links, open pages and the keys they keep (`endLostAccess`, `apiKeyStrategy`). What they held stays on the staff row, and
 * so does whose account it was.
 */
export async function disableMember({ req, staffId, casinoId, email, userId }: Member): Promise<void> {
	const system = asSystem(req, "disabled as staff");
	const open = {
		casino: { equals: casinoId },
		email: { equals: email.toLowerCase() },
		status: { in: ["pending", "expired"] },
	};
	await req.payload.update({
		collection: slug.staffInvites,
		where: open,
		data: { status: "revoked" },
		depth: 0,
		...system,
	});
	const sql = await sqlOf(req);
	const [account] = await sql<{ id: string }>(
		`SELECT id FROM users u WHERE ${userId === null ? belongsHere : "id = $1::uuid"} FOR UPDATE`,
		userId === null ? [email, casinoId] : [userId],
	);
	if (!account) return;
	const { id } = account;
	const { memberships } = await req.payload.findByID({ collection: slug.users, id, depth: 0, ...system });
	const roles = rolesAt(memberships, casinoId);
	await sql("UPDATE staff SET user_id = $3::uuid, suspended_roles = $2::jsonb WHERE id = $1::uuid", [
		staffId,
		JSON.stringify(roles),
		id,
	]);
	if (roles.length === 0) return;
	const kept = (memberships ?? []).filter(({ casino }) => idOf(casino) !== casinoId);
	await req.payload.update({ collection: slug.users, id, data: { memberships: kept }, depth: 0, ...system });
}

/** Gives back what was held. The caller has asked whether the sender may give it. */
export async function restoreMember({
	req,
	staffId,
	casinoId,
	userId,
	roles,
}: Member & { roles: CustomerRole[] }): Promise<void> {
	if (userId === null) return;
	const sql = await sqlOf(req);
	await sql("SELECT 1 FROM users WHERE id = $1::uuid FOR UPDATE", [userId]);
	for (const role of roles) await addMembership({ req, userId, casinoId, role, why: "enabled as staff again" });
	await sql("UPDATE staff SET suspended_roles = NULL WHERE id = $1::uuid", [staffId]);
}

function rolesAt(memberships: User["memberships"], casinoId: string): CustomerRole[] {
	return (memberships ?? []).filter(({ casino }) => idOf(casino) === casinoId).flatMap(({ roles }) => roles);
}
