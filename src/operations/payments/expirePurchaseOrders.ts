import type { Payload } from "payload";
import { asSystem } from "@/access/authority";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction, systemRequest } from "../inTransaction";

/** Marks approved purchase orders whose time is over. The gate asks for the date itself; this is for people to see. */
export async function expirePurchaseOrders({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
	const sql = await sqlOf({ payload });
	const due = await sql<{ id: string }>(
		"SELECT id FROM invoices WHERE po_status = 'approved' AND po_expires_at <= $1 AND status IN ('draft', 'open') LIMIT 200",
		[now],
	);
	for (const { id } of due) {
		const req = await systemRequest(payload, "the purchase order expired");
		await inTransaction(req, () =>
			payload.update({
				collection: slug.invoices,
				id,
				data: { po: { status: "expired" } },
				depth: 0,
				...asSystem(req, "the purchase order expired"),
			}),
		);
	}
	return due.length;
}
