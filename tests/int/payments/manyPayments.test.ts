import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CustomerSetup, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { newId, type StripeEvent, stripeEvent } from "../../harness/stripeEvents";
import {
	countRuns,
	eventState,
	invoicePayment,
	invoiceState,
	openRisks,
	paidByCustomer,
	paymentsOf,
	purchase,
	query,
	refund,
	standingOf,
	tell,
} from "./stage";

let keyturn: Keyturn;
let finance: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	finance = await createVendor(keyturn, "finance");
});
afterAll(() => keyturn?.stop());

/** The same events in a few orders, each for a customer of its own: they must end the same. */
async function inEveryOrder(tellOf: (setup: CustomerSetup) => StripeEvent[], check: (setup: CustomerSetup) => unknown) {
	const orders = [(events: StripeEvent[]) => events, (events: StripeEvent[]) => events.toReversed()];
	for (const order of orders) {
		const setup = await createCustomerSetup(keyturn);
		for (const event of order(tellOf(setup))) await tell(keyturn, event, event);
		await check(setup);
	}
}

test("an invoice issued again is paid by its second object, and the void of the first does not undo it", async () => {
	await inEveryOrder(
		({ invoice }) => [
			stripeEvent(
				"invoice.finalized",
				paidByCustomer(invoice, { id: `in_A_${invoice.id}`, status: "open", amount_paid: 0 }),
				0,
			),
			stripeEvent(
				"invoice.voided",
				paidByCustomer(invoice, { id: `in_A_${invoice.id}`, status: "void", amount_paid: 0 }),
				5,
			),
			stripeEvent("invoice.paid", paidByCustomer(invoice, { id: `in_B_${invoice.id}` }), 9),
		],
		async ({ invoice, onboarding }) => {
			expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", stripeId: `in_B_${invoice.id}` });
			expect(await countRuns(keyturn, onboarding.id)).toBe(1);
			const late = paidByCustomer(invoice, { id: `in_A_${invoice.id}`, status: "void", amount_paid: 0, metadata: {} });
			const [row = ""] = await tell(keyturn, stripeEvent("invoice.updated", late, 20));
			expect(await eventState(keyturn, row)).toMatchObject({ status: "settled", invoice: invoice.id });
			expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", stripeId: `in_B_${invoice.id}` });
		},
	);
});

describe("a renewal", () => {
	const renewalOf = (setup: CustomerSetup, sub: string, values: Record<string, unknown> = {}) => ({
		...paidByCustomer(setup.invoice, { metadata: {}, customer: null, customer_email: null }),
		parent: { subscription_details: { subscription: sub, metadata: { keyturn_invoice: setup.invoice.id } } },
		...values,
	});
	const renewals = (sub: string) =>
		query<{ id: string; status: string; due: number; gate: boolean; onboarding: string | null }>(
			keyturn,
			`SELECT i.id, i.status::text, i.amount_due::int AS due, i.opens_gate AS gate, i.onboarding_id AS onboarding
			 FROM invoices i JOIN subscriptions s ON s.id = i.subscription_id WHERE s.stripe_subscription_id = $1 ORDER BY i.created_at`,
			[sub],
		);

	test("voided leaves the paid purchase and its Stripe id, whether or not it says why it was made", async () => {
		for (const reason of [{ billing_reason: "subscription_cycle" }, {}]) {
			const bought = await purchase(keyturn);
			const sub = newId("sub");
			const renewal = renewalOf(bought, sub, { status: "void", amount_paid: 0, ...reason });
			await tell(keyturn, stripeEvent("invoice.voided", renewal, 60));
			expect(await invoiceState(keyturn, bought.invoice.id)).toMatchObject({ status: "paid", stripeId: bought.inA });
			expect(await renewals(sub)).toMatchObject([{ status: "void", gate: false, onboarding: null }]);
		}
	});

	test("is an invoice of its own, made once from its events in any order, and never opens the gate", async () => {
		for (const order of [1, -1]) {
			const setup = await createCustomerSetup(keyturn);
			const [sub, inR, intent] = [newId("sub"), newId("in"), newId("pi")];
			const renewal = renewalOf(setup, sub, { id: inR, billing_reason: "subscription_cycle" });
			const events = [
				stripeEvent("invoice.finalized", { ...renewal, status: "open", amount_paid: 0 }, 60),
				invoicePayment(inR, intent, setup.invoice.amountDue, 70),
				stripeEvent("invoice.paid", renewal, 70),
			];
			for (const event of order === 1 ? events : events.toReversed()) await tell(keyturn, event, event);
			expect(await renewals(sub)).toMatchObject([{ status: "paid", due: setup.invoice.amountDue, gate: false }]);
			const [own] = await renewals(sub);
			expect(await paymentsOf(keyturn, own?.id ?? "")).toMatchObject([{ reference: intent, status: "captured" }]);
			expect(await invoiceState(keyturn, setup.invoice.id)).toMatchObject({ status: "open", paid: 0 });
			expect(await countRuns(keyturn, setup.onboarding.id)).toBe(0);
		}
	});

	test("of nothing is kept, and makes no invoice", async () => {
		const setup = await createCustomerSetup(keyturn);
		const sub = newId("sub");
		const free = renewalOf(setup, sub, {
			billing_reason: "subscription_cycle",
			total: 0,
			amount_due: 0,
			amount_paid: 0,
		});
		const [row = ""] = await tell(keyturn, stripeEvent("invoice.paid", free));
		expect(await eventState(keyturn, row)).toMatchObject({ status: "ignored" });
		expect(await renewals(sub)).toEqual([]);
	});
});

