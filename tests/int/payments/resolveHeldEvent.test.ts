import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { newId, paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { auditOf, countRuns, eventState, invoiceState, openRisks, query, tell } from "./stage";

let keyturn: Keyturn;
let ops: Person;
let manager: Person;
let customer: Person;
let setup: CustomerSetup;

const missing = "00000000-0000-4000-8000-000000000000";

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
	manager = await createVendor(keyturn, "manager");
	setup = await createCustomerSetup(keyturn);
	customer = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["finance_contact"] }]);
});
afterAll(() => keyturn?.stop());

/** A payment that names nobody, held. */
async function holdOne(invoice = setup.invoice, values: Record<string, unknown> = {}) {
	const [event = ""] = await tell(
		keyturn,
		stripeEvent("invoice.paid", paidInvoice(invoice, { metadata: {}, ...values })),
	);
	expect(await eventState(keyturn, event)).toMatchObject({ status: "held" });
	return event;
}

describe("settling a held payment", () => {
	test("binds it, pays the invoice, opens the run, links the company, closes the entry and says who and why", async () => {
		const { invoice, onboarding, company } = await createCustomerSetup(keyturn);
		const paidBy = newId("cus");
		const event = await holdOne(invoice, { customer: paidBy });
		const { status, body } = await keyturn.rest("POST", `/payment-events/${event}/settle`, {
			as: ops,
			body: { invoiceId: invoice.id, reason: "the buyer told us on the phone" },
		});
		expect(status).toBe(200);
		expect(body).toMatchObject({ status: "settled" });
		expect(await eventState(keyturn, event)).toMatchObject({ status: "settled", invoice: invoice.id });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: invoice.amountDue });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
		expect(await openRisks(keyturn, event)).toEqual([]);
		expect(await auditOf(keyturn, event)).toEqual(["payment_event.held", "payment_event.settled"]);
		const [row] = await query(
			keyturn,
			`SELECT e.resolved_by_id AS by, e.resolution AS why, p.stripe_i_d AS customer, a.actor
			 FROM payment_events e, companies p, audit_entries a
			 WHERE e.id = $1 AND p.id = $2 AND a.document = e.id::text AND a.action = 'payment_event.settled'`,
			[event, company.id],
		);
		expect(row).toEqual({
			by: ops.user.id,
			why: "the buyer told us on the phone",
			customer: paidBy,
			actor: `user:${ops.user.id}`,
		});
	});

	test("twice is refused the second time and changes nothing", async () => {
		const { invoice } = await createCustomerSetup(keyturn);
		const event = await holdOne(invoice);
		const settle = () =>
			keyturn.rest("POST", `/payment-events/${event}/settle`, {
				as: ops,
				body: { invoiceId: invoice.id, reason: "told on the phone" },
			});
		expect((await settle()).status).toBe(200);
		const again = await settle();
		expect(again.status).toBe(409);
		expect(again.body).toMatchObject({ errors: [{ code: "conflict" }] });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ paid: invoice.amountDue });
	});

	test("confirms whose money it is, never how much: a wrong amount stays held until the invoice is corrected", async () => {
		const { invoice } = await createCustomerSetup(keyturn);
		const event = await holdOne(invoice, {
			amount_paid: 60_000,
			amount_due: 60_000,
			customer_email: "other@else.example",
		});
		const { body } = await keyturn.rest("POST", `/payment-events/${event}/settle`, {
			as: ops,
			body: { invoiceId: invoice.id, reason: "it is theirs" },
		});
		expect(body).toMatchObject({ status: "held" });
		expect(await eventState(keyturn, event)).toMatchObject({ reason: "amount_mismatch", invoice: invoice.id });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open" });
		await keyturn.rest("PATCH", `/invoices/${invoice.id}`, { as: ops, body: { amountDue: 60_000 } });
		await tell(keyturn);
		expect(await eventState(keyturn, event)).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: 60_000 });
	});

	test("works where another invoice has the provider's id already", async () => {
		const [one, two] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
		const id = newId("in");
		await tell(
			keyturn,
			stripeEvent("invoice.finalized", paidInvoice(one.invoice, { id, status: "open", amount_paid: 0 })),
		);
		const wrong = paidInvoice(one.invoice, { id, amount_paid: 5, customer: null, customer_email: null });
		const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", wrong, 9));
		await keyturn.rest("PATCH", `/invoices/${two.invoice.id}`, { as: ops, body: { amountDue: 5 } });
		const { status } = await keyturn.rest("POST", `/payment-events/${event}/settle`, {
			as: ops,
			body: { invoiceId: two.invoice.id, reason: "meant for the other one" },
		});
		expect(status).toBe(200);
		expect(await invoiceState(keyturn, two.invoice.id)).toMatchObject({ status: "paid", stripeId: null });
		expect(await invoiceState(keyturn, one.invoice.id)).toMatchObject({ status: "open", stripeId: id });
	});

	test("of another casino than the one it names moves the entry in the queue with it", async () => {
		const [one, two] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
		const wrong = paidInvoice(one.invoice, { amount_paid: 7, customer: null, customer_email: null });
		const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", wrong));
		const { body } = await keyturn.rest("POST", `/payment-events/${event}/settle`, {
			as: ops,
			body: { invoiceId: two.invoice.id, reason: "meant for the other one" },
		});
		expect(body).toMatchObject({ status: "held" });
		const risks = await query(
			keyturn,
			"SELECT casino_id AS casino, invoice_id AS invoice FROM risks WHERE payment_event_id = $1 AND status = 'open'",
			[event],
		);
		expect(risks).toEqual([{ casino: two.casino.id, invoice: two.invoice.id }]);
	});

	test("brings a held subscription to the casino of the invoice that was chosen", async () => {
		const { invoice, casino } = await createCustomerSetup(keyturn);
		const subscription = {
			id: newId("sub"),
			object: "subscription",
			status: "active",
			customer: newId("cus"),
			items: { data: [] },
		};
		const [event = ""] = await tell(keyturn, stripeEvent("customer.subscription.created", subscription));
		expect(await eventState(keyturn, event)).toMatchObject({ status: "held" });
		const { status } = await keyturn.rest("POST", `/payment-events/${event}/settle`, {
			as: ops,
			body: { invoiceId: invoice.id, reason: "their plan" },
		});
		expect(status).toBe(200);
		const rows = await query(
			keyturn,
			"SELECT casino_id AS casino FROM subscriptions WHERE stripe_subscription_id = $1",
			[subscription.id],
		);
		expect(rows).toEqual([{ casino: casino.id }]);
	});
});

