import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { modeOfKey } from "@/domain/settlement/findWhyNotOurs";
import { baselineStatusOf, foldInvoice } from "@/domain/settlement/foldInvoice";
import type { InvoiceState } from "@/domain/settlement/invoiceState";
import type { PaymentFact } from "@/domain/settlement/paymentFact";
import { planInvoiceChange } from "@/domain/settlement/planInvoiceChange";
import type { StripeRefs } from "@/domain/settlement/stripeRefs";
import { env } from "@/env";
import { type EventRow, eventColumns, isUndecided, readEvent } from "@/inbox/eventRow";
import type { Invoice } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { reviewPlan } from "../plan/reviewPlan";
import { announceSettlement } from "./announceSettlement";
import { requestClosingAtProvider } from "./closeAtProvider";
import { reportHeld } from "./holdEvent";
import { linkCustomer } from "./linkCustomer";
import { type LockedInvoice, lockInvoice } from "./lockInvoice";
import { retakeEvents } from "./retakeEvents";
import { writeOutcomes } from "./writeOutcomes";
import { writePayments } from "./writePayments";

function factOf(row: EventRow): PaymentFact | null {
	const reading = readEvent(row);
	const isPayment = reading.kind === "invoice" || reading.kind === "checkout" || reading.kind === "charge";
	if (!isPayment || !reading.fact) return null;
	return { ...reading.fact, resolvedBy: row.resolvedBy, wasSettled: row.status === "settled" };
}

type Settlement = { req: PayloadRequest; invoiceId: string; row?: EventRow; refs?: StripeRefs };

/**
 * Brings an invoice to the state that all events bound to it say together, and writes what became of each of them.
 * The one writer of an invoice's payment state.
 *
 * @param input.row the event that brought us here; bound to the invoice if it was not yet
 */
export async function settleInvoice(input: Settlement): Promise<void> {
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
		invoice: {
			...invoice,
			status: baselineStatusOf(invoice.status),
			sentAs: invoice.providerInvoiceId,
			livemode: modeOfKey(env().STRIPE_SECRET_KEY),
		},
		events: [...facts.values()].filter((fact) => fact !== null),
	});
	const current = { ...invoice, providerNumber: folded.state.providerNumber };
	const plan = planInvoiceChange(current, folded.state);
	const changed = await writeOutcomes({ req, rows, outcomes: folded.outcomes });
	const references = await writePayments({ req, invoice, payments: folded.state.payments });
	await writeInvoice(req, invoice, plan.change);
	for (const { row, outcome } of changed) {
		if (outcome.status !== "held") continue;
		await reportHeld({ req, row, fact: facts.get(row.eventId) ?? null, ...outcome, casinoName: invoice.casinoName });
	}
	if (wasPaidBeforeItsRefund(plan.change, folded.state, invoice) && invoice.onboardingId) {
		await reviewPlan({ req, onboardingId: invoice.onboardingId, paidInvoiceId: invoice.id });
	}
	await announceSettlement({ req, invoice, plan, folded: folded.state });
	const isSettled = input.row && folded.outcomes.get(input.row.eventId)?.status === "settled";
	if (isSettled && input.refs?.customerRef) await linkCustomer({ req, invoice, customerId: input.refs.customerRef });
	await retakeNamed(input, references, plan.change);
	if (plan.became === "paid") await requestClosingAtProvider({ req, invoiceId: invoice.id });
}

type Change = ReturnType<typeof planInvoiceChange>["change"];

/** Events that name a payment or an invoice at the provider that is known only now. */
async function retakeNamed({ req, row, refs }: Settlement, references: readonly string[], change: Change) {
	const ofEvent = row && !row.invoiceId ? [refs?.invoiceRef, refs?.paymentIntentRef, refs?.chargeRef] : [];
	await retakeEvents({
		req,
		exceptId: row?.id ?? null,
		references: [...references, ...ofEvent, change.paymentIntentId, change.providerInvoiceId],
	});
}

/**
 * A refund was told before its payment, and the payment is news now. It opens the gate as it would have in the other order:
 * what is provisioned must not depend on which message was faster.
 */
function wasPaidBeforeItsRefund(change: Change, folded: InvoiceState, { amountDue }: LockedInvoice): boolean {
	return folded.status === "refunded" && typeof change.paidAt === "string" && folded.amountPaid >= amountDue;
}

/** An id at the provider names one invoice of ours; an event that a person bound elsewhere does not move it. */
async function isTaken(req: PayloadRequest, invoiceId: string, providerInvoiceId: string): Promise<boolean> {
	const sql = await sqlOf(req);
	const rows = await sql("SELECT 1 FROM invoices WHERE stripe_invoice_id = $1 AND id <> $2::uuid", [
		providerInvoiceId,
		invoiceId,
	]);
	return rows.length > 0;
}

async function writeInvoice(req: PayloadRequest, invoice: LockedInvoice, change: Change): Promise<void> {
	const {
		paymentIntentId,
		providerInvoiceId,
		hostedInvoiceUrl,
		providerNumber: _shownByTheProvider,
		problems,
		...same
	} = change;
	const isNewId = providerInvoiceId != null && !(await isTaken(req, invoice.id, providerInvoiceId));
	const data = {
		...same,
		...(problems && { reversals: [...problems] }),
		...(paymentIntentId && { stripePaymentIntentId: paymentIntentId }),
		...(isNewId && { stripeInvoiceId: providerInvoiceId }),
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
