import type { PayloadRequest } from "payload";
import { formatDevice, isSessionOver } from "@/domain/sessionLimits";
import { env } from "@/env";
import { InvalidInput, NotFound, SignInRequired } from "@/errors";
import type { User } from "@/payload-types";
import { isoSql } from "@/queue/isoSql";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { announceAccess } from "./endAccess";
import { findSessionId } from "./findSessionId";
import { requireFreshSignIn } from "./requireFreshSignIn";

export type Session = {
	id: string;
	/** As its owner would call it: “Firefox on Windows”. */
	device: string;
	address: string;
	/** ISO 8601. */
	startedAt: string;
	/** ISO 8601, to five minutes. */
	lastUsedAt: string;
	/** Whether it is the one that asks. */
	isOwn: boolean;
};

/** The account without the sessions that are over. */
export function keepOpenSessions(user: User): User {
	if (!user.sessions?.length) return user;
	const { SESSION_HOURS_VENDOR: vendor, SESSION_HOURS_CUSTOMER: customer } = env();
	const rule = { isVendor: Boolean(user.vendorRole), limits: { vendor, customer }, now: Date.now() };
	return { ...user, sessions: user.sessions.filter((session) => !isSessionOver({ session, ...rule })) };
}

/** One's own sessions that are not over, the one used last first. @throws SignInRequired */
export async function readOwnSessions(req: PayloadRequest): Promise<Session[]> {
	const { user } = req;
	if (user?.collection !== slug.users) throw new SignInRequired();
	const own = findSessionId(req);
	const open = new Set((user.sessions ?? []).map(({ id }) => id));
	const sql = await sqlOf(req);
	const rows = await sql<Omit<Session, "isOwn">>(
		`SELECT s.id, coalesce(d.device, '') AS device, coalesce(d.address, 'unknown') AS address, ${isoSql("s.created_at")} AS "startedAt",
			${isoSql("coalesce(d.last_used_at, s.created_at)")} AS "lastUsedAt"
		 FROM users_sessions s LEFT JOIN session_details d ON d.id = s.id
		 WHERE s._parent_id = $1::uuid AND s.expires_at > now() ORDER BY coalesce(d.last_used_at, s.created_at) DESC`,
		[user.id],
	);
	return rows
		.filter(({ id }) => open.has(id) || id === own)
		.map((row) => ({ ...row, device: formatDevice(row.device), isOwn: row.id === own }));
}

/**
 * Ends one of one's own sessions, or all but the one that asks. In the caller's transaction.
 * @param which the session's id, or `others`
 * @returns how many ended; 0 when they were over already
 * @throws SignInRequired, ReauthenticationRequired; InvalidInput for the session that asks: one signs out of it
 */
export async function endOwnSessions(
	req: PayloadRequest,
	which: { id: string } | "others",
): Promise<{ ended: number }> {
	const { user } = req;
	if (user?.collection !== slug.users) throw new SignInRequired();
	await requireFreshSignIn(req);
	const own = findSessionId(req);
	if (which !== "others" && which.id === own) {
		throw new InvalidInput([{ path: "id", message: "is the session you are in. Sign out instead." }]);
	}
	return endSessions({ req, userId: user.id, id: which === "others" ? null : which.id, except: own, reason: null });
}

/**
 * Signs somebody out everywhere, for whatever reason is given. In the caller's transaction.
 * @throws NotFound
 */
export async function endSessionsOf(input: {
	req: PayloadRequest;
	userId: string;
	reason: string;
}): Promise<{ ended: number }> {
	const { req, userId, reason } = input;
	const sql = await sqlOf(req);
	const found = await sql("SELECT 1 FROM users WHERE id = $1::uuid FOR NO KEY UPDATE", [userId]);
	if (found.length === 0) throw new NotFound("person");
	return endSessions({ req, userId, id: null, except: findSessionId(req), reason });
}

async function endSessions(input: {
	req: PayloadRequest;
	userId: string;
	id: string | null;
	except: string | null;
	reason: string | null;
}): Promise<{ ended: number }> {
	const { req, userId, id, except, reason } = input;
	const sql = await sqlOf(req);
	const ended = await sql<{ id: string }>(
		`DELETE FROM users_sessions WHERE _parent_id = $1::uuid AND ($2::text IS NULL OR id = $2) AND id IS DISTINCT FROM $3
		 RETURNING id`,
		[userId, id, except],
	);
	if (ended.length === 0) return { ended: 0 };
	await sql("DELETE FROM session_details WHERE id = ANY($1)", [ended.map((one) => one.id)]);
	await recordAutomation({
		req,
		action: "sessions.ended",
		collection: slug.users,
		document: userId,
		casino: null,
		after: { ended: ended.length },
		reason,
	});
	await announceAccess({ req });
	return { ended: ended.length };
}
