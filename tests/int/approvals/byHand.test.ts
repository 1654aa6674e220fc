import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCustomer, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import type { Keyturn } from "../../harness/startKeyturn";
import { newId, paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { auditOf, countRuns, eventState, invoiceState, openRisks, query, tell } from "../payments/stage";
import { approvalsOf, type Stage, startStage } from "./stage";

let keyturn: Keyturn;
let act: Stage["act"];
let admin: Person;
let finance: Person;
let ops: Person;

beforeAll(async () => {
	({ keyturn, act, admin, finance, ops } = await startStage());
});
afterAll(() => keyturn?.stop());

const large = 900_000_000;
const owing = (amountDue: number, values: object = {}) =>
	createCustomerSetup(keyturn, { invoice: { amountDue, ...values } });
const waitingOf = async (invoice: string) =>
	(await approvalsOf(keyturn, invoice)).find(({ status }) => status === "awaiting")?.id ?? "";
const eventsOf = (invoice: string) =>
	query<{ id: string }>(keyturn, "SELECT id FROM payment_events WHERE invoice_id = $1", [invoice]);

describe("a payment recorded by hand above the limit", () => {
	test("settles nothing until a second person approves it, and is recorded once", async () => {
		const { invoice, onboarding } = await owing(large);
		const first = await act.recordPayment(invoice.id, finance, large);
		expect([first.status, first.body]).toMatchObject([200, { status: "awaiting" }]);
		const repeated = await act.recordPayment(invoice.id, finance, large);
		expect(repeated.body).toEqual(first.body);
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: 0 });
		expect([await eventsOf(invoice.id), await countRuns(keyturn, onboarding.id)]).toEqual([[], 0]);

		const approval = await waitingOf(invoice.id);
		expect((await act.approve(approval, finance)).status).toBe(409);
		expect((await act.approve(approval, admin)).body).toMatchObject({ status: "settled" });
		expect((await act.approve(approval, admin)).body).toMatchObject({ status: "approved" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: large });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
		const [event, ...others] = await eventsOf(invoice.id);
		expect(others).toEqual([]);
		expect(await auditOf(keyturn, event?.id ?? "")).toEqual(["manual.paid", "payment_event.settled"]);
		expect(await approvalsOf(keyturn, invoice.id)).toMatchObject([
			{ status: "approved", amount: large, first: finance.user.id, second: admin.user.id },
		]);
	});

	test("shows each person the seats, and who may take the empty one", async () => {
		const { readApprovals } = await import("@/operations/approvals/readApprovals");
		const { invoice } = await owing(large);
		await act.recordPayment(invoice.id, finance, large);
		const seats = [
			{ who: finance.user.name, reason: "seen and checked" },
			{ who: null, at: null },
		];
		for (const [person, isYours, hasOwnSeat] of [
			[finance, false, true],
			[admin, true, false],
			[ops, false, false],
		] as const) {
			const req = await keyturn.requestOf(person.user);
			const waiting = await readApprovals({ req, invoiceId: invoice.id });
			expect(waiting).toMatchObject([{ subject: "manual_payment", amount: large, seats, isYours, hasOwnSeat }]);
		}
	});

	test("is approved by a second person who records the same", async () => {
		const { invoice } = await owing(large);
		await act.recordPayment(invoice.id, finance, large);
		expect((await act.recordPayment(invoice.id, admin, large)).body).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: large });
	});

	test("approved by two at once is recorded once", async () => {
		const { invoice, onboarding } = await owing(large);
		const second = await createVendor(keyturn, "finance");
		await act.recordPayment(invoice.id, finance, large);
		const approval = await waitingOf(invoice.id);
		const answers = await Promise.all([act.approve(approval, admin), act.approve(approval, second)]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
		expect([(await eventsOf(invoice.id)).length, await countRuns(keyturn, onboarding.id)]).toEqual([1, 1]);
	});

	test("in parts counts as one: the part that goes above the limit takes two", async () => {
		const { invoice } = await owing(9_000_000);
		const part = (reference: string) => act.recordPayment(invoice.id, finance, 4_000_000, { reference });
		expect((await part("one")).body).toMatchObject({ status: "settled" });
		expect((await part("two")).body).toMatchObject({ status: "awaiting" });
		expect((await act.approve(await waitingOf(invoice.id), admin)).body).toMatchObject({ status: "settled" });
		expect((await act.recordPayment(invoice.id, finance, 1_000_000)).body).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: 9_000_000 });
	});

	test("in parts, one of them sent twice, is recorded once for each", async () => {
		const { invoice } = await owing(1_000);
		const answers = await Promise.all([1, 2].map(() => act.recordPayment(invoice.id, finance, 400)));
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect((await act.recordPayment(invoice.id, finance, 400)).body).toEqual(answers[0]?.body);
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: 400 });
		await act.recordPayment(invoice.id, finance, 400, { reference: "MT104" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: 800 });
	});

	test("in another currency than the limit's takes two", async () => {
		const { invoice } = await owing(100, { currency: "jpy" });
		const body = { currency: "jpy" };
		expect((await act.recordPayment(invoice.id, finance, 100, body)).body).toMatchObject({ status: "awaiting" });
		expect((await act.recordPayment(invoice.id, admin, 100, body)).body).toMatchObject({ status: "settled" });
	});

	test("that was rejected stays so, and asks for a new one", async () => {
		const { invoice } = await owing(large);
		await act.recordPayment(invoice.id, finance, large);
		const approval = await waitingOf(invoice.id);
		expect((await act.reject(approval, admin)).body).toMatchObject({ status: "rejected" });
		expect((await act.reject(approval, admin)).body).toMatchObject({ status: "rejected" });
		expect((await act.approve(approval, admin)).status).toBe(409);
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: 0 });
	});

	test.each([
		["the invoice changes", (invoice: string) => act.change(invoice, finance, { amountDue: large + 1 })],
		["the provider confirms it", (_: string, paid: () => Promise<unknown>) => paid()],
	])("is withdrawn when %s", async (_, happens) => {
		const { invoice } = await owing(large);
		await act.recordPayment(invoice.id, finance, large);
		await happens(invoice.id, () => tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice))));
		expect(await approvalsOf(keyturn, invoice.id)).toMatchObject([{ status: "withdrawn" }]);
	});

	test("up to the limit takes one, and what a provider confirms takes none", async () => {
		const [one, other] = [await owing(5_000_000), await owing(large)];
		expect((await act.recordPayment(one.invoice.id, finance, 5_000_000)).body).toMatchObject({ status: "settled" });
		await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(other.invoice)));
		expect(await invoiceState(keyturn, other.invoice.id)).toMatchObject({ status: "paid", paid: large });
		expect(await approvalsOf(keyturn, other.invoice.id)).toEqual([]);
	});
});

