import { AuthenticationError, type Payload, type PayloadRequest, type UpdateOneArgs } from "payload";
import { clientAddressOf } from "@/operations/limits/clientAddressOf";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

type NewSession = { id: string; createdAt: Date; expiresAt: Date };

/**
 * Makes a sign-in add its session to the account, and nothing else. Payload reads an account, hashes the password for
 * as long as that takes, and then writes back the whole of what it had read: a session begun meanwhile would be lost,
 * a membership given meanwhile too, and a role taken away would be back. No hook stands in between, so the one write is
 * replaced where it is made.
 */
export function keepAccountsWhole({ db }: Payload): void {
	const { updateOne } = db;
	db.updateOne = async (args) => {
		const session = sessionOf(args);
		if (!session) return updateOne.call(db, args);
		await addSession({ req: args.req as PayloadRequest, userId: String(args.id), session, hash: args.data.hash });
		return args.data as never;
	};
}

/** The session that a sign-in is about to write: its moments are still dates, what was read holds them as text. */
function sessionOf({ collection, data, req }: UpdateOneArgs): NewSession | null {
	if (collection !== slug.users || !req || !Array.isArray(data.sessions)) return null;
	const last: Partial<NewSession> | undefined = data.sessions.at(-1);
	const isNew = last?.id !== undefined && last.createdAt instanceof Date && last.expiresAt instanceof Date;
	return isNew ? (last as NewSession) : null;
}

/** @throws AuthenticationError when the account was removed, or got another password, since it was looked at */
async function addSession(input: {
	req: PayloadRequest;
	userId: string;
	session: NewSession;
	hash: unknown;
}): Promise<void> {
	const { req, userId, session, hash } = input;
	const sql = await sqlOf(req);
	const [account] = await sql<{ hash: string | null }>("SELECT hash FROM users WHERE id = $1::uuid FOR NO KEY UPDATE", [
		userId,
	]);
	if (!account || account.hash !== (hash ?? null)) throw new AuthenticationError(req.t);
	await sql("DELETE FROM users_sessions WHERE _parent_id = $1::uuid AND expires_at <= now()", [userId]);
	await sql(
		`INSERT INTO users_sessions (_order, _parent_id, id, created_at, expires_at)
		 SELECT coalesce(max(_order), 0) + 1, $1::uuid, $2, $3, $4 FROM users_sessions WHERE _parent_id = $1::uuid`,
		[userId, session.id, session.createdAt, session.expiresAt],
	);
	// Of sessions that are over, or were ended by a sign-out, nothing stays.
	await sql(
		`DELETE FROM session_details d WHERE user_id = $1::uuid
			AND NOT EXISTS (SELECT 1 FROM users_sessions s WHERE s.id = d.id AND s._parent_id = $1::uuid)`,
		[userId],
	);
	await sql("INSERT INTO session_details (id, user_id, device, address) VALUES ($1, $2::uuid, $3, $4)", [
		session.id,
		userId,
		(req.headers?.get("user-agent") ?? "").slice(0, 300),
		req.headers ? clientAddressOf(req) : "unknown",
	]);
}
