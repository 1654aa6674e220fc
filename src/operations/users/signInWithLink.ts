import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { proveAddress } from "./proveAddress";
import { type SignedIn, signInAs } from "./signInAs";
import { takeMailedLink } from "./takeMailedLink";

/**
 * Signs in the person a link was mailed to, once; their other links die with it. In the caller's transaction.
 * @throws MailedLinkNotUsable saying whether it is unknown, used or expired
 */
export async function signInWithLink({ req, token }: { req: PayloadRequest; token: string }): Promise<SignedIn> {
	const { userId } = await takeMailedLink({ req, token, kind: "sign_in_link" });
	// First: whoever came in before the proof is put out, the session that begins now is not.
	await proveAddress({ req, userId, how: "sign-in link" });
	const signedIn = await signInAs({ req, userId, why: "sign-in link" });
	const sql = await sqlOf(req);
	await sql("UPDATE sign_in_links SET used_at = now() WHERE user_id = $1::uuid AND used_at IS NULL", [userId]);
	return signedIn;
}
