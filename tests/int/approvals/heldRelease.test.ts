import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "../../harness/factories";
import type { Keyturn } from "../../harness/startKeyturn";
import { newId, paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { countRuns, eventState, invoiceState, query, tell } from "../payments/stage";
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

describe("a held payment above the limit", () => {
	const hold = async (invoice: Parameters<typeof paidInvoice>[0]) =>
		(await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice, { metadata: {} }))))[0] ?? "";

	test("is released by two persons", async () => {
		const { invoice, onboarding } = await owing(keyturn, large);
		const event = await hold(invoice);
		expect((await act.settleHeld(event, invoice.id, ops)).body).toMatchObject({ status: "awaiting" });
		expect((await act.settleHeld(event, invoice.id, ops)).body).toMatchObject({ status: "awaiting" });
		expect(await eventState(keyturn, event)).toMatchObject({ status: "held", invoice: null });
		expect((await act.settleHeld(event, invoice.id, finance)).body).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: large });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("is not released by writing its payer onto the invoice", async () => {
		const [big, small] = [await owing(keyturn, large), await owing(keyturn, 1_000)];
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
		const setup = await owing(keyturn, large);
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
		const setup = await owing(keyturn, 1_000);
		const { event, payer } = await paidByAnother(setup);
		const path = `/companies/${setup.company.id}`;
		expect((await keyturn.rest("PATCH", path, { as: finance, body: { stripeID: payer } })).status).toBe(200);
		await tell(keyturn);
		expect(await eventState(keyturn, event)).toMatchObject({ status: "settled" });
	});

	test("of nobody known is not released by one person who links a company to its customer", async () => {
		const { invoice, company } = await owing(keyturn, large - 1);
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
		const { invoice } = await owing(keyturn, large);
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
		const [one, other] = [await owing(keyturn, large), await owing(keyturn, large)];
		const event = await hold(one.invoice);
		await act.settleHeld(event, one.invoice.id, ops);
		expect((await act.settleHeld(event, other.invoice.id, finance)).body).toMatchObject({ status: "awaiting" });
		expect(await approvalsOf(keyturn, one.invoice.id)).toMatchObject([{ status: "withdrawn" }]);
		const waiting = await waitingOf(keyturn, other.invoice.id);
		expect((await act.approve(waiting, ops)).body).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, other.invoice.id)).toMatchObject({ status: "paid" });
	});
});