describe("who and what is refused", () => {
	const routes = ["settle", "dismiss", "preview"] as const;
	const bodies = () => ({
		settle: { invoiceId: setup.invoice.id, reason: "a good reason" },
		dismiss: { reason: "a good reason" },
		preview: { invoiceId: setup.invoice.id },
	});

	for (const route of routes) {
		test(`${route}: nobody signed in, a role that may not, a customer, no such event, no id`, async () => {
			const event = await holdOne();
			const body = bodies()[route];
			const post = (id: string, as?: Person) => keyturn.rest("POST", `/payment-events/${id}/${route}`, { as, body });
			expect((await post(event)).status).toBe(401);
			expect((await post(event, manager)).status).toBe(403);
			expect((await post(event, customer)).status).toBe(403);
			expect((await post(missing, ops)).status).toBe(404);
			expect((await post("not-an-id", ops)).status).toBe(400);
			expect(await eventState(keyturn, event)).toMatchObject({ status: "held", invoice: null });
			expect(await invoiceState(keyturn, setup.invoice.id)).toMatchObject({ status: "open" });
		});
	}

	test("no reason, no invoice, an invoice that does not exist", async () => {
		const event = await holdOne();
		const post = (body: object) => keyturn.rest("POST", `/payment-events/${event}/settle`, { as: ops, body });
		expect((await post({ invoiceId: setup.invoice.id })).body).toMatchObject({
			errors: [{ code: "invalid_input", data: [{ path: "reason" }] }],
		});
		expect((await post({ reason: "a good reason" })).status).toBe(400);
		expect((await post({ invoiceId: missing, reason: "a good reason" })).status).toBe(404);
		expect((await keyturn.rest("POST", `/payment-events/${event}/dismiss`, { as: ops, body: {} })).status).toBe(400);
		expect(await eventState(keyturn, event)).toMatchObject({ status: "held" });
	});
});

