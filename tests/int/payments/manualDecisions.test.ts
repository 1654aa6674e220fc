import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { auditOf, countRuns, invoiceState, mailsTo, openRisks, query, tell } from "./stage";

let keyturn: Keyturn;
let admin: Person;
let finance: Person;
let ops: Person;
let customer: Person;
let shared: CustomerSetup;

const missing = "00000000-0000-4000-8000-000000000000";

beforeAll(async () => {
	keyturn = await startKeyturn();
	[admin, finance, ops] = [
		await createVendor(keyturn, "admin"),
		await createVendor(keyturn, "finance"),
		await createVendor(keyturn, "ops"),
	];
	shared = await createCustomerSetup(keyturn);
	customer = await createCustomer(keyturn, [{ casino: shared.casino.id, roles: ["finance_contact"] }]);
});
afterAll(() => keyturn?.stop());

const post = (invoiceId: string, what: string, as: Person | undefined, body: object = {}) =>
	keyturn.rest("POST", `/invoices/${invoiceId}/${what}`, { as, body });

const payment = {
	amount: 120_000,
	currency: "USD",
	paidAt: "2026-11-02T09:00:00.000Z",
	method: "bank transfer",
	reference: "MT103 77",
	reason: "seen on the account",
};

describe("a payment recorded by hand", () => {
	test("pays the invoice, opens the gate, thanks the purchaser, and is an event of its own", async () => {
		const { invoice, onboarding } = await createCustomerSetup(keyturn);
		const { status, body } = await post(invoice.id, "record-payment", finance, payment);
		expect(status).toBe(200);
		expect(body).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: 120_000 });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
		expect(await mailsTo(keyturn, invoice.purchaserEmail ?? "")).toEqual(["payment_received"]);
		const events = await query<{ id: string; by: string }>(
			keyturn,
			"SELECT id, resolved_by_id AS by, provider::text, status::text FROM payment_events WHERE invoice_id = $1",
			[invoice.id],
		);
		expect(events).toMatchObject([{ provider: "manual", status: "settled", by: finance.user.id }]);
		expect(await auditOf(keyturn, events[0]?.id ?? "")).toEqual(["manual.paid", "payment_event.settled"]);
	});

	test("twice is recorded once and answered the same; the provider's event about the same money confirms it", async () => {
		const { invoice } = await createCustomerSetup(keyturn);
		const answers = await Promise.all([1, 2].map(() => post(invoice.id, "record-payment", finance, payment)));
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect(answers[1]?.body).toEqual(answers[0]?.body);
		expect((await post(invoice.id, "record-payment", finance, { ...payment, reference: "another" })).status).toBe(409);
		await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice), 99_999));
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: 120_000 });
		expect(await openRisks(keyturn, invoice.id)).toEqual([]);
	});

	test.each([
		["more than is left to pay", { amount: 120_001 }, 400],
		["another currency", { currency: "eur" }, 400],
		["money of tomorrow", { paidAt: "2999-01-01T00:00:00.000Z" }, 400],
		["no reason", { reason: " " }, 400],
		["half a cent", { amount: 0.5 }, 400],
		["no date", { paidAt: "yesterday" }, 400],
	])("%s is refused", async (_name, wrong, expected) => {
		const { status } = await post(shared.invoice.id, "record-payment", finance, { ...payment, ...wrong });
		expect(status).toBe(expected);
		expect(await invoiceState(keyturn, shared.invoice.id)).toMatchObject({ status: "open", paid: 0 });
	});
});

test.each(["record-payment", "void", "purchase-order"])("%s asks for somebody who may", async (what) => {
	const body = { ...payment, decision: "request", number: "PO 1" };
	expect((await post(shared.invoice.id, what, undefined, body)).status).toBe(401);
	expect((await post(shared.invoice.id, what, ops, body)).status).toBe(403);
	expect((await post(shared.invoice.id, what, customer, body)).status).toBe(403);
	expect((await post(missing, what, finance, body)).status).toBe(404);
	expect((await post("1", what, finance, body)).status).toBe(400);
	expect(await invoiceState(keyturn, shared.invoice.id)).toMatchObject({ status: "open" });
});

