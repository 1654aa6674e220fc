import { afterAll, beforeAll, expect, test } from "vitest";
import { createCustomer, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { paidInvoice, recordStripeEvent, stripeEvent } from "../../harness/stripeEvents";
import { workQueues } from "../../harness/workQueues";
import { invoiceState, query } from "../payments/stage";

let keyturn: Keyturn;
let admin: Person;
let ops: Person;
let finance: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	admin = await createVendor(keyturn, "admin");
	ops = await createVendor(keyturn, "ops");
	finance = await createVendor(keyturn, "finance");
});
afterAll(() => keyturn?.stop());

const patch = (path: string, body: object, as: Person = admin) => keyturn.rest("PATCH", path, { as, body });
const read = async (path: string, as = admin) =>
	(await keyturn.rest("GET", `${path}?depth=0`, { as })).body as Record<string, unknown>;
const messageOf = ({ body }: { body: unknown }) => (body as { errors: { message: string }[] }).errors[0]?.message;

test("a change of what nobody may write is refused in words, not answered with 200", async () => {
	const { casino, invoice, onboarding } = await createCustomerSetup(keyturn);
	const paid = await patch(`/invoices/${invoice.id}`, { paidAt: "2026-11-01T00:00:00.000Z" });
	expect(paid.status).toBe(403);
	expect(messageOf(paid)).toBe("Nothing was saved: you may not change Paid.");
	const mixed = await patch(`/invoices/${invoice.id}`, { amountPaid: 5, description: "Other" });
	expect(mixed.status).toBe(403);
	expect(messageOf(mixed)).toContain("Amount paid");
	expect(await read(`/invoices/${invoice.id}`)).toMatchObject({ amountPaid: 0, description: null });
	expect((await patch(`/onboardings/${onboarding.id}`, { health: "red" }, ops)).status).toBe(403);
	expect((await patch(`/invoices/${invoice.id}`, { po: { approvedBy: admin.user.id } })).status).toBe(403);
	const unknown = await patch(`/casinos/${casino.id}`, { nickname: "The North" });
	expect(unknown.status).toBe(400);
	expect(messageOf(unknown)).toContain("nickname");
});

test("a form that sends back what its sender may not write, unchanged, saves the rest", async () => {
	const { casino, invoice } = await createCustomerSetup(keyturn);
	const path = `/invoices/${invoice.id}`;
	expect(await patch(path, { ...(await read(path, ops)), description: "First year" }, ops)).toMatchObject({
		status: 200,
	});
	const person = await createCustomer(keyturn, [{ casino: casino.id, roles: ["casino_admin"] }]);
	const own = `/users/${person.user.id}`;
	const seen = await read(own, person);
	expect(await patch(own, { ...seen, phone: "+356 21" }, person)).toMatchObject({ status: 200 });
	expect((await patch(own, { memberships: [] }, person)).status).toBe(403);
});

test("a bulk change is made whole or not at all", async () => {
	const one = await createCustomerSetup(keyturn);
	const other = await createCustomerSetup(keyturn);
	await query(keyturn, "UPDATE invoices SET status = 'paid', amount_paid = amount_due WHERE id = $1", [
		other.invoice.id,
	]);
	const where = `where[id][in][0]=${one.invoice.id}&where[id][in][1]=${other.invoice.id}`;
	const refused = await patch(`/invoices?${where}`, { dueAt: "2027-02-01T00:00:00.000Z" });
	expect(refused.status).toBe(400);
	expect(messageOf(refused)).toContain("Nothing was saved: 1 of the records");
	expect(await read(`/invoices/${one.invoice.id}`)).toMatchObject({ dueAt: null });
});

test("bulk changes beside settlement leave every payment paid", async () => {
	const setups = await Promise.all(Array.from({ length: 4 }, () => createCustomerSetup(keyturn)));
	for (const { invoice } of setups) {
		await recordStripeEvent(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice)));
	}
	const where = setups.map(({ invoice }, index) => `where[id][in][${index}]=${invoice.id}`).join("&");
	const bulk = async () => {
		const answers: number[] = [];
		for (let round = 0; round < 4; round++) {
			answers.push((await patch(`/invoices?${where}`, { xeroInvoiceId: null }, finance)).status);
		}
		return answers;
	};
	const [, answers] = await Promise.all([workQueues(keyturn, ["settlePaymentEvent"]), bulk()]);
	expect(answers).toEqual([200, 200, 200, 200]);
	for (const { invoice } of setups) {
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: 120_000 });
	}
});

test("two bulk changes that ask for the same rows in opposite order both end", async () => {
	const setups = await Promise.all(Array.from({ length: 5 }, () => createCustomerSetup(keyturn)));
	const where = setups.map(({ casino }, index) => `where[casino][in][${index}]=${casino.id}`).join("&");
	const both = ["contracts", "onboardings", "invoices"].flatMap((collection) =>
		["id", "-id"].map((sort) =>
			patch(`/${collection}?${where}&sort=${sort}`, { [collection === "invoices" ? "xeroInvoiceId" : "notes"]: null }),
		),
	);
	expect((await Promise.all(both)).map(({ status }) => status)).toEqual(both.map(() => 200));
});