test("a preview says what would happen and what speaks against it, and changes nothing", async () => {
	const event = await holdOne(setup.invoice, { customer_email: "somebody@else.example" });
	const { body } = await keyturn.rest("POST", `/payment-events/${event}/preview`, {
		as: ops,
		body: { invoiceId: setup.invoice.id },
	});
	expect(JSON.stringify(body)).toContain(setup.invoice.number ?? "a number");
	expect((body as { warnings: string[] }).warnings.join()).toContain("somebody@else.example");
	expect(await eventState(keyturn, event)).toMatchObject({ status: "held", invoice: null });
});

test("a dismissed payment is set aside for good, and what comes later does not take it up again", async () => {
	const { invoice, company } = await createCustomerSetup(keyturn);
	const paidBy = newId("cus");
	const event = await holdOne(invoice, { customer: paidBy });
	const dismiss = () =>
		keyturn.rest("POST", `/payment-events/${event}/dismiss`, { as: ops, body: { reason: "a test payment" } });
	expect((await dismiss()).status).toBe(200);
	expect((await dismiss()).status).toBe(409);
	expect(await openRisks(keyturn, event)).toEqual([]);
	expect(await auditOf(keyturn, event)).toEqual(["payment_event.held", "payment_event.ignored"]);
	await query(keyturn, "UPDATE companies SET stripe_i_d = $2 WHERE id = $1", [company.id, paidBy]);
	const { settlePaymentEvent } = await import("@/operations/payments/settlePaymentEvent");
	await settlePaymentEvent({ payload: keyturn.payload, eventId: event });
	expect(await eventState(keyturn, event)).toMatchObject({ status: "ignored" });
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open" });
});

test("a dismissed subscription event stays dismissed when another of the subscription settles", async () => {
	const paidBy = newId("cus");
	const subscription = {
		id: newId("sub"),
		object: "subscription",
		status: "active",
		customer: paidBy,
		items: { data: [] },
	};
	const [event = ""] = await tell(keyturn, stripeEvent("customer.subscription.created", subscription));
	await keyturn.rest("POST", `/payment-events/${event}/dismiss`, { as: ops, body: { reason: "a test plan" } });
	await createCustomerSetup(keyturn, { company: { stripeID: paidBy } });
	await tell(keyturn, stripeEvent("customer.subscription.updated", { ...subscription, status: "past_due" }, 9));
	expect(await eventState(keyturn, event)).toMatchObject({ status: "ignored" });
});

test("the list of held payments names the likely invoice first, to the vendor's people only", async () => {
	const { invoice } = await createCustomerSetup(keyturn, { invoice: { amountDue: 31_337 } });
	const event = await holdOne(invoice);
	const { body } = await keyturn.rest("GET", "/payment-events/held", { as: manager });
	const { held } = body as { held: { id: string; candidates: { invoiceId: string }[] }[] };
	expect(held.find(({ id }) => id === event)?.candidates[0]?.invoiceId).toBe(invoice.id);
	await query(
		keyturn,
		`INSERT INTO payment_events (provider, event_id, type, status, hold_reason, occurred_at, received_at, payload)
		 SELECT 'stripe', 'evt_many_' || n, 'invoice.paid', 'held', 'unknown_customer', now(), now(), '{}' FROM generate_series(1, 101) n`,
	);
	const many = (await keyturn.rest("GET", "/payment-events/held", { as: manager })).body as { held: []; total: number };
	expect([many.held.length, many.total], "the first of them, and how many there are").toEqual([100, held.length + 101]);
	await query(keyturn, "DELETE FROM payment_events WHERE event_id LIKE 'evt_many_%'");
	expect((await keyturn.rest("GET", "/payment-events/held")).status).toBe(401);
	expect((await keyturn.rest("GET", "/payment-events/held", { as: customer })).status).toBe(403);
});
