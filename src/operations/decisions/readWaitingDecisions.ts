import type { PayloadRequest } from "payload";
import type { DecisionKind } from "@/domain/decisionStatus";
import { sqlOf } from "@/queue/sqlOf";
import { requireVendor } from "../views/requireVendor";
import { decisionEndSql, decisionUntilSql } from "./decisionEndSql";

/** A decision that was asked for and waits for a second person. Times are ISO 8601; a waiver expires with a day. */
export type WaitingDecision = {
	id: string;
	title: string;
	kind: DecisionKind;
	onboardingId: string;
	casinoId: string;
	customer: string;
	/** Who asked for it; null where nobody is on record. */
	askedBy: string | null;
	/** Why they ask. */
	because: string | null;
	askedAt: string;
	expiresAt: string | null;
	/** The reader may take it: as an admin or a manager, and somebody else asked. The route decides again. */
	isYours: boolean;
};

/**
 * Decisions that wait for a second person, those of the reader first, the oldest before the others. One statement.
 *
 * @param input.limit how many are told; all of them are counted
 * @param input.isMine only those that the reader may take
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readWaitingDecisions(input: {
	req: PayloadRequest;
	limit: number;
	isMine: boolean;
}): Promise<{ total: number; rows: WaitingDecision[] }> {
	const { req, limit, isMine } = input;
	const role = requireVendor(req);
	const mayDecide = role === "admin" || role === "manager";
	const sql = await sqlOf(req);
	const [found] = await sql<{ total: number; rows: WaitingDecision[] }>(waitingSql, [
		req.user?.id ?? null,
		mayDecide,
		isMine,
		limit,
	]);
	return found ?? { total: 0, rows: [] };
}

/** What is past the time it was asked for can no longer be taken. */
const waitingSql = `
	WITH waiting AS (
		SELECT d.id, d.title, d.kind, d.onboarding_id, d.casino_id, d.requested_by_id, d.packet, d.created_at, ${decisionUntilSql} AS until,
			($2 AND d.requested_by_id IS NOT NULL AND d.requested_by_id <> $1::uuid) AS yours
		FROM decisions d WHERE d.status = 'proposed' AND coalesce(${decisionEndSql} > now(), true)
	), told AS (
		SELECT * FROM waiting WHERE yours OR NOT $3 ORDER BY yours DESC, created_at, id LIMIT $4
	)
	SELECT (SELECT count(*)::int FROM waiting WHERE yours OR NOT $3) AS total,
		coalesce((SELECT json_agg(json_build_object(
			'id', w.id, 'title', w.title, 'kind', w.kind, 'onboardingId', w.onboarding_id, 'casinoId', w.casino_id, 'customer', c.name,
			'askedBy', coalesce(u.name, u.email), 'because', w.packet -> 'asked' ->> 'reason', 'askedAt', w.created_at,
			'expiresAt', w.until, 'isYours', w.yours
		) ORDER BY w.yours DESC, w.created_at, w.id)
		FROM told w JOIN casinos c ON c.id = w.casino_id LEFT JOIN users u ON u.id = w.requested_by_id), '[]') AS rows`;