test("a payment that comes twice is noticed, and giving one back leaves the invoice paid and the gate open", async () => {
	const bought = await purchase(keyturn);
	await tell(keyturn, invoicePayment(bought.inA, "pi_twice", bought.due, 30));
	expect(await openRisks(keyturn, bought.invoice.id)).toEqual(["paid_twice"]);
	await tell(keyturn, refund("pi_twice", bought.due, bought.due, 50));
	expect(await invoiceState(keyturn, bought.invoice.id)).toMatchObject({ status: "paid", refunded: bought.due });
	expect(await paymentsOf(keyturn, bought.invoice.id)).toMatchObject([
		{ reference: bought.intent, status: "captured", refunded: 0 },
		{ reference: "pi_twice", status: "refunded", refunded: bought.due },
	]);
	expect(await openRisks(keyturn, bought.invoice.id)).toEqual([]);
	expect(await standingOf(keyturn, bought)).toBe("good");
});

test("a payment at Stripe after one recorded by hand is noticed; what our own closing tells is no payment", async () => {
	const { invoice, onboarding } = await createCustomerSetup(keyturn);
	const body = {
		...{ amount: invoice.amountDue, currency: "usd", paidAt: new Date().toISOString() },
		...{ method: "bank_transfer", reason: "Seen on the account" },
	};
	const recorded = await keyturn.rest("POST", `/invoices/${invoice.id}/record-payment`, { as: finance, body });
	expect(recorded.status).toBe(200);
	const inA = newId("in");
	const closed = paidByCustomer(invoice, { id: inA, amount_paid: 0, paid_out_of_band: true });
	await tell(keyturn, stripeEvent("invoice.paid", closed, 40));
	expect(await paymentsOf(keyturn, invoice.id)).toHaveLength(1);
	expect(await openRisks(keyturn, invoice.id)).toEqual([]);
	await tell(
		keyturn,
		stripeEvent("invoice.paid", paidByCustomer(invoice, { id: inA, payment_intent: "pi_after_hand" }), 50),
	);
	expect(await paymentsOf(keyturn, invoice.id)).toHaveLength(2);
	expect(await openRisks(keyturn, invoice.id)).toEqual(["paid_twice"]);
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid" });
	expect(await countRuns(keyturn, onboarding.id)).toBe(1);
});

test("two halves are open with what was paid, then paid; nothing is held", async () => {
	const { invoice, onboarding } = await createCustomerSetup(keyturn);
	const inA = newId("in");
	const half = invoice.amountDue / 2;
	const open = paidByCustomer(invoice, { id: inA, status: "open", amount_paid: 0 });
	await tell(keyturn, stripeEvent("invoice.finalized", open), invoicePayment(inA, "pi_half_1", half, 10));
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: half });
	expect(await countRuns(keyturn, onboarding.id)).toBe(0);
	const second = invoicePayment(inA, "pi_half_2", half, 20);
	const rows = await tell(keyturn, second, stripeEvent("invoice.paid", paidByCustomer(invoice, { id: inA }), 20));
	for (const row of rows) expect(await eventState(keyturn, row)).toMatchObject({ status: "settled" });
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: invoice.amountDue });
	expect(await paymentsOf(keyturn, invoice.id)).toMatchObject([{ reference: "pi_half_1" }, { reference: "pi_half_2" }]);
	expect(await openRisks(keyturn, invoice.id)).toEqual([]);
	expect(await countRuns(keyturn, onboarding.id)).toBe(1);
});

