import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { CustomerRole } from "@/access/roles";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { queueMessage } from "../messages/queueMessage";

type InviteRow = {
	email: string;
	name: string | null;
	role: CustomerRole;
	casinoId: string;
	casinoName: string;
	expiresAt: Date;
	timezone: string;
	mails: string;
};

/**
 * Lists the invited person among the casino's staff and mails the invitation, in the caller's transaction.
 * Each call writes one more mail: sending again is a call of this.
 */
export async function announceInvite({
	req,
	inviteId,
}: {
	req: PayloadRequest;
	inviteId: string;
}): Promise<{ messageId: string }> {
	const sql = await sqlOf(req);
	const [invite] = await sql<InviteRow>(
		`SELECT i.email, i.name, i.role, c.id AS "casinoId", c.name AS "casinoName", i.expires_at AS "expiresAt", c.timezone,
			(SELECT count(*) FROM messages m WHERE m.invite_id = i.id) AS mails
		 FROM staff_invites i JOIN casinos c ON c.id = i.casino_id WHERE i.id = $1::uuid`,
		[inviteId],
	);
	if (!invite) throw new Error(`There is no invitation ${inviteId}.`);
	const [listed] = await sql("SELECT 1 FROM staff WHERE casino_id = $1::uuid AND lower(email) = lower($2)", [
		invite.casinoId,
		invite.email,
	]);
	if (!listed) {
		await req.payload.create({
			collection: slug.staff,
			data: {
				casino: invite.casinoId,
				name: invite.name ?? invite.email,
				email: invite.email,
				role: invite.role,
				status: "invited",
			},
			depth: 0,
			...asSystem(req, "invited"),
		});
	}
	return queueMessage({
		req,
		key: `invite:${inviteId}:${invite.mails}`,
		template: "staff_invite",
		to: invite.email,
		casinoId: invite.casinoId,
		inviteId,
		data: {
			casinoName: invite.casinoName,
			recipientName: invite.name,
			role: invite.role,
			expiresAt: invite.expiresAt.toISOString(),
			timezone: invite.timezone,
		},
	});
}
