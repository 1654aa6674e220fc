import { randomBytes } from "node:crypto";
import type { PayloadRequest } from "payload";
import { type AccountMailKind, accountMailMinutes } from "@/domain/accountMail";
import { env } from "@/env";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { hashToken } from "../invites/mintLink";

/** The pages that take the links. The token stands behind `#`, which browsers send to nobody. */
const pages: Record<AccountMailKind, string> = { sign_in_link: "/sign-in/link", password_reset: "/new-password" };

/**
 * Mints a link by which whoever has this address signs in, or sets a new password, once; of those to a new password the last one
 * minted counts. Kept as a hash only.
 * @returns the link: mail it at once, it is kept nowhere. Null when nobody has the address (any more)
 */
export async function mintMailedLink(input: {
	req: PayloadRequest;
	email: string;
	kind: AccountMailKind;
}): Promise<{ url: string; expiresAt: string } | null> {
	const { req, email, kind } = input;
	const sql = await sqlOf(req);
	const token = randomBytes(32).toString("base64url");
	const expiresAt = new Date(Date.now() + accountMailMinutes[kind] * 60_000);
	const [minted] = await sql<{ userId: string }>(
		`INSERT INTO sign_in_links (token_hash, user_id, expires_at, kind)
		 SELECT $1, id, $2, $4 FROM users WHERE email = lower($3) RETURNING user_id AS "userId"`,
		[hashToken(token), expiresAt, email, kind],
	);
	if (!minted) return null;
	if (kind === "password_reset") {
		await sql(
			"DELETE FROM sign_in_links WHERE user_id = $1::uuid AND kind = $2 AND used_at IS NULL AND token_hash <> $3",
			[minted.userId, kind, hashToken(token)],
		);
	}
	await recordAutomation({
		req,
		action: `${kind}.minted`,
		collection: slug.users,
		document: minted.userId,
		casino: null,
		after: { expiresAt: expiresAt.toISOString() },
		reason: "the person asked for it",
	});
	return { url: `${env().SERVER_URL}${pages[kind]}#${token}`, expiresAt: expiresAt.toISOString() };
}
