import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CustomerSetup, createCustomerSetup } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { newId, paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { auditOf, countRuns, eventState, invoiceState, mailsTo, openRisks, query, tell } from "./stage";

let keyturn: Keyturn;
const people = { finance: "finance@vendor.example", ops: "ops@vendor.example", manager: "manager@vendor.example" };

beforeAll(async () => {
	keyturn = await startKeyturn();
	const { asSystem } = await import("@/access/authority");
	for (const [vendorRole, email] of Object.entries(people)) {
		await keyturn.payload.create({
			collection: "users",
			data: { name: vendorRole, email, password: "turn the key, twice over", vendorRole: vendorRole as "ops" },
			depth: 0,
			...asSystem(await keyturn.requestOf(), "test"),
		});
	}
});
afterAll(() => keyturn?.stop());

const nobody = { metadata: {}, customer: null, customer_email: null };

async function expectPaid({ invoice, onboarding }: CustomerSetup, eventId: string) {
	expect(await eventState(keyturn, eventId)).toMatchObject({ status: "settled", reason: null, invoice: invoice.id });
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: invoice.amountDue });
	expect(await countRuns(keyturn, onboarding.id)).toBe(1);
}

describe("a payment is bound by", () => {
	test("an object id that we know, before everything else it names", async () => {
		const [named, other] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
		await query(keyturn, "UPDATE invoices SET stripe_invoice_id = 'in_of_the_other' WHERE id = $1", [other.invoice.id]);
		const [event = ""] = await tell(
			keyturn,
			stripeEvent("invoice.paid", paidInvoice(named.invoice, { id: "in_of_the_other" })),
		);
		expect(await eventState(keyturn, event)).toMatchObject({ status: "held", invoice: other.invoice.id });
		expect(await invoiceState(keyturn, named.invoice.id)).toMatchObject({ status: "open", stripeId: null });
	});

	test("our invoice id in the metadata", async () => {
		const setup = await createCustomerSetup(keyturn);
		const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice)));
		await expectPaid(setup, event);
	});

	test("the provider's invoice", async () => {
		const setup = await createCustomerSetup(keyturn);
		const id = newId("in");
		await query(keyturn, "UPDATE invoices SET stripe_invoice_id = $2 WHERE id = $1", [setup.invoice.id, id]);
		const [event = ""] = await tell(
			keyturn,
			stripeEvent("invoice.paid", paidInvoice(setup.invoice, { ...nobody, id })),
		);
		await expectPaid(setup, event);
	});

	test("the payment intent", async () => {
		const setup = await createCustomerSetup(keyturn);
		const intent = newId("pi");
		await query(keyturn, "UPDATE invoices SET stripe_payment_intent_id = $2 WHERE id = $1", [setup.invoice.id, intent]);
		const session = {
			id: newId("cs"),
			object: "checkout.session",
			payment_status: "paid",
			payment_intent: intent,
			amount_total: setup.invoice.amountDue,
			currency: "usd",
		};
		const [event = ""] = await tell(keyturn, stripeEvent("checkout.session.completed", session));
		await expectPaid(setup, event);
	});

	test("our onboarding id in the metadata", async () => {
		const setup = await createCustomerSetup(keyturn);
		const [event = ""] = await tell(
			keyturn,
			stripeEvent(
				"invoice.paid",
				paidInvoice(setup.invoice, { ...nobody, metadata: { keyturn_onboarding: setup.onboarding.id } }),
			),
		);
		await expectPaid(setup, event);
	});

	test("the company whose customer paid, with exactly one open invoice of that amount", async () => {
		const customer = newId("cus");
		const setup = await createCustomerSetup(keyturn, { company: { stripeID: customer } });
		const [event = ""] = await tell(
			keyturn,
			stripeEvent("invoice.paid", paidInvoice(setup.invoice, { ...nobody, customer })),
		);
		await expectPaid(setup, event);
	});
});

/** Held, in the queue, mailed to finance and operations and to nobody else, and not a thing changed. */
async function expectHeld(setup: CustomerSetup | null, eventId: string, reason: string) {
	expect(await eventState(keyturn, eventId)).toMatchObject({ status: "held", reason });
	expect(await openRisks(keyturn, eventId)).toEqual(["payment_held"]);
	expect(await auditOf(keyturn, eventId)).toEqual(["payment_event.held"]);
	const mailed = await query<{ to: string }>(
		keyturn,
		`SELECT "to" FROM messages WHERE key LIKE 'payment-held:' || $1 || ':%' ORDER BY "to"`,
		[eventId],
	);
	expect(mailed.map(({ to }) => to)).toEqual([people.finance, people.ops]);
	if (!setup) return;
	expect(await invoiceState(keyturn, setup.invoice.id)).toMatchObject({ status: "open", paid: 0, stripeId: null });
	expect(await countRuns(keyturn, setup.onboarding.id)).toBe(0);
	expect(await mailsTo(keyturn, setup.invoice.purchaserEmail ?? "")).toEqual([]);
	const [casino] = await query<{ status: string; standing: string }>(
		keyturn,
		"SELECT status::text, payment_standing::text AS standing FROM casinos WHERE id = $1",
		[setup.casino.id],
	);
	expect(casino).toEqual({ status: "prospect", standing: "good" });
}

