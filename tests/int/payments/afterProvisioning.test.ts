import { afterAll, beforeAll, expect, test } from "vitest";
import { type CustomerSetup, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { newId, paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { workQueues } from "../../harness/workQueues";
import { countRuns, eventState, invoiceState, mailsTo, openRisks, query, tell } from "./stage";

let keyturn: Keyturn;
let finance: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	finance = await createVendor(keyturn, "finance");
});
afterAll(() => keyturn?.stop());

type Live = CustomerSetup & { paid: Record<string, unknown>; intent: string };

async function goLive(): Promise<Live> {
	const setup = await createCustomerSetup(keyturn);
	const intent = newId("pi");
	const paid = paidInvoice(setup.invoice, { payment_intent: intent });
	await tell(keyturn, stripeEvent("invoice.paid", paid));
	await workQueues(keyturn);
	return { ...setup, paid, intent };
}

async function tenantOf({ casino, onboarding }: CustomerSetup) {
	const [row] = await query(
		keyturn,
		`SELECT c.status::text, c.payment_standing::text AS standing,
			(SELECT count(*)::int FROM casino_settings s WHERE s.casino_id = c.id) AS settings,
			(SELECT count(*)::int FROM staff_invites v WHERE v.casino_id = c.id AND v.status = 'pending') AS invites,
			(SELECT json_agg(DISTINCT r.status) FROM provisioning_runs r WHERE r.onboarding_id = $2) AS runs,
			(SELECT count(*)::int FROM check_ins k WHERE k.casino_id = c.id AND k.status = 'scheduled') AS "checkIns"
		 FROM casinos c WHERE c.id = $1`,
		[casino.id, onboarding.id],
	);
	const product = await keyturn.ports.product.findCasino(casino.id);
	return { ...row, product: product?.status };
}

const untouched = { status: "live", settings: 1, invites: 1, runs: ["succeeded"], checkIns: 3, product: "active" };

const reversals = [
	{
		name: "a full refund",
		event: ({ intent, invoice }: Live) =>
			stripeEvent("charge.refunded", refund(intent, invoice.amountDue, invoice.amountDue), 60),
		standing: "refunded",
		status: "refunded",
	},
	{
		name: "a part of it refunded",
		event: ({ intent, invoice }: Live) => stripeEvent("charge.refunded", refund(intent, invoice.amountDue, 50), 60),
		standing: "good",
		status: "paid",
	},
	{
		name: "a dispute",
		event: ({ intent, invoice }: Live) =>
			stripeEvent(
				"charge.dispute.created",
				{ id: newId("dp"), object: "dispute", amount: invoice.amountDue, currency: "usd", payment_intent: intent },
				60,
			),
		standing: "disputed",
		status: "paid",
	},
	{
		name: "a void at the provider",
		event: ({ paid }: Live) => stripeEvent("invoice.voided", { ...paid, status: "void" }, 60),
		standing: "voided",
		status: "void",
	},
] as const;

function refund(intent: string, amount: number, amount_refunded: number) {
	return {
		id: newId("ch"),
		object: "charge",
		amount,
		amount_refunded,
		refunded: amount === amount_refunded,
		currency: "usd",
		payment_intent: intent,
	};
}

for (const { name, event, standing, status } of reversals) {
	test(`${name} after provisioning deletes nothing: the casino is marked, and a person decides`, async () => {
		const live = await goLive();
		expect(await tenantOf(live)).toEqual({ ...untouched, standing: "good" });
		const told = event(live);
		const [row = ""] = await tell(keyturn, told);
		await workQueues(keyturn);
		expect(await eventState(keyturn, row)).toMatchObject({ status: "settled", invoice: live.invoice.id });
		expect(await invoiceState(keyturn, live.invoice.id)).toMatchObject({ status });
		expect(await tenantOf(live)).toEqual({ ...untouched, standing });
		expect(await openRisks(keyturn, live.invoice.id)).toEqual(["payment_reversed"]);
		expect(await countRuns(keyturn, live.onboarding.id)).toBe(1);
	});
}

test("voiding an invoice that provisioning did not wait for marks nobody and calls nobody", async () => {
	const live = await goLive();
	const body = {
		...{ casino: live.casino.id, onboarding: live.onboarding.id, status: "open" },
		...{ amountDue: 500, currency: "usd" },
	};
	const made = await keyturn.rest("POST", "/invoices?depth=0", { as: finance, body });
	const { id } = (made.body as { doc: { id: string } }).doc;
	const voided = await keyturn.rest("POST", `/invoices/${id}/void`, { as: finance, body: { reason: "Written twice" } });
	expect(voided.body).toMatchObject({ status: "settled" });
	expect(await invoiceState(keyturn, id)).toMatchObject({ status: "void" });
	expect(await tenantOf(live)).toMatchObject({ standing: "good" });
	expect(await openRisks(keyturn, id)).toEqual([]);
});

test("the graver mark stays, whatever is told afterwards", async () => {
	const live = await goLive();
	await tell(keyturn, reversals[2].event(live));
	await tell(keyturn, reversals[1].event(live));
	expect(await tenantOf(live)).toMatchObject({ standing: "disputed" });
	expect(await openRisks(keyturn, live.invoice.id)).toEqual(["payment_reversed", "payment_reversed"]);
});

test("a failed payment marks the casino and is told to finance; the payment that follows takes the mark away", async () => {
	const setup = await createCustomerSetup(keyturn);
	const paid = paidInvoice(setup.invoice);
	await tell(keyturn, stripeEvent("invoice.payment_failed", { ...paid, status: "open", amount_paid: 0 }));
	expect(await tenantOf(setup)).toMatchObject({ status: "prospect", standing: "failing" });
	expect(await openRisks(keyturn, setup.invoice.id)).toEqual(["payment_failed"]);
	expect(await mailsTo(keyturn, finance.email)).toContain("payment_failed");
	await tell(keyturn, stripeEvent("invoice.paid", paid, 30));
	await workQueues(keyturn);
	expect(await tenantOf(setup)).toEqual({ ...untouched, standing: "good" });
	expect(await openRisks(keyturn, setup.invoice.id)).toEqual([]);
	expect(await mailsTo(keyturn, setup.invoice.purchaserEmail ?? "")).toEqual(["payment_received"]);
});

test("a failure told after the payment it came before is no news", async () => {
	const setup = await createCustomerSetup(keyturn);
	const paid = paidInvoice(setup.invoice);
	await tell(keyturn, stripeEvent("invoice.paid", paid, 30));
	await tell(keyturn, stripeEvent("invoice.payment_failed", { ...paid, status: "open", amount_paid: 0 }, 10));
	expect(await tenantOf(setup)).toMatchObject({ standing: "good" });
	expect(await openRisks(keyturn, setup.invoice.id)).toEqual([]);
});