describe("a refund recorded by hand", () => {
	const paymentOf = async (invoice: string) =>
		(await query<{ id: string }>(keyturn, "SELECT id FROM payments WHERE invoice_id = $1", [invoice]))[0]?.id ?? "";
	const standingOf = async (casino: string) =>
		(
			await query<{ is: string }>(keyturn, "SELECT payment_standing::text AS is FROM casinos WHERE id = $1", [casino])
		)[0]?.is;
	/** Paid by hand, by as many persons as it takes. */
	async function paid(amountDue: number) {
		const setup = await owing(amountDue);
		const { body } = await act.recordPayment(setup.invoice.id, finance, amountDue);
		if ((body as { status: string }).status === "awaiting") await act.recordPayment(setup.invoice.id, admin, amountDue);
		expect(await invoiceState(keyturn, setup.invoice.id)).toMatchObject({ status: "paid" });
		return { ...setup, payment: await paymentOf(setup.invoice.id) };
	}

	test("gives back a part, then the rest: payment, invoice and standing follow, and sent twice it is recorded once", async () => {
		const { invoice, casino, onboarding, payment } = await paid(100_000);
		const part = () => act.recordRefund(invoice.id, finance, payment, 10_000);
		const answers = await Promise.all([part(), part()]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect((await part()).body).toMatchObject({ status: "settled", why: expect.stringContaining("given back") });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: 100_000, refunded: 10_000 });
		expect(await standingOf(casino.id)).toBe("good");
		expect(await openRisks(keyturn, invoice.id)).toEqual(["payment_reversed"]);
		const rest = await act.recordRefund(invoice.id, finance, payment, 90_000, { reference: "RF2" });
		expect(rest.body).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "refunded", refunded: 100_000 });
		expect(await standingOf(casino.id)).toBe("refunded");
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
		const [, second] = await query<{ id: string }>(
			keyturn,
			"SELECT id FROM payment_events WHERE invoice_id = $1 ORDER BY created_at",
			[invoice.id],
		);
		expect(await auditOf(keyturn, second?.id ?? "")).toEqual(["manual.refunded", "payment_event.settled"]);
	});

	test("before all had come is owed again, and can be paid", async () => {
		const { invoice, onboarding } = await owing(100_000);
		await act.recordPayment(invoice.id, finance, 50_000);
		await act.recordRefund(invoice.id, finance, await paymentOf(invoice.id), 50_000);
		await act.recordPayment(invoice.id, finance, 50_000, { paidAt: "2026-11-06T09:00:00.000Z" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open" });
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		await act.recordPayment(invoice.id, finance, 50_000, { paidAt: "2026-11-07T09:00:00.000Z" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid" });
		const [at] = await query(keyturn, "SELECT paid_at AS is FROM invoices WHERE id = $1", [invoice.id]);
		expect(at).toEqual({ is: new Date("2026-11-07T09:00:00.000Z") });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("above the limit takes two, in parts too, and what waits is not given back a second time", async () => {
		const { invoice, payment } = await paid(9_000_000);
		const give = (as: Person, amount: number, reference: string) =>
			act.recordRefund(invoice.id, as, payment, amount, { reference });
		expect((await give(finance, 4_000_000, "one")).body).toMatchObject({ status: "settled" });
		const waiting = await give(finance, 4_000_000, "two");
		expect(waiting.body).toMatchObject({ status: "awaiting" });
		expect((await give(finance, 4_000_000, "two")).body).toEqual(waiting.body);
		const tooMuch = await give(finance, 1_000_001, "three");
		expect([tooMuch.status, JSON.stringify(tooMuch.body)]).toEqual([
			400,
			expect.stringContaining("$10,000.00 of this"),
		]);
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", refunded: 4_000_000 });

		const approval = await waitingOf(invoice.id);
		expect((await act.approve(approval, ops)).status).toBe(403);
		expect((await act.approve(approval, finance)).status).toBe(409);
		expect((await act.approve(approval, admin)).body).toMatchObject({ status: "settled" });
		expect((await act.approve(approval, admin)).body).toMatchObject({ status: "approved" });
		expect((await give(finance, 4_000_000, "two")).body).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", refunded: 8_000_000 });
		expect((await give(finance, 1_000_000, "three")).body).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "refunded", refunded: 9_000_000 });
		const refunds = (await approvalsOf(keyturn, invoice.id)).filter(({ subject }) => subject === "manual_refund");
		expect(refunds).toMatchObject([{ status: "approved", first: finance.user.id, second: admin.user.id }]);
	});

	test("that was rejected gives nothing back", async () => {
		const { invoice, payment } = await paid(large);
		await act.recordRefund(invoice.id, finance, payment, large);
		expect((await act.reject(await waitingOf(invoice.id), admin)).body).toMatchObject({ status: "rejected" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", refunded: 0 });
	});

	test("names the field of what does not fit, and stores nothing", async () => {
		const { invoice, payment } = await paid(1_000);
		const atStripe = await owing(1_000);
		await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(atStripe.invoice)));
		const theirs = await paymentOf(atStripe.invoice.id);
		for (const [of, body, path, says] of [
			[invoice, { amount: 1_001 }, "amount", "$10.00 of this payment are left"],
			[invoice, { amount: 0 }, "amount", ""],
			[invoice, { currency: "eur" }, "currency", "The invoice is in USD"],
			[invoice, { refundedAt: "2999-01-01T00:00:00.000Z" }, "refundedAt", "future"],
			[invoice, { refundedAt: "2026-11-01T09:00:00.000Z" }, "refundedAt", "before it came"],
			[invoice, { payment: theirs }, "payment", "no such payment"],
			[invoice, { payment: "one" }, "payment", "Choose a payment"],
			[invoice, { reason: " " }, "reason", "Say why"],
			[atStripe.invoice, { payment: theirs }, "payment", "Refund it there"],
		] as const) {
			const { status, body: answer } = await act.recordRefund(of.id, finance, payment, 500, body);
			expect([status, answer]).toMatchObject([400, { errors: [{ data: [{ path }] }] }]);
			expect(JSON.stringify(answer)).toContain(says);
		}
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", refunded: 0 });
	});

	test("is recorded by whoever may, and nobody else", async () => {
		const { invoice, casino, payment } = await paid(1_000);
		const customer = await createCustomer(keyturn, [{ casino: casino.id, roles: ["finance_contact"] }]);
		const statusOf = async (as: Person | undefined, id = invoice.id) =>
			(await act.recordRefund(id, as, payment, 500)).status;
		expect([await statusOf(undefined), await statusOf(customer), await statusOf(ops)]).toEqual([401, 403, 403]);
		expect(await statusOf(finance, "00000000-0000-4000-8000-000000000000")).toBe(404);
		expect(await statusOf(finance, "1")).toBe(400);
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", refunded: 0 });
	});
});

test("what waits for a second person takes one also when the limit was raised since, and happens once", async () => {
	const setLimit = (secondApproverAbove: number) =>
		keyturn.rest("POST", "/globals/settings", { as: admin, body: { purchaseOrders: { secondApproverAbove } } });
	const { invoice } = await owing(large);
	const held = await owing(large);
	await act.recordPayment(invoice.id, finance, large / 3);
	const payment = await waitingOf(invoice.id);
	const paid = paidInvoice(held.invoice, { metadata: {} });
	const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", paid));
	await act.settleHeld(event, held.invoice.id, ops);
	const release = await waitingOf(held.invoice.id);
	expect((await setLimit(large * 2)).status).toBe(200);
	const twice = await Promise.all([act.approve(payment, admin), act.approve(payment, admin)]);
	expect(twice.map(({ status }) => status)).toEqual([200, 200]);
	expect((await act.approve(release, finance)).body).toMatchObject({ status: "settled" });
	await setLimit(5_000_000);
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: large / 3 });
	for (const { id } of [invoice, held.invoice]) {
		expect(await approvalsOf(keyturn, id)).toMatchObject([{ status: "approved" }]);
	}
});

