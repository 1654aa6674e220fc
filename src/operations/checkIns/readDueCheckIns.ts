import type { PayloadRequest } from "payload";
import type { CheckInKind } from "@/domain/checkInStatus";
import { todaySql } from "@/queue/daySql";
import { sqlOf } from "@/queue/sqlOf";
import { requireVendor } from "../views/requireVendor";

/** A call that somebody has to make, or what one showed. Times are ISO 8601. */
export type DueCheckIn = {
	id: string;
	label: string;
	kind: CheckInKind;
	/** It looked by itself and found that somebody has to act; otherwise the call was not made yet. */
	needsFollowUp: boolean;
	outcome: string | null;
	onboardingId: string;
	customer: string;
	dueAt: string;
	/** How many days are left of it at the casino: 0 is today, below it is overdue. */
	daysLeft: number;
};

/**
 * Check-ins that wait for a person. Those of hypercare are called by one from their day on; those of the first week look by themselves
 * on theirs, and one that has not a day later did not.
 */
export const dueCheckInsSql = `(SELECT * FROM check_ins WHERE status = 'attention'
	OR (status = 'scheduled' AND due_at < now() - CASE kind WHEN 'hypercare' THEN interval '0' ELSE interval '1 day' END))`;

/** Whose they are: whoever has the vendor's item that they complete, that of their own day first, else operations'. */
const itemSql = `(SELECT i.assignee_id, i.responsible FROM checklist_items i
	WHERE i.onboarding_id = k.onboarding_id AND i.retired_at IS NULL AND i.owner = 'vendor' AND i.criterion::text = ANY (
		CASE k.kind WHEN 'hypercare' THEN ARRAY['hypercare_complete'] ELSE ARRAY['day_' || k.day || '_called', 'first_week_done', 'check_ins_done'] END)
	ORDER BY i.criterion::text = 'day_' || k.day || '_called' DESC, i.position LIMIT 1)`;

const isOfRole = "coalesce(i.responsible, 'ops') = $2";
const conditions: Readonly<Record<string, string>> = {
	given: "i.assignee_id = $1::uuid",
	mine: `(i.assignee_id = $1::uuid OR (i.assignee_id IS NULL AND ${isOfRole}))`,
};

/**
 * The check-ins that wait for a person, the longest first: what was given to them, and what their role is responsible for and nobody was
 * given. One statement.
 *
 * @param input.whose `mine`, `given`, or a role whoever has it
 * @param input.limit how many are told; all of them are counted
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readDueCheckIns(input: {
	req: PayloadRequest;
	whose: string;
	limit: number;
}): Promise<{ total: number; rows: DueCheckIn[] }> {
	const { req, whose, limit } = input;
	const ownRole = requireVendor(req);
	const isOwn = whose === "mine" || whose === "given";
	const sql = await sqlOf(req);
	const rows = await sql<DueCheckIn & { total: number }>(
		`SELECT k.id, k.label, k.kind, k.status = 'attention' AS "needsFollowUp", k.outcome, k.onboarding_id AS "onboardingId",
			c.name AS customer, k.due_at AS "dueAt", ${todaySql("c.timezone", "k.due_at")} - ${todaySql("c.timezone")} AS "daysLeft",
			(count(*) OVER ())::int AS total
		 FROM ${dueCheckInsSql} k JOIN casinos c ON c.id = k.casino_id LEFT JOIN LATERAL ${itemSql} i ON true
		 WHERE ($1::uuid IS NULL OR $2::text IS NULL OR true) AND ${conditions[whose] ?? isOfRole}
		 ORDER BY k.due_at, k.id LIMIT $3`,
		[req.user?.id ?? null, isOwn ? ownRole : whose, limit],
	);
	return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}
