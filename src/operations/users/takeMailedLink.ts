import type { PayloadRequest } from "payload";
import type { AccountMailKind } from "@/domain/accountMail";
import { MailedLinkNotUsable } from "@/errors";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { hashToken } from "../invites/mintLink";

/**
 * Uses up a link that was mailed to somebody, in the caller's transaction: what goes wrong after it leaves it as it was.
 * @returns whose it was
 * @throws MailedLinkNotUsable saying whether it is unknown, used or expired
 */
export async function takeMailedLink(input: {
	req: PayloadRequest;
	token: string;
	kind: AccountMailKind;
}): Promise<{ userId: string }> {
	const { req, token, kind } = input;
	const sql = await sqlOf(req);
	const hash = hashToken(token);
	// Of several at once one updates the row; the others wait for it and find it used.
	const [link] = await sql<{ userId: string }>(
		`UPDATE sign_in_links SET used_at = now() WHERE token_hash = $1 AND kind = $2 AND used_at IS NULL AND expires_at > now()
		 RETURNING user_id AS "userId"`,
		[hash, kind],
	);
	if (link) return link;
	throw new MailedLinkNotUsable(kind, await findReason(sql, hash, kind));
}

async function findReason(sql: Sql, hash: string, kind: AccountMailKind): Promise<"unknown" | "used" | "expired"> {
	const [link] = await sql<{ isUsed: boolean }>(
		`SELECT used_at IS NOT NULL AS "isUsed" FROM sign_in_links WHERE token_hash = $1 AND kind = $2`,
		[hash, kind],
	);
	if (!link) return "unknown";
	return link.isUsed ? "used" : "expired";
}