describe("a payment is held for", () => {
	test("unknown_customer: it names nobody we know", async () => {
		const setup = await createCustomerSetup(keyturn);
		const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice, { metadata: {} })));
		await expectHeld(setup, event, "unknown_customer");
	});

	test("no_workspace: the customer has no casino", async () => {
		const { asSystem } = await import("@/access/authority");
		const customer = newId("cus");
		await keyturn.payload.create({
			collection: "companies",
			data: { name: "Nothing yet Ltd", stripeID: customer },
			depth: 0,
			...asSystem(await keyturn.requestOf(), "test"),
		});
		const object = { ...paidInvoice({ id: "", amountDue: 500, currency: "usd" }), metadata: {}, customer };
		const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", object));
		await expectHeld(null, event, "no_workspace");
	});

	test("email_mismatch: another address than the purchaser's paid", async () => {
		const setup = await createCustomerSetup(keyturn);
		const [event = ""] = await tell(
			keyturn,
			stripeEvent("invoice.paid", paidInvoice(setup.invoice, { customer_email: "somebody@else.example" })),
		);
		await expectHeld(setup, event, "email_mismatch");
	});

	test("not the purchaser's address in other letters", async () => {
		const setup = await createCustomerSetup(keyturn);
		const customer_email = ` ${setup.invoice.purchaserEmail?.toUpperCase()} `;
		const [event = ""] = await tell(
			keyturn,
			stripeEvent("invoice.paid", paidInvoice(setup.invoice, { customer_email })),
		);
		await expectPaid(setup, event);
	});

	test("duplicate_customer: a second customer of the same company paid", async () => {
		const setup = await createCustomerSetup(keyturn, { company: { stripeID: newId("cus") } });
		const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice)));
		await expectHeld(setup, event, "duplicate_customer");
	});

	test("amount_mismatch: the invoice asks another amount", async () => {
		const setup = await createCustomerSetup(keyturn);
		const [event = ""] = await tell(
			keyturn,
			stripeEvent("invoice.paid", paidInvoice(setup.invoice, { amount_paid: setup.invoice.amountDue - 1 })),
		);
		await expectHeld(setup, event, "amount_mismatch");
	});

	test("amount_mismatch: two open invoices of that amount", async () => {
		const customer = newId("cus");
		const setup = await createCustomerSetup(keyturn, { company: { stripeID: customer } });
		const { asSystem } = await import("@/access/authority");
		await keyturn.payload.create({
			collection: "invoices",
			data: { casino: setup.casino.id, status: "open", amountDue: setup.invoice.amountDue, currency: "usd" } as never,
			depth: 0,
			...asSystem(await keyturn.requestOf(), "test"),
		});
		const [event = ""] = await tell(
			keyturn,
			stripeEvent("invoice.paid", paidInvoice(setup.invoice, { ...nobody, customer })),
		);
		await expectHeld(setup, event, "amount_mismatch");
	});

	test("amount_mismatch: another open invoice of that amount, however many lie between them", async () => {
		const customer = newId("cus");
		const setup = await createCustomerSetup(keyturn, { company: { stripeID: customer } });
		await query(
			keyturn,
			`INSERT INTO invoices (casino_id, number, status, amount_due, currency, opens_gate)
			 SELECT $1, 'between-' || n, 'open', CASE WHEN n = 300 THEN $2 ELSE n END, 'usd', false FROM generate_series(1, 300) n ORDER BY n`,
			[setup.casino.id, setup.invoice.amountDue],
		);
		await query(keyturn, "UPDATE invoices SET created_at = now() + interval '1 hour' WHERE number = 'between-300'");
		const [event = ""] = await tell(
			keyturn,
			stripeEvent("invoice.paid", paidInvoice(setup.invoice, { ...nobody, customer })),
		);
		await expectHeld(setup, event, "amount_mismatch");
	});

	test("currency_mismatch: the invoice is in another currency", async () => {
		const setup = await createCustomerSetup(keyturn);
		const [event = ""] = await tell(
			keyturn,
			stripeEvent("invoice.paid", paidInvoice(setup.invoice, { currency: "eur" })),
		);
		await expectHeld(setup, event, "currency_mismatch");
	});
});

