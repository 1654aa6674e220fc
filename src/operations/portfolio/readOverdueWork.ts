import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { requireVendor } from "../views/requireVendor";
import { MOST_COUNTED, overdueWorkSql } from "./myWorkSql";

type OverdueItem = { id: string; title: string; onboardingId: string; customer: string; dueAt: string };

export type OverdueWork = {
	/** Up to `mostCounted` and one: then there are more. */
	total: number;
	mostCounted: number;
	rows: OverdueItem[];
};

/**
 * What is overdue of the reader's own work, the longest first: the beginning of `readMyWork`. One statement.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readOverdueWork({ req, limit }: { req: PayloadRequest; limit: number }): Promise<OverdueWork> {
	const role = requireVendor(req);
	const sql = await sqlOf(req);
	const [found] = await sql<Omit<OverdueWork, "mostCounted">>(overdueWorkSql, [req.user?.id ?? null, role, limit]);
	return { total: 0, rows: [], ...found, mostCounted: MOST_COUNTED };
}
