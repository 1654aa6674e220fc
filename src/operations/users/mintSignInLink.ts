import { randomBytes } from "node:crypto";
import type { PayloadRequest } from "payload";
import { accountMailMinutes } from "@/domain/accountMail";
import { env } from "@/env";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { hashToken } from "../invites/mintLink";

/**
 * Mints a link that signs in whoever has this address, once. The token stands behind `#`, which browsers send to nobody.
 * @returns the link: mail it at once, it is kept nowhere. Null when nobody has the address (any more)
 */
export async function mintSignInLink({
	req,
	email,
}: {
	req: PayloadRequest;
	email: string;
}): Promise<{ url: string; expiresAt: string } | null> {
	const sql = await sqlOf(req);
	const token = randomBytes(32).toString("base64url");
	const expiresAt = new Date(Date.now() + accountMailMinutes.sign_in_link * 60_000);
	const [minted] = await sql<{ userId: string }>(
		`INSERT INTO sign_in_links (token_hash, user_id, expires_at)
		 SELECT $1, id, $2 FROM users WHERE email = lower($3) RETURNING user_id AS "userId"`,
		[hashToken(token), expiresAt, email],
	);
	if (!minted) return null;
	await recordAutomation({
		req,
		action: "sign_in_link.minted",
		collection: slug.users,
		document: minted.userId,
		casino: null,
		after: { expiresAt: expiresAt.toISOString() },
		reason: "the person asked for it",
	});
	return { url: `${env().SERVER_URL}/sign-in/link#${token}`, expiresAt: expiresAt.toISOString() };
}
