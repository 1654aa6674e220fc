import type { PayloadRequest } from "payload";
import type { CustomerRole } from "@/access/roles";
import { InviteNotUsable } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { hashToken } from "./mintLink";

export type Invite = {
	id: string;
	casinoId: string;
	casinoName: string;
	email: string;
	name: string | null;
	role: CustomerRole;
	expiresAt: Date;
	/** The link in force was mailed to the invited address and shown to nobody. */
	isLinkMailed: boolean;
	invitedBy: string | null;
};

/**
 * The invitation behind a link, if it can still be accepted.
 *
 * A spent invitation keeps the hash of its last token: it opens nothing any more, and whoever presses the link again
 * is told that it was used instead of that it is unknown.
 *
 * @param forUpdate holds the row until the transaction ends: of several acceptances the others wait here, then see it accepted
 * @throws InviteNotUsable
 */
export async function findInvite(input: { req: PayloadRequest; token: string; forUpdate?: boolean }): Promise<Invite> {
	const sql = await sqlOf(input.req);
	const [row] = await sql<Invite & { status: "pending" | "accepted" | "expired" | "revoked" }>(
		`SELECT i.id, i.casino_id AS "casinoId", c.name AS "casinoName", lower(i.email) AS email, i.name, i.role, i.status,
			i.expires_at AS "expiresAt", coalesce(i.is_link_mailed, false) AS "isLinkMailed", i.invited_by_id AS "invitedBy"
		 FROM staff_invites i JOIN casinos c ON c.id = i.casino_id
		 WHERE i.token_hash = $1 ${input.forUpdate ? "FOR UPDATE OF i" : ""}`,
		[hashToken(input.token)],
	);
	if (!row) throw new InviteNotUsable("unknown");
	const { status, ...invite } = row;
	if (status !== "pending") throw new InviteNotUsable(status);
	if (invite.expiresAt.getTime() <= Date.now()) throw new InviteNotUsable("expired");
	return invite;
}