test("a raised limit does not hold for whoever raised it, until another administrator changes it", async () => {
	const other = await createVendor(keyturn, "admin");
	const set = async (as: Person, purchaseOrders: object) =>
		expect((await keyturn.rest("POST", "/globals/settings", { as, body: { purchaseOrders } })).status).toBe(200);
	const recordedBy = async (as: Person, currency = "usd") => {
		const { invoice } = await owing(6_000_000, { currency });
		return ((await act.recordPayment(invoice.id, as, 6_000_000, { currency })).body as { status: string }).status;
	};
	await set(admin, { secondApproverAbove: 7_000_000 });
	for (let step = 0; step <= 50; step += 1) await set(admin, { secondApproverAbove: large + step });
	await set(admin, { validDays: 91 });
	await set(other, { validDays: 90 });
	expect([await recordedBy(admin), await recordedBy(other), await recordedBy(finance)]).toEqual([
		"awaiting",
		"settled",
		"settled",
	]);
	await set(other, { secondApproverAbove: 7_000_000 });
	expect([await recordedBy(admin), await recordedBy(other)]).toEqual(["settled", "settled"]);
	await set(admin, { currency: "jpy" });
	expect([await recordedBy(admin, "jpy"), await recordedBy(other, "jpy"), await recordedBy(admin)]).toEqual([
		"awaiting",
		"settled",
		"awaiting",
	]);
	await set(other, { currency: "usd", secondApproverAbove: 5_000_000 });
	expect([await recordedBy(admin), await recordedBy(other)]).toEqual(["awaiting", "awaiting"]);
});

