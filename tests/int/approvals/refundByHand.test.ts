import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCustomer, type Person } from "../../harness/factories";
import type { Keyturn } from "../../harness/startKeyturn";
import { paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { auditOf, countRuns, invoiceState, openRisks, query, tell } from "../payments/stage";
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

describe("a refund recorded by hand", () => {
	const paymentOf = async (invoice: string) =>
		(await query<{ id: string }>(keyturn, "SELECT id FROM payments WHERE invoice_id = $1", [invoice]))[0]?.id ?? "";
	const standingOf = async (casino: string) =>
		(
			await query<{ is: string }>(keyturn, "SELECT payment_standing::text AS is FROM casinos WHERE id = $1", [casino])
		)[0]?.is;
	/** Paid by hand, by as many persons as it takes. */
	async function paid(amountDue: number) {
		const setup = await owing(keyturn, amountDue);
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
		const { invoice, onboarding } = await owing(keyturn, 100_000);
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

		const approval = await waitingOf(keyturn, invoice.id);
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
		expect((await act.reject(await waitingOf(keyturn, invoice.id), admin)).body).toMatchObject({ status: "rejected" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", refunded: 0 });
	});

	test("names the field of what does not fit, and stores nothing", async () => {
		const { invoice, payment } = await paid(1_000);
		const atStripe = await owing(keyturn, 1_000);
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
