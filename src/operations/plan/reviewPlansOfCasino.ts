import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { reviewPlan } from "./reviewPlan";

/**
 * Looks at the plans of a casino's running onboardings again, in the transaction that changed a record of the casino's. They
 * are taken in one order, so that two changes at once wait for each other instead of deadlocking.
 */
export async function reviewPlansOfCasino({ req, casinoId }: { req: PayloadRequest; casinoId: string }): Promise<void> {
	const sql = await sqlOf(req);
	const running = await sql<{ id: string }>(
		"SELECT id FROM onboardings WHERE casino_id = $1::uuid AND status IN ('open', 'on_hold') ORDER BY id",
		[casinoId],
	);
	for (const { id } of running) await reviewPlan({ req, onboardingId: id });
}
