import type { PayloadRequest } from "payload";
import { seatsNeeded } from "@/domain/approvals/approvers";
import { formatVersion } from "@/domain/approvals/boundTerms";
import { isOwed } from "@/domain/invoiceStatus";
import { formatMoney } from "@/domain/money";
import { Conflict, InvalidInput } from "@/errors";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { readApprovalLimit } from "../approvals/readApprovalLimit";
import { readTakenAlone } from "../approvals/readTakenAlone";
import { findSeats, takeSeat } from "../approvals/takeSeat";
import { requireProved } from "../users/requireProved";
import { type InvoiceTerms, lockInvoiceTerms } from "./lockInvoice";
import { findManualOutcome, keyOfRecord, type ManualOutcome, recordManualEvent } from "./manualEvent";

/**
 * Records a payment that came outside the providers: a transfer, a cheque, ACH. Above the limit, counted with what single
 * persons have recorded on the invoice before, nothing settles until a second person approves what the first recorded. The same
 * part sent twice is recorded once.
 *
 * @returns how it was settled; `awaiting` with the approval that a second person gives
 * @throws AddressNotProved; InvalidInput when amount or currency is not the invoice's, or the money came tomorrow; Conflict when
 *   it is not owed any more
 */
export async function recordPayment(
	input: { req: PayloadRequest; invoiceId: string } & RecordedPayment,
): Promise<ManualOutcome & { approval?: string }> {
	const { req, invoiceId, amount, paidAt, method, reference, reason } = input;
	await requireProved(req);
	const sql = await sqlOf(req);
	const invoice = await lockOwed(sql, invoiceId);
	const currency = input.currency.toLowerCase();
	const payment = { amount, currency, paidAt, method, reference, reason };
	const recorded = await findManualOutcome(sql, keyOf(invoiceId, payment));
	if (recorded) return recorded;
	requireFits(invoice, payment);
	const version = formatVersion(invoice, `${amount} ${currency} ${reference ?? "without a reference"}`);
	const about = { req, subject: "manual_payment", invoiceId, version } as const;
	const alone = await readTakenAlone(sql, invoiceId);
	const needed = seatsNeeded({ amount: alone + amount, currency, limit: await readApprovalLimit(req) });
	const seats = await findSeats(about, needed);
	if (seats === 1) return settle({ req, invoiceId, payment });
	const seat = await takeSeat({
		...about,
		title: `Payment of ${formatMoney(amount, currency)} by hand on invoice ${invoice.number}`,
		casinoId: invoice.casinoId,
		amount,
		currency,
		seats,
		reason,
		proposal: payment,
	});
	if (seat.status === "awaiting") return { status: "awaiting", why: seat.message, approval: seat.id };
	const proposed = seat.proposal as RecordedPayment;
	const outcome = await settle({ req, invoiceId, payment: proposed });
	await sql(
		`UPDATE approvals SET payment_event_id = (SELECT id FROM payment_events WHERE provider = 'manual' AND event_id = $2)
		 WHERE id = $1::uuid`,
		[seat.id, `manual_${keyOf(invoiceId, proposed)}`],
	);
	return { ...outcome, approval: seat.id };
}

/** What a person says about the money: with two persons, what the first of them said. `amount` in minor units, `paidAt` ISO 8601. */
export type RecordedPayment = {
	amount: number;
	currency: string;
	paidAt: string;
	method: string;
	reference: string | null;
	reason: string;
};

async function lockOwed(sql: Sql, invoiceId: string): Promise<InvoiceTerms> {
	const invoice = await lockInvoiceTerms(sql, invoiceId);
	if (isOwed(invoice.status)) return invoice;
	throw new Conflict(`Invoice ${invoice.number} is ${invoice.status}: nothing is owed on it.`);
}

function requireFits(invoice: InvoiceTerms, payment: Pick<RecordedPayment, "amount" | "currency" | "paidAt">): void {
	const left = invoice.amountDue - invoice.amountKept;
	if (payment.currency !== invoice.currency)
		throw new InvalidInput([{ path: "currency", message: `The invoice is in ${invoice.currency.toUpperCase()}.` }]);
	if (payment.amount <= 0 || payment.amount > left) {
		const message = `${formatMoney(left, invoice.currency)} are left to pay. Record that, or a part of it.`;
		throw new InvalidInput([{ path: "amount", message }]);
	}
	if (Date.parse(payment.paidAt) > Date.now() + 60_000)
		throw new InvalidInput([{ path: "paidAt", message: "The money cannot have come in the future." }]);
}

function keyOf(invoiceId: string, { amount, currency, paidAt, method, reference }: RecordedPayment): string {
	return keyOfRecord("payment", [invoiceId, amount, currency, new Date(paidAt).toISOString(), method, reference]);
}

function settle(input: { req: PayloadRequest; invoiceId: string; payment: RecordedPayment }): Promise<ManualOutcome> {
	const { req, invoiceId, payment } = input;
	const { paidAt: at, ...said } = payment;
	return recordManualEvent({
		req,
		invoiceId,
		...said,
		type: "manual.paid",
		at,
		idempotencyKey: keyOf(invoiceId, payment),
	});
}
