import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { accessChanged, liveChannel } from "../live/announceChange";

/**
 * Ends every session of a person, every link by which they could come in, and a password reset under way, in the caller's
 * transaction; open pages look again as soon as it has committed.
 */
export async function endAccess({ req, userId }: { req: PayloadRequest; userId: string }): Promise<void> {
	const sql = await sqlOf(req);
	await sql("DELETE FROM users_sessions WHERE _parent_id = $1::uuid", [userId]);
	await sql("DELETE FROM session_details WHERE user_id = $1::uuid", [userId]);
	await endLinks({ req, userId });
	await announceAccess({ req });
}

/** Ends every link by which a person could come in, and a password reset under way: whoever holds one gets no further. */
export async function endLinks({ req, userId }: { req: PayloadRequest; userId: string }): Promise<void> {
	const sql = await sqlOf(req);
	await sql("DELETE FROM sign_in_links WHERE user_id = $1::uuid AND used_at IS NULL", [userId]);
	await sql("DELETE FROM account_links WHERE user_id = $1::uuid AND used_at IS NULL", [userId]);
}

/** Ends the links into others' accounts that an administrator was shown: they are one no longer, and may have kept them. */
export async function endShownLinks({ req, userId }: { req: PayloadRequest; userId: string }): Promise<void> {
	const sql = await sqlOf(req);
	await sql("DELETE FROM account_links WHERE minted_by = $1::uuid AND NOT is_mailed AND used_at IS NULL", [userId]);
	await sql(
		`UPDATE staff_invites SET token_hash = NULL
		 WHERE invited_by_id = $1::uuid AND NOT coalesce(is_link_mailed, false) AND status IN ('pending', 'expired')`,
		[userId],
	);
}

/** Ends a person's sessions but the one this request was sent with, if it is theirs. */
export async function endOtherSessions({ req, userId }: { req: PayloadRequest; userId: string }): Promise<void> {
	const sql = await sqlOf(req);
	const own =
		req.user?.collection === slug.users && req.user.id === userId ? (req.user as { _sid?: string })._sid : null;
	await sql("DELETE FROM users_sessions WHERE _parent_id = $1::uuid AND id IS DISTINCT FROM $2", [userId, own ?? null]);
	await announceAccess({ req });
}

/** Has every open page look again with the rights its reader has by then. */
export async function announceAccess({ req }: { req: PayloadRequest }): Promise<void> {
	const sql = await sqlOf(req);
	await sql("SELECT pg_notify($1, $2)", [liveChannel, accessChanged]);
}

/** Ends the service accounts whose key this person keeps: with their account gone nobody would answer for them. */
export async function endKeysOf({ req, userId }: { req: PayloadRequest; userId: string }): Promise<void> {
	const now = new Date().toISOString();
	await req.payload.update({
		collection: slug.apiClients,
		where: { and: [{ holder: { equals: userId } }, { expiresAt: { greater_than: now } }] },
		data: { expiresAt: now },
		depth: 0,
		...asSystem(req, "whoever kept its key is gone"),
	});
}
