import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import type { Slug } from "@/slugs";

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

/** The same for the casinos of rows that are about to be changed or deleted. */
export async function lockPlansOfRows(rows: { req: PayloadRequest; collection: Slug; ids: string[] }): Promise<void> {
	const { req, collection, ids } = rows;
	if (!(await req.transactionID)) return;
	const sql = await sqlOf(req);
	await sql(
		`SELECT id FROM onboardings WHERE status IN ('open', 'on_hold')
			AND casino_id IN (SELECT casino_id FROM ${collection.replaceAll("-", "_")} WHERE id = ANY($1::uuid[]))
		 ORDER BY id FOR NO KEY UPDATE`,
		[ids],
	);
}
