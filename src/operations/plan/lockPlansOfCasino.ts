import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/**
 * Locks a casino's running onboardings until the request's transaction ends, in the one order in which they are reviewed
 * (`reviewPlansOfCasino`): before any row that hangs on them, by whoever changes one. Rows that only refer to them may
 * still be written by others.
 */
export async function lockPlansOfCasino({ req, casinoId }: { req: PayloadRequest; casinoId: string }): Promise<void> {
	if (!(await req.transactionID)) return;
	const sql = await sqlOf(req);
	await sql(
		`SELECT id FROM onboardings WHERE casino_id = $1::uuid AND status IN ('open', 'on_hold')
		 ORDER BY id FOR NO KEY UPDATE`,
		[casinoId],
	);
}
