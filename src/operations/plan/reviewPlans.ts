import type { Payload } from "payload";
import { todaySql } from "@/queue/daySql";
import { sqlOf } from "@/queue/sqlOf";
import { decisionEndSql } from "../decisions/decisionEndSql";
import { inTransaction, systemRequest } from "../inTransaction";
import { keepEach } from "../schedule/keepEach";
import { reviewPlan } from "./reviewPlan";

/** Whatever did not change meanwhile is looked at this often: a forecast moves with the day. */
const restHours = 6;

/**
 * What changes with time alone: an item or invoice that became overdue, a waiver that ended, a week that is over. And what is noted too
 * often, or while its own row is held, to take the plan's lock for it as well: that a mail went out, that somebody signed in.
 */
const dueSql = `
	SELECT o.id FROM onboardings o JOIN casinos c ON c.id = o.casino_id
	WHERE o.status = 'open' AND (
		coalesce(o.reviewed_at, '-infinity') < $1::timestamptz - interval '${restHours} hours'
		OR (o.went_live_at <= ${todaySql("c.timezone", "$1::timestamptz")} AND o.went_live_at > ${todaySql("c.timezone", "o.reviewed_at")})
		OR (o.went_live_at IS NULL AND o.forecast_go_live_at < ${todaySql("c.timezone", "$1::timestamptz")}
			AND o.forecast_go_live_at >= ${todaySql("c.timezone", "o.reviewed_at")})
		OR EXISTS (SELECT 1 FROM check_ins h WHERE h.onboarding_id = o.id AND h.kind = 'hypercare' AND h.status = 'scheduled'
			AND h.due_at <= $1::timestamptz AND h.due_at > o.reviewed_at)
		OR EXISTS (SELECT 1 FROM checklist_items i WHERE i.onboarding_id = o.id AND i.status IN ('open', 'in_progress')
			AND i.due_at < ${todaySql("c.timezone", "$1::timestamptz")} AND i.due_at >= ${todaySql("c.timezone", "o.reviewed_at")})
		OR EXISTS (SELECT 1 FROM decisions d WHERE d.onboarding_id = o.id AND d.status IN ('approved', 'overridden')
			AND ${decisionEndSql} <= $1::timestamptz AND ${decisionEndSql} > o.reviewed_at)
		OR EXISTS (SELECT 1 FROM invoices i WHERE i.onboarding_id = o.id AND i.status IN ('open', 'uncollectible')
			AND i.due_at < ${todaySql("c.timezone", "$1::timestamptz")} AND i.due_at >= ${todaySql("c.timezone", "o.reviewed_at")})
		OR EXISTS (SELECT 1 FROM messages m WHERE m.casino_id = o.casino_id AND m.template IN ('welcome', 'payment_received') AND m.sent_at > o.reviewed_at)
		OR EXISTS (SELECT 1 FROM users_memberships m JOIN users u ON u.id = m._parent_id
			WHERE m.casino_id = o.casino_id AND u.last_sign_in_at > o.reviewed_at)
	)
	ORDER BY o.reviewed_at NULLS FIRST LIMIT 200`;

/** Reviews the plans for which a moment has come. @returns how many */
export async function reviewPlans({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
	const sql = await sqlOf({ payload });
	const due = await sql<{ id: string }>(dueSql, [now]);
	return keepEach(due, async ({ id }) => {
		const req = await systemRequest(payload, "the day of the plan");
		await inTransaction(req, async () => {
			await reviewPlan({ req, onboardingId: id, now });
			const inTurn = await sqlOf(req);
			await inTurn("UPDATE onboardings SET reviewed_at = $2 WHERE id = $1::uuid", [id, now]);
		});
	});
}
