import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "../../harness/factories";
import type { Keyturn } from "../../harness/startKeyturn";
import { paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { invoiceState, openRisks, query, tell } from "../payments/stage";
import { approvalsOf, large, owing, type Stage, startStage } from "./stage";

let keyturn: Keyturn;
let act: Stage["act"];
let admin: Person;
let finance: Person;
let ops: Person;

beforeAll(async () => {
	({ keyturn, act, admin, finance, ops } = await startStage());
});
afterAll(() => keyturn?.stop());

const allWaiting = async (invoice: string) =>
	(await approvalsOf(keyturn, invoice)).filter(({ status }) => status === "awaiting").map(({ id }) => id);
const setLimit = (secondApproverAbove: number) =>
	keyturn.rest("POST", "/globals/settings", { as: admin, body: { purchaseOrders: { secondApproverAbove } } });

test("a payment that waits for a second person is recorded once, also when the limit is raised meanwhile", async () => {
	const { invoice } = await owing(keyturn, large);
	await act.recordPayment(invoice.id, finance, large / 2);
	const [approval = ""] = await allWaiting(invoice.id);
	expect((await setLimit(large)).status).toBe(200);
	try {
		expect((await act.recordPayment(invoice.id, finance, large / 2)).body).toMatchObject({ status: "awaiting" });
		expect((await act.approve(approval, admin)).body).toMatchObject({ status: "settled" });
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: large / 2 });
		expect(await allWaiting(invoice.id)).toEqual([]);
	} finally {
		await setLimit(5_000_000);
	}
});

test("the release of a held payment that was dismissed waits for nobody, and calls nobody", async () => {
	const { invoice } = await owing(keyturn, large);
	const paid = stripeEvent("invoice.paid", paidInvoice(invoice, { metadata: {} }));
	const [event = ""] = await tell(keyturn, paid);
	await act.settleHeld(event, invoice.id, ops);
	const reason = "Sent back to the payer";
	await keyturn.rest("POST", `/payment-events/${event}/dismiss`, { as: finance, body: { reason } });
	expect(await approvalsOf(keyturn, invoice.id)).toMatchObject([{ subject: "held_release", status: "withdrawn" }]);
	expect(await openRisks(keyturn, invoice.id)).toEqual([]);
});

test("what waits, or was withdrawn, calls nobody once the provider confirms the payment", async () => {
	const { invoice } = await owing(keyturn, large);
	await act.approveOrder(invoice.id, finance);
	await act.change(invoice.id, finance, { amountDue: large + 1 });
	expect(await openRisks(keyturn, invoice.id)).toEqual(["approval_withdrawn"]);
	await act.approveOrder(invoice.id, finance);
	await tell(keyturn, stripeEvent("invoice.paid", paidInvoice({ ...invoice, amountDue: large + 1 })));
	expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid" });
	expect(await allWaiting(invoice.id)).toEqual([]);
	expect(await openRisks(keyturn, invoice.id)).toEqual([]);
});

test("another amendment takes the place of the one that waits, and only who may amend approves it", async () => {
	const { invoice } = await owing(keyturn, large);
	await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice)));
	const amend = (amountDue: number, as: Person) =>
		keyturn.rest("POST", `/invoices/${invoice.id}/amendments`, { as, body: { amountDue, reason: "Fewer sites" } });
	await amend(large - 100, finance);
	expect((await amend(large - 200, finance)).body).toMatchObject({ status: "awaiting" });
	const waiting = await allWaiting(invoice.id);
	expect(waiting.length).toBe(1);
	const [approval = ""] = waiting;
	expect((await act.approve(approval, ops)).status).toBe(403);
	expect((await act.approve(approval, finance)).status).toBe(409);
	expect((await act.approve(approval, admin)).body).toMatchObject({ status: "amended" });
	const credits = await query(keyturn, "SELECT credit::int, opens_gate AS opens FROM invoices WHERE amends_id = $1", [
		invoice.id,
	]);
	expect(credits).toEqual([{ credit: 200, opens: false }]);
});