test("somebody else's payment is here and pays nothing until a person decides, whichever event comes first", async () => {
	const told = new Map<string, string>();
	await inEveryOrder(
		({ invoice }) => {
			const inA = `in_A_${invoice.id}`;
			const paid = paidByCustomer(invoice, { id: inA, customer_email: "cfo@holding.example" });
			const event = stripeEvent("invoice.paid", paid, 10);
			told.set(invoice.id, event.id);
			return [
				stripeEvent("invoice.finalized", { ...paid, status: "open", amount_paid: 0 }),
				invoicePayment(inA, `pi_of_${invoice.id}`, invoice.amountDue, 9),
				event,
			];
		},
		async ({ invoice, onboarding }) => {
			const due = invoice.amountDue;
			expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: due });
			expect(await paymentsOf(keyturn, invoice.id)).toMatchObject([{ status: "captured", amount: due }]);
			expect(await openRisks(keyturn, invoice.id)).toEqual(["payment_held"]);
			const [row] = await query<{ id: string; reason: string }>(
				keyturn,
				"SELECT id, hold_reason::text AS reason FROM payment_events WHERE event_id = $1 AND status = 'held'",
				[told.get(invoice.id)],
			);
			expect(row).toMatchObject({ reason: "email_mismatch" });
			expect(await countRuns(keyturn, onboarding.id)).toBe(0);
			const body = { invoiceId: invoice.id, reason: "The holding pays for them" };
			const settled = await keyturn.rest("POST", `/payment-events/${row?.id}/settle`, { as: finance, body });
			expect(settled.body).toMatchObject({ status: "settled" });
			expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: due });
			expect(await countRuns(keyturn, onboarding.id)).toBe(1);
		},
	);
});

test("a transfer of a part is recorded by hand, then the rest, and no more", async () => {
	const { invoice, onboarding } = await createCustomerSetup(keyturn);
	const record = (amount: number) =>
		keyturn.rest("POST", `/invoices/${invoice.id}/record-payment`, {
			as: finance,
			body: {
				...{ amount, currency: "usd", paidAt: new Date().toISOString() },
				...{ method: "bank_transfer", reason: "Seen on the account" },
			},
		});
	expect((await record(50_000)).status).toBe(200);
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: 50_000 });
	const { status, body } = await record(invoice.amountDue);
	expect(status).toBe(400);
	expect(body).toMatchObject({ errors: [{ data: [{ path: "amount", message: expect.stringContaining("$700.00") }] }] });
	expect((await record(invoice.amountDue - 50_000)).status).toBe(200);
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: invoice.amountDue });
	expect(await countRuns(keyturn, onboarding.id)).toBe(1);
});

test("the payments of an invoice are read with their events, sums and objects, by the vendor's people", async () => {
	const bought = await purchase(keyturn);
	await tell(keyturn, refund(bought.intent, bought.due, 500, 60));
	const { readPayments } = await import("@/operations/payments/readPayments");
	const req = { ...(await keyturn.requestOf()), user: { ...finance.user, collection: "users" } } as never;
	const read = await readPayments({ req, invoiceId: bought.invoice.id });
	expect(read).toMatchObject({
		sums: { due: bought.due, paid: bought.due, refunded: 500, disputed: 0, lost: 0, kept: bought.due - 500 },
		objects: [{ ref: bought.inA, state: "paid", isCurrent: true }],
		payments: [{ reference: bought.intent, status: "partly_refunded", amount: bought.due }],
	});
	expect(read.payments[0]?.events.map(({ type }) => type)).toEqual(["invoice_payment.paid", "charge.refunded"]);
	expect(read.otherEvents.map(({ type }) => type)).toEqual(["invoice.paid"]);
	const stranger = { ...(await keyturn.requestOf()), user: null } as never;
	await expect(readPayments({ req: stranger, invoiceId: bought.invoice.id })).rejects.toThrow();
});

test("payments of an invoice that was settled before they were rows are made again, once", async () => {
	const bought = await purchase(keyturn);
	const before = await paymentsOf(keyturn, bought.invoice.id);
	await query(keyturn, "DELETE FROM payments WHERE invoice_id = $1", [bought.invoice.id]);
	const { projectPayments } = await import("@/operations/payments/projectPayments");
	expect(await projectPayments({ payload: keyturn.payload })).toBe(1);
	expect(await paymentsOf(keyturn, bought.invoice.id)).toEqual(before);
	expect(await projectPayments({ payload: keyturn.payload })).toBe(0);
});

