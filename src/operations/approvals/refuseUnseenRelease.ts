import type { PayloadRequest } from "payload";
import { seatsNeeded } from "@/domain/approvals/approvers";
import { formatMoney } from "@/domain/money";
import { InvalidInput } from "@/errors";
import { type EventRow, eventColumns } from "@/inbox/eventRow";
import { sqlOf } from "@/queue/sqlOf";
import { paymentFactOf } from "../payments/listHeldEvents";
import { readApprovalLimit } from "../settings/readSettings";

/**
 * A payment that is held because somebody else paid settles as soon as the invoice names them: writing another purchaser onto it
 * would release above the limit what takes two persons.
 *
 * @throws InvalidInput at the field, with where to release it
 */
export async function refuseUnseenRelease(input: { req: PayloadRequest; invoiceId: string }): Promise<void> {
	const { req, invoiceId } = input;
	const sql = await sqlOf(req);
	const rows = await sql<EventRow>(
		`SELECT ${eventColumns} FROM payment_events WHERE invoice_id = $1::uuid AND status = 'held' AND hold_reason = 'email_mismatch'`,
		[invoiceId],
	);
	const limit = await readApprovalLimit(req);
	for (const row of rows) {
		const fact = paymentFactOf(row);
		if (!fact || seatsNeeded({ amount: fact.amount, currency: fact.currency, limit }) === 1) continue;
		const what =
			fact.amount !== null && fact.currency ? `payment of ${formatMoney(fact.amount, fact.currency)}` : "payment";
		const message = `A ${what} of somebody else is held for this invoice. Release it among the held payments, by two persons.`;
		throw new InvalidInput([{ path: "purchaserEmail", message }]);
	}
}
