import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CustomerSetup, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { newId, type StripeEvent, stripeEvent } from "../../harness/stripeEvents";
import {
	countRuns,
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
let admin: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	finance = await createVendor(keyturn, "finance");
	admin = await createVendor(keyturn, "admin");
});
afterAll(() => keyturn?.stop());

const dispute = (type: string, intent: string, amount: number, status: string, at: number) =>
	stripeEvent(
		`charge.dispute.${type}`,
		{ id: `dp_of_${intent}`, object: "dispute", amount, currency: "usd", payment_intent: intent, status },
		at,
	);

test("what was credited by an amendment may be given back: the customer stays in good standing", async () => {
	const bought = await purchase(keyturn);
	const { invoice, intent, due } = bought;
	await tell(keyturn, refund(intent, due, due - 100, 20));
	expect(await standingOf(keyturn, bought)).toBe("refunded");
	const path = `/invoices/${invoice.id}/amendments`;
	const amended = await keyturn.rest("POST", path, { as: finance, body: { amountDue: 100, reason: "Fewer sites" } });
	expect(amended.body).toMatchObject({ status: "amended" });
	expect(await standingOf(keyturn, bought)).toBe("good");
});

test.each([
	["more than half of what is left after a credit note", 100, "high"],
	["what a credit note took off", 1_000, "low"],
])("giving back %s is told as grave as it is", async (_, kept, severity) => {
	const bought = await purchase(keyturn);
	const { invoice, intent, due } = bought;
	const body = { amountDue: 1_000, reason: "Fewer sites" };
	await keyturn.rest("POST", `/invoices/${invoice.id}/amendments`, { as: finance, body });
	await tell(keyturn, refund(intent, due, due - kept, 20));
	const told = await query(keyturn, "SELECT severity::text FROM risks WHERE invoice_id = $1", [invoice.id]);
	expect(told).toEqual([{ severity }]);
});

describe("a dispute", () => {
	test("opened in the future is closed by what is told afterwards", async () => {
		const bought = await purchase(keyturn);
		const { intent, due } = bought;
		const opened = { ...dispute("created", intent, due, "needs_response", 20), created: 9_999_999_999 };
		await tell(keyturn, opened);
		expect(await standingOf(keyturn, bought)).toBe("disputed");
		const now = Math.floor(Date.now() / 1000);
		await tell(keyturn, { ...dispute("closed", intent, due, "won", 20), created: now });
		expect(await standingOf(keyturn, bought)).toBe("good");
		await tell(keyturn, { ...refund(intent, due, due, 20), created: now });
		expect(await standingOf(keyturn, bought)).toBe("refunded");
	});

	test("that is won leaves everything as it was, whichever is told first", async () => {
		for (const order of [1, -1]) {
			const bought = await purchase(keyturn);
			const events = [
				dispute("created", bought.intent, bought.due, "needs_response", 60),
				dispute("closed", bought.intent, bought.due, "won", 90),
			];
			if (order === 1) {
				await tell(keyturn, events[0] as StripeEvent);
				expect(await standingOf(keyturn, bought)).toBe("disputed");
				expect(await openRisks(keyturn, bought.invoice.id)).toEqual(["payment_reversed"]);
				expect(await paymentsOf(keyturn, bought.invoice.id)).toMatchObject([
					{ status: "disputed", disputed: bought.due },
				]);
			}
			for (const event of order === 1 ? events : events.toReversed()) await tell(keyturn, event);
			expect(await standingOf(keyturn, bought)).toBe("good");
			expect(await openRisks(keyturn, bought.invoice.id)).toEqual([]);
			expect(await invoiceState(keyturn, bought.invoice.id)).toMatchObject({ status: "paid", paid: bought.due });
			expect(await paymentsOf(keyturn, bought.invoice.id)).toMatchObject([{ status: "captured", disputed: 0 }]);
		}
	});

	test("that is lost ends the payment, the money is owed again, and paying it settles it", async () => {
		const bought = await purchase(keyturn);
		await tell(keyturn, dispute("closed", bought.intent, bought.due, "lost", 90));
		expect(await paymentsOf(keyturn, bought.invoice.id)).toMatchObject([{ status: "lost", lost: bought.due }]);
		expect(await invoiceState(keyturn, bought.invoice.id)).toMatchObject({ status: "open", paid: 0 });
		expect(await standingOf(keyturn, bought)).toBe("lost");
		const again = paidByCustomer(bought.invoice, { id: newId("in"), payment_intent: newId("pi") });
		await tell(keyturn, stripeEvent("invoice.paid", again, 120));
		expect(await invoiceState(keyturn, bought.invoice.id)).toMatchObject({ status: "paid", paid: bought.due });
		expect(await standingOf(keyturn, bought)).toBe("good");
		expect(await openRisks(keyturn, bought.invoice.id)).toEqual([]);
		expect(await countRuns(keyturn, bought.onboarding.id)).toBe(1);
	});

	test("is not ended by an administrator's change of the standing: that is refused with words", async () => {
		const bought = await purchase(keyturn);
		await tell(keyturn, dispute("created", bought.intent, bought.due, "needs_response", 60));
		const { status, body } = await keyturn.rest("PATCH", `/casinos/${bought.casino.id}`, {
			as: admin,
			body: { paymentStanding: "good" },
		});
		expect(status).toBe(403);
		expect(body).toMatchObject({
			errors: [{ data: { code: "field_denied", errors: [{ path: "paymentStanding" }] } }],
		});
		expect(await standingOf(keyturn, bought)).toBe("disputed");
	});
});