test("nothing paid is a record and no money: nobody is told, whether or not it is known whose it is", async () => {
	const { invoice } = await createCustomerSetup(keyturn);
	const nothing = { total: 0, amount_due: 0, amount_paid: 0 };
	const rows = await tell(
		keyturn,
		stripeEvent("invoice.paid", paidByCustomer(invoice, nothing)),
		stripeEvent("invoice.paid", paidByCustomer(invoice, { ...nothing, metadata: {} })),
	);
	for (const row of rows) {
		expect(await eventState(keyturn, row)).toMatchObject({ status: "ignored", reason: null });
		expect(await openRisks(keyturn, row)).toEqual([]);
	}
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: 0 });
	const mailed = await query(keyturn, "SELECT 1 FROM messages WHERE key ~ $1", [`payment-held:(${rows.join("|")})`]);
	expect(mailed).toEqual([]);
});

test("a credit that was taken off counts as paid", async () => {
	const { invoice, onboarding } = await createCustomerSetup(keyturn);
	const due = invoice.amountDue - 2_000;
	const credited = paidByCustomer(invoice, { total: invoice.amountDue, amount_due: due, amount_paid: due });
	await tell(keyturn, stripeEvent("invoice.paid", credited));
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: invoice.amountDue });
	expect((await paymentsOf(keyturn, invoice.id)).map(({ amount }) => amount).sort()).toEqual([due, 2_000].sort());
	expect(await countRuns(keyturn, onboarding.id)).toBe(1);
});

test("more than was asked for is paid, and reported", async () => {
	const { invoice } = await createCustomerSetup(keyturn);
	await tell(keyturn, stripeEvent("invoice.paid", paidByCustomer(invoice, { amount_paid: invoice.amountDue + 500 })));
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: invoice.amountDue + 500 });
	expect(await openRisks(keyturn, invoice.id)).toEqual(["overpaid"]);
});

describe("without a key, an invoice keeps the mode of its first payment", () => {
	test.each([true, false])("livemode %s", async (livemode) => {
		const bought = await createCustomerSetup(keyturn);
		const inA = newId("in");
		const told = (event: StripeEvent, mode: boolean) => ({ ...event, livemode: mode });
		await tell(keyturn, told(stripeEvent("invoice.paid", paidByCustomer(bought.invoice, { id: inA }), 5), livemode));
		const voided = stripeEvent("invoice.voided", paidByCustomer(bought.invoice, { id: inA, status: "void" }), 50);
		const [row = ""] = await tell(keyturn, told(voided, !livemode));
		expect(await eventState(keyturn, row)).toMatchObject({ status: "ignored", why: expect.stringContaining("mode") });
		expect(await invoiceState(keyturn, bought.invoice.id)).toMatchObject({ status: "paid" });
		const [payment] = await query(keyturn, "SELECT livemode FROM payments WHERE invoice_id = $1 LIMIT 1", [
			bought.invoice.id,
		]);
		expect(payment).toEqual({ livemode });
	});
});

test("events of connected accounts and shapes nobody has seen are kept and ignored", async () => {
	const { invoice } = await createCustomerSetup(keyturn);
	const rows = await tell(
		keyturn,
		{ ...stripeEvent("invoice.paid", paidByCustomer(invoice)), account: "acct_other" } as StripeEvent,
		stripeEvent("invoice.paid", { object: "invoice", amount_paid: "12", currency: 7, payments: "none" }),
		stripeEvent("v9.unheard.of", { object: "unheard" }),
	);
	for (const row of rows) expect(await eventState(keyturn, row)).toMatchObject({ status: "ignored" });
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open" });
});

test("a customer deleted at the provider makes room for the next, and comes back by no late event", async () => {
	const [old, next] = [newId("cus"), newId("cus")];
	const { invoice, company } = await createCustomerSetup(keyturn, { company: { stripeID: old } });
	const [held = ""] = await tell(keyturn, stripeEvent("invoice.paid", paidByCustomer(invoice, { customer: next })));
	expect(await eventState(keyturn, held)).toMatchObject({ reason: "duplicate_customer" });
	await tell(keyturn, stripeEvent("customer.deleted", { id: old, object: "customer", name: "Acme" }, 20));
	await tell(keyturn);
	expect(await eventState(keyturn, held)).toMatchObject({ status: "settled" });
	const late = paidByCustomer(invoice, { customer: old, status: "open", amount_paid: 0 });
	await tell(keyturn, stripeEvent("invoice.updated", late, 1));
	const [linked] = await query(keyturn, "SELECT stripe_i_d AS id FROM companies WHERE id = $1", [company.id]);
	expect(linked).toEqual({ id: next });
});
