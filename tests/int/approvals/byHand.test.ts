import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCustomer, createVendor, type Person } from "../../harness/factories";
import type { Keyturn } from "../../harness/startKeyturn";
import { paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { auditOf, countRuns, invoiceState, query, tell } from "../payments/stage";
import { approvalsOf, large, owing, type Stage, startStage, waitingOf } from "./stage";

let keyturn: Keyturn;
let act: Stage["act"];
let admin: Person;
let finance: Person;
let ops: Person;

beforeAll(async () => {
	({ keyturn, act, admin, finance, ops } = await startStage());
});
afterAll(() => keyturn?.stop());

const eventsOf = (invoice: string) =>
	query<{ id: string }>(keyturn, "SELECT id FROM payment_events WHERE invoice_id = $1", [invoice]);

describe("a payment recorded by hand above the limit", () => {
	test("settles nothing until a second person approves it, and is recorded once", async () => {
		const { invoice, onboarding } = await owing(keyturn, large);
		const first = await act.recordPayment(invoice.id, finance, large);
		expect([first.status, first.body]).toMatchObject([200, { status: "awaiting" }]);
		const repeated = await act.recordPayment(invoice.id, finance, large);
		expect(repeated.body).toEqual(first.body);
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: 0 });
		expect([await eventsOf(invoice.id), await countRuns(keyturn, onboarding.id)]).toEqual([[], 0]);

		const approval = await waitingOf(keyturn, invoice.id);
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
		const { invoice } = await owing(keyturn, large);
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
		const { invoice } = await owing(keyturn, large);
		await act.recordPayment(invoice.id, finance, large);
		expect((await act.recordPayment(invoice.id, admin, large)).body).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: large });
	});

	test("approved by two at once is recorded once", async () => {
		const { invoice, onboarding } = await owing(keyturn, large);
		const second = await createVendor(keyturn, "finance");
		await act.recordPayment(invoice.id, finance, large);
		const approval = await waitingOf(keyturn, invoice.id);
		const answers = await Promise.all([act.approve(approval, admin), act.approve(approval, second)]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
		expect([(await eventsOf(invoice.id)).length, await countRuns(keyturn, onboarding.id)]).toEqual([1, 1]);
	});

	test("in parts counts as one: the part that goes above the limit takes two", async () => {
		const { invoice } = await owing(keyturn, 9_000_000);
		const part = (reference: string) => act.recordPayment(invoice.id, finance, 4_000_000, { reference });
		expect((await part("one")).body).toMatchObject({ status: "settled" });
		expect((await part("two")).body).toMatchObject({ status: "awaiting" });
		expect((await act.approve(await waitingOf(keyturn, invoice.id), admin)).body).toMatchObject({ status: "settled" });
		expect((await act.recordPayment(invoice.id, finance, 1_000_000)).body).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: 9_000_000 });
	});

	test("in parts, one of them sent twice, is recorded once for each", async () => {
		const { invoice } = await owing(keyturn, 1_000);
		const answers = await Promise.all([1, 2].map(() => act.recordPayment(invoice.id, finance, 400)));
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect((await act.recordPayment(invoice.id, finance, 400)).body).toEqual(answers[0]?.body);
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: 400 });
		await act.recordPayment(invoice.id, finance, 400, { reference: "MT104" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: 800 });
	});

	test("in another currency than the limit's takes two", async () => {
		const { invoice } = await owing(keyturn, 100, { currency: "jpy" });
		const body = { currency: "jpy" };
		expect((await act.recordPayment(invoice.id, finance, 100, body)).body).toMatchObject({ status: "awaiting" });
		expect((await act.recordPayment(invoice.id, admin, 100, body)).body).toMatchObject({ status: "settled" });
	});

	test("that was rejected stays so, and asks for a new one", async () => {
		const { invoice } = await owing(keyturn, large);
		await act.recordPayment(invoice.id, finance, large);
		const approval = await waitingOf(keyturn, invoice.id);
		expect((await act.reject(approval, admin)).body).toMatchObject({ status: "rejected" });
		expect((await act.reject(approval, admin)).body).toMatchObject({ status: "rejected" });
		expect((await act.approve(approval, admin)).status).toBe(409);
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: 0 });
	});

	test.each([
		["the invoice changes", (invoice: string) => act.change(invoice, finance, { amountDue: large + 1 })],
		["the provider confirms it", (_: string, paid: () => Promise<unknown>) => paid()],
	])("is withdrawn when %s", async (_, happens) => {
		const { invoice } = await owing(keyturn, large);
		await act.recordPayment(invoice.id, finance, large);
		await happens(invoice.id, () => tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice))));
		expect(await approvalsOf(keyturn, invoice.id)).toMatchObject([{ status: "withdrawn" }]);
	});

	test("up to the limit takes one, and what a provider confirms takes none", async () => {
		const [one, other] = [await owing(keyturn, 5_000_000), await owing(keyturn, large)];
		expect((await act.recordPayment(one.invoice.id, finance, 5_000_000)).body).toMatchObject({ status: "settled" });
		await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(other.invoice)));
		expect(await invoiceState(keyturn, other.invoice.id)).toMatchObject({ status: "paid", paid: large });
		expect(await approvalsOf(keyturn, other.invoice.id)).toEqual([]);
	});
});

