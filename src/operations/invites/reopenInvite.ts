import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { InviteStatus } from "@/domain/inviteStatus";
import { Conflict, InviteNotUsable, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { readSettings } from "../settings/readSettings";

type Open = { casinoId: string; expiresAt: string };

/**
 * Makes sure an invitation waits: one whose time is over waits again. Holds its row until the transaction ends.
 * @throws NotFound; InviteNotUsable when it was accepted or revoked; Conflict when the person has a newer one
 */
export async function reopenInvite({ req, inviteId }: { req: PayloadRequest; inviteId: string }): Promise<Open> {
	const sql = await sqlOf(req);
	const [invite] = await sql<{ status: InviteStatus; casinoId: string; expiresAt: Date; hasOther: boolean }>(
		`SELECT i.status, i.casino_id AS "casinoId", i.expires_at AS "expiresAt",
			EXISTS (SELECT 1 FROM staff_invites o WHERE o.casino_id = i.casino_id AND lower(o.email) = lower(i.email)
				AND o.status = 'pending' AND o.id <> i.id) AS "hasOther"
		 FROM staff_invites i WHERE i.id = $1::uuid FOR UPDATE OF i`,
		[inviteId],
	);
	if (!invite) throw new NotFound("invitation");
	if (invite.status === "accepted" || invite.status === "revoked") throw new InviteNotUsable(invite.status);
	if (invite.hasOther) throw new Conflict("This person has a newer invitation that is open. Use that one.");
	if (invite.status === "pending" && invite.expiresAt.getTime() > Date.now()) {
		return { casinoId: invite.casinoId, expiresAt: invite.expiresAt.toISOString() };
	}
	const { invites } = await readSettings(req);
	const expiresAt = new Date(Date.now() + invites.validDays * 86_400_000).toISOString();
	await req.payload.update({
		collection: slug.staffInvites,
		id: inviteId,
		data: { status: "pending", expiresAt },
		depth: 0,
		...asSystem(req, "the invitation waits again"),
	});
	return { casinoId: invite.casinoId, expiresAt };
}
