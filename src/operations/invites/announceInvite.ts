import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { queueMessage } from "../messages/queueMessage";

type InviteRow = { email: string; name: string | null; role: string; casinoId: string; casinoName: string; expiresAt: Date; mails: string };

/**
 * Lists the invited person among the casino's staff and mails the invitation, in the caller's transaction.
 * Each call writes one more mail: sending again is a call of this.
 */
export async function announceInvite({ req, inviteId }: { req: PayloadRequest; inviteId: string }): Promise<{ messageId: string }> {
	const sql = await sqlOf(req);
	const [invite] = await sql<InviteRow>(
		`SELECT i.email, i.name, i.role, c.id AS "casinoId", c.name AS "casinoName", i.expires_at AS "expiresAt",
			(SELECT count(*) FROM messages m WHERE m.invite_id = i.id) AS mails
		 FROM staff_invites i JOIN casinos c ON c.id = i.casino_id WHERE i.id = $1::uuid`,
		[inviteId],
	);
	if (!invite) throw new Error(`There is no invitation ${inviteId}.`);
	await sql(
		`INSERT INTO staff (casino_id, name, email, role, status, created_at, updated_at)
		 VALUES ($1::uuid, $2, $3, $4, 'invited', now(), now())
		 ON CONFLICT (casino_id, email) DO NOTHING`,
		[invite.casinoId, invite.name ?? invite.email, invite.email, invite.role],
	);
	return queueMessage({
		req,
		key: `invite:${inviteId}:${invite.mails}`,
		template: "staff_invite",
		to: invite.email,
		casinoId: invite.casinoId,
		inviteId,
		data: {
			name: invite.name ?? invite.email,
			casinoName: invite.casinoName,
			role: invite.role,
			expiresAt: invite.expiresAt.toISOString(),
		},
	});
}