test("a refund that fails goes back", async () => {
	const bought = await purchase(keyturn);
	await tell(keyturn, refund(bought.intent, bought.due, bought.due, 60));
	expect(await invoiceState(keyturn, bought.invoice.id)).toMatchObject({ status: "refunded" });
	expect(await standingOf(keyturn, bought)).toBe("refunded");
	const failed = { id: newId("re"), object: "refund", amount: bought.due, currency: "usd", status: "failed" };
	await tell(
		keyturn,
		...["refund.failed", "charge.refund.updated"].map((type) =>
			stripeEvent(type, { ...failed, payment_intent: bought.intent }, 90),
		),
	);
	expect(await invoiceState(keyturn, bought.invoice.id)).toMatchObject({ status: "paid", refunded: 0 });
	expect(await standingOf(keyturn, bought)).toBe("good");
	expect(await openRisks(keyturn, bought.invoice.id)).toEqual([]);
});

test("funds withdrawn and reinstated follow the dispute: nothing is lost by the first, and all is back with the second", async () => {
	const bought = await purchase(keyturn);
	const { intent, due, invoice } = bought;
	const withdrawn = dispute("funds_withdrawn", intent, due, "needs_response", 60);
	await tell(keyturn, withdrawn, dispute("created", intent, due, "needs_response", 60));
	expect(await paymentsOf(keyturn, invoice.id)).toMatchObject([{ status: "disputed", disputed: due, lost: 0 }]);
	await tell(keyturn, dispute("funds_reinstated", intent, due, "won", 95), dispute("closed", intent, due, "won", 90));
	await tell(keyturn, withdrawn);
	expect(await paymentsOf(keyturn, invoice.id)).toMatchObject([{ status: "captured", disputed: 0, lost: 0 }]);
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: due });
	expect(await standingOf(keyturn, bought)).toBe("good");
	expect(await openRisks(keyturn, invoice.id)).toEqual([]);
});

test("a part refunded in the currency that the payer was shown is taken in proportion", async () => {
	const bought = await purchase(keyturn);
	const { intent, due, invoice } = bought;
	const shown = (refunded: number, at: number) =>
		stripeEvent(
			"charge.refunded",
			{
				...{ id: `ch_of_${intent}`, object: "charge", amount: 90_000, amount_refunded: refunded, currency: "eur" },
				...{ refunded: refunded === 90_000, payment_intent: intent },
			},
			at,
		);
	await tell(keyturn, shown(22_500, 60));
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", refunded: due / 4 });
	expect(await standingOf(keyturn, bought)).toBe("good");
	await tell(keyturn, shown(90_000, 70));
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "refunded", refunded: due });
});

