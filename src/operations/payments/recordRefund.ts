import type { PayloadRequest } from "payload";
import { formatVersion } from "@/domain/approvals/boundTerms";
import { formatMoney } from "@/domain/money";
import { InvalidInput } from "@/errors";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { readRefundedAlone } from "../approvals/readTakenAlone";
import { requireProved } from "../users/requireProved";
import { type InvoiceTerms, lockInvoiceTerms } from "./lockInvoice";
import { findManualOutcome, keyOfRecord } from "./manualEvent";
import { type RecordedByHand, recordByHand } from "./recordByHand";

/** What a person says about money given back: with two persons, what the first of them said. `amount` in minor units, times ISO 8601. */
export type RecordedRefund = {
	/** The row of a payment that was recorded by hand. */
	payment: string;
	amount: number;
	currency: string;
	refundedAt: string;
	method: string;
	reference: string | null;
	reason: string;
};

/**
 * Records that a payment recorded by hand was given back, in part or in full. Above the limit, counted with what single persons
 * have recorded as refunds on the invoice before, nothing settles until a second person approves what the first recorded. The same
 * refund sent twice is recorded once.
 *
 * @returns how it was settled; `awaiting` with the approval that a second person gives
 * @throws AddressNotProved; NotFound; InvalidInput at the field: a provider's payment, more than is left of it, another currency, a
 *   time at which the money was not here
 */
export async function recordRefund(
	input: { req: PayloadRequest; invoiceId: string } & RecordedRefund,
): Promise<RecordedByHand> {
	const { req, invoiceId, amount, reason } = input;
	await requireProved(req);
	const sql = await sqlOf(req);
	const invoice = await lockInvoiceTerms(sql, invoiceId);
	const paid = await findPayment(sql, invoiceId, input.payment);
	const { refundedAt, method, reference } = input;
	const currency = input.currency.toLowerCase();
	const refund = { payment: paid.id, amount, currency, refundedAt, method, reference, reason };
	const recorded = await findManualOutcome(sql, keyOf(refund));
	if (recorded) return recorded;
	const version = formatVersion(
		invoice,
		`${amount} ${currency} of ${paid.reference} back, ${reference ?? "without a reference"}`,
	);
	const awaited = await readAwaited(sql, { invoiceId, payment: paid.id, version });
	requireFits(invoice, { ...paid, awaited }, refund);
	return recordByHand({
		req,
		invoice,
		subject: "manual_refund",
		said: refund,
		version,
		alone: await readRefundedAlone(sql, invoiceId),
		eventOf: (said) => {
			const { refundedAt: at, payment: _, ...same } = said;
			return { ...same, type: "manual.refunded", at, payment: paid.reference, idempotencyKey: keyOf(said) };
		},
	});
}

type Paid = { id: string; reference: string; amount: number; refunded: number; paidAt: Date };

async function findPayment(sql: Sql, invoiceId: string, payment: string): Promise<Paid> {
	const [row] = await sql<Paid & { provider: string }>(
		`SELECT id, provider, reference, amount::float8, refunded::float8, paid_at AS "paidAt" FROM payments
		 WHERE id = $1::uuid AND invoice_id = $2::uuid`,
		[payment, invoiceId],
	);
	if (!row) throw new InvalidInput([{ path: "payment", message: "The invoice has no such payment." }]);
	if (row.provider === "manual") return row;
	const message = "The payment came through the provider. Refund it there; Keyturn follows when the provider says so.";
	throw new InvalidInput([{ path: "payment", message }]);
}

/** What other refunds of the payment come to that wait for a second person. */
async function readAwaited(sql: Sql, about: { invoiceId: string; payment: string; version: string }): Promise<number> {
	const [row] = await sql<{ amount: number }>(
		`SELECT coalesce(sum(amount), 0)::float8 AS amount FROM approvals WHERE invoice_id = $1::uuid
			AND subject = 'manual_refund' AND status = 'awaiting' AND proposal ->> 'payment' = $2 AND version <> $3`,
		[about.invoiceId, about.payment, about.version],
	);
	return row?.amount ?? 0;
}

function requireFits(invoice: InvoiceTerms, paid: Paid & { awaited: number }, refund: RecordedRefund): void {
	if (refund.currency !== invoice.currency)
		throw new InvalidInput([{ path: "currency", message: `The invoice is in ${invoice.currency.toUpperCase()}.` }]);
	const left = paid.amount - paid.refunded - paid.awaited;
	if (refund.amount <= 0 || refund.amount > left) {
		const waits =
			paid.awaited > 0 ? `, and ${formatMoney(paid.awaited, invoice.currency)} wait for another approver` : "";
		const message = `${formatMoney(left, invoice.currency)} of this payment are left${waits}. Record that, or a part of it.`;
		throw new InvalidInput([{ path: "amount", message }]);
	}
	const at = Date.parse(refund.refundedAt);
	if (at > Date.now() + 60_000)
		throw new InvalidInput([{ path: "refundedAt", message: "The money cannot have gone back in the future." }]);
	// A form has minutes, a record has seconds.
	if (at < paid.paidAt.getTime() - 60_000)
		throw new InvalidInput([{ path: "refundedAt", message: "The money cannot have gone back before it came." }]);
}

function keyOf({ payment, amount, currency, refundedAt, method, reference }: RecordedRefund): string {
	return keyOfRecord("refund", [payment, amount, currency, new Date(refundedAt).toISOString(), method, reference]);
}
