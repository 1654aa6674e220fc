import { afterAll, beforeAll, expect, test } from "vitest";
import { createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { query } from "../payments/stage";

let keyturn: Keyturn;
let admin: Person;
let ops: Person;
let finance: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	// Two who approve are not each other's maker, and old enough.
	admin = await createVendor(keyturn, "admin");
	ops = await createVendor(keyturn, "ops");
	finance = await createVendor(keyturn, "finance");
});
afterAll(() => keyturn?.stop());

type Doc = Record<string, unknown> & { id: string };
const post = async (path: string, body: object, as: Person) => {
	const { status, body: answer } = await keyturn.rest("POST", path, { as, body });
	return { status, ...(answer as Record<string, unknown>) } as Record<string, unknown> & { status: number | string };
};
const patch = (path: string, body: object, as = ops) => keyturn.rest("PATCH", path, { as, body });
const read = async (path: string) => (await keyturn.rest("GET", `${path}?depth=0`, { as: admin })).body as Doc;

async function planOf(limit: number): Promise<string> {
	const { body } = await keyturn.rest("POST", "/plans", {
		as: admin,
		body: { name: `Plan ${limit}`, key: `plan-${limit}`, price: 900, currency: "usd", grants: [{ feature: "seats" }] },
	});
	return (body as { doc: Doc }).doc.id;
}

test("a contract is amended by a draft that replaces it once it is signed, and its entitlements follow", async () => {
	const plan = await planOf(1);
	const { casino, orderForm, onboarding } = await createCustomerSetup(keyturn, { orderForm: { seats: 250, plan } });
	await keyturn.rest("POST", "/entitlements", {
		as: admin,
		body: { casino: casino.id, contract: orderForm.id, plan, feature: "seats", limit: 250, status: "active" },
	});
	const path = `/contracts/${orderForm.id}/amendments`;
	const asked = { terms: { seats: 300 }, reason: "The customer opens a second floor" };
	expect((await post(path, { terms: { seats: 250 }, reason: "Nothing new" }, ops)).status).toBe(400);
	expect((await post(path, { terms: { colour: 1 }, reason: "No such term" }, ops)).status).toBe(400);
	expect((await post(path, asked, finance)).status).toBe(403);
	const made = await keyturn.rest("POST", path, { as: ops, body: asked });
	const { id } = made.body as Doc;
	expect(((await keyturn.rest("POST", path, { as: ops, body: asked })).body as Doc).id).toBe(id);
	expect((await post(path, { ...asked, terms: { seats: 301 } }, ops)).status).toBe(409);
	expect(await read(`/contracts/${id}`)).toMatchObject({
		status: "draft",
		seats: 300,
		sites: 1,
		amends: orderForm.id,
		amendReason: asked.reason,
		onboarding: onboarding.id,
	});
	expect(await read(`/contracts/${orderForm.id}`)).toMatchObject({ status: "signed", seats: 250 });

	expect((await patch(`/contracts/${orderForm.id}`, { status: "superseded" })).status).toBe(400);
	expect(await patch(`/contracts/${id}`, { status: "signed" })).toMatchObject({ status: 200 });
	expect(await read(`/contracts/${orderForm.id}`)).toMatchObject({ status: "superseded", seats: 250 });
	expect(
		await query(
			keyturn,
			`SELECT contract_id AS contract, status, "limit"::int FROM entitlements WHERE casino_id = $1 ORDER BY status`,
			[casino.id],
		),
	).toEqual([
		{ contract: id, status: "active", limit: 300 },
		{ contract: orderForm.id, status: "ended", limit: 250 },
	]);
	expect((await post(path, asked, ops)).status).toBe(409);
});

test("an amendment of a contract that ended meanwhile is not signed", async () => {
	const { orderForm } = await createCustomerSetup(keyturn);
	const made = await keyturn.rest("POST", `/contracts/${orderForm.id}/amendments`, {
		as: ops,
		body: { terms: { seats: 30 }, reason: "More people" },
	});
	await patch(`/contracts/${orderForm.id}`, { status: "terminated", statusReason: "The customer left" });
	const { id } = made.body as Doc;
	expect((await patch(`/contracts/${id}`, { status: "signed" })).status).toBe(409);
	expect(await read(`/contracts/${id}`)).toMatchObject({ status: "draft" });
});

async function paidInvoice(amountDue: number) {
	const { invoice } = await createCustomerSetup(keyturn, { invoice: { amountDue } });
	await query(keyturn, "UPDATE invoices SET status = 'paid', amount_paid = amount_due, paid_at = now() WHERE id = $1", [
		invoice.id,
	]);
	return { id: invoice.id, path: `/invoices/${invoice.id}/amendments` };
}

