import type { Payload } from "payload";
import { asSystem } from "@/access/authority";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction, systemRequest } from "../inTransaction";
import { lockForUpdate } from "../lockForUpdate";
import { reviewPlan } from "../plan/reviewPlan";
import { keepEach } from "../schedule/keepEach";

const isDue = "status IN ('proposed', 'approved', 'overridden') AND expires_at <= $1";

/** Ends decisions whose time is over, and reviews their plans: what was waived opens again. */
export async function expireDecisions({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
	const sql = await sqlOf({ payload });
	const due = await sql<{ id: string; onboardingId: string }>(
		`SELECT id, onboarding_id AS "onboardingId" FROM decisions WHERE ${isDue} ORDER BY expires_at LIMIT 200`,
		[now],
	);
	return keepEach(due, async ({ id, onboardingId }) => {
		const req = await systemRequest(payload, "the decision expired");
		await inTransaction(req, async () => {
			const locked = await sqlOf(req);
			await lockForUpdate({ req, collection: slug.onboardings, id: onboardingId });
			// Somebody may have rejected it meanwhile.
			const [still] = await locked(`SELECT 1 FROM decisions WHERE ${isDue} AND id = $2::uuid`, [now, id]);
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
