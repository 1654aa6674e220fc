import type { PayloadRequest } from "payload";
import { SignInLinkNotUsable } from "@/errors";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { hashToken } from "../invites/mintLink";
import { proveAddress } from "./proveAddress";
import { type SignedIn, signInAs } from "./signInAs";

/**
 * Signs in the person a link was mailed to, once; their other links die with it. In the caller's transaction.
 * @throws SignInLinkNotUsable saying whether it is unknown, used or expired
 */
export async function signInWithLink({ req, token }: { req: PayloadRequest; token: string }): Promise<SignedIn> {
	const sql = await sqlOf(req);
	const hash = hashToken(token);
	// Of several at once one updates the row; the others wait for it and find it used.
	const [link] = await sql<{ userId: string }>(
		`UPDATE sign_in_links SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now()
		 RETURNING user_id AS "userId"`,
		[hash],
	);
	if (!link) throw new SignInLinkNotUsable(await findReason(sql, hash));
	// First: whoever came in before the proof is put out, the session that begins now is not.
	await proveAddress({ req, userId: link.userId, how: "sign-in link" });
	const signedIn = await signInAs({ req, userId: link.userId, why: "sign-in link" });
	await sql("UPDATE sign_in_links SET used_at = now() WHERE user_id = $1::uuid AND used_at IS NULL", [link.userId]);
	return signedIn;
}

async function findReason(sql: Sql, hash: string): Promise<"unknown" | "used" | "expired"> {
	const [link] = await sql<{ isUsed: boolean }>(
		`SELECT used_at IS NOT NULL AS "isUsed" FROM sign_in_links WHERE token_hash = $1`,
		[hash],
	);
	if (!link) return "unknown";
	return link.isUsed ? "used" : "expired";
}