describe("a held payment above the limit", () => {
	const hold = async (invoice: Parameters<typeof paidInvoice>[0]) =>
		(await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice, { metadata: {} }))))[0] ?? "";

	test("is released by two persons", async () => {
		const { invoice, onboarding } = await owing(large);
		const event = await hold(invoice);
		expect((await act.settleHeld(event, invoice.id, ops)).body).toMatchObject({ status: "awaiting" });
		expect((await act.settleHeld(event, invoice.id, ops)).body).toMatchObject({ status: "awaiting" });
		expect(await eventState(keyturn, event)).toMatchObject({ status: "held", invoice: null });
		expect((await act.settleHeld(event, invoice.id, finance)).body).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: large });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("is not released by writing its payer onto the invoice", async () => {
		const [big, small] = [await owing(large), await owing(1_000)];
		for (const [{ invoice }, status] of [
			[big, 400],
			[small, 200],
		] as const) {
			const payer = paidInvoice(invoice, { customer_email: "cfo@holding.example" });
			const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", payer));
			expect(await eventState(keyturn, event)).toMatchObject({ status: "held", reason: "email_mismatch" });
			expect((await act.change(invoice.id, ops, { purchaserEmail: "cfo@holding.example" })).status).toBe(status);
			await tell(keyturn);
			expect(await eventState(keyturn, event)).toMatchObject({ status: status === 400 ? "held" : "settled" });
		}
	});

	/** Paid as another customer than the company's. */
	async function paidByAnother({ invoice, company }: Awaited<ReturnType<typeof owing>>) {
		await query(keyturn, "UPDATE companies SET stripe_i_d = $2 WHERE id = $1", [company.id, newId("cus")]);
		const payer = newId("cus");
		const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice, { customer: payer })));
		expect(await eventState(keyturn, event)).toMatchObject({ status: "held", reason: "duplicate_customer" });
		return { event, payer };
	}

	test("is not released by one person who links its payer, or takes the casino's company away", async () => {
		const setup = await owing(large);
		const { invoice, company, casino, onboarding } = setup;
		const { event, payer } = await paidByAnother(setup);
		const own = `/companies/${company.id}`;
		const patch = (path: string, body: object) => keyturn.rest("PATCH", path, { as: admin, body });
		for (const answer of [
			await patch(own, { stripeID: payer }),
			await patch(own, { stripeID: null }),
			await patch(`/casinos/${casino.id}`, { company: null }),
			await keyturn.rest("DELETE", own, { as: admin }),
		]) {
			expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringContaining("by two persons")]);
		}
		const inBulk = await patch(`/companies?where[id][equals]=${company.id}`, { stripeID: payer });
		expect([inBulk.status, (await patch(own, { stripeID: newId("cus") })).status]).toEqual([400, 200]);
		await tell(keyturn);
		expect(await eventState(keyturn, event)).toMatchObject({ status: "held" });
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		expect((await act.settleHeld(event, invoice.id, finance)).body).toMatchObject({ status: "awaiting" });
		expect((await act.settleHeld(event, invoice.id, admin)).body).toMatchObject({ status: "settled" });
		expect((await patch(own, { stripeID: payer })).status).toBe(200);
	});

	test("below the limit is released by linking its payer", async () => {
		const setup = await owing(1_000);
		const { event, payer } = await paidByAnother(setup);
		const path = `/companies/${setup.company.id}`;
		expect((await keyturn.rest("PATCH", path, { as: finance, body: { stripeID: payer } })).status).toBe(200);
		await tell(keyturn);
		expect(await eventState(keyturn, event)).toMatchObject({ status: "settled" });
	});

	test("of nobody known is not released by one person who links a company to its customer", async () => {
		const { invoice, company } = await owing(large - 1);
		const payer = newId("cus");
		const [event = ""] = await tell(
			keyturn,
			stripeEvent("invoice.paid", paidInvoice(invoice, { metadata: {}, customer: payer })),
		);
		expect(await eventState(keyturn, event)).toMatchObject({ status: "held", reason: "unknown_customer" });
		const linked = await keyturn.rest("PATCH", `/companies/${company.id}`, { as: finance, body: { stripeID: payer } });
		expect([linked.status, JSON.stringify(linked.body)]).toEqual([400, expect.stringContaining("by two persons")]);
		const made = await keyturn.rest("POST", "/companies", { as: finance, body: { name: "New", stripeID: payer } });
		expect(made.status).toBe(400);
		await tell(keyturn);
		expect(await eventState(keyturn, event)).toMatchObject({ status: "held" });
		await act.settleHeld(event, invoice.id, finance);
		expect((await act.settleHeld(event, invoice.id, admin)).body).toMatchObject({ status: "settled" });
		const [link] = await query(keyturn, "SELECT stripe_i_d AS is FROM companies WHERE id = $1", [company.id]);
		expect(link).toEqual({ is: payer });
	});

	test("is not released in two steps: first its payer, then its amount", async () => {
		const { invoice } = await owing(large);
		const paid = {
			customer_email: "cfo@holding.example",
			amount_paid: large + 5,
			amount_due: large + 5,
			total: large + 5,
		};
		const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice, paid)));
		expect(await eventState(keyturn, event)).toMatchObject({ status: "held", reason: "amount_mismatch" });
		expect((await act.change(invoice.id, ops, { purchaserEmail: "cfo@holding.example" })).status).toBe(400);
		expect((await act.change(invoice.id, ops, { amountDue: large + 5 })).status).toBe(200);
		await tell(keyturn);
		expect(await eventState(keyturn, event)).toMatchObject({ status: "held", reason: "email_mismatch" });
	});

	test("chosen for another invoice by the second waits again: the first meant something else", async () => {
		const [one, other] = [await owing(large), await owing(large)];
		const event = await hold(one.invoice);
		await act.settleHeld(event, one.invoice.id, ops);
		expect((await act.settleHeld(event, other.invoice.id, finance)).body).toMatchObject({ status: "awaiting" });
		expect(await approvalsOf(keyturn, one.invoice.id)).toMatchObject([{ status: "withdrawn" }]);
		const waiting = await waitingOf(other.invoice.id);
		expect((await act.approve(waiting, ops)).body).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, other.invoice.id)).toMatchObject({ status: "paid" });
	});
});

