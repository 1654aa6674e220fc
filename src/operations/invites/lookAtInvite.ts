import type { PayloadRequest } from "payload";
import type { CustomerRole } from "@/access/roles";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { readSettings } from "../settings/readSettings";
import { findAccountLink } from "../users/acceptAccountLink";
import { findInvite } from "./findInvite";

export type InviteView = {
	vendorName: string;
	/** Null, as the role, for an account that was created by hand. */
	casinoName: string | null;
	email: string;
	name: string | null;
	role: CustomerRole | null;
	/** ISO 8601. */
	expiresAt: string;
	/** The person has an account: they accept with its password, or signed in. Of a link to an account a password is chosen. */
	hasAccount: boolean;
	/** Who is signed in in this browser, if anybody. */
	signedInAs: string | null;
};

/**
 * What the invitation page shows to whoever holds the link.
 * @throws InviteNotUsable
 */
export async function lookAtInvite({ req, token }: { req: PayloadRequest; token: string }): Promise<InviteView> {
	const { vendorName } = await readSettings(req);
	const signedInAs = req.user?.collection === slug.users ? (req.user.email ?? null) : null;
	const link = await findAccountLink({ req, token });
	if (link) {
		const { email, name, expiresAt } = link;
		const view = { email, name, casinoName: null, role: null, hasAccount: false };
		return { ...view, vendorName, signedInAs, expiresAt: expiresAt.toISOString() };
	}
	const { casinoName, email, name, role, expiresAt } = await findInvite({ req, token });
	const sql = await sqlOf(req);
	const accounts = await sql("SELECT 1 FROM users WHERE email = $1", [email]);
	const hasAccount = accounts.length > 0;
	return { vendorName, casinoName, email, name, role, expiresAt: expiresAt.toISOString(), hasAccount, signedInAs };
}
