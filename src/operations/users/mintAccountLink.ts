import { randomBytes } from "node:crypto";
import type { PayloadRequest } from "payload";
import { env } from "@/env";
import { Conflict, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { hashToken } from "../invites/mintLink";
import { endWaitingMails } from "../messages/endWaitingMails";
import { readSettings } from "../settings/readSettings";
import { requireFreshSignIn } from "./requireFreshSignIn";

export type MintedLink = { url: string; expiresAt: string };

/**
 * Mints a link by which an account is entered and its password chosen; the one before it dies. In the caller's transaction.
 *
 * @param input.isMailed it goes to the account's address and is shown to nobody: whoever follows it has proved the address
 * @returns the link: show or mail it at once, it is kept nowhere
 * @throws NotFound; ReauthenticationRequired where it is shown; Conflict to whoever asks for one to their own account
 */
export async function mintAccountLink(input: {
	req: PayloadRequest;
	userId: string;
	isMailed: boolean;
}): Promise<MintedLink> {
	const { req, userId, isMailed } = input;
	const sql = await sqlOf(req);
	const [account] = await sql("SELECT 1 FROM users WHERE id = $1::uuid FOR UPDATE", [userId]);
	if (!account) throw new NotFound("person");
	const minter = req.user?.collection === slug.users ? req.user.id : null;
	if (minter === userId) throw new Conflict("This is your own account. Change your password there.", "own_account");
	if (!isMailed) await requireFreshSignIn(req);
	if (!isMailed) await endWaitingMails({ req, of: { newAccount: userId } });
	const { invites } = await readSettings(req);
	const token = randomBytes(32).toString("base64url");
	const expiresAt = new Date(Date.now() + invites.validDays * 86_400_000);
	await sql("DELETE FROM account_links WHERE user_id = $1::uuid AND used_at IS NULL", [userId]);
	await sql(
		`INSERT INTO account_links (token_hash, user_id, is_mailed, minted_by, expires_at)
		 VALUES ($1, $2::uuid, $3, $4::uuid, $5)`,
		[hashToken(token), userId, isMailed, minter, expiresAt],
	);
	await recordAutomation({
		req,
		action: "account.link_minted",
		collection: slug.users,
		document: userId,
		casino: null,
		after: { expiresAt: expiresAt.toISOString(), isMailed },
		reason: isMailed ? "mailed to the account's address" : "shown to whoever asked for it",
	});
	return { url: `${env().SERVER_URL}/invite#${token}`, expiresAt: expiresAt.toISOString() };
}

/**
 * The link that is mailed to whoever has this address and has not entered their account yet.
 * @returns null when there is nobody, or when they came in meanwhile
 */
export async function mintFirstLink(input: { req: PayloadRequest; email: string }): Promise<MintedLink | null> {
	const sql = await sqlOf(input.req);
	const [account] = await sql<{ id: string }>(
		"SELECT id FROM users WHERE email = lower($1) AND last_sign_in_at IS NULL",
		[input.email],
	);
	return account ? mintAccountLink({ req: input.req, userId: account.id, isMailed: true }) : null;
}
