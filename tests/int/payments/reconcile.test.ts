import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createCustomerSetup } from "../../harness/factories";
import { findContracts } from "../../harness/findContracts";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { newId, paidInvoice, recordStripeEvent, stripeEvent } from "../../harness/stripeEvents";
import { type StripeStandIn, startStripeStandIn } from "../../harness/stripeStandIn";
import { invoiceState, query, tell } from "./stage";

const contracts = findContracts("stripe");
const daysAgo = (days: number) => Math.floor(Date.now() / 1000 - days * 86_400);

describe.skipIf(contracts === null)("reconciliation", () => {
	let keyturn: Keyturn;
	let stripe: StripeStandIn;

	beforeAll(async () => {
		stripe = await startStripeStandIn(contracts ?? "");
		keyturn = await startKeyturn({
			environment: { STRIPE_SECRET_KEY: "sk_test_keyturn", STRIPE_API_BASE: stripe.apiBase },
		});
	});
	afterAll(async () => {
		await keyturn?.stop();
		await stripe?.stop();
	});
	beforeEach(() => query(keyturn, "DELETE FROM reconciliation_cursors"));

	const reconcile = async (since?: string) => {
		const { reconcilePayments } = await import("@/operations/payments/reconcilePayments");
		return reconcilePayments({ payload: keyturn.payload, ...(since ? { since } : {}) });
	};
	const cursor = async () =>
		(
			await query<{ at: Date }>(
				keyturn,
				"SELECT read_until AS at FROM reconciliation_cursors WHERE name = 'stripe:test'",
			)
		)[0]?.at;
	const leaveCursorAt = (days: number) =>
		query(keyturn, "INSERT INTO reconciliation_cursors VALUES ('stripe:test', to_timestamp($1))", [daysAgo(days)]);

	/** A paid invoice that Stripe tells of and nobody heard. */
	async function missedPayment(days: number) {
		const { invoice } = await createCustomerSetup(keyturn);
		const paid = paidInvoice(invoice);
		stripe.state.put(paid as never);
		stripe.state.put({ ...stripeEvent("invoice.paid", paid), created: daysAgo(days) } as never);
		return invoice.id;
	}
	const freshWebhook = async () => {
		const told = stripeEvent("payment_intent.created", { id: newId("pi"), object: "payment_intent" });
		await tell(keyturn, { ...told, created: daysAgo(0) });
	};

	test("after an outage of four days a fresh webhook hides nothing: all since the last full pass is read", async () => {
		await leaveCursorAt(4);
		const missed = await missedPayment(3);
		await freshWebhook();
		const began = Date.now();
		expect(await reconcile()).toMatchObject({ isConnected: true, taken: 1 });
		await tell(keyturn);
		expect(await invoiceState(keyturn, missed)).toMatchObject({ status: "paid" });
		expect((await cursor())?.getTime()).toBeGreaterThanOrEqual(began);
		expect(await reconcile()).toMatchObject({ taken: 0 });
	});

	test("without a pass before, an outage is read as well", async () => {
		const missed = await missedPayment(4);
		await freshWebhook();
		await reconcile();
		await tell(keyturn);
		expect(await invoiceState(keyturn, missed)).toMatchObject({ status: "paid" });
	});

	test("a pass that Stripe breaks off leaves the cursor, and the next one reads the rest", async () => {
		await leaveCursorAt(4);
		const before = await cursor();
		const [early, late] = [await missedPayment(3.5), await missedPayment(1)];
		const down = { status: 503, error: { message: "down" } };
		// Each page is asked for three times. What comes after the second event is refused.
		const { listEvents } = keyturn.ports.payments ?? {};
		let told = 0;
		const ports = keyturn.ports.payments as { listEvents: typeof listEvents };
		ports.listEvents = async function* (input) {
			for await (const event of listEvents?.(input) ?? []) {
				told += 1;
				if (told === 2) stripe.failNext("GET /v1/events", down, 3);
				yield event;
			}
		};
		await expect(reconcile()).rejects.toThrow(/Stripe/);
		if (listEvents) ports.listEvents = listEvents;
		expect(await cursor()).toEqual(before);
		await reconcile();
		await tell(keyturn);
		for (const id of [early, late]) expect(await invoiceState(keyturn, id)).toMatchObject({ status: "paid" });
	});

	test("an event of a shape nobody knows is kept as a record, and keeps no later one from being read", async () => {
		await leaveCursorAt(2);
		stripe.state.put({
			id: newId("evt"),
			object: "event",
			type: " ",
			created: daysAgo(1.5),
			data: { object: {} },
		} as never);
		const missed = await missedPayment(1);
		expect(await reconcile()).toMatchObject({ taken: 2 });
		await tell(keyturn);
		expect(await query(keyturn, "SELECT status FROM payment_events WHERE type = 'unknown'")).toEqual([
			{ status: "ignored" },
		]);
		expect(await invoiceState(keyturn, missed)).toMatchObject({ status: "paid" });
	});

	test("a start that was asked for is read from; the cursor moves only when nothing before it was left out", async () => {
		await leaveCursorAt(1);
		const before = await cursor();
		const missed = await missedPayment(10);
		await reconcile(new Date(daysAgo(0) * 1000).toISOString());
		expect(await cursor()).toEqual(before);
		await reconcile(new Date(daysAgo(11) * 1000).toISOString());
		expect((await cursor())?.getTime()).toBeGreaterThan(before?.getTime() ?? 0);
		await tell(keyturn);
		expect(await invoiceState(keyturn, missed)).toMatchObject({ status: "paid" });
	});

	test("an outage longer than Stripe keeps events is reported", async () => {
		await leaveCursorAt(40);
		await recordStripeEvent(
			keyturn,
			stripeEvent("payment_intent.created", { id: newId("pi"), object: "payment_intent" }),
		);
		await reconcile();
		const risks = await query<{ title: string }>(
			keyturn,
			"SELECT title FROM risks WHERE key LIKE 'reconciliation-gap:%'",
		);
		expect(risks).toEqual([{ title: expect.stringMatching(/^Stripe's events from .* to .* were not read$/) }]);
	});
});
