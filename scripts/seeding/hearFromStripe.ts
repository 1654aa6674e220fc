import { randomUUID } from "node:crypto";
import type { Payload } from "payload";
import { recordEvent } from "@/inbox/recordEvent";
import { settlePaymentEvent } from "@/operations/payments/settlePaymentEvent";
import { provisionRun } from "@/operations/runs/provisionRun";
import type { Invoice } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import type { Opened } from "./openCustomer";

const idOf = (prefix: string) => `${prefix}_sample${randomUUID().replaceAll("-", "").slice(0, 18)}`;

/** Takes an event in and works it to its end as a worker would, with the provisioning it may start. */
async function hearFromStripe(payload: Payload, type: string, object: Record<string, unknown>): Promise<void> {
	const now = new Date();
	const created = Math.floor(now.getTime() / 1000);
	const event = { id: idOf("evt"), object: "event", type, created, livemode: false, data: { object } };
	const { pool } = payload.db;
	const { id } = await recordEvent({ pool, provider: "stripe", event, receivedAt: now.toISOString() });
	await settlePaymentEvent({ payload, eventId: id });
	const sql = await sqlOf({ payload });
	// Other customers' runs are for the stories that are played beside this one.
	const runs = await sql<{ id: string }>(
		`SELECT r.id FROM provisioning_runs r JOIN payment_events e ON e.casino_id = r.casino_id
		 WHERE e.id = $1::uuid AND r.status = 'queued'`,
		[id],
	);
	for (const run of runs) await provisionRun({ payload, runId: run.id });
}

const refsOf = (invoice: Invoice) => {
	const mark = invoice.id.replaceAll("-", "").slice(0, 18);
	return { id: `in_sample${mark}`, customer: `cus_sample${mark}`, payment_intent: `pi_sample${mark}` };
};

/** Stripe's invoice as it stands at Stripe. */
function invoiceObject(invoice: Invoice, values: { status: "open" | "paid"; email: string }): Record<string, unknown> {
	const { status, email } = values;
	return {
		...refsOf(invoice),
		object: "invoice",
		status,
		number: invoice.number,
		currency: invoice.currency,
		amount_due: invoice.amountDue,
		amount_paid: status === "paid" ? invoice.amountDue : 0,
		customer_email: email,
		metadata: { keyturn_invoice: invoice.id },
	};
}

/** The invoice was paid, by its purchaser unless somebody else is named. */
export function hearPaid(payload: Payload, invoice: Invoice, payer = invoice.purchaserEmail ?? ""): Promise<void> {
	return hearFromStripe(payload, "invoice.paid", invoiceObject(invoice, { status: "paid", email: payer }));
}

/** The invoice was paid by two payments of half each. */
export async function hearPaidInHalves(payload: Payload, invoice: Invoice): Promise<void> {
	const { id } = refsOf(invoice);
	await hearIssued(payload, invoice);
	const first = Math.floor(invoice.amountDue / 2);
	for (const amount of [first, invoice.amountDue - first]) {
		await hearFromStripe(payload, "invoice_payment.paid", {
			...{ id: idOf("inpay"), object: "invoice_payment", invoice: id, currency: invoice.currency },
			...{ amount_paid: amount, amount_requested: amount },
			payment: { type: "payment_intent", payment_intent: idOf("pi") },
		});
	}
	const email = invoice.purchaserEmail ?? "";
	const { payment_intent: _, ...paid } = invoiceObject(invoice, { status: "paid", email });
	await hearFromStripe(payload, "invoice.paid", paid);
}

/** The payer's bank disputed the payment, and closed the dispute in our favour. */
export async function hearDisputeWon(payload: Payload, invoice: Invoice): Promise<void> {
	const { payment_intent } = refsOf(invoice);
	const dispute = {
		...{ id: idOf("dp"), object: "dispute", payment_intent },
		...{ amount: invoice.amountDue, currency: invoice.currency },
	};
	await hearFromStripe(payload, "charge.dispute.created", { ...dispute, status: "needs_response" });
	await hearFromStripe(payload, "charge.dispute.closed", { ...dispute, status: "won" });
}

/** The invoice was issued at Stripe. */
function hearIssued(payload: Payload, invoice: Invoice): Promise<void> {
	const email = invoice.purchaserEmail ?? "";
	return hearFromStripe(payload, "invoice.finalized", invoiceObject(invoice, { status: "open", email }));
}

/** The purchaser's card or mandate was declined. */
export function hearPaymentFailed(payload: Payload, invoice: Invoice): Promise<void> {
	const email = invoice.purchaserEmail ?? "";
	return hearFromStripe(payload, "invoice.payment_failed", invoiceObject(invoice, { status: "open", email }));
}

/** All the money of a paid invoice went back. */
export function hearRefunded(payload: Payload, invoice: Invoice): Promise<void> {
	const { customer, payment_intent } = refsOf(invoice);
	return hearFromStripe(payload, "charge.refunded", {
		...{ id: idOf("ch"), object: "charge", customer, payment_intent },
		...{ amount: invoice.amountDue, amount_refunded: invoice.amountDue, currency: invoice.currency, refunded: true },
	});
}

/** The plan's subscription runs since now, paid for a year. */
export function hearSubscribed(payload: Payload, { facts, onboarding }: Opened, invoice: Invoice): Promise<void> {
	const year = Math.floor(Date.now() / 1000) + 365 * 86_400;
	return hearFromStripe(payload, "customer.subscription.created", {
		...{ id: idOf("sub"), object: "subscription", status: "active", customer: refsOf(invoice).customer },
		metadata: { keyturn_onboarding: onboarding.id },
		items: {
			data: [
				{
					price: { id: idOf("price"), lookup_key: facts.plan, recurring: { interval: "year" } },
					current_period_end: year,
				},
			],
		},
	});
}

/** Somebody nobody knows paid something. */
export function hearFromStranger(payload: Payload): Promise<void> {
	return hearFromStripe(payload, "invoice.paid", {
		...{ id: idOf("in"), object: "invoice", status: "paid", number: "8F2C-0001", customer: idOf("cus") },
		...{ currency: "usd", amount_due: 480_000, amount_paid: 480_000 },
		...{
			customer_email: "treasury@golden-sandpiper.example",
			customer_name: "Golden Sandpiper Partners LP",
			metadata: {},
		},
	});
}
