import { createHash, randomBytes } from "node:crypto";
import type { PayloadRequest } from "payload";
import { env } from "@/env";
import { InviteNotUsable, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { recordAutomation } from "../audit/recordAutomation";
import { readSettings } from "../settings/readSettings";

/** How a token is kept: SHA-256 of 256 random bits, which nobody can guess from it. */
export function hashToken(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}

/**
 * Mints a fresh link for an invitation; the one before it dies. The token stands behind `#`, which browsers send to
 * nobody. An expired invitation begins to wait anew.
 *
 * @returns the link: show or mail it at once, it is kept nowhere
 * @throws NotFound, or InviteNotUsable when it was accepted or revoked
 */
export async function mintLink({
	req,
	inviteId,
}: {
	req: PayloadRequest;
	inviteId: string;
}): Promise<{ url: string; expiresAt: string }> {
	const sql = await sqlOf(req);
	const [invite] = await sql<{ status: string; casino: string; expiresAt: Date }>(
		`SELECT status, casino_id AS casino, expires_at AS "expiresAt" FROM staff_invites WHERE id = $1::uuid FOR UPDATE`,
		[inviteId],
	);
	if (!invite) throw new NotFound("invitation");
	if (invite.status === "accepted" || invite.status === "revoked") throw new InviteNotUsable(invite.status);
	const { invites } = await readSettings(req);
	const isExpired = invite.expiresAt.getTime() <= Date.now();
	const expiresAt = isExpired ? new Date(Date.now() + invites.validDays * 86_400_000) : invite.expiresAt;
	const token = randomBytes(32).toString("base64url");
	await sql(
		`UPDATE staff_invites SET token_hash = $2, status = 'pending', expires_at = $3, updated_at = now() WHERE id = $1::uuid`,
		[inviteId, hashToken(token), expiresAt],
	);
	await recordAutomation({
		req,
		action: "invite.link_minted",
		collection: "staff-invites",
		document: inviteId,
		casino: invite.casino,
		after: { expiresAt: expiresAt.toISOString() },
		reason: "the link before it stopped working",
	});
	return { url: `${env().SERVER_URL}/invite#${token}`, expiresAt: expiresAt.toISOString() };
}