test("an invoice that asks nothing is paid when the provider says so, and opens nothing", async () => {
	const { invoice, onboarding } = await createCustomerSetup(keyturn, { invoice: { amountDue: 0 } });
	const free = paidByCustomer(invoice, { total: 0, amount_due: 0, amount_paid: 0 });
	await tell(keyturn, stripeEvent("invoice.paid", free));
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: 0 });
	expect([await paymentsOf(keyturn, invoice.id), await openRisks(keyturn, invoice.id)]).toEqual([[], []]);
	expect(await countRuns(keyturn, onboarding.id)).toBe(0);
});

describe("an opening invoice that was refunded", () => {
	/** Paid before anything else is there, so that no run stands on it, and refunded. */
	async function refunded() {
		const bought = await purchase(keyturn, { orderForm: { status: "sent" } });
		await tell(keyturn, refund(bought.intent, bought.due, bought.due, 20));
		expect(await standingOf(keyturn, bought)).toBe("refunded");
		await keyturn.rest("PATCH", `/contracts/${bought.orderForm.id}`, { as: admin, body: { status: "signed" } });
		expect(await countRuns(keyturn, bought.onboarding.id)).toBe(0);
		return bought;
	}
	async function writeAnew({ casino, onboarding }: CustomerSetup, amountDue: number) {
		const body = {
			casino: casino.id,
			onboarding: onboarding.id,
			amountDue,
			currency: "usd",
			status: "open",
			opensGate: true,
		};
		const created = await keyturn.rest("POST", "/invoices", { as: finance, body });
		return (created.body as { doc: CustomerSetup["invoice"] }).doc;
	}
	async function pay({ invoice }: CustomerSetup, written: CustomerSetup["invoice"]) {
		const paid = paidByCustomer(written, { customer: `cus_of_${invoice.id}` });
		await tell(keyturn, stripeEvent("invoice.paid", paid, 40));
		expect(await invoiceState(keyturn, written.id)).toMatchObject({ status: "paid" });
	}
	const payAnew = async (bought: CustomerSetup, amountDue: number) => pay(bought, await writeAnew(bought, amountDue));

	test("is not replaced by one that was asked beside it, and one written later stands for it alone", async () => {
		const setup = await createCustomerSetup(keyturn);
		const beside = await writeAnew(setup, setup.invoice.amountDue);
		const both = [setup.invoice, beside];
		for (const invoice of both) {
			const [id, intent, due] = [newId("in"), newId("pi"), invoice.amountDue];
			if (invoice === beside) expect(await standingOf(keyturn, setup)).toBe("refunded");
			const paid = paidByCustomer(invoice, { id, customer: `cus_of_${setup.invoice.id}` });
			await tell(keyturn, invoicePayment(id, intent, due, 10), stripeEvent("invoice.paid", paid, 10));
			await tell(keyturn, refund(intent, due, due, 20));
		}
		const states = async () => [await standingOf(keyturn, setup), await countRuns(keyturn, setup.onboarding.id)];
		expect(await states()).toEqual(["refunded", 0]);
		await payAnew(setup, setup.invoice.amountDue);
		expect(await states()).toEqual(["refunded", 0]);
		await payAnew(setup, setup.invoice.amountDue);
		expect(await states()).toEqual(["good", 1]);
	});

	test("is replaced by a later one that is paid: the standing is good again, and the gate opens", async () => {
		const bought = await refunded();
		await payAnew(bought, bought.due);
		expect(await standingOf(keyturn, bought)).toBe("good");
		expect(await countRuns(keyturn, bought.onboarding.id)).toBe(1);
	});

	test("is not replaced by one that asks less, until it was credited down to that", async () => {
		const bought = await refunded();
		await payAnew(bought, bought.due - 100);
		expect(await standingOf(keyturn, bought)).toBe("refunded");
		expect(await countRuns(keyturn, bought.onboarding.id)).toBe(0);
		const path = `/invoices/${bought.invoice.id}/amendments`;
		const amend = (amountDue: number) =>
			keyturn.rest("POST", path, { as: finance, body: { amountDue, reason: "Fewer sites were agreed" } });
		expect((await amend(bought.due + 1)).status).toBe(409);
		expect((await amend(bought.due - 100)).body).toMatchObject({ status: "amended" });
		expect(await standingOf(keyturn, bought)).toBe("good");
		expect(await countRuns(keyturn, bought.onboarding.id)).toBe(1);
	});
});
