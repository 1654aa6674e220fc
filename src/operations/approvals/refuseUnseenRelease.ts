import type { PayloadRequest } from "payload";
import { seatsNeeded } from "@/domain/approvals/approvers";
import { formatMoney } from "@/domain/money";
import { type Expected, findUnresolvedPayer } from "@/domain/settlement/findHoldReason";
import type { PaymentFact } from "@/domain/settlement/paymentFact";
import { InvalidInput } from "@/errors";
import { type EventRow, eventColumns } from "@/inbox/eventRow";
import { sqlOf } from "@/queue/sqlOf";
import { paymentFactOf } from "../payments/listHeldEvents";
import { readApprovalLimit } from "./readApprovalLimit";

type Payer = Pick<Expected, "purchaserEmail" | "companyStripeId">;

/**
 * A payment that is held because somebody else paid settles as soon as the invoice or its company names them: writing another
 * payer there would release above the limit what takes two persons. What it is held for besides makes no difference: that may
 * end later.
 *
 * @param input.of the invoice, the casino or the company that is about to change
 * @param input.payer whom it names afterwards; what is left out stays
 * @throws InvalidInput at the field, with where to release it
 */
export async function refuseUnseenRelease(input: {
	req: PayloadRequest;
	of: string;
	payer: Partial<Payer>;
	path: string;
}): Promise<void> {
	const { req, of, payer, path } = input;
	const sql = await sqlOf(req);
	const rows = await sql<EventRow & { named: Payer }>(
		`SELECT ${eventColumns}, (SELECT json_build_object('purchaserEmail', i.purchaser_email, 'companyStripeId', nullif(p.stripe_i_d, ''))
				FROM invoices i JOIN casinos c ON c.id = i.casino_id LEFT JOIN companies p ON p.id = c.company_id
				WHERE i.id = payment_events.invoice_id) AS named
		 FROM payment_events WHERE status = 'held' AND invoice_id IN (
			SELECT i.id FROM invoices i JOIN casinos c ON c.id = i.casino_id WHERE $1::uuid IN (i.id, c.id, c.company_id))
		 ORDER BY occurred_at, id`,
		[of],
	);
	const isAnswered = (row: EventRow, named: Payer) => {
		const fact = paymentFactOf(row);
		const expected = { ...named, amountDue: 0, currency: "" };
		return fact === null || findUnresolvedPayer({ ...fact, resolvedBy: row.resolvedBy }, expected) === null;
	};
	const answered = rows.filter((row) => !isAnswered(row, row.named) && isAnswered(row, { ...row.named, ...payer }));
	await refuseAbove({ req, rows: answered, path, by: "somebody else", forWhat: "for this invoice" });
}

/**
 * The same for a customer of the provider's whom a company is linked to, or whom one of several is linked to no more: what they paid
 * and nobody could be found for is then the company's.
 */
export async function refuseUnseenLink(input: {
	req: PayloadRequest;
	before: string | null;
	after: string | null;
}): Promise<void> {
	const { req, before, after } = input;
	const sql = await sqlOf(req);
	const rows = await sql<EventRow>(
		`SELECT ${eventColumns} FROM payment_events WHERE status = 'held' AND invoice_id IS NULL AND resolved_by_id IS NULL
			AND (customer_ref = $1 OR (customer_ref = $2 AND hold_reason = 'duplicate_customer')) ORDER BY occurred_at, id`,
		[after, before],
	);
	await refuseAbove({ req, rows, path: "stripeID", by: "this customer", forWhat: "until somebody says whose it is" });
}

async function refuseAbove(input: {
	req: PayloadRequest;
	rows: readonly EventRow[];
	path: string;
	by: string;
	forWhat: string;
}): Promise<void> {
	const { rows, path, by, forWhat } = input;
	if (rows.length === 0) return;
	const limit = await readApprovalLimit(input.req);
	const takesTwo = ({ amount, currency }: PaymentFact) => seatsNeeded({ amount, currency, limit }) === 2;
	const [fact] = rows.flatMap((row) => paymentFactOf(row) ?? []).filter(takesTwo);
	if (!fact) return;
	const { amount, currency } = fact;
	const what = amount !== null && currency ? `payment of ${formatMoney(amount, currency)}` : "payment";
	const message = `A ${what} of ${by} is held ${forWhat}. Release it among the held payments, by two persons.`;
	throw new InvalidInput([{ path, message }]);
}