test("voiding an opening invoice above the limit takes two; below it one", async () => {
	const [small, big] = [await owing(1_000), await owing(large)];
	expect((await act.voidInvoice(small.invoice.id, finance)).body).toMatchObject({ status: "settled" });
	expect((await act.voidInvoice(big.invoice.id, finance)).body).toMatchObject({ status: "awaiting" });
	expect(await invoiceState(keyturn, big.invoice.id)).toMatchObject({ status: "open" });
	expect((await act.approve(await waitingOf(big.invoice.id), admin)).body).toMatchObject({ status: "settled" });
	expect(await invoiceState(keyturn, big.invoice.id)).toMatchObject({ status: "void" });
});

test.each(["approve", "reject"] as const)("%s asks for somebody who may", async (route) => {
	const { invoice, casino } = await owing(large);
	const customer = await createCustomer(keyturn, [{ casino: casino.id, roles: ["finance_contact"] }]);
	await act.recordPayment(invoice.id, finance, large);
	const approval = await waitingOf(invoice.id);
	const statusOf = async (id: string, as: Person | undefined) => (await act[route](id, as)).status;
	expect(await statusOf(approval, undefined)).toBe(401);
	expect(await statusOf(approval, customer)).toBe(403);
	expect(await statusOf(approval, ops)).toBe(403);
	expect(await statusOf("00000000-0000-4000-8000-000000000000", admin)).toBe(404);
	expect(await statusOf("1", admin)).toBe(400);
	expect((await keyturn.rest("POST", `/approvals/${approval}/${route}`, { as: admin, body: {} })).status).toBe(400);
	expect(await approvalsOf(keyturn, invoice.id)).toMatchObject([{ status: "awaiting" }]);
});
