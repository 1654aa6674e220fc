import { asOwner } from "../../harness/asOwner";
import { type CustomerSetup, createCustomerSetup } from "../../harness/factories";
import type { Keyturn } from "../../harness/startKeyturn";
import { newId, paidInvoice, recordStripeEvent, type StripeEvent, stripeEvent } from "../../harness/stripeEvents";
import { workQueues } from "../../harness/workQueues";

/** Records an event and lets the settlement worker come to rest; no provisioning. */
export async function tell(keyturn: Keyturn, ...events: StripeEvent[]): Promise<string[]> {
	const ids: string[] = [];
	for (const event of events) ids.push(await recordStripeEvent(keyturn, event));
	await workQueues(keyturn, ["settlePaymentEvent"]);
	return ids;
}

/** Rows by SQL: what is stored, past every hook and rule. */
export async function query<Row extends object>(
	keyturn: Keyturn,
	text: string,
	values: unknown[] = [],
): Promise<Row[]> {
	const { rows } = await keyturn.payload.db.pool.query(text, values);
	return rows as Row[];
}

export type EventState = {
	status: string;
	reason: string | null;
	invoice: string | null;
	casino: string | null;
	why: string;
};

export async function eventState(keyturn: Keyturn, id: string): Promise<EventState> {
	const [row] = await query<EventState>(
		keyturn,
		`SELECT status::text, hold_reason::text AS reason, invoice_id AS invoice, casino_id AS casino, explanation AS why
		 FROM payment_events WHERE id = $1`,
		[id],
	);
	if (!row) throw new Error(`There is no event ${id}.`);
	return row;
}

export type InvoiceState = {
	status: string;
	paid: number;
	refunded: number;
	stripeId: string | null;
	intent: string | null;
};

export async function invoiceState(keyturn: Keyturn, id: string): Promise<InvoiceState> {
	const [row] = await query<InvoiceState>(
		keyturn,
		`SELECT status::text, amount_paid::float8 AS paid, amount_refunded::float8 AS refunded, stripe_invoice_id AS "stripeId",
			stripe_payment_intent_id AS intent FROM invoices WHERE id = $1`,
		[id],
	);
	if (!row) throw new Error(`There is no invoice ${id}.`);
	return row;
}

/** The unresolved entries of the queue about an event, an invoice or a run, as `kind`. */
export async function openRisks(keyturn: Keyturn, about: string): Promise<string[]> {
	const rows = await query<{ kind: string }>(
		keyturn,
		`SELECT kind::text FROM risks WHERE status <> 'resolved'
			AND $1 IN (payment_event_id::text, invoice_id::text, run_id::text, casino_id::text, onboarding_id::text) ORDER BY kind`,
		[about],
	);
	return rows.map(({ kind }) => kind);
}

export async function mailsTo(keyturn: Keyturn, address: string): Promise<string[]> {
	const rows = await query<{ template: string }>(
		keyturn,
		`SELECT template FROM messages WHERE "to" = $1 ORDER BY created_at, id`,
		[address],
	);
	return rows.map(({ template }) => template);
}

export async function countRuns(keyturn: Keyturn, onboardingId: string): Promise<number> {
	const [row] = await query<{ count: number }>(
		keyturn,
		"SELECT count(*)::int AS count FROM provisioning_runs WHERE onboarding_id = $1",
		[onboardingId],
	);
	return row?.count ?? 0;
}

/** What the record says happened to one document, in order. */
export async function auditOf(keyturn: Keyturn, document: string): Promise<string[]> {
	const rows = await query<{ action: string }>(
		keyturn,
		"SELECT action FROM audit_entries WHERE document = $1 ORDER BY at, id",
		[document],
	);
	return rows.map(({ action }) => action);
}

/** Lets an invoice have been written some time ago: past the trigger by which its time only grows. */
export async function age(keyturn: Keyturn, invoiceId: string, by: string): Promise<void> {
	await asOwner(
		keyturn,
		`BEGIN; SET LOCAL session_replication_role = replica;
		 UPDATE invoices SET updated_at = now() - interval '${by}' WHERE id = '${invoiceId}'; COMMIT`,
	);
}

/** The payments of an invoice, the oldest first. */
export const paymentsOf = (keyturn: Keyturn, id: string) =>
	query<{ reference: string; status: string; amount: number; refunded: number; disputed: number; lost: number }>(
		keyturn,
		`SELECT reference, status::text, amount::int, refunded::int, disputed::int, lost::int FROM payments
		 WHERE invoice_id = $1 ORDER BY paid_at, reference`,
		[id],
	);

export async function standingOf(keyturn: Keyturn, { casino }: CustomerSetup) {
	const [row] = await query<{ is: string }>(keyturn, "SELECT payment_standing::text AS is FROM casinos WHERE id = $1", [
		casino.id,
	]);
	return row?.is;
}

/** A paid invoice of the company's one customer. */
export const paidByCustomer = (invoice: CustomerSetup["invoice"], values: Record<string, unknown> = {}) =>
	paidInvoice(invoice, { customer: `cus_of_${invoice.id}`, ...values });

/** One payment of a provider's invoice, as Stripe tells it. */
export const invoicePayment = (invoice: string, intent: string, amount: number, at: number) =>
	stripeEvent(
		"invoice_payment.paid",
		{
			id: newId("inpay"),
			object: "invoice_payment",
			invoice,
			amount_paid: amount,
			amount_requested: amount,
			currency: "usd",
			payment: { type: "payment_intent", payment_intent: intent },
		},
		at,
	);

/** What a charge tells of its refunds: `refunded` until now. */
export const refund = (intent: string, amount: number, refunded: number, at: number) =>
	stripeEvent(
		"charge.refunded",
		{
			...{ id: `ch_of_${intent}`, object: "charge", amount, amount_refunded: refunded, refunded: amount === refunded },
			...{ currency: "usd", payment_intent: intent },
		},
		at,
	);

/** A purchase paid by one intent. */
export async function purchase(keyturn: Keyturn, values: Parameters<typeof createCustomerSetup>[1] = {}) {
	const setup = await createCustomerSetup(keyturn, values);
	const [inA, intent] = [newId("in"), newId("pi")];
	const paid = paidByCustomer(setup.invoice, { id: inA });
	const due = setup.invoice.amountDue;
	await tell(keyturn, invoicePayment(inA, intent, due, 10), stripeEvent("invoice.paid", paid, 10));
	await tell(keyturn);
	return { ...setup, inA, intent, due, paid };
}
