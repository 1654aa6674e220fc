import type { Payload } from "payload";
import { formatMoney } from "@/domain/money";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction, systemRequest } from "../inTransaction";
import { queueMessage } from "../messages/queueMessage";
import { keepEach } from "../schedule/keepEach";
import { readSettings } from "../settings/readSettings";

/** How long after the payment a tenant may take before the purchaser hears that it is on its way. */
const patienceMinutes = 10;

type Late = {
	id: string;
	number: string;
	amountPaid: number;
	currency: string;
	purchaserEmail: string;
	casinoId: string;
	casinoName: string;
};

/**
 * Writes to purchasers who paid and whose access is late: that it is on its way, and whom to ask. Once for
 * each invoice. Only where the gate is open and a run is not done: who still has to sign something was told so already.
 */
export async function reportDelays({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
	const sql = await sqlOf({ payload });
	const late = await sql<Late>(
		`SELECT i.id, i.number, i.amount_paid::float8 AS "amountPaid", i.currency, i.purchaser_email AS "purchaserEmail",
			c.id AS "casinoId", c.name AS "casinoName"
		 FROM provisioning_runs r
		 JOIN invoices i ON i.onboarding_id = r.onboarding_id AND i.opens_gate AND i.status = 'paid' AND i.purchaser_email IS NOT NULL
		 JOIN casinos c ON c.id = r.casino_id
		 WHERE r.status IN ('queued', 'running', 'failed') AND greatest(i.paid_at, r.created_at) < $1::timestamptz - $2 * interval '1 minute'
			AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.key = 'access-delayed:' || i.id)
		 LIMIT 100`,
		[now, patienceMinutes],
	);
	return keepEach(late, async (invoice) => {
		const req = await systemRequest(payload, "access is late");
		await inTransaction(req, async () => {
			const { vendorName, supportEmail } = await readSettings(req);
			await queueMessage({
				req,
				key: `access-delayed:${invoice.id}`,
				template: "access_delayed",
				to: invoice.purchaserEmail,
				casinoId: invoice.casinoId,
				data: {
					casinoName: invoice.casinoName,
					invoiceNumber: invoice.number,
					amount: formatMoney(invoice.amountPaid, invoice.currency),
					contact: supportEmail ? { name: vendorName, email: supportEmail } : null,
				},
			});
		});
	});
}
