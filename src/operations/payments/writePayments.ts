import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { FoldedPayment } from "@/domain/settlement/foldPayment";
import { type PaymentRecord, planPayments } from "@/domain/settlement/planInvoiceChange";
import { Conflict } from "@/errors";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import type { LockedInvoice } from "./lockInvoice";

/** What is left of the payment `p`, as `keptOf`. */
export const keptSql = "p.amount - p.refunded - p.lost";

/** What amendments took off what the invoice `i` asks. */
export const creditedSql = `coalesce((SELECT sum(a.credit) FROM invoices a WHERE a.amends_id = i.id AND a.status <> 'void'), 0)`;

export const paymentColumns = `id, provider, reference, status, amount::float8 AS amount, refunded::float8 AS refunded,
	disputed::float8 AS disputed, lost::float8 AS lost, paid_at AS "paidAt", livemode, provider_object AS "providerObject",
	charge_ref AS "chargeRef"`;

type Row = Omit<PaymentRecord, "paidAt"> & { paidAt: Date | null };

/**
 * Brings the rows of an invoice's payments to what its events say. Their one writer; the invoice's row is locked.
 *
 * @returns the references that were not known before
 * @throws Conflict when one of them is a payment of another invoice already: the same money never counts twice
 */
export async function writePayments(input: {
	req: PayloadRequest;
	invoice: LockedInvoice;
	payments: readonly FoldedPayment[];
}): Promise<string[]> {
	const { req, invoice, payments } = input;
	const sql = await sqlOf(req);
	const rows = await sql<Row>(`SELECT ${paymentColumns} FROM payments WHERE invoice_id = $1::uuid ORDER BY id`, [
		invoice.id,
	]);
	const records = rows.map((row) => ({ ...row, paidAt: row.paidAt?.toISOString() ?? null }));
	const plan = planPayments(records, payments);
	await refuseCountedElsewhere(sql, invoice, plan.create);
	const data = (payment: FoldedPayment) => ({
		...payment,
		invoice: invoice.id,
		casino: invoice.casinoId,
		currency: invoice.currency,
	});
	const system = asSystem(req, "settlement");
	const { payload } = req;
	for (const id of plan.remove) await payload.delete({ collection: slug.payments, id, depth: 0, ...system });
	for (const { id, payment } of plan.update)
		await payload.update({ collection: slug.payments, id, data: data(payment), depth: 0, ...system });
	for (const payment of plan.create)
		await payload.create({ collection: slug.payments, data: data(payment), depth: 0, ...system });
	return [...plan.create, ...plan.update.map(({ payment }) => payment)].flatMap(({ reference, chargeRef }) =>
		chargeRef ? [reference, chargeRef] : [reference],
	);
}

async function refuseCountedElsewhere(sql: Sql, invoice: LockedInvoice, payments: FoldedPayment[]): Promise<void> {
	if (payments.length === 0) return;
	const [other] = await sql<{ reference: string; number: string }>(
		`SELECT p.reference, i.number FROM payments p JOIN invoices i ON i.id = p.invoice_id
		 JOIN unnest($2::text[], $3::text[]) AS n(provider, reference) ON n.provider = p.provider::text AND n.reference = p.reference
		 WHERE p.invoice_id <> $1::uuid LIMIT 1`,
		[invoice.id, payments.map(({ provider }) => provider), payments.map(({ reference }) => reference)],
	);
	if (!other) return;
	throw new Conflict(
		`The payment ${other.reference} belongs to invoice ${other.number} already and cannot pay ${invoice.number} too.`,
	);
}
