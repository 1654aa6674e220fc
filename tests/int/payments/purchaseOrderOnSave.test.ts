import { afterAll, beforeAll, expect, test } from "vitest";
import { createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";

let keyturn: Keyturn;
let finance: Person;
let admin: Person;
let ops: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	finance = await createVendor(keyturn, "finance");
	admin = await createVendor(keyturn, "admin");
	ops = await createVendor(keyturn, "ops");
});

afterAll(() => keyturn?.stop());

const in30Days = new Date(Date.now() + 30 * 86_400_000).toISOString();

async function save(person: Person, id: string, po: object) {
	const { status, body } = await keyturn.rest("PATCH", `/invoices/${id}?depth=0`, { as: person, body: { po } });
	const stored = await keyturn.payload.findByID({ collection: "invoices", id, depth: 0, overrideAccess: true });
	return { status, body, po: stored.po };
}

async function countRuns(onboarding: string): Promise<number> {
	const where = { onboarding: { equals: onboarding } };
	return (await keyturn.payload.count({ collection: "provisioning-runs", where, overrideAccess: true })).totalDocs;
}

test("finance approves a purchase order on the invoice, and the gate opens", async () => {
	const { invoice, onboarding } = await createCustomerSetup(keyturn, { onboarding: { gateStandard: "po_approved" } });
	const order = { number: "PO-7", status: "approved", reason: "Signed order", expiresAt: in30Days };
	const { status, po } = await save(finance, invoice.id, order);
	expect(status).toBe(200);
	expect(po).toMatchObject({ number: "PO-7", status: "approved", approvedBy: finance.user.id, reason: "Signed order" });
	expect(await countRuns(onboarding.id)).toBe(1);
});

test("above the limit the first approval asks for a second person, who must be another", async () => {
	const { invoice, onboarding } = await createCustomerSetup(keyturn, {
		onboarding: { gateStandard: "po_approved" },
		invoice: { amountDue: 9_000_000 },
	});
	const order = { number: "PO-8", status: "approved", reason: "Large order", expiresAt: in30Days };
	expect((await save(finance, invoice.id, order)).po).toMatchObject({
		status: "requested",
		approvedBy: finance.user.id,
	});
	const again = await save(finance, invoice.id, order);
	expect(again.status).toBe(400);
	expect(again.po).toMatchObject({ status: "requested" });
	expect(await countRuns(onboarding.id)).toBe(0);
	expect((await save(admin, invoice.id, order)).po).toMatchObject({
		status: "approved",
		secondApprover: admin.user.id,
	});
	expect(await countRuns(onboarding.id)).toBe(1);
});

test("an approval without number, reason or a future expiry is refused at the field", async () => {
	const { invoice } = await createCustomerSetup(keyturn);
	const order = { number: "PO-9", status: "approved", reason: "Signed order", expiresAt: in30Days };
	for (const [field, bad] of [
		["number", { ...order, number: "" }],
		["reason", { ...order, reason: " " }],
		["expiresAt", { ...order, expiresAt: "2020-01-01T00:00:00.000Z" }],
	] as const) {
		const { status, body, po } = await save(finance, invoice.id, bad);
		expect(status).toBe(400);
		expect(JSON.stringify(body)).toContain(`po.${field}`);
		expect(po?.status).toBe("none");
	}
});

test("operations may not approve, and nobody writes who approved", async () => {
	const { invoice } = await createCustomerSetup(keyturn);
	const order = { number: "PO-10", status: "approved", reason: "Signed", expiresAt: in30Days };
	expect((await save(ops, invoice.id, order)).po).toMatchObject({ status: "none" });
	const claimed = await save(finance, invoice.id, { ...order, approvedBy: admin.user.id });
	expect([claimed.status, claimed.po?.status]).toEqual([403, "none"]);
	expect((await save(finance, invoice.id, order)).po).toMatchObject({
		status: "approved",
		approvedBy: finance.user.id,
	});
});