test("what waits for a second person takes one also when the limit was raised since, and happens once", async () => {
	const setLimit = (secondApproverAbove: number) =>
		keyturn.rest("POST", "/globals/settings", { as: admin, body: { purchaseOrders: { secondApproverAbove } } });
	const { invoice } = await owing(keyturn, large);
	const held = await owing(keyturn, large);
	await act.recordPayment(invoice.id, finance, large / 3);
	const payment = await waitingOf(keyturn, invoice.id);
	const paid = paidInvoice(held.invoice, { metadata: {} });
	const [event = ""] = await tell(keyturn, stripeEvent("invoice.paid", paid));
	await act.settleHeld(event, held.invoice.id, ops);
	const release = await waitingOf(keyturn, held.invoice.id);
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
		const { invoice } = await owing(keyturn, 6_000_000, { currency });
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

test("voiding an opening invoice above the limit takes two; below it one", async () => {
	const [small, big] = [await owing(keyturn, 1_000), await owing(keyturn, large)];
	expect((await act.voidInvoice(small.invoice.id, finance)).body).toMatchObject({ status: "settled" });
	expect((await act.voidInvoice(big.invoice.id, finance)).body).toMatchObject({ status: "awaiting" });
	expect(await invoiceState(keyturn, big.invoice.id)).toMatchObject({ status: "open" });
	expect((await act.approve(await waitingOf(keyturn, big.invoice.id), admin)).body).toMatchObject({
		status: "settled",
	});
	expect(await invoiceState(keyturn, big.invoice.id)).toMatchObject({ status: "void" });
});

test.each(["approve", "reject"] as const)("%s asks for somebody who may", async (route) => {
	const { invoice, casino } = await owing(keyturn, large);
	const customer = await createCustomer(keyturn, [{ casino: casino.id, roles: ["finance_contact"] }]);
	await act.recordPayment(invoice.id, finance, large);
	const approval = await waitingOf(keyturn, invoice.id);
	const statusOf = async (id: string, as: Person | undefined) => (await act[route](id, as)).status;
	expect(await statusOf(approval, undefined)).toBe(401);
	expect(await statusOf(approval, customer)).toBe(403);
	expect(await statusOf(approval, ops)).toBe(403);
	expect(await statusOf("00000000-0000-4000-8000-000000000000", admin)).toBe(404);
	expect(await statusOf("1", admin)).toBe(400);
	expect((await keyturn.rest("POST", `/approvals/${approval}/${route}`, { as: admin, body: {} })).status).toBe(400);
	expect(await approvalsOf(keyturn, invoice.id)).toMatchObject([{ status: "awaiting" }]);
});
