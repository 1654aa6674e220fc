import { afterAll, beforeAll, expect, test } from "vitest";
import { createCustomerSetup } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { newId, stripeEvent } from "../../harness/stripeEvents";
import { eventState, openRisks, query, tell } from "./stage";

let keyturn: Keyturn;

beforeAll(async () => {
	keyturn = await startKeyturn();
});
afterAll(() => keyturn?.stop());

const ends = 1_796_083_200;

function subscriptionOf(customer: string, id: string, values: Record<string, unknown> = {}) {
	const price = { id: "price_1", lookup_key: "floor_pro", recurring: { interval: "month" } };
	return {
		id,
		object: "subscription",
		status: "active",
		customer,
		items: { object: "list", data: [{ price, current_period_end: ends }] },
		...values,
	};
}

const stored = (id: string) =>
	query(
		keyturn,
		`SELECT status::text, plan, stripe_customer_id AS customer, stripe_subscription_id AS subscription,
			billing_cycle::text AS cycle, casino_id AS casino, company_id AS company,
			extract(epoch FROM current_period_end)::int AS ends FROM subscriptions WHERE stripe_subscription_id = $1`,
		[id],
	);

test("a subscription's status, plan, customer and id are kept, for the customer's only casino", async () => {
	const [customer, id] = [newId("cus"), newId("sub")];
	const { casino, company } = await createCustomerSetup(keyturn, { company: { stripeID: customer } });
	await tell(keyturn, stripeEvent("customer.subscription.created", subscriptionOf(customer, id)));
	expect(await stored(id)).toEqual([
		{
			status: "active",
			plan: "floor_pro",
			customer,
			subscription: id,
			cycle: "month",
			casino: casino.id,
			company: company.id,
			ends,
		},
	]);
});

test("subscription events end the same in whatever order they come, and a deletion is the end", async () => {
	const customer = newId("cus");
	await createCustomerSetup(keyturn, { company: { stripeID: customer } });
	const orders = [
		[0, 1, 2],
		[2, 1, 0],
		[1, 2, 0],
		[2, 0, 1],
		[0, 2, 1],
		[1, 0, 2],
	];
	for (const order of orders) {
		const id = newId("sub");
		const events = [
			stripeEvent("customer.subscription.created", subscriptionOf(customer, id, { status: "trialing" }), 0),
			stripeEvent("customer.subscription.updated", subscriptionOf(customer, id, { status: "past_due" }), 10),
			stripeEvent("customer.subscription.deleted", subscriptionOf(customer, id, { status: "canceled" }), 20),
		];
		const rows = await tell(keyturn, ...order.flatMap((position) => events[position] ?? []));
		expect(await stored(id), order.join()).toMatchObject([{ status: "canceled", plan: "floor_pro" }]);
		for (const row of rows) expect(await eventState(keyturn, row)).toMatchObject({ status: "settled" });
	}
});

test("of two updates the newer one counts, not the one that came last", async () => {
	const [customer, id] = [newId("cus"), newId("sub")];
	await createCustomerSetup(keyturn, { company: { stripeID: customer } });
	await tell(keyturn, stripeEvent("customer.subscription.updated", subscriptionOf(customer, id), 50));
	await tell(
		keyturn,
		stripeEvent("customer.subscription.updated", subscriptionOf(customer, id, { status: "past_due" }), 40),
	);
	expect(await stored(id)).toMatchObject([{ status: "active" }]);
});

test("a subscription of a customer with two casinos is held, and named by its onboarding it is not", async () => {
	const customer = newId("cus");
	const { company, onboarding, casino } = await createCustomerSetup(keyturn, { company: { stripeID: customer } });
	const second = await createCustomerSetup(keyturn);
	await query(keyturn, "UPDATE casinos SET company_id = $1 WHERE id = $2", [company.id, second.casino.id]);
	const [held = ""] = await tell(
		keyturn,
		stripeEvent("customer.subscription.created", subscriptionOf(customer, newId("sub"))),
	);
	expect(await eventState(keyturn, held)).toMatchObject({ status: "held", reason: "no_workspace" });
	expect(await openRisks(keyturn, held)).toEqual(["payment_held"]);
	const id = newId("sub");
	const named = subscriptionOf(customer, id, { metadata: { keyturn_onboarding: onboarding.id } });
	await tell(keyturn, stripeEvent("customer.subscription.created", named));
	expect(await stored(id)).toMatchObject([{ casino: casino.id }]);
});

test("a customer's newest name and address are taken over, whatever came last", async () => {
	const customer = newId("cus");
	const { company } = await createCustomerSetup(keyturn, { company: { stripeID: customer } });
	const told = (name: string, at: number) =>
		stripeEvent("customer.updated", { id: customer, object: "customer", name, email: `${at}@billing.example` }, at);
	const rows = await tell(keyturn, told("New Name Ltd", 20), told("Old Name Ltd", 10));
	for (const row of rows) expect(await eventState(keyturn, row)).toMatchObject({ status: "settled" });
	const [stands] = await query(
		keyturn,
		"SELECT name, billing_email AS email, stripe_i_d AS customer FROM companies WHERE id = $1",
		[company.id],
	);
	expect(stands).toEqual({ name: "New Name Ltd", email: "20@billing.example", customer });
});

test("a customer nobody knows is ignored until a company is linked to it", async () => {
	const customer = newId("cus");
	const { company } = await createCustomerSetup(keyturn);
	const [row = ""] = await tell(
		keyturn,
		stripeEvent("customer.updated", { id: customer, object: "customer", name: "Known at last", email: null }),
	);
	expect(await eventState(keyturn, row)).toMatchObject({ status: "ignored" });
	const { asSystem } = await import("@/access/authority");
	await keyturn.payload.update({
		collection: "companies",
		id: company.id,
		data: { stripeID: customer },
		depth: 0,
		...asSystem(await keyturn.requestOf(), "test"),
	});
	await tell(keyturn);
	expect(await eventState(keyturn, row)).toMatchObject({ status: "settled" });
	const [stands] = await query<{ name: string }>(keyturn, "SELECT name FROM companies WHERE id = $1", [company.id]);
	expect(stands?.name).toBe("Known at last");
});
