import type { PayloadRequest } from "payload";
import { formatVersion } from "@/domain/approvals/boundTerms";
import { isOwed } from "@/domain/invoiceStatus";
import { formatMoney } from "@/domain/money";
import { Conflict, InvalidInput } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { readTakenAlone } from "../approvals/readTakenAlone";
import { requireProved } from "../users/requireProved";
import { type InvoiceTerms, lockInvoiceTerms } from "./lockInvoice";
import { findManualOutcome, keyOfRecord } from "./manualEvent";
import { type RecordedByHand, recordByHand } from "./recordByHand";

/** What a person says about the money: with two persons, what the first of them said. `amount` in minor units, `paidAt` ISO 8601. */
export type RecordedPayment = {
	amount: number;
	currency: string;
	paidAt: string;
	method: string;
	reference: string | null;
	reason: string;
};

/**
 * Records a payment that came outside the providers: a transfer, a cheque, ACH. Above the limit, counted with what single
 * persons have recorded on the invoice before, nothing settles until a second person approves what the first recorded. The same
 * payment sent twice is recorded once, and answered the same.
 *
 * @returns how it was settled; `awaiting` with the approval that a second person gives
 * @throws AddressNotProved; NotFound; InvalidInput when amount or currency is not the invoice's, or the money came tomorrow; Conflict
 *   when it is not owed any more
 */
export async function recordPayment(
	input: { req: PayloadRequest; invoiceId: string } & RecordedPayment,
): Promise<RecordedByHand> {
	const { req, invoiceId, amount, paidAt, method, reference, reason } = input;
	await requireProved(req);
	const sql = await sqlOf(req);
	const invoice = await lockInvoiceTerms(sql, invoiceId);
	const currency = input.currency.toLowerCase();
	const payment = { amount, currency, paidAt, method, reference, reason };
	const recorded = await findManualOutcome(sql, keyOf(invoiceId, payment));
	if (recorded) return recorded;
	requireFits(invoice, payment);
	return recordByHand({
		req,
		invoice,
		subject: "manual_payment",
		said: payment,
		version: formatVersion(invoice, `${amount} ${currency} ${reference ?? "without a reference"}`),
		alone: await readTakenAlone(sql, invoiceId),
		eventOf: (said) => {
			const { paidAt: at, ...same } = said;
			return { ...same, type: "manual.paid", at, idempotencyKey: keyOf(invoiceId, said) };
		},
	});
}

function requireFits(invoice: InvoiceTerms, payment: Pick<RecordedPayment, "amount" | "currency" | "paidAt">): void {
	if (!isOwed(invoice.status)) {
		throw new Conflict(`Invoice ${invoice.number} is ${invoice.status}: nothing is owed on it.`);
	}
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
