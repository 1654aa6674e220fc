import type { Payload } from "payload";
import { asSystem } from "@/access/authority";
import { todaySql } from "@/queue/daySql";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { closeApproval, findOpenApprovals } from "../approvals/closeApproval";
import { inTransaction, systemRequest } from "../inTransaction";
import { keepEach } from "../schedule/keepEach";

const isDue = `i.po_status = 'approved' AND i.status IN ('draft', 'open')
	AND i.po_expires_at < ${todaySql("(SELECT timezone FROM casinos WHERE id = i.casino_id)", "$1::timestamptz")}`;

/** Marks approved purchase orders whose last day is over. The gate asks for the day itself; this is for people to see. */
export async function expirePurchaseOrders({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
	const sql = await sqlOf({ payload });
	const due = await sql<{ id: string }>(
		`SELECT i.id FROM invoices i WHERE ${isDue} ORDER BY i.po_expires_at, i.id LIMIT 200`,
		[now],
	);
	return keepEach(due, async ({ id }) => {
		const req = await systemRequest(payload, "the purchase order expired");
		await inTransaction(req, async () => {
			const locked = await sqlOf(req);
			// Somebody may have rejected or renewed it meanwhile.
			const [still] = await locked(`SELECT 1 FROM invoices i WHERE ${isDue} AND i.id = $2::uuid FOR NO KEY UPDATE`, [
				now,
				id,
			]);
			if (!still) return;
			for (const approval of await findOpenApprovals(req, id)) {
				if (approval.subject !== "purchase_order") continue;
				await closeApproval({ req, approval, to: "expired", because: "Its time is over." });
			}
			await payload.update({
				collection: slug.invoices,
				id,
				data: { po: { status: "expired" } },
				depth: 0,
				...asSystem(req, "the purchase order expired"),
			});
		});
	});
}
