import { setTimeout as sleep } from "node:timers/promises";
import { commitTransaction, initTransaction } from "payload";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { newId, paidInvoice, recordStripeEvent, stripeEvent } from "../../harness/stripeEvents";
import { workQueues } from "../../harness/workQueues";
import { eventState, invoiceState, query, tell } from "./stage";

let keyturn: Keyturn;
let finance: Person;
let admin: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	finance = await createVendor(keyturn, "finance");
	admin = await createVendor(keyturn, "admin");
});
afterAll(() => keyturn?.stop());

/** Runs `work` while somebody else has written `statement` and not committed yet; commits when `work` waits for it. */
async function whileUncommitted<Result>(
	statement: string,
	values: unknown[],
	work: () => Promise<Result>,
): Promise<Result> {
	const other = new Client({ connectionString: keyturn.databaseUrl, application_name: "the other" });
	await other.connect();
	try {
		await other.query("BEGIN");
		await other.query(statement, values);
		const working = work();
		for (let look = 0; look < 100; look++) {
			await sleep(30);
			const waiting = await query(
				keyturn,
				`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
			);
			if (waiting.length > 0) break;
		}
		await other.query("COMMIT");
		return await working;
	} finally {
		await other.end();
	}
}

test("an edit that was begun before a payment settled does not undo the payment", async () => {
	const { invoice } = await createCustomerSetup(keyturn);
	const answer = await whileUncommitted(
		"UPDATE invoices SET status = 'paid', amount_paid = 120000 WHERE id = $1",
		[invoice.id],
		() =>
			keyturn.rest("PATCH", `/invoices/${invoice.id}`, {
				as: finance,
				body: { description: "Floor tool, first year" },
			}),
	);
	expect(answer.status).toBe(200);
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: 120_000 });
});

test("an edit that was begun before a casino went live does not take it back", async () => {
	const { casino } = await createCustomerSetup(keyturn);
	await query(keyturn, "UPDATE casinos SET status = 'provisioning' WHERE id = $1", [casino.id]);
	const answer = await whileUncommitted("UPDATE casinos SET status = 'live' WHERE id = $1", [casino.id], () =>
		keyturn.rest("PATCH", `/casinos/${casino.id}`, { as: admin, body: { notes: "Asks for a call" } }),
	);
	expect(answer.status).toBe(200);
	const [row] = await query<{ status: string; notes: string }>(
		keyturn,
		"SELECT status::text, notes FROM casinos WHERE id = $1",
		[casino.id],
	);
	expect(row).toEqual({ status: "live", notes: "Asks for a call" });
});

test("contracts and invoices that are added to one onboarding at once do not wait for each other for ever", async () => {
	const { casino, onboarding } = await createCustomerSetup(keyturn);
	const owned = { casino: casino.id, onboarding: onboarding.id };
	const answers = await Promise.all([
		...["msa", "dpa", "msa", "dpa"].map((type) =>
			keyturn.rest("POST", "/contracts", { as: admin, body: { ...owned, type, status: "draft" } }),
		),
		...[1, 2, 3, 4].map((amountDue) =>
			keyturn.rest("POST", "/invoices", { as: admin, body: { ...owned, amountDue, currency: "usd", opensGate: true } }),
		),
	]);
	expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
});

test("failed payments of several invoices of one casino settle at once without a deadlock", async () => {
	const { casino, invoice } = await createCustomerSetup(keyturn);
	const others = await Promise.all(
		[1, 2, 3].map(async () => {
			const { body } = await keyturn.rest("POST", "/invoices", {
				as: admin,
				body: { casino: casino.id, status: "open", amountDue: 100, currency: "usd" },
			});
			return (body as { doc: typeof invoice }).doc;
		}),
	);
	const rows = await Promise.all(
		[invoice, ...others].map((one) =>
			recordStripeEvent(
				keyturn,
				stripeEvent("invoice.payment_failed", paidInvoice(one, { status: "open", amount_paid: 0, customer: null })),
			),
		),
	);
	const { settlePaymentEvent } = await import("@/operations/payments/settlePaymentEvent");
	await Promise.all(rows.map((eventId) => settlePaymentEvent({ payload: keyturn.payload, eventId })));
	for (const row of rows) expect(await eventState(keyturn, row)).toMatchObject({ status: "settled" });
});

test("one casino's failing invoice stays a mark when another of its invoices is paid", async () => {
	const { casino, invoice } = await createCustomerSetup(keyturn);
	const { body } = await keyturn.rest("POST", "/invoices", {
		as: admin,
		body: { casino: casino.id, status: "open", amountDue: 100, currency: "usd" },
	});
	const other = (body as { doc: typeof invoice }).doc;
	const failed = { status: "open", amount_paid: 0, customer: null };
	const standing = async () =>
		(
			await query<{ is: string }>(keyturn, "SELECT payment_standing::text AS is FROM casinos WHERE id = $1", [
				casino.id,
			])
		)[0]?.is;
	await tell(
		keyturn,
		...[invoice, other].map((one) => stripeEvent("invoice.payment_failed", paidInvoice(one, failed))),
	);
	expect(await standing()).toBe("failing");
	await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice, { customer: null }), 9));
	expect(await standing()).toBe("failing");
	await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(other, { customer: null }), 9));
	expect(await standing()).toBe("good");
});

test("three held events of one corrected invoice settle at once without a deadlock", async () => {
	const { invoice } = await createCustomerSetup(keyturn);
	const wrong = { amount_paid: 500, amount_due: 500, customer: null };
	const rows = await tell(
		keyturn,
		...[1, 2, 3].map((at) => stripeEvent("invoice.paid", paidInvoice(invoice, wrong), at)),
	);
	for (const row of rows) expect(await eventState(keyturn, row)).toMatchObject({ reason: "amount_mismatch" });
	await keyturn.rest("PATCH", `/invoices/${invoice.id}`, { as: finance, body: { amountDue: 500 } });
	await query(keyturn, "DELETE FROM pgboss.job WHERE name = 'settle_payment_event'");
	const { settlePaymentEvent } = await import("@/operations/payments/settlePaymentEvent");
	await Promise.all(rows.map((eventId) => settlePaymentEvent({ payload: keyturn.payload, eventId })));
	for (const row of rows) expect(await eventState(keyturn, row)).toMatchObject({ status: "settled" });
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: 1500 });
});

/** A person's choice for a held payment, made and not committed until `meanwhile` has had its time. */
async function whileDeciding<Result>(
	eventId: string,
	invoiceId: string,
	meanwhile: () => Promise<Result>,
): Promise<Result> {
	const { settleHeldEvent } = await import("@/operations/payments/resolveHeldEvent");
	const req = await keyturn.requestOf(admin.user);
	await initTransaction(req);
	await settleHeldEvent({ req, eventId, invoiceId, reason: "told on the phone" });
	const working = meanwhile();
	await Promise.race([working, sleep(700)]);
	await commitTransaction(req);
	return working;
}

test("of two people who choose two invoices for one payment, one settles it", async () => {
	const [one, two] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
	const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(one.invoice, { metadata: {} })));
	const { status } = await whileDeciding(event, one.invoice.id, () =>
		keyturn.rest("POST", `/payment-events/${event}/settle`, {
			as: finance,
			body: { invoiceId: two.invoice.id, reason: "told on the phone" },
		}),
	);
	expect(status).toBe(409);
	expect(await invoiceState(keyturn, one.invoice.id)).toMatchObject({ status: "paid" });
	expect(await invoiceState(keyturn, two.invoice.id)).toMatchObject({ status: "open", paid: 0 });
});

test("an event is not held for a reference that another settlement is just making known", async () => {
	const { invoice } = await createCustomerSetup(keyturn);
	const paid = paidInvoice(invoice, { metadata: {} });
	const [first = ""] = await tell(keyturn, stripeEvent("invoice.paid", paid));
	const payment = {
		id: newId("inpay"),
		object: "invoice_payment",
		invoice: paid.id,
		amount_paid: 120_000,
		currency: "usd",
	};
	const second = await recordStripeEvent(keyturn, stripeEvent("invoice_payment.paid", payment));
	const { settlePaymentEvent } = await import("@/operations/payments/settlePaymentEvent");
	await whileDeciding(first, invoice.id, () => settlePaymentEvent({ payload: keyturn.payload, eventId: second }));
	expect(await eventState(keyturn, second)).toMatchObject({ status: "settled", invoice: invoice.id });
	expect(await query(keyturn, "SELECT 1 FROM risks WHERE payment_event_id = $1", [second])).toEqual([]);
	await workQueues(keyturn, ["settlePaymentEvent"]);
});

test("an event that a person dismisses while a worker is at it stays dismissed", async () => {
	const { invoice, company } = await createCustomerSetup(keyturn);
	const object = paidInvoice(invoice, { metadata: {} });
	const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", object));
	// The worker would settle it now.
	await query(keyturn, "UPDATE companies SET stripe_i_d = $2 WHERE id = $1", [company.id, object.customer]);
	const { settlePaymentEvent } = await import("@/operations/payments/settlePaymentEvent");
	await whileUncommitted(
		"UPDATE payment_events SET status = 'ignored', hold_reason = NULL, resolution = 'not ours' WHERE id = $1",
		[event],
		() => settlePaymentEvent({ payload: keyturn.payload, eventId: event }),
	);
	expect(await eventState(keyturn, event)).toMatchObject({ status: "ignored" });
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open" });
});

test("an event is not left held when what it names became known in the same moment", async () => {
	const { company, invoice } = await createCustomerSetup(keyturn);
	const object = paidInvoice(invoice, { metadata: {} });
	const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", object));
	// Linked past every hook: nobody asked for another look.
	await query(keyturn, "UPDATE companies SET stripe_i_d = $2 WHERE id = $1", [company.id, object.customer]);
	const { sweep } = await import("@/operations/schedule/sweep");
	await sweep({ payload: keyturn.payload });
	await workQueues(keyturn, ["settlePaymentEvent"]);
	expect(await eventState(keyturn, event)).toMatchObject({ status: "settled" });
	await sweep({ payload: keyturn.payload });
	const { rows } = await keyturn.payload.db.pool.query("SELECT 1 FROM pgboss.job WHERE name = 'settle_payment_event'");
	expect(rows).toEqual([]);
});
