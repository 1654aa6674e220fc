import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "../../harness/factories";
import type { Keyturn } from "../../harness/startKeyturn";
import { paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { countRuns, invoiceState, query, tell } from "../payments/stage";
import { approvalsOf, owing, type Stage, startStage, waitingOf } from "./stage";

let keyturn: Keyturn;
let act: Stage["act"];
let admin: Person;
let finance: Person;
let ops: Person;

beforeAll(async () => {
	({ keyturn, act, admin, finance, ops } = await startStage());
});
afterAll(() => keyturn?.stop());

const pays = (invoice: { id: string; purchaserEmail?: string | null }, amountDue: number, currency = "usd") =>
	tell(
		keyturn,
		stripeEvent(
			"invoice.paid",
			paidInvoice({ ...invoice, purchaserEmail: invoice.purchaserEmail ?? null, amountDue, currency }),
		),
	);
const opensGate = async (invoice: string) =>
	(await query<{ opens: boolean }>(keyturn, "SELECT opens_gate AS opens FROM invoices WHERE id = $1", [invoice]))[0]
		?.opens;
const addInvoice = async (owner: { casino: string; onboarding?: string }, values: object) => {
	const body = { status: "open", currency: "usd", amountDue: 100, ...owner, ...values };
	const answer = await keyturn.rest("POST", "/invoices?depth=0", { as: ops, body });
	return (answer.body as { doc: { id: string; opensGate: boolean } }).doc;
};

describe("an issued opening invoice", () => {
	test("lowered to a cent by operations does not open the gate with a cent, until finance approves that", async () => {
		const { invoice, onboarding } = await owing(keyturn, 1_250_000);
		expect((await act.change(invoice.id, ops, { amountDue: 1 })).status).toBe(200);
		await pays(invoice, 1);
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: 1 });
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		const approval = await waitingOf(keyturn, invoice.id);
		expect(await approvalsOf(keyturn, invoice.id)).toMatchObject([
			{ subject: "opening_change", amount: 1_249_999, first: null },
		]);
		expect((await act.approve(approval, ops)).status).toBe(403);
		expect((await act.approve(approval, finance)).body).toMatchObject({ status: "approved" });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("lowered by more than the limit takes two, whoever lowers it and in however many parts", async () => {
		const { invoice, onboarding } = await owing(keyturn, 9_000_000);
		await act.change(invoice.id, finance, { amountDue: 5_000_000 });
		expect(await approvalsOf(keyturn, invoice.id)).toMatchObject([{ status: "approved", amount: 4_000_000 }]);
		await act.change(invoice.id, finance, { amountDue: 1 });
		await pays(invoice, 1);
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		const approval = await waitingOf(keyturn, invoice.id);
		expect((await act.approve(approval, finance)).status).toBe(409);
		expect((await act.approve(approval, admin)).body).toMatchObject({ status: "approved" });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("lowered, and paid by hand with the rest, is counted as one", async () => {
		const { invoice } = await owing(keyturn, 9_000_000);
		await act.change(invoice.id, finance, { amountDue: 5_000_000 });
		expect((await act.recordPayment(invoice.id, finance, 5_000_000)).body).toMatchObject({ status: "awaiting" });
	});

	test("raised back asks for nobody's approval; a rejected change keeps asking for what was agreed", async () => {
		const { invoice, onboarding } = await owing(keyturn, 1_250_000);
		await act.change(invoice.id, ops, { amountDue: 1 });
		await act.change(invoice.id, ops, { amountDue: 1_250_000 });
		expect(await approvalsOf(keyturn, invoice.id)).toMatchObject([{ status: "withdrawn" }]);
		await act.change(invoice.id, ops, { amountDue: 2 });
		await act.reject(await waitingOf(keyturn, invoice.id), finance);
		await act.change(invoice.id, ops, { amountDue: 1 });
		await pays(invoice, 1);
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		expect((await approvalsOf(keyturn, invoice.id)).at(-1)).toMatchObject({ status: "awaiting", amount: 1_249_999 });
	});

	test("paid in another currency than was asked waits for two", async () => {
		const { invoice, onboarding } = await owing(keyturn, 1_250_000);
		await act.change(invoice.id, finance, { currency: "jpy" });
		await pays(invoice, 1_250_000, "jpy");
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		expect((await act.approve(await waitingOf(keyturn, invoice.id), admin)).body).toMatchObject({ status: "approved" });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("taken out beside a paid cent, or an invoice of nothing, goes on being asked for", async () => {
		const { invoice, onboarding, casino } = await owing(keyturn, 1_250_000);
		const owner = { casino: casino.id, onboarding: onboarding.id };
		const refused = await act.change(invoice.id, ops, { opensGate: false });
		expect(refused.body).toMatchObject({ errors: [{ data: { errors: [{ path: "opensGate" }] } }] });
		await addInvoice(owner, { amountDue: 0, opensGate: true });
		const cent = await addInvoice(owner, { amountDue: 1, opensGate: true });
		expect((await act.change(invoice.id, ops, { opensGate: false })).status).toBe(200);
		await pays(cent, 1);
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		await act.approve(await waitingOf(keyturn, invoice.id), finance);
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("does not leave its onboarding by operations, or by one person above the limit", async () => {
		const [one, big] = [await owing(keyturn, 1_000), await owing(keyturn, 9_000_000)];
		for (const [invoice, as, status] of [
			[one.invoice, ops, 400],
			[big.invoice, finance, 400],
			[one.invoice, finance, 200],
		] as const) {
			expect((await act.change(invoice.id, as, { onboarding: null })).status).toBe(status);
		}
	});

	test("a draft is free to change, and an invoice of nothing opens nothing", async () => {
		const { invoice, onboarding } = await owing(keyturn, 1_250_000, { status: "draft" });
		await act.change(invoice.id, ops, { amountDue: 900 });
		expect(await approvalsOf(keyturn, invoice.id)).toEqual([]);
		await act.change(invoice.id, ops, { amountDue: 0 });
		await query(keyturn, "UPDATE invoices SET status = 'paid' WHERE id = $1", [invoice.id]);
		await act.change(invoice.id, ops, { description: "For free" });
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
	});
});

describe("the first invoice of an onboarding opens its gate", () => {
	test("also when it is linked later, and the one left behind does when it was moved away", async () => {
		const [one, other] = [
			await owing(keyturn, 500, { status: "draft" }),
			await owing(keyturn, 500, { status: "draft" }),
		];
		const casino = one.casino.id;
		const second = await addInvoice({ casino, onboarding: one.onboarding.id }, { status: "draft" });
		expect(second.opensGate).toBe(false);
		const made = await keyturn.rest("POST", "/onboardings?depth=0", { as: ops, body: { casino } });
		const next = (made.body as { doc: { id: string } }).doc.id;
		const loose = await addInvoice({ casino }, { status: "draft" });
		expect(loose.opensGate).toBe(false);
		await act.change(loose.id, ops, { onboarding: next });
		expect(await opensGate(loose.id)).toBe(true);
		await act.change(one.invoice.id, ops, { onboarding: next });
		expect([await opensGate(second.id), await opensGate(one.invoice.id)]).toEqual([true, true]);
		expect(await opensGate(other.invoice.id)).toBe(true);
	});

	test("linked when it is paid already, provisioning starts", async () => {
		const { onboarding, invoice, casino } = await owing(keyturn, 500, { status: "draft" });
		await query(keyturn, "UPDATE invoices SET status = 'void' WHERE id = $1", [invoice.id]);
		const paid = await addInvoice({ casino: casino.id }, { amountDue: 700 });
		await pays(paid, 700);
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		expect((await act.change(paid.id, ops, { onboarding: onboarding.id })).status).toBe(200);
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});
});

describe("the gate's standard", () => {
	const itemOf = async (onboarding: string) =>
		(
			await query<{ id: string; status: string; choice: string | null; by: string | null }>(
				keyturn,
				`SELECT id, status::text, choice, done_by_id AS by FROM checklist_items WHERE onboarding_id = $1 AND key = 'gate_standard'`,
				[onboarding],
			)
		)[0];
	const standardOf = async (onboarding: string) =>
		(
			await query<{ is: string }>(keyturn, "SELECT gate_standard::text AS is FROM onboardings WHERE id = $1", [
				onboarding,
			])
		)[0]?.is;
	const answer = async (onboarding: string, choice: string) =>
		keyturn.rest("POST", `/checklist-items/${(await itemOf(onboarding))?.id}/tick`, {
			as: finance,
			body: { choice, signedName: finance.user.name },
		});

	test("is what was decided in the plan, at once, and on record", async () => {
		const { onboarding, invoice } = await owing(keyturn, 1_000);
		expect((await act.approveOrder(invoice.id, finance)).body).toMatchObject({ status: "approved" });
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		expect((await answer(onboarding.id, "po_approved")).status).toBe(200);
		expect([await standardOf(onboarding.id), await countRuns(keyturn, onboarding.id)]).toEqual(["po_approved", 1]);
		const lines = await query(
			keyturn,
			"SELECT actor FROM audit_entries WHERE action = 'onboarding.gate_standard' AND document = $1",
			[onboarding.id],
		);
		expect(lines).toEqual([{ actor: `user:${finance.user.id}` }]);
	});

	test("changed on the onboarding the answer follows; taken back in the plan it is the payment again", async () => {
		const { onboarding } = await owing(keyturn, 1_000);
		expect(
			(await keyturn.rest("PATCH", `/onboardings/${onboarding.id}`, { as: ops, body: { gateStandard: "po_approved" } }))
				.status,
		).toBe(200);
		expect(await itemOf(onboarding.id)).toMatchObject({ status: "open", choice: null });
		await answer(onboarding.id, "po_approved");
		await keyturn.rest("PATCH", `/onboardings/${onboarding.id}?select[title]=true`, {
			as: ops,
			body: { gateStandard: "paid" },
		});
		expect(await itemOf(onboarding.id)).toMatchObject({ status: "done", choice: "paid", by: ops.user.id });
		await keyturn.rest("PATCH", `/onboardings/${onboarding.id}`, { as: ops, body: { gateStandard: "po_approved" } });
		const { id = "" } = (await itemOf(onboarding.id)) ?? {};
		await keyturn.rest("POST", `/checklist-items/${id}/reopen`, { as: finance, body: { reason: "asked again" } });
		expect([await standardOf(onboarding.id), (await itemOf(onboarding.id))?.status]).toEqual(["paid", "open"]);
	});
});