describe("a held payment settles by itself", () => {
	test("when the company is linked to the customer who paid", async () => {
		const setup = await createCustomerSetup(keyturn);
		const customer = newId("cus");
		const paid = paidInvoice(setup.invoice, { metadata: {}, customer });
		const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", paid));
		await expectHeld(setup, event, "unknown_customer");
		const { asSystem } = await import("@/access/authority");
		await keyturn.payload.update({
			collection: "companies",
			id: setup.company.id,
			data: { stripeID: customer },
			depth: 0,
			...asSystem(await keyturn.requestOf(), "test"),
		});
		await tell(keyturn);
		await expectPaid(setup, event);
		expect(await openRisks(keyturn, event)).toEqual([]);
	});

	test("when the amount of its invoice is corrected", async () => {
		const setup = await createCustomerSetup(keyturn);
		const paid = paidInvoice(setup.invoice, { amount_paid: 130_000, amount_due: 130_000 });
		const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", paid));
		await expectHeld(setup, event, "amount_mismatch");
		await keyturn.payload.update({
			collection: "invoices",
			id: setup.invoice.id,
			data: { amountDue: 130_000 },
			depth: 0,
			overrideAccess: true,
		});
		await tell(keyturn);
		await expectPaid({ ...setup, invoice: { ...setup.invoice, amountDue: 130_000 } }, event);
		expect(await openRisks(keyturn, event)).toEqual([]);
	});

	test("when the invoice it is for is written at last", async () => {
		const customer = newId("cus");
		const setup = await createCustomerSetup(keyturn, { company: { stripeID: customer } });
		const paid = paidInvoice(setup.invoice, { ...nobody, customer, amount_due: 7_700, amount_paid: 7_700 });
		const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", paid));
		await expectHeld(setup, event, "amount_mismatch");
		const { asSystem } = await import("@/access/authority");
		const created = await keyturn.payload.create({
			collection: "invoices",
			data: { casino: setup.casino.id, status: "open", amountDue: 7_700, currency: "usd" } as never,
			depth: 0,
			...asSystem(await keyturn.requestOf(), "test"),
		});
		await tell(keyturn);
		expect(await eventState(keyturn, event)).toMatchObject({ status: "settled", invoice: created.id });
		expect(await invoiceState(keyturn, created.id)).toMatchObject({ status: "paid" });
	});

	test("when the first payment shows which company a subscription's customer is", async () => {
		const setup = await createCustomerSetup(keyturn);
		const customer = newId("cus");
		const subscription = { id: newId("sub"), object: "subscription", status: "active", customer, items: { data: [] } };
		const [held = ""] = await tell(keyturn, stripeEvent("customer.subscription.created", subscription));
		expect(await eventState(keyturn, held)).toMatchObject({ status: "held", reason: "unknown_customer" });
		const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice, { customer }), 5));
		await expectPaid(setup, event);
		expect(await eventState(keyturn, held)).toMatchObject({ status: "settled", casino: setup.casino.id });
		expect(await openRisks(keyturn, held)).toEqual([]);
	});
});

test("events of a kind that settles nothing are kept and ignored, without a fuss", async () => {
	const [event = ""] = await tell(
		keyturn,
		stripeEvent("payment_intent.created", { id: "pi_1", object: "payment_intent" }),
	);
	expect(await eventState(keyturn, event)).toMatchObject({ status: "ignored", reason: null });
	expect(await openRisks(keyturn, event)).toEqual([]);
	const [kept] = await query<{ type: string }>(
		keyturn,
		"SELECT payload->>'type' AS type FROM payment_events WHERE id = $1",
		[event],
	);
	expect(kept?.type).toBe("payment_intent.created");
});

test("an event that arrives twice settles once", async () => {
	const setup = await createCustomerSetup(keyturn);
	const event = stripeEvent("invoice.paid", paidInvoice(setup.invoice));
	const [first = "", second] = await tell(keyturn, event, event);
	expect(second).toBe(first);
	const { settlePaymentEvent } = await import("@/operations/payments/settlePaymentEvent");
	await Promise.all([1, 2, 3].map(() => settlePaymentEvent({ payload: keyturn.payload, eventId: first })));
	await expectPaid(setup, first);
	expect(await auditOf(keyturn, first)).toEqual(["payment_event.settled"]);
	expect(await mailsTo(keyturn, setup.invoice.purchaserEmail ?? "")).toEqual(["payment_received"]);
});

test("an event whose settlement cannot pass becomes failed and a risk, and settles when it is tried again", async () => {
	const setup = await createCustomerSetup(keyturn);
	// Somebody has written past every rule what no row may hold: it cannot be written again.
	await query(keyturn, "UPDATE invoices SET description = repeat('x', 501) WHERE id = $1", [setup.invoice.id]);
	const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice)));
	expect(await eventState(keyturn, event)).toMatchObject({ status: "failed" });
	expect(await openRisks(keyturn, event)).toEqual(["payment_held"]);
	await query(keyturn, "UPDATE invoices SET description = NULL WHERE id = $1", [setup.invoice.id]);
	await query(keyturn, "UPDATE payment_events SET updated_at = now() - interval '11 minutes' WHERE id = $1", [event]);
	const { sweep } = await import("@/operations/schedule/sweep");
	await sweep({ payload: keyturn.payload });
	await tell(keyturn);
	await expectPaid(setup, event);
	expect(await openRisks(keyturn, event)).toEqual([]);
});
