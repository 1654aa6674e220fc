import { randomBytes } from "node:crypto";
import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { InviteNotUsable } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { hashToken } from "../invites/mintLink";
import { endAccess } from "./endAccess";
import { proveAddress } from "./proveAddress";
import { type SignedIn, signInAs } from "./signInAs";
import { tellOfNewPassword } from "./tellOfNewPassword";

export type AccountLink = {
	userId: string;
	email: string;
	name: string;
	vendorRole: string | null;
	isMailed: boolean;
	mintedBy: string | null;
	hasEntered: boolean;
	expiresAt: Date;
};

/**
 * The account behind a link; null when the token is of none (it may be an invitation's).
 * @param input.forUpdate holds link and account until the transaction ends
 * @throws InviteNotUsable when the link was used or its time is over
 */
export async function findAccountLink(input: {
	req: PayloadRequest;
	token: string;
	forUpdate?: boolean;
}): Promise<AccountLink | null> {
	const sql = await sqlOf(input.req);
	const [row] = await sql<AccountLink & { isUsed: boolean }>(
		`SELECT u.id AS "userId", u.email, u.name, u.vendor_role AS "vendorRole", l.is_mailed AS "isMailed", l.minted_by AS "mintedBy",
			u.last_sign_in_at IS NOT NULL AS "hasEntered", l.expires_at AS "expiresAt", l.used_at IS NOT NULL AS "isUsed"
		 FROM account_links l JOIN users u ON u.id = l.user_id
		 WHERE l.token_hash = $1 ${input.forUpdate ? "FOR UPDATE OF l, u" : ""}`,
		[hashToken(input.token)],
	);
	if (!row) return null;
	const { isUsed, ...link } = row;
	if (isUsed) throw new InviteNotUsable("accepted");
	if (link.expiresAt.getTime() <= Date.now()) throw new InviteNotUsable("expired");
	return link;
}

/**
 * Enters an account by its link, once: the password is replaced, every session and other link ends, and the owner of one that was
 * entered before is told by mail. By a mailed link the address
 * is proved. By one that was shown to an administrator it no longer is, and the administrator stands behind the account until its
 * owner proves the address: they may be the one who came in. In the caller's transaction.
 *
 * @param input.name of an account that nobody has entered yet; any other keeps its own
 * @param input.password none: whoever enters signs in by mailed links from now on
 */
export async function acceptAccountLink(input: {
	req: PayloadRequest;
	link: AccountLink;
	token: string;
	name: string | undefined;
	password: string | undefined;
}): Promise<SignedIn> {
	const { req, link, token, password } = input;
	const { userId, isMailed } = link;
	const name = input.name?.trim();
	const sql = await sqlOf(req);
	await req.payload.update({
		collection: slug.users,
		id: userId,
		data: {
			password: password ?? randomBytes(32).toString("base64url"),
			...(name && !link.hasEntered ? { name } : {}),
			...(isMailed ? {} : { addressProvedAt: null, ...(link.mintedBy ? { createdBy: link.mintedBy } : {}) }),
		},
		depth: 0,
		...asSystem(req, isMailed ? "entered by a mailed link" : "entered by a link that was handed over"),
	});
	await sql("UPDATE account_links SET used_at = now() WHERE token_hash = $1", [hashToken(token)]);
	await endAccess({ req, userId });
	if (isMailed) await proveAddress({ req, userId, how: "account invitation" });
	if (link.hasEntered) await tellOfNewPassword({ req, userId });
	return signInAs({ req, userId, why: isMailed ? "account invitation" : "account link" });
}
