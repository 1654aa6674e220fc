import type { PayloadRequest } from "payload";
import { NotFound } from "@/errors";
import { todaySql } from "@/queue/daySql";
import { sqlOf } from "@/queue/sqlOf";

/** The day on a casino's clock. @throws NotFound */
export async function readToday(req: PayloadRequest, casinoId: string): Promise<string> {
	const sql = await sqlOf(req);
	const [row] = await sql<{ today: string }>(
		`SELECT ${todaySql("timezone")} AS today FROM casinos WHERE id = $1::uuid`,
		[casinoId],
	);
	if (!row) throw new NotFound("casino");
	return row.today;
}
