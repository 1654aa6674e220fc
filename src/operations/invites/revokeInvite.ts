import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { InviteStatus } from "@/domain/inviteStatus";
import { InviteNotUsable } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { requireInviteManager } from "./requireInviteManager";

/**
 * Withdraws an open invitation, in the caller's transaction: its link stops working, and the person who never came is
 * listed among the casino's staff no longer.
 *
 * @throws SignInRequired, Forbidden, NotFound; InviteNotUsable when it was accepted or revoked
 */
export async function revokeInvite({
	req,
	inviteId,
}: {
	req: PayloadRequest;
	inviteId: string;
}): Promise<{ status: "revoked" }> {
	await requireInviteManager({ req, inviteId });
	const sql = await sqlOf(req);
	const [invite] = await sql<{ status: InviteStatus; casino: string; email: string }>(
		`SELECT status, casino_id AS casino, lower(email) AS email FROM staff_invites WHERE id = $1::uuid FOR UPDATE`,
		[inviteId],
	);
	if (!invite || invite.status === "accepted" || invite.status === "revoked") {
		throw new InviteNotUsable(invite?.status === "accepted" ? "accepted" : "revoked");
	}
	const system = asSystem(req, "the invitation was withdrawn");
	await req.payload.update({
		collection: slug.staffInvites,
		id: inviteId,
		data: { status: "revoked" },
		depth: 0,
		...system,
	});
	const listed = await sql<{ id: string }>(
		"SELECT id FROM staff WHERE casino_id = $1::uuid AND lower(email) = $2 AND status = 'invited' AND user_id IS NULL",
		[invite.casino, invite.email],
	);
	for (const { id } of listed) await req.payload.delete({ collection: slug.staff, id, depth: 0, ...system });
	return { status: "revoked" };
}