test("more on a paid invoice is billed as another, less is credited; named again, nothing changes", async () => {
	const { id, path } = await paidInvoice(12_500);
	expect((await post(path, { amountDue: 12_500, reason: "No change" }, finance)).status).toBe(400);
	const more = await keyturn.rest("POST", path, { as: finance, body: { amountDue: 15_000, reason: "A second site" } });
	const { invoice } = more.body as { invoice: string };
	expect(await read(`/invoices/${invoice}`)).toMatchObject({
		status: "open",
		amountDue: 2_500,
		currency: "usd",
		amends: id,
		opensGate: false,
		amendedBy: finance.user.id,
	});
	const again = await keyturn.rest("POST", path, { as: finance, body: { amountDue: 15_000, reason: "A second site" } });
	expect(again.body).toMatchObject({ status: "unchanged", invoice });

	const less = await keyturn.rest("POST", path, { as: finance, body: { amountDue: 14_000, reason: "Goodwill" } });
	expect(less.body).toMatchObject({ status: "amended", message: expect.stringContaining("Refund") });
	const credit = await read(`/invoices/${(less.body as { invoice: string }).invoice}`);
	expect(credit).toMatchObject({ status: "paid", amountDue: 0, credit: 1_000, amountPaid: 0, amends: id });
	expect(await read(`/invoices/${id}`)).toMatchObject({ status: "paid", amountDue: 12_500, amountPaid: 12_500 });
	expect(
		(await post(`/invoices/${invoice}/amendments`, { amountDue: 1, reason: "Of an amendment" }, finance)).status,
	).toBe(409);
	expect((await post(path, { amountDue: 1, reason: "By ops" }, ops)).status).toBe(403);
});

test("above the limit an amendment takes two persons", async () => {
	const { path } = await paidInvoice(90_000_000);
	const body = { amountDue: 80_000_000, reason: "Fewer sites" };
	const first = await keyturn.rest("POST", path, { as: finance, body });
	expect(first.body).toMatchObject({ status: "awaiting" });
	expect((await keyturn.rest("POST", path, { as: finance, body })).body).toMatchObject({ status: "awaiting" });
	const second = await createVendor(keyturn, "finance");
	const agreed = await keyturn.rest("POST", path, { as: second, body: { ...body, reason: "I agree" } });
	expect(agreed.body).toMatchObject({ status: "amended" });
	const { invoice } = agreed.body as { invoice: string };
	expect(await read(`/invoices/${invoice}`)).toMatchObject({ amendReason: "Fewer sites" });
});

test("what two persons amended is neither lowered nor voided by one, nor approved as something else", async () => {
	const { path } = await paidInvoice(1_000_000);
	const amend = (amountDue: number, as: Person) =>
		keyturn.rest("POST", path, { as, body: { amountDue, reason: "A second site" } });
	await amend(90_000_000, finance);
	const { invoice } = (await amend(90_000_000, admin)).body as { invoice: string };
	expect((await patch(`/invoices/${invoice}`, { amountDue: 1 })).status).toBe(400);
	expect((await patch(`/invoices/${invoice}`, { currency: "eur" })).status).toBe(400);
	expect((await patch(`/invoices/${invoice}`, { dueAt: "2027-02-01T00:00:00.000Z" })).status).toBe(200);

	const first = (await amend(90_000_100, finance)).body as { approval: string };
	const other = (await amend(90_000_200, admin)).body as { approval: string };
	expect((await post(`/approvals/${first.approval}/approve`, { reason: "Too late" }, admin)).status).toBe(409);
	const approve = () => post(`/approvals/${other.approval}/approve`, { reason: "Both sites" }, finance);
	const twice = await Promise.all([approve(), approve()]);
	expect(twice.map(({ status }) => status).sort()).toEqual(["amended", "approved"]);
	expect(await read(`/invoices/${invoice}`)).toMatchObject({ amountDue: 89_000_000 });
	const rows = await query(
		keyturn,
		"SELECT amount_due::int AS due FROM invoices WHERE amends_id = (SELECT amends_id FROM invoices WHERE id = $1) ORDER BY due",
		[invoice],
	);
	expect(rows).toEqual([{ due: 200 }, { due: 89_000_000 }]);

	const voided = await post(`/invoices/${invoice}/void`, { reason: "Not needed" }, finance);
	expect(voided).toMatchObject({ status: "awaiting" });
	const agreed = await post(`/approvals/${voided.approval}/approve`, { reason: "Not needed" }, admin);
	expect(agreed).toMatchObject({ status: "settled", message: "The invoice is void." });
	expect(await read(`/invoices/${invoice}`)).toMatchObject({ status: "void" });
});

test("a completed onboarding is reopened with a reason, stays open until a person closes its last phase", async () => {
	const { onboarding } = await createCustomerSetup(keyturn);
	await query(keyturn, "UPDATE checklists SET status = 'closed', closed_at = now() WHERE onboarding_id = $1", [
		onboarding.id,
	]);
	await query(
		keyturn,
		"UPDATE checklist_items SET status = 'done' WHERE onboarding_id = $1 AND criterion IS NULL AND automation IS NULL",
		[onboarding.id],
	);
	await query(keyturn, "UPDATE onboardings SET status = 'completed', completed_at = now() WHERE id = $1", [
		onboarding.id,
	]);
	const path = `/onboardings/${onboarding.id}`;
	expect((await patch(path, { status: "open" })).status).toBe(400);
	expect((await post(`${path}/reopen`, {}, ops)).status).toBe(400);
	expect(await post(`${path}/reopen`, { reason: "The go-live date was wrong" }, ops)).toMatchObject({ status: "open" });
	expect(await post(`${path}/reopen`, { reason: "Again" }, ops)).toMatchObject({ status: "open" });
	expect(await patch(path, { goLiveAt: "2027-01-01T00:00:00.000Z" })).toMatchObject({ status: 200 });
	expect(await read(path)).toMatchObject({
		status: "open",
		statusReason: "The go-live date was wrong",
		completedAt: null,
	});
	const [last] = await query<{ status: string }>(
		keyturn,
		"SELECT status FROM checklists WHERE onboarding_id = $1 ORDER BY position DESC LIMIT 1",
		[onboarding.id],
	);
	expect(last?.status).toBe("active");
});
