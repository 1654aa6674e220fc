import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";

export type CasinoFacts = { name: string; companyId: string | null; timezone: string };

/** What other records take from their casino, or null when there is none of that id. */
export async function readCasinoFacts({
	req,
	casinoId,
}: {
	req: PayloadRequest;
	casinoId: string;
}): Promise<CasinoFacts | null> {
	const sql = await sqlOf(req);
	const [row] = await sql<CasinoFacts>(
		`SELECT name, company_id AS "companyId", timezone FROM casinos WHERE id = $1::uuid`,
		[casinoId],
	);
	return row ?? null;
}
