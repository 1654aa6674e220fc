import type { Payload } from "payload";
import { asSystem } from "@/access/authority";
import { latestTodaySql } from "@/queue/daySql";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction, systemRequest } from "../inTransaction";
import { lockForUpdate } from "../lockForUpdate";
import { reviewPlan } from "../plan/reviewPlan";
import { keepEach } from "../schedule/keepEach";
import { decisionEndSql } from "./decisionEndSql";

/** A waiver by its day first, which an index finds, then by its casino's clock. */
const isDue = `d.status IN ('proposed', 'approved', 'overridden')
	AND (d.lifted_until <= $1::timestamptz OR d.expires_at < ${latestTodaySql("$1::timestamptz")}) AND ${decisionEndSql} <= $1::timestamptz`;

/** Ends decisions whose time is over, and reviews their plans: what was waived opens again. */
export async function expireDecisions({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
	const sql = await sqlOf({ payload });
	const due = await sql<{ id: string; onboardingId: string }>(
		`SELECT d.id, d.onboarding_id AS "onboardingId" FROM decisions d WHERE ${isDue} ORDER BY d.created_at LIMIT 200`,
		[now],
	);
	return keepEach(due, async ({ id, onboardingId }) => {
		const req = await systemRequest(payload, "the decision expired");
		await inTransaction(req, async () => {
			const locked = await sqlOf(req);
			await lockForUpdate({ req, collection: slug.onboardings, id: onboardingId });
			// Somebody may have rejected it meanwhile.
			const [still] = await locked(`SELECT 1 FROM decisions d WHERE ${isDue} AND d.id = $2::uuid`, [now, id]);
			if (!still) return;
			await payload.update({
				collection: slug.decisions,
				id,
				data: { status: "expired" },
				depth: 0,
				...asSystem(req, "the decision expired"),
			});
			await reviewPlan({ req, onboardingId, now });
		});
	});
}
