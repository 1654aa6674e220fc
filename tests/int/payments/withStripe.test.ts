import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { findContracts } from "../../harness/findContracts";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { newId, paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { type StripeStandIn, startStripeStandIn } from "../../harness/stripeStandIn";
import { workQueues } from "../../harness/workQueues";
import { age, countRuns, eventState, invoiceState, openRisks, query, tell } from "./stage";

const contracts = findContracts("stripe");
const idIn = (data: unknown) => (data as { object?: { id?: string } }).object?.id;

describe.skipIf(contracts === null)("with a key of Stripe's", () => {
	let keyturn: Keyturn;
	let stripe: StripeStandIn;
	let ops: Person;

	beforeAll(async () => {
		stripe = await startStripeStandIn(contracts ?? "");
		keyturn = await startKeyturn({
			environment: { STRIPE_SECRET_KEY: "sk_test_keyturn", STRIPE_API_BASE: stripe.apiBase },
		});
		ops = await createVendor(keyturn, "ops");
	});
	afterAll(async () => {
		await keyturn?.stop();
		await stripe?.stop();
	});

	const send = (id: string, as: "invoice" | "checkout" = "invoice") =>
		keyturn.rest("POST", `/invoices/${id}/send`, { as: ops, body: { as } });
	const stored = async (id: string) =>
		(
			await query<{ stripeId: string; url: string; status: string; sentAt: Date; intent: string | null }>(
				keyturn,
				`SELECT stripe_invoice_id AS "stripeId", hosted_url AS url, status::text, sent_at AS "sentAt",
					stripe_payment_intent_id AS intent FROM invoices WHERE id = $1`,
				[id],
			)
		)[0];
	const ours = (id: string) => stripe.state.all("invoice").filter(({ metadata }) => metadata?.keyturn_invoice === id);

	test("a person's change of a company is told to Stripe by nobody under test, and the system's never", async () => {
		const { company } = await createCustomerSetup(keyturn);
		const [row] = await query(keyturn, "SELECT stripe_i_d AS id FROM companies WHERE id = $1", [company.id]);
		expect(row).toEqual({ id: null });
	});

	test("a draft is sent: our ids stand in its metadata, its id and page with us, and a second time makes no other", async () => {
		const { invoice, onboarding, company } = await createCustomerSetup(keyturn, { invoice: { status: "draft" } });
		const { status, body } = await send(invoice.id);
		expect(status).toBe(200);
		const [made] = ours(invoice.id);
		expect(made).toMatchObject({
			status: "open",
			total: invoice.amountDue,
			metadata: { keyturn_invoice: invoice.id, keyturn_onboarding: onboarding.id },
		});
		expect(body).toMatchObject({ by: "stripe", url: made?.hosted_invoice_url });
		const first = await stored(invoice.id);
		expect(first).toMatchObject({ stripeId: made?.id, url: made?.hosted_invoice_url, status: "open" });
		expect(first?.intent).toMatch(/^pi_/);
		const [linked] = await query(keyturn, "SELECT stripe_i_d AS id FROM companies WHERE id = $1", [company.id]);
		expect(linked).toEqual({ id: made?.customer });
		expect((await send(invoice.id)).status).toBe(200);
		expect(ours(invoice.id)).toHaveLength(1);
		expect(await stored(invoice.id)).toEqual(first);
	});

	test("a connection lost after the work is mended by sending again", async () => {
		const { invoice } = await createCustomerSetup(keyturn);
		stripe.failNext(/finalize$/, "connection lost after the work", 3);
		expect((await send(invoice.id)).status).toBe(502);
		expect(await stored(invoice.id)).toMatchObject({ stripeId: null, sentAt: null });
		expect((await send(invoice.id)).status).toBe(200);
		expect(ours(invoice.id)).toHaveLength(1);
	});

	test("a payment page is made, with our ids on the payment too", async () => {
		const { invoice } = await createCustomerSetup(keyturn);
		const { body } = await send(invoice.id, "checkout");
		expect(body).toMatchObject({ by: "checkout", url: expect.stringContaining("https://") });
		const asked = stripe.requests.findLast(({ path }) => path === "/v1/checkout/sessions");
		expect(asked?.body).toMatchObject({
			metadata: { keyturn_invoice: invoice.id },
			payment_intent_data: { metadata: { keyturn_invoice: invoice.id } },
		});
		expect(await stored(invoice.id)).toMatchObject({ status: "open", sentAt: expect.any(Date) });
	});

	test("a casino without a company is billed under its own name, as one customer", async () => {
		const { invoice, casino } = await createCustomerSetup(keyturn);
		await query(keyturn, "UPDATE casinos SET company_id = NULL WHERE id = $1", [casino.id]);
		expect((await send(invoice.id)).status).toBe(200);
		const [row] = await query<{ ref: string }>(keyturn, "SELECT stripe_invoice_id AS ref FROM invoices WHERE id = $1", [
			invoice.id,
		]);
		const customer = String(stripe.state.find(row?.ref ?? "")?.customer);
		expect(stripe.state.find(customer)).toMatchObject({ name: casino.name, metadata: { keyturn_casino: casino.id } });
		expect((await send(invoice.id)).status).toBe(200);
	});

	test("nobody to write to is said at the field", async () => {
		const { invoice, company } = await createCustomerSetup(keyturn, { invoice: { purchaserEmail: null } });
		await query(keyturn, "UPDATE companies SET billing_email = NULL WHERE id = $1", [company.id]);
		const { status, body } = await send(invoice.id);
		expect(status).toBe(400);
		expect(body).toMatchObject({ errors: [{ data: [{ path: "purchaserEmail" }] }] });
	});

	test("what Stripe says now outweighs what the event said then", async () => {
		const { invoice, onboarding } = await createCustomerSetup(keyturn);
		const told = paidInvoice(invoice, { status: "open", amount_paid: 0 });
		stripe.state.put({ ...told, status: "paid", amount_paid: invoice.amountDue } as never);
		const [event = ""] = await tell(keyturn, stripeEvent("invoice.finalized", told));
		expect(await eventState(keyturn, event)).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: invoice.amountDue });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("an event that says paid, of an invoice that Stripe knows as open, pays nothing", async () => {
		const { invoice } = await createCustomerSetup(keyturn);
		const told = paidInvoice(invoice);
		stripe.state.put({ ...told, status: "open", amount_paid: 0 } as never);
		await tell(keyturn, stripeEvent("invoice.paid", told));
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: 0 });
	});

	test("an event waits while Stripe is out of reach, and settles when it is back", async () => {
		const { invoice } = await createCustomerSetup(keyturn);
		const told = paidInvoice(invoice);
		stripe.state.put(told as never);
		stripe.failNext(/^GET \/v1\/invoices/, { status: 503, error: { message: "down" } }, 3);
		const { recordStripeEvent } = await import("../../harness/stripeEvents");
		const event = await recordStripeEvent(keyturn, stripeEvent("invoice.paid", told));
		const { settlePaymentEvent } = await import("@/operations/payments/settlePaymentEvent");
		const settle = () => settlePaymentEvent({ payload: keyturn.payload, eventId: event });
		await expect(settle()).rejects.toThrow(/Stripe/);
		expect(await eventState(keyturn, event)).toMatchObject({ status: "received" });
		await settle();
		expect(await eventState(keyturn, event)).toMatchObject({ status: "settled" });
		await tell(keyturn);
	});

	test("reconciliation takes in what was missed, once, though newer events have come since", async () => {
		const { reconcilePayments } = await import("@/operations/payments/reconcilePayments");
		const { invoice } = await createCustomerSetup(keyturn);
		await send(invoice.id);
		const { stripeId = "" } = (await stored(invoice.id)) ?? {};
		stripe.state.payInvoice(stripeId);
		const newest = Math.floor(Date.now() / 1000);
		for (const event of stripe.state.all("event")) event.created = newest - 5 * 3_600;
		const other = stripeEvent("payment_intent.created", { id: newId("pi"), object: "payment_intent" });
		await tell(keyturn, { ...other, created: newest });
		const first = await reconcilePayments({ payload: keyturn.payload });
		expect(first).toMatchObject({ isConnected: true });
		expect(first.taken).toBeGreaterThan(0);
		await tell(keyturn);
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid" });
		expect(await reconcilePayments({ payload: keyturn.payload })).toMatchObject({ taken: 0, known: first.taken });
	});

	test("an open invoice that is not at Stripe is reported, and the report ends when it is, or is not owed any more", async () => {
		const { reconcilePayments } = await import("@/operations/payments/reconcilePayments");
		const old = async () => {
			const { invoice } = await createCustomerSetup(keyturn);
			await age(keyturn, invoice.id, "1 day");
			return invoice;
		};
		const [sent, voided] = [await old(), await old()];
		const reconcile = () => reconcilePayments({ payload: keyturn.payload });
		await reconcile();
		await reconcile();
		for (const { id } of [sent, voided]) expect(await openRisks(keyturn, id)).toEqual(["invoice_missing"]);
		await send(sent.id);
		const finance = await createVendor(keyturn, "finance");
		await keyturn.rest("POST", `/invoices/${voided.id}/void`, { as: finance, body: { reason: "not needed" } });
		await age(keyturn, sent.id, "1 day");
		await reconcile();
		for (const { id } of [sent, voided]) expect(await openRisks(keyturn, id)).toEqual([]);
	});

	const byHand = (invoice: { id: string; amountDue: number }, finance: Person) =>
		keyturn.rest("POST", `/invoices/${invoice.id}/record-payment`, {
			as: finance,
			body: {
				...{ amount: invoice.amountDue, currency: "usd", paidAt: new Date().toISOString() },
				...{ method: "bank_transfer", reason: "Seen on the account" },
			},
		});
	const closedAt = async (id: string) =>
		(
			await query<{ at: Date | null }>(keyturn, "SELECT closed_at_provider_at AS at FROM invoices WHERE id = $1", [id])
		)[0]?.at ?? null;

	test("money recorded by hand closes the invoice at Stripe after the commit, and what that tells is no second payment", async () => {
		const { invoice } = await createCustomerSetup(keyturn);
		await send(invoice.id);
		const { stripeId = "" } = (await stored(invoice.id)) ?? {};
		const finance = await createVendor(keyturn, "finance");
		const before = stripe.requests.length;
		expect((await byHand(invoice, finance)).status).toBe(200);
		expect(stripe.requests.slice(before)).toEqual([]);
		await workQueues(keyturn, ["closeAtProvider"]);
		const paid = stripe.requests.filter(({ path }) => path === `/v1/invoices/${stripeId}/pay`);
		expect(paid).toMatchObject([{ body: { paid_out_of_band: true } }]);
		expect(await closedAt(invoice.id)).toBeInstanceOf(Date);
		const told = stripe.state.all("event").find(({ type, data }) => type === "invoice.paid" && idIn(data) === stripeId);
		await tell(keyturn, { ...told, created: Math.floor(Date.now() / 1000) } as never);
		expect(await query(keyturn, "SELECT provider::text FROM payments WHERE invoice_id = $1", [invoice.id])).toEqual([
			{ provider: "manual" },
		]);
		expect(await openRisks(keyturn, invoice.id)).toEqual([]);
		const { closeAtProvider } = await import("@/operations/payments/closeAtProvider");
		await closeAtProvider({ payload: keyturn.payload, invoiceId: invoice.id });
		expect(stripe.requests.filter(({ path }) => path === `/v1/invoices/${stripeId}/pay`)).toHaveLength(1);
	});

	test("what Stripe refuses to close waits for a person, and a lost job is made again", async () => {
		const { invoice } = await createCustomerSetup(keyturn);
		await send(invoice.id);
		expect((await byHand(invoice, await createVendor(keyturn, "finance"))).status).toBe(200);
		await query(keyturn, "DELETE FROM pgboss.job WHERE name = 'close_at_provider'");
		await age(keyturn, invoice.id, "1 minute");
		stripe.failNext(/pay$/, { status: 400, error: { type: "invalid_request_error", message: "Not now" } });
		const { sweep } = await import("@/operations/schedule/sweep");
		await sweep({ payload: keyturn.payload });
		await workQueues(keyturn, ["closeAtProvider"]);
		expect(await openRisks(keyturn, invoice.id)).toEqual(["still_payable"]);
		expect(await closedAt(invoice.id)).toBeNull();
		await query(keyturn, "UPDATE risks SET status = 'resolved' WHERE invoice_id = $1", [invoice.id]);
		await sweep({ payload: keyturn.payload });
		await workQueues(keyturn, ["closeAtProvider"]);
		expect(await closedAt(invoice.id)).toBeInstanceOf(Date);
	});

	test("an event of the other mode than the key's is kept and ignored", async () => {
		const { invoice } = await createCustomerSetup(keyturn);
		const told = { ...stripeEvent("invoice.paid", paidInvoice(invoice)), livemode: true };
		const [row = ""] = await tell(keyturn, told as never);
		expect(await eventState(keyturn, row)).toMatchObject({
			status: "ignored",
			why: expect.stringContaining("live mode"),
		});
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open" });
	});
});
