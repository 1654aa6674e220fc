import { createHash, randomBytes } from "node:crypto";
import type { PayloadRequest } from "payload";
import { env } from "@/env";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { reopenInvite } from "./reopenInvite";

/** How a token is kept: SHA-256 of 256 random bits, which nobody can guess from it. */
export function hashToken(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}

/**
 * Mints a fresh link for an invitation; the one before it dies. The token stands behind `#`, which browsers send to
 * nobody. An expired invitation begins to wait anew.
 *
 * @returns the link: show or mail it at once, it is kept nowhere
 * @throws NotFound; InviteNotUsable when it was accepted or revoked; Conflict when the person has a newer one
 */
export async function mintLink({
	req,
	inviteId,
}: {
	req: PayloadRequest;
	inviteId: string;
}): Promise<{ url: string; expiresAt: string }> {
	const { casinoId, expiresAt } = await reopenInvite({ req, inviteId });
	const sql = await sqlOf(req);
	const token = randomBytes(32).toString("base64url");
	await sql("UPDATE staff_invites SET token_hash = $2, updated_at = now() WHERE id = $1::uuid", [
		inviteId,
		hashToken(token),
	]);
	await recordAutomation({
		req,
		action: "invite.link_minted",
		collection: slug.staffInvites,
		document: inviteId,
		casino: casinoId,
		after: { expiresAt },
		reason: "the link before it stopped working",
	});
	return { url: `${env().SERVER_URL}/invite#${token}`, expiresAt };
}
