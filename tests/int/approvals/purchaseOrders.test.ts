import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "../../harness/factories";
import type { Keyturn } from "../../harness/startKeyturn";
import { auditOf, countRuns, openRisks, query } from "../payments/stage";
import { approvalsOf, large, orderOf, type Stage, startStage, withOrder } from "./stage";

let keyturn: Keyturn;
let act: Stage["act"];
let admin: Person;
let finance: Person;
let ops: Person;

beforeAll(async () => {
	({ keyturn, act, admin, finance, ops } = await startStage());
});
afterAll(() => keyturn?.stop());

const small = 1_000;
/** Nothing is provisioned while the contract is not signed, so that what was approved can still be changed. */
async function approvedAt(amount: number) {
	const setup = await withOrder(keyturn, amount);
	await query(keyturn, "UPDATE contracts SET status = 'sent' WHERE id = $1", [setup.orderForm.id]);
	expect((await act.approveOrder(setup.invoice.id, finance)).body).toMatchObject({ status: "approved" });
	return setup;
}
const sign = (contract: string) =>
	keyturn.rest("PATCH", `/contracts/${contract}`, { as: admin, body: { status: "signed" } });

describe("an approval is bound to what was approved", () => {
	test.each([
		["the amount raised", { amountDue: large }, "The amount changed from $10.00 to $9,000,000.00."],
		["the amount lowered in a draft", { amountDue: small - 1 }, "The amount changed from $10.00 to $9.99."],
		["another currency", { currency: "eur" }, "The amount changed from $10.00 to €10.00."],
		["another number", { po: { number: "PO-8" } }, "The number of the purchase order changed from PO-7 to PO-8."],
		["no onboarding", { onboarding: null }, "The invoice moved to another onboarding."],
	])("%s withdraws it: seats emptied, the cause said, who approved is told", async (_, change, because) => {
		const { invoice, onboarding, orderForm } = await withOrder(keyturn, small, "draft");
		await query(keyturn, "UPDATE contracts SET status = 'sent' WHERE id = $1", [orderForm.id]);
		await act.approveOrder(invoice.id, finance);
		const as = "po" in change ? finance : ops;
		expect((await act.change(invoice.id, as, change)).status).toBe(200);
		expect(await orderOf(keyturn, invoice.id)).toEqual({
			status: "requested",
			first: null,
			second: null,
			reason: `The approval was withdrawn. ${because}`,
		});
		const [approval] = await approvalsOf(keyturn, invoice.id);
		expect(approval).toMatchObject({ status: "withdrawn", amount: small, first: finance.user.id, because });
		expect(await openRisks(keyturn, invoice.id)).toEqual(["approval_withdrawn"]);
		expect(await auditOf(keyturn, approval?.id ?? "")).toEqual(["create", "update"]);
		await sign(orderForm.id);
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
	});

	test("what has nothing to do with it leaves it alone", async () => {
		const { invoice, onboarding, orderForm } = await approvedAt(small);
		await act.change(invoice.id, ops, { description: "Floor tool", dueAt: "2027-01-01T00:00:00.000Z" });
		expect(await orderOf(keyturn, invoice.id)).toMatchObject({ status: "approved", first: finance.user.id });
		await sign(orderForm.id);
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("lowered, approved and raised again it is not approved, and two persons approve what is asked now", async () => {
		const { invoice, onboarding } = await withOrder(keyturn, large, "draft");
		await act.change(invoice.id, ops, { amountDue: small, onboarding: null });
		await act.approveOrder(invoice.id, finance);
		await act.change(invoice.id, ops, { amountDue: large, onboarding: onboarding.id });
		expect(await orderOf(keyturn, invoice.id)).toMatchObject({ status: "requested", first: null });
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		expect((await act.approveOrder(invoice.id, finance)).body).toMatchObject({ status: "requested" });
		const waiting = (await approvalsOf(keyturn, invoice.id)).find(({ status }) => status === "awaiting");
		expect((await act.approve(waiting?.id ?? "", finance)).status).toBe(409);
		expect((await act.approve(waiting?.id ?? "", admin)).body).toMatchObject({ status: "approved" });
		expect((await act.approve(waiting?.id ?? "", admin)).body).toMatchObject({ status: "approved" });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
		expect(await openRisks(keyturn, invoice.id)).toEqual([]);
	});

	test("approved and raised in one save it waits for a second person, at the amount that was saved", async () => {
		const { invoice, onboarding } = await withOrder(keyturn, small);
		const po = { number: "PO-7", status: "approved", reason: "signed" };
		await act.change(invoice.id, finance, { amountDue: large, po });
		expect(await orderOf(keyturn, invoice.id)).toMatchObject({ status: "requested", first: finance.user.id });
		expect(await approvalsOf(keyturn, invoice.id)).toMatchObject([{ status: "awaiting", amount: large }]);
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
	});

	test("the first of two approved another amount than the second: the first seat is empty again", async () => {
		const { invoice } = await withOrder(keyturn, large);
		await act.approveOrder(invoice.id, finance);
		await act.change(invoice.id, ops, { amountDue: large + 1 });
		expect((await act.approveOrder(invoice.id, admin)).body).toMatchObject({ status: "requested" });
		expect(await orderOf(keyturn, invoice.id)).toMatchObject({ status: "requested", first: admin.user.id });
	});

	test("raised while it is approved, whoever is first, it is never approved at the higher amount by one person", async () => {
		const { invoice, onboarding } = await withOrder(keyturn, small);
		const answers = await Promise.all([
			act.approveOrder(invoice.id, finance),
			act.change(invoice.id, ops, { amountDue: large }),
		]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect((await orderOf(keyturn, invoice.id))?.status).toBe("requested");
		expect((await approvalsOf(keyturn, invoice.id)).filter(({ status }) => status === "approved")).toEqual([]);
		// Approved first, it was right when it opened the gate; raised first, one person opens nothing.
		const rightly = (await approvalsOf(keyturn, invoice.id)).some(({ amount }) => amount === small) ? 1 : 0;
		expect(await countRuns(keyturn, onboarding.id)).toBe(rightly);
	});

	test("what the person did not look at is not approved", async () => {
		const { invoice } = await withOrder(keyturn, small);
		const seen = { amount: small - 1, currency: "usd" };
		expect((await act.approveOrder(invoice.id, finance, { seen })).body).toMatchObject({
			errors: [{ code: "amount_changed" }],
		});
		expect((await act.approveOrder(invoice.id, finance, { seen: { ...seen, amount: small } })).status).toBe(200);
	});

	test("nothing takes two, since zero says nothing about what is released", async () => {
		const { invoice, onboarding } = await withOrder(keyturn, 0);
		expect((await act.approveOrder(invoice.id, finance)).body).toMatchObject({ status: "requested" });
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		expect((await act.approveOrder(invoice.id, admin)).body).toMatchObject({ status: "approved" });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("the database keeps what is bound and what has ended", async () => {
		const { invoice } = await approvedAt(small);
		const [approval] = await approvalsOf(keyturn, invoice.id);
		const set = (assignment: string) =>
			query(keyturn, `UPDATE approvals SET ${assignment} WHERE id = $1`, [approval?.id]).then(
				() => "kept",
				(error: Error) => error.message,
			);
		expect(await set("amount = 1")).toContain("never changes");
		expect(await set(`first_approver_id = '${admin.user.id}'`)).toContain("never changes");
		await act.change(invoice.id, ops, { amountDue: large });
		expect(await set("status = 'approved'")).toContain("never changes");
		await expect(query(keyturn, "DELETE FROM approvals WHERE id = $1", [approval?.id])).rejects.toThrow("never");
	});
});

test("the second person approves what the first saw: no other amount, and no longer", async () => {
	const { invoice } = await withOrder(keyturn, 6_000_000);
	const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
	const expiresAt = day(7);
	await act.approveOrder(invoice.id, finance, { expiresAt });
	const [waiting] = await approvalsOf(keyturn, invoice.id);
	// Raised by somebody in the moment between looking and approving.
	await query(keyturn, "UPDATE invoices SET amount_due = $2 WHERE id = $1", [invoice.id, large]);
	expect((await act.approve(waiting?.id ?? "", admin)).status).toBe(409);
	expect(await approvalsOf(keyturn, invoice.id)).toMatchObject([{ status: "awaiting", second: null }]);
	await query(keyturn, "UPDATE invoices SET amount_due = 6000000 WHERE id = $1", [invoice.id]);
	const second = await act.approveOrder(invoice.id, admin, { expiresAt: day(900) });
	expect(second.body).toMatchObject({ status: "approved" });
	const ends = await query<{ at: string }>(keyturn, "SELECT po_expires_at AS at FROM invoices WHERE id = $1", [
		invoice.id,
	]);
	expect(ends.map(({ at }) => at)).toEqual([expiresAt]);
});
