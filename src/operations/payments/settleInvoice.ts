import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { InvoiceStatus } from "@/domain/invoiceStatus";
import { baselineStatusOf, foldInvoice } from "@/domain/settlement/foldInvoice";
import type { Reversal } from "@/domain/settlement/invoiceState";
import type { PaymentFact } from "@/domain/settlement/paymentFact";
import { planInvoiceChange } from "@/domain/settlement/planInvoiceChange";
import type { StripeRefs } from "@/domain/settlement/stripeRefs";
import { type EventRow, eventColumns, isUndecided, readEvent } from "@/inbox/eventRow";
import type { Invoice } from "@/payload-types";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { announceSettlement } from "./announceSettlement";
import { reportHeld } from "./holdEvent";
import { linkCustomer } from "./linkCustomer";
import { retakeEvents } from "./retakeEvents";
import { writeOutcomes } from "./writeOutcomes";

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
	reversals: Reversal[];
};

async function lockInvoice(sql: Sql, invoiceId: string): Promise<LockedInvoice | null> {
	await sql("SELECT id FROM invoices WHERE id = $1::uuid FOR UPDATE", [invoiceId]);
	const [row] = await sql<{ invoice: LockedInvoice }>(
		`SELECT json_build_object(
			'id', i.id, 'number', i.number, 'casinoId', c.id, 'casinoName', c.name, 'onboardingId', i.onboarding_id,
			'companyId', p.id, 'companyStripeId', nullif(p.stripe_i_d, ''), 'status', i.status,
			'amountDue', i.amount_due, 'currency', i.currency, 'purchaserEmail', i.purchaser_email,
			'amountPaid', coalesce(i.amount_paid, 0), 'amountRefunded', coalesce(i.amount_refunded, 0),
			'paidAt', i.paid_at, 'paymentFailedAt', i.payment_failed_at, 'paymentIntentId', i.stripe_payment_intent_id,
			'providerInvoiceId', i.stripe_invoice_id, 'hostedInvoiceUrl', i.hosted_url, 'dueAt', i.due_at,
			'reversals', coalesce(i.reversals, '[]')
		 ) AS invoice
		 FROM invoices i JOIN casinos c ON c.id = i.casino_id LEFT JOIN companies p ON p.id = c.company_id
		 WHERE i.id = $1::uuid`,
		[invoiceId],
	);
	return row?.invoice ?? null;
}

function factOf(row: EventRow): PaymentFact | null {
	const reading = readEvent(row);
	const isPayment = reading.kind === "invoice" || reading.kind === "checkout" || reading.kind === "charge";
	if (!isPayment || !reading.fact) return null;
	return { ...reading.fact, resolvedBy: row.resolvedBy, wasSettled: row.status === "settled" };
}

/**
 * Brings an invoice to the state that all events bound to it say together, and writes what became of each of them.
 * The one writer of an invoice's payment state.
 *
 * @param input.row the event that brought us here; bound to the invoice if it was not yet
 */
export async function settleInvoice(input: {
	req: PayloadRequest;
	invoiceId: string;
	row?: EventRow;
	refs?: StripeRefs;
}): Promise<void> {
	const { req, invoiceId } = input;
	const sql = await sqlOf(req);
	const invoice = await lockInvoice(sql, invoiceId);
	if (!invoice) return;
	if (input.row) {
		await sql("UPDATE payment_events SET invoice_id = $2::uuid, casino_id = $3::uuid WHERE id = $1::uuid", [
			input.row.id,
			invoice.id,
			invoice.casinoId,
		]);
	}
	// Read after the lock: another worker may have decided these events a moment ago.
	const rows = (
		await sql<EventRow>(`SELECT ${eventColumns} FROM payment_events WHERE invoice_id = $1::uuid`, [invoice.id])
	).filter((row) => row.status === "settled" || isUndecided(row));
	const facts = new Map(rows.map((row) => [row.eventId, factOf(row)]));
	const folded = foldInvoice({
		invoice: { ...invoice, status: baselineStatusOf(invoice.status) },
		events: [...facts.values()].filter((fact) => fact !== null),
	});
	const current = { ...invoice, providerNumber: folded.state.providerNumber };
	const plan = planInvoiceChange(current, folded.state);
	const changed = await writeOutcomes({ req, rows, outcomes: folded.outcomes });
	await writeInvoice(req, invoice, plan.change);
	for (const { row, outcome } of changed) {
		if (outcome.status !== "held") continue;
		await reportHeld({ req, row, fact: facts.get(row.eventId) ?? null, ...outcome, casinoName: invoice.casinoName });
	}
	await announceSettlement({ req, invoice, plan, folded: folded.state });
	const isSettled = input.row && folded.outcomes.get(input.row.eventId)?.status === "settled";
	if (isSettled && input.refs?.customerRef) await linkCustomer({ req, invoice, customerId: input.refs.customerRef });
	await retakeEvents({
		req,
		exceptId: input.row?.id ?? null,
		paymentIntentId: plan.change.paymentIntentId ?? null,
		providerInvoiceId: plan.change.providerInvoiceId ?? null,
	});
}

type Change = ReturnType<typeof planInvoiceChange>["change"];

async function writeInvoice(req: PayloadRequest, invoice: LockedInvoice, change: Change): Promise<void> {
	const {
		paymentIntentId,
		providerInvoiceId,
		hostedInvoiceUrl,
		providerNumber: _shownByTheProvider,
		reversals,
		...same
	} = change;
	const data = {
		...same,
		...(reversals && { reversals: [...reversals] }),
		...(paymentIntentId && { stripePaymentIntentId: paymentIntentId }),
		...(providerInvoiceId && { stripeInvoiceId: providerInvoiceId }),
		...(hostedInvoiceUrl && { hostedUrl: hostedInvoiceUrl }),
	};
	if (Object.keys(data).length === 0) return;
	await req.payload.update({
		collection: slug.invoices,
		id: invoice.id,
		data: data as Partial<Invoice>,
		depth: 0,
		...asSystem(req, "settlement"),
	});
}
