import { createHash, randomBytes } from "node:crypto";
import type { PayloadRequest } from "payload";
import { env } from "@/env";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { endWaitingMails } from "../messages/endWaitingMails";
import { requireFreshSignIn } from "../users/requireFreshSignIn";
import { reopenInvite } from "./reopenInvite";

/** How a token is kept: SHA-256 of 256 random bits, which nobody can guess from it. */
export function hashToken(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}

/**
 * Mints a fresh link for an invitation; the one before it dies. The token stands behind `#`, which browsers send to
 * nobody. An expired invitation begins to wait again.
 *
 * @param input.isMailed it goes to the invited address and is shown to nobody: whoever follows it has proved the address. Of one that
 * is shown, whoever asked for it counts as who invited: they may be the one who comes in. Mails that still wait to bring another are
 * not sent
 * @returns the link: show or mail it at once, it is kept nowhere
 * @throws NotFound; InviteNotUsable when it was accepted or revoked; Conflict when the person has a newer one
 */
export async function mintLink({
	req,
	inviteId,
	isMailed,
}: {
	req: PayloadRequest;
	inviteId: string;
	isMailed: boolean;
}): Promise<{ url: string; expiresAt: string }> {
	if (!isMailed) await requireFreshSignIn(req);
	const { casinoId, expiresAt } = await reopenInvite({ req, inviteId });
	const sql = await sqlOf(req);
	const token = randomBytes(32).toString("base64url");
	if (!isMailed) await endWaitingMails({ req, of: { invite: inviteId } });
	const minter = !isMailed && req.user?.collection === slug.users ? req.user.id : null;
	await sql(
		`UPDATE staff_invites SET token_hash = $2, is_link_mailed = $3, invited_by_id = coalesce($4::uuid, invited_by_id),
			updated_at = now()
		 WHERE id = $1::uuid`,
		[inviteId, hashToken(token), isMailed, minter],
	);
	await recordAutomation({
		req,
		action: "invite.link_minted",
		collection: slug.staffInvites,
		document: inviteId,
		casino: casinoId,
		after: { expiresAt, isMailed },
		reason: "the link before it stopped working",
	});
	return { url: `${env().SERVER_URL}/invite#${token}`, expiresAt };
}