test("no administrator writes paid: the field says so, and nothing is stored", async () => {
	for (const path of [`/invoices/${shared.invoice.id}`, `/invoices?where[id][equals]=${shared.invoice.id}`]) {
		const { status, body } = await keyturn.rest("PATCH", path, { as: admin, body: { status: "paid" } });
		expect(status).toBe(400);
		expect(JSON.stringify(body)).toMatch(/Only settlement does that|invalid: status/);
		const claimed = await keyturn.rest("PATCH", path, { as: admin, body: { status: "paid", amountPaid: 120_000 } });
		expect([400, 403]).toContain(claimed.status);
		expect(JSON.stringify(claimed.body)).toContain("you may not change Amount paid");
	}
	const created = await keyturn.rest("POST", "/invoices", {
		as: admin,
		body: { casino: shared.casino.id, amountDue: 1, currency: "usd", status: "paid" },
	});
	expect(created.status).toBe(400);
	expect(created.body).toMatchObject({ errors: [{ data: { errors: [{ path: "status" }] } }] });
	expect(await invoiceState(keyturn, shared.invoice.id)).toMatchObject({ status: "open", paid: 0 });
});

describe("voiding an invoice", () => {
	test("withdraws what is not paid, opens nothing, and cannot be done twice", async () => {
		const { invoice, onboarding } = await createCustomerSetup(keyturn);
		expect((await post(invoice.id, "void", finance, { reason: "written twice" })).body).toMatchObject({
			status: "settled",
		});
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "void", paid: 0 });
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		expect(await openRisks(keyturn, invoice.id)).toEqual([]);
		expect((await post(invoice.id, "void", finance, { reason: "written twice" })).status).toBe(409);
	});

	test("ends the risk and the mark of a payment that failed", async () => {
		const { invoice, casino } = await createCustomerSetup(keyturn);
		await tell(keyturn, stripeEvent("invoice.payment_failed", { ...paidInvoice(invoice), id: null, status: "open" }));
		expect(await openRisks(keyturn, invoice.id)).toEqual(["payment_failed"]);
		await post(invoice.id, "void", finance, { reason: "they cancelled" });
		expect(await openRisks(keyturn, invoice.id)).toEqual([]);
		const [row] = await query(keyturn, "SELECT payment_standing::text AS is FROM casinos WHERE id = $1", [casino.id]);
		expect(row).toEqual({ is: "good" });
	});

	test("of what is paid, or is at Stripe, is refused", async () => {
		const { invoice } = await createCustomerSetup(keyturn);
		await query(keyturn, "UPDATE invoices SET stripe_invoice_id = 'in_there' WHERE id = $1", [invoice.id]);
		expect((await post(invoice.id, "void", finance, { reason: "written twice" })).body).toMatchObject({
			errors: [{ code: "void_at_provider" }],
		});
		await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice)));
		expect((await post(invoice.id, "void", finance, { reason: "written twice" })).status).toBe(409);
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid" });
	});
});

describe("sending an invoice without a payment provider", () => {
	test("marks it as sent by hand: a draft becomes open, and stays so the second time", async () => {
		const { invoice } = await createCustomerSetup(keyturn, { invoice: { status: "draft" } });
		const { status, body } = await post(invoice.id, "send", ops);
		expect(status).toBe(200);
		expect(body).toMatchObject({ by: "hand", url: null });
		const sent = async () =>
			(
				await query<{ at: Date; status: string }>(
					keyturn,
					"SELECT sent_at AS at, status::text FROM invoices WHERE id = $1",
					[invoice.id],
				)
			)[0];
		const first = await sent();
		expect(first).toMatchObject({ status: "open", at: expect.any(Date) });
		await post(invoice.id, "send", ops);
		expect(await sent()).toEqual(first);
	});

	test("asks for somebody who may, for an invoice that is there and not paid", async () => {
		const { invoice } = await createCustomerSetup(keyturn);
		expect((await post(invoice.id, "send", undefined)).status).toBe(401);
		expect((await post(invoice.id, "send", customer)).status).toBe(403);
		expect((await post(missing, "send", ops)).status).toBe(404);
		expect((await post(invoice.id, "send", ops, { as: "pigeon" })).status).toBe(400);
		await post(invoice.id, "record-payment", finance, payment);
		expect((await post(invoice.id, "send", ops)).status).toBe(409);
	});
});
