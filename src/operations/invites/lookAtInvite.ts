import type { PayloadRequest } from "payload";
import type { CustomerRole } from "@/access/roles";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { readSettings } from "../settings/readSettings";
import { findInvite } from "./findInvite";

export type InviteView = {
	vendorName: string;
	casinoName: string;
	email: string;
	name: string | null;
	role: CustomerRole;
	/** ISO 8601. */
	expiresAt: string;
	/** The person has an account: they accept with its password, or signed in. */
	hasAccount: boolean;
	/** Who is signed in in this browser, if anybody. */
	signedInAs: string | null;
};

/**
 * What the invitation page shows to whoever holds the link.
 * @throws InviteNotUsable
 */
export async function lookAtInvite({ req, token }: { req: PayloadRequest; token: string }): Promise<InviteView> {
	const { casinoName, email, name, role, expiresAt } = await findInvite({ req, token });
	const sql = await sqlOf(req);
	const accounts = await sql("SELECT 1 FROM users WHERE email = $1", [email]);
	const { vendorName } = await readSettings(req);
	return {
		vendorName,
		casinoName,
		email,
		name,
		role,
		expiresAt: expiresAt.toISOString(),
		hasAccount: accounts.length > 0,
		signedInAs: req.user?.collection === slug.users ? (req.user.email ?? null) : null,
	};
}
