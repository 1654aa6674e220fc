import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { countRuns, invoiceState, query } from "./stage";

let keyturn: Keyturn;
let admin: Person;
let finance: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	[admin, finance] = [await createVendor(keyturn, "admin"), await createVendor(keyturn, "finance")];
});
afterAll(() => keyturn?.stop());

const post = (invoiceId: string, what: string, as: Person, body: object = {}) =>
	keyturn.rest("POST", `/invoices/${invoiceId}/${what}`, { as, body });

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const poOf = async (id: string) =>
	(
		await query(
			keyturn,
			`SELECT po_status::text AS status, po_number AS number, po_approved_by_id AS first, po_second_approver_id AS second,
				po_reason AS reason FROM invoices WHERE id = $1`,
			[id],
		)
	)[0];

describe("a purchase order", () => {
	const small = { invoice: { amountDue: 100 }, onboarding: { gateStandard: "po_approved" as const } };
	const approve = (id: string, as: Person, values: object = {}) =>
		post(id, "purchase-order", as, {
			decision: "approve",
			number: "PO 7",
			reason: "in the mail",
			expiresAt: tomorrow(),
			...values,
		});

	test("that is approved opens the gate, where the standard asks for no more", async () => {
		const { invoice, onboarding } = await createCustomerSetup(keyturn, small);
		await post(invoice.id, "purchase-order", finance, { decision: "request", number: "PO 7", reason: "came by mail" });
		expect(await poOf(invoice.id)).toMatchObject({ status: "requested", number: "PO 7" });
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		expect((await approve(invoice.id, finance)).body).toMatchObject({ status: "approved" });
		expect(await poOf(invoice.id)).toMatchObject({ status: "approved", first: finance.user.id, second: null });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "open", paid: 0 });
		expect((await approve(invoice.id, finance)).status).toBe(409);
	});

	test("opens nothing where the standard is paid", async () => {
		const { invoice, onboarding } = await createCustomerSetup(keyturn, { invoice: { amountDue: 100 } });
		expect((await approve(invoice.id, finance)).status).toBe(200);
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
	});

	test("that is rejected opens nothing, and must be requested again", async () => {
		const { invoice, onboarding } = await createCustomerSetup(keyturn, small);
		await post(invoice.id, "purchase-order", finance, { decision: "request", number: "PO 8", reason: "came by mail" });
		await post(invoice.id, "purchase-order", finance, { decision: "reject", reason: "no signature" });
		expect(await poOf(invoice.id)).toMatchObject({ status: "rejected", reason: "no signature" });
		expect((await approve(invoice.id, finance)).status).toBe(409);
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
	});

	test("without number, reason or a day to come is refused", async () => {
		const { invoice } = await createCustomerSetup(keyturn, small);
		expect((await approve(invoice.id, finance, { number: "" })).status).toBe(400);
		expect((await approve(invoice.id, finance, { reason: "" })).status).toBe(400);
		expect((await approve(invoice.id, finance, { expiresAt: "2020-01-01T00:00:00.000Z" })).status).toBe(400);
		expect((await approve(invoice.id, finance, { decision: "perhaps" })).status).toBe(400);
		expect(await poOf(invoice.id)).toMatchObject({ status: "none" });
	});

	test.each([
		["above the limit", { amountDue: 900_000_000 }],
		["in another currency than the limit's", { amountDue: 100, currency: "jpy" }],
	])("%s takes two persons", async (_name, invoiceValues) => {
		const { invoice, onboarding } = await createCustomerSetup(keyturn, { ...small, invoice: invoiceValues });
		expect((await approve(invoice.id, finance)).body).toMatchObject({ status: "requested" });
		expect(await poOf(invoice.id)).toMatchObject({ status: "requested", first: finance.user.id });
		expect((await approve(invoice.id, finance)).body).toMatchObject({ errors: [{ code: "second_person_needed" }] });
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		expect((await approve(invoice.id, admin)).body).toMatchObject({ status: "approved" });
		expect(await poOf(invoice.id)).toMatchObject({ status: "approved", first: finance.user.id, second: admin.user.id });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("whose time is over expires, says so, and keeps everything else it says", async () => {
		const { invoice, onboarding } = await createCustomerSetup(keyturn, { ...small, orderForm: { status: "draft" } });
		await approve(invoice.id, finance);
		const { expirePurchaseOrders } = await import("@/operations/payments/expirePurchaseOrders");
		const later = new Date(Date.now() + 2 * 86_400_000);
		expect(await expirePurchaseOrders({ payload: keyturn.payload, now: new Date() })).toBe(0);
		await expirePurchaseOrders({ payload: keyturn.payload, now: later });
		expect(await poOf(invoice.id)).toEqual({
			status: "expired",
			number: "PO 7",
			first: finance.user.id,
			second: null,
			reason: "in the mail",
		});
		await query(keyturn, "UPDATE contracts SET status = 'sent' WHERE onboarding_id = $1", [onboarding.id]);
		await keyturn.rest("PATCH", `/contracts?where[onboarding][equals]=${onboarding.id}`, {
			as: admin,
			body: { status: "signed" },
		});
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
	});
});
