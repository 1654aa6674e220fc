import type { BoundTerms } from "@/domain/approvals/boundTerms";
import type { InvoiceStatus } from "@/domain/invoiceStatus";
import type { Problem } from "@/domain/settlement/invoiceState";
import { ofEvent } from "@/domain/settlement/planInvoiceChange";
import { NotFound } from "@/errors";
import type { Sql } from "@/queue/sqlOf";

/** The invoice as settlement needs it, locked until the transaction ends: one settlement of an invoice at a time. */
export type LockedInvoice = {
	id: string;
	number: string;
	casinoId: string;
	casinoName: string;
	onboardingId: string | null;
	companyId: string | null;
	companyStripeId: string | null;
	status: InvoiceStatus;
	amountDue: number;
	currency: string;
	purchaserEmail: string | null;
	amountPaid: number;
	amountRefunded: number;
	paidAt: string | null;
	paymentFailedAt: string | null;
	paymentIntentId: string | null;
	providerInvoiceId: string | null;
	hostedInvoiceUrl: string | null;
	dueAt: string | null;
	problems: Problem[];
};

/**
 * Locks an invoice's row. Rows that refer to it may still be written meanwhile: a stronger lock would wait for every
 * transaction that has just written one, and two such would wait for each other.
 */
export async function lockInvoiceRow(sql: Sql, invoiceId: string): Promise<void> {
	await sql("SELECT id FROM invoices WHERE id = $1::uuid FOR NO KEY UPDATE", [invoiceId]);
}

/** What a person's act on an invoice is measured against. Amounts in minor units. */
export type InvoiceTerms = BoundTerms & {
	id: string;
	number: string;
	status: InvoiceStatus;
	casinoId: string;
	/** Of what came, what did not go back. */
	amountKept: number;
};

/**
 * Locks an invoice's row, and reads what a person's act is measured against.
 * @throws NotFound
 */
export async function lockInvoiceTerms(sql: Sql, invoiceId: string): Promise<InvoiceTerms> {
	const [invoice] = await sql<InvoiceTerms>(
		`SELECT id, number, status, casino_id AS "casinoId", onboarding_id AS "onboardingId", currency,
			amount_due::float8 AS "amountDue", (coalesce(amount_paid, 0) - coalesce(amount_refunded, 0))::float8 AS "amountKept"
		 FROM invoices WHERE id = $1::uuid FOR NO KEY UPDATE`,
		[invoiceId],
	);
	if (!invoice) throw new NotFound("invoice");
	return invoice;
}

/**
 * Locks an invoice, and reads it as it stands then; null when there is none of that id. What becomes of it may mark its
 * casino, and the plans of the casino's onboardings hang on that: they are locked first, in one order, as everybody does
 * who goes from onboardings to their casino.
 */
export async function lockInvoice(sql: Sql, invoiceId: string): Promise<LockedInvoice | null> {
	await lockInvoiceRow(sql, invoiceId);
	await sql(
		`SELECT o.id FROM onboardings o JOIN invoices i ON i.casino_id = o.casino_id
		 WHERE i.id = $1::uuid AND o.status IN ('open', 'on_hold') ORDER BY o.id FOR NO KEY UPDATE OF o`,
		[invoiceId],
	);
	const [row] = await sql<{ invoice: LockedInvoice }>(
		`SELECT json_build_object(
			'id', i.id, 'number', i.number, 'casinoId', c.id, 'casinoName', c.name, 'onboardingId', i.onboarding_id,
			'companyId', p.id, 'companyStripeId', nullif(p.stripe_i_d, ''), 'status', i.status,
			'amountDue', i.amount_due, 'currency', i.currency, 'purchaserEmail', i.purchaser_email,
			'amountPaid', coalesce(i.amount_paid, 0), 'amountRefunded', coalesce(i.amount_refunded, 0),
			'paidAt', i.paid_at, 'paymentFailedAt', i.payment_failed_at, 'paymentIntentId', i.stripe_payment_intent_id,
			'providerInvoiceId', i.stripe_invoice_id, 'hostedInvoiceUrl', i.hosted_url, 'dueAt', i.due_at,
			'problems', (SELECT coalesce(json_agg(json_build_object('kind', r->>'kind',
				'reference', coalesce(r->>'reference', '${ofEvent}' || (r->>'eventId')), 'amount', coalesce((r->>'amount')::float8, 0)) ORDER BY n), '[]')
				FROM jsonb_array_elements(coalesce(nullif(i.reversals, 'null'), '[]')) WITH ORDINALITY AS e(r, n))
		 ) AS invoice
		 FROM invoices i JOIN casinos c ON c.id = i.casino_id LEFT JOIN companies p ON p.id = c.company_id
		 WHERE i.id = $1::uuid`,
		[invoiceId],
	);
	return row?.invoice ?? null;
}
