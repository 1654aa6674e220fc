import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayIn, endOfDay, plusDays } from "@/domain/calendar/day";
import { type CustomerSetup, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";

const zones = ["America/Los_Angeles", "Pacific/Auckland", "Europe/Vienna"] as const;
const reason = "Agreed on the phone";

let keyturn: Keyturn;
let admin: Person;
let ops: Person;
let manager: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	[admin, ops] = [await createVendor(keyturn, "admin"), await createVendor(keyturn, "ops")];
	manager = await createVendor(keyturn, "manager");
});
afterAll(() => keyturn?.stop());

const run = async <Row>(text: string, values: unknown[] = []) =>
	(await keyturn.payload.db.pool.query(text, values)).rows as Row[];
const post = (path: string, body: object, as = ops) => keyturn.rest("POST", path, { as, body });
const read = async (path: string) =>
	(await keyturn.rest("GET", `${path}?depth=0`, { as: admin })).body as Record<string, unknown>;
const problemsOf = (body: unknown) => {
	const [error] = (body as { errors: { data: { path: string }[] | { errors: { path: string }[] } }[] }).errors;
	const problems = Array.isArray(error?.data) ? error.data : (error?.data.errors ?? []);
	return problems.map(({ path }) => path);
};

const setupIn = (timezone: string) =>
	createCustomerSetup(keyturn, { casino: { timezone }, onboarding: { gateStandard: "po_approved" } });

async function made(path: string, body: object): Promise<string> {
	const answer = await post(path, body, admin);
	expect(answer.status).toBe(201);
	return `${path}/${(answer.body as { doc: { id: string } }).doc.id}`;
}

const figures = { shiftsRecorded: 1, shiftsInScope: 2, tablesUsed: 1, tablesInScope: 1, entries: 5, exceptions: 0 };
const ownedBy = ({ casino, onboarding }: CustomerSetup) => ({ casino: casino.id, onboarding: onboarding.id });

/** Records that hold a day, and its field. */
const fields: [string, string, (setup: CustomerSetup) => Promise<string>][] = [
	["the due day of an invoice", "dueAt", async ({ invoice }) => `/invoices/${invoice.id}`],
	["the last day of a contract", "expiresAt", (setup) => made("/contracts", { ...ownedBy(setup), type: "support" })],
	[
		"the first day of a week of use",
		"startsOn",
		(setup) => made("/adoption-reports", { ...ownedBy(setup), week: 1, startsOn: "2026-01-05", ...figures }),
	],
];

const sent: [string, string][] = [
	["2027-03-15", "2027-03-15"],
	["2027-03-16T07:30:00Z", "2027-03-16"],
	["2027-03-15T23:30:00-08:00", "2027-03-16"],
	["2027-03-16T00:30:00+13:00", "2027-03-15"],
];
const nonsense = ["2027-02-30", "tomorrow", "15.03.2027", 20270315];

describe.each(zones)("in %s", (zone) => {
	test.each(fields)(
		"%s is answered as the day that was sent, an instant by its date in UTC",
		async (_, field, pathOf) => {
			const path = await pathOf(await setupIn(zone));
			for (const [value, day] of sent) {
				const { status } = await keyturn.rest("PATCH", path, { as: admin, body: { [field]: value } });
				expect([value, status, (await read(path))[field]]).toEqual([value, 200, day]);
			}
		},
	);

	test("an invoice is overdue once its day is over there, and not a moment before", async () => {
		const { invoice, onboarding } = await setupIn(zone);
		const standing = async (dueAt: string) => {
			await run("UPDATE invoices SET due_at = $2 WHERE id = $1", [invoice.id, dueAt]);
			const { body } = await keyturn.rest("GET", `/onboardings/${onboarding.id}/live`, { as: ops });
			return (body as { invoices: { standing: string }[] }).invoices[0]?.standing;
		};
		const today = dayIn(new Date().toISOString(), zone);
		expect(await standing(today)).toBe("open");
		expect(await standing(plusDays(today, -1))).toBe("overdue");
	});

	test("a purchase order holds through its last day, then expires", async () => {
		const { expirePurchaseOrders } = await import("@/operations/payments/expirePurchaseOrders");
		const { readGateInput } = await import("@/operations/gate/readGateInput");
		const { gate } = await import("@/domain/gate");
		const { invoice, onboarding } = await setupIn(zone);
		const last = plusDays(dayIn(new Date().toISOString(), zone), 9);
		const order = { decision: "approve", number: "PO-9", reason, expiresAt: last };
		expect((await post(`/invoices/${invoice.id}/purchase-order`, order, admin)).body).toMatchObject({
			status: "approved",
		});
		expect(await read(`/invoices/${invoice.id}`)).toMatchObject({ po: { expiresAt: last } });
		expect(await run("SELECT expires_at FROM approvals WHERE invoice_id = $1", [invoice.id])).toEqual([
			{ expires_at: last },
		]);
		const over = Date.parse(endOfDay(last, zone));
		const look = async (now: Date) => {
			const input = await readGateInput({ req: await keyturn.requestOf(), onboardingId: onboarding.id, now });
			return input && gate(input).conditions.find(({ key }) => key === "invoices_cleared")?.isMet;
		};
		expect(await look(new Date(over - 1))).toBe(true);
		expect(await look(new Date(over))).toBe(false);
		expect(await expirePurchaseOrders({ payload: keyturn.payload, now: new Date(over - 1) })).toBe(0);
		expect(await expirePurchaseOrders({ payload: keyturn.payload, now: new Date(over) })).toBe(1);
	});

	test("a purchase order that names no day holds as many as the settings say, counted there", async () => {
		const { invoice } = await setupIn(zone);
		const order = { decision: "approve", number: "PO-10", reason };
		expect((await post(`/invoices/${invoice.id}/purchase-order`, order, admin)).status).toBe(200);
		const [settings] = await run<{ days: number }>("SELECT purchase_orders_valid_days::int AS days FROM settings");
		const { po } = (await read(`/invoices/${invoice.id}`)) as { po: { expiresAt: string } };
		expect(po.expiresAt).toBe(plusDays(dayIn(new Date().toISOString(), zone), settings?.days ?? 90));
	});

	test("a waiver holds through its last day, then its item opens again", async () => {
		const { expireDecisions } = await import("@/operations/decisions/expireDecisions");
		const { onboarding } = await setupIn(zone);
		const [item] = await run<{ id: string }>(
			"SELECT id FROM checklist_items WHERE onboarding_id = $1 AND key = 'training_attended'",
			[onboarding.id],
		);
		const last = plusDays(dayIn(new Date().toISOString(), zone), 5);
		const asked = await post(`/checklist-items/${item?.id}/waiver`, { reason, expiresAt: `${last}T12:00:00Z` });
		const { id } = asked.body as { id: string };
		const decided = await post(`/decisions/${id}/decide`, { decision: "approve", reason }, manager);
		expect(decided.body).toMatchObject({ status: "approved" });
		expect(await read(`/decisions/${id}`)).toMatchObject({ expiresAt: last, packet: { expiresAt: last } });
		const over = Date.parse(endOfDay(last, zone));
		const stateAt = async (now: number) => {
			await expireDecisions({ payload: keyturn.payload, now: new Date(now) });
			const [found] = await run<{ status: string }>("SELECT status FROM checklist_items WHERE id = $1", [item?.id]);
			return found?.status;
		};
		expect(await stateAt(over - 1)).toBe("waived");
		expect(await stateAt(over)).toBe("open");
	});
});

test.each(fields)("%s is refused at its field when it is no day", async (_, field, pathOf) => {
	const path = await pathOf(await setupIn(zones[0]));
	const before = (await read(path))[field];
	for (const value of nonsense) {
		const { status, body } = await keyturn.rest("PATCH", path, { as: admin, body: { [field]: value } });
		expect([value, status, problemsOf(body)]).toEqual([value, 400, [field]]);
	}
	expect((await read(path))[field]).toBe(before);
	const list = path.replace(/\/[^/]+$/, "");
	const filtered = await keyturn.rest("GET", `${list}?where[${field}][less_than]=tomorrow`, { as: admin });
	expect([filtered.status, JSON.stringify(filtered.body)]).toEqual([400, expect.stringContaining(field)]);
});

describe("days at the doors of acts", () => {
	test.each(nonsense)("%s is refused at its field", async (value) => {
		const { invoice, orderForm, onboarding } = await setupIn(zones[1]);
		const [item] = await run<{ id: string }>(
			"SELECT id FROM checklist_items WHERE onboarding_id = $1 AND key = 'training_attended'",
			[onboarding.id],
		);
		const order = { decision: "approve", number: "PO-9", reason, expiresAt: value };
		const answers: [string, Awaited<ReturnType<typeof post>>][] = [
			["expiresAt", await post(`/invoices/${invoice.id}/purchase-order`, order, admin)],
			["dueAt", await post(`/invoices/${invoice.id}/amendments`, { amountDue: 5, dueAt: value, reason }, admin)],
			[
				"terms.expiresAt",
				await post(`/contracts/${orderForm.id}/amendments`, { terms: { expiresAt: value }, reason }, admin),
			],
			["expiresAt", await post(`/checklist-items/${item?.id}/waiver`, { reason, expiresAt: value })],
		];
		for (const [path, { status, body }] of answers) expect([status, problemsOf(body)]).toEqual([400, [path]]);
	});

	test("an amendment of a contract takes the day of an instant, and sent again is the same one", async () => {
		const { orderForm } = await setupIn(zones[2]);
		const amend = (expiresAt: string) =>
			post(`/contracts/${orderForm.id}/amendments`, { terms: { expiresAt }, reason }, admin);
		const { id } = (await amend("2027-03-15T23:30:00-08:00")).body as { id: string };
		expect(await read(`/contracts/${id}`)).toMatchObject({ expiresAt: "2027-03-16" });
		expect((await amend("2027-03-16")).body).toMatchObject({ id });
	});

	test("the override of a freeze ends at its moment, which is no day", async () => {
		const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
		const { onboarding } = await createCustomerSetup(keyturn, {
			onboarding: { freeze: { from: at(-1), until: at(9) } },
		});
		const expiresAt = at(3);
		const { body } = await post(`/onboardings/${onboarding.id}/freeze-override`, { reason, expiresAt });
		expect(await read(`/decisions/${(body as { id: string }).id}`)).toMatchObject({
			liftedUntil: expiresAt,
			packet: { expiresAt },
		});
		const answer = await post(`/onboardings/${onboarding.id}/freeze-override`, { reason, expiresAt: "2027-03-15" });
		expect([answer.status, problemsOf(answer.body)]).toEqual([400, ["expiresAt"]]);
	});
});

test("versions of a contract hold the day, and a version that is restored brings it back", async () => {
	const path = await made("/contracts", {
		...ownedBy(await setupIn(zones[0])),
		type: "support",
		expiresAt: "2027-03-15",
	});
	await keyturn.rest("PATCH", path, { as: admin, body: { expiresAt: "2027-04-15" } });
	const id = path.replace("/contracts/", "");
	const { body } = await keyturn.rest("GET", `/contracts/versions?where[parent][equals]=${id}&sort=createdAt`, {
		as: admin,
	});
	const { docs } = body as { docs: { id: string; version: { expiresAt: string } }[] };
	expect(docs.map(({ version }) => version.expiresAt)).toEqual(["2027-03-15", "2027-04-15"]);
	await keyturn.rest("POST", `/contracts/versions/${docs[0]?.id}`, { as: admin });
	expect(await read(path)).toMatchObject({ expiresAt: "2027-03-15" });
});

test("health tells of an invoice in the minute in which its day ends there", async () => {
	const { reviewPlans } = await import("@/operations/plan/reviewPlans");
	const { invoice, onboarding } = await setupIn(zones[1]);
	const over = Date.parse(endOfDay("2031-05-06", zones[1]));
	await run("UPDATE invoices SET due_at = '2031-05-06' WHERE id = $1", [invoice.id]);
	await run("UPDATE checklist_items SET due_at = NULL");
	await run("UPDATE onboardings SET reviewed_at = $1", [new Date(over - 60_000)]);
	const reasons = async (now: number) => {
		await reviewPlans({ payload: keyturn.payload, now: new Date(now) });
		const [row] = await run<{ reasons: { rule: string; since: string }[] | null }>(
			"SELECT health_reasons AS reasons FROM onboardings WHERE id = $1",
			[onboarding.id],
		);
		return row?.reasons?.filter(({ rule }) => rule === "invoice_overdue").map(({ since }) => Date.parse(since));
	};
	expect((await reasons(over - 1)) ?? []).toEqual([]);
	expect(await reasons(over)).toEqual([over]);
});

test("lists are filtered and sorted by days", async () => {
	const { casino } = await setupIn(zones[0]);
	for (const dueAt of ["2027-03-21", "2027-03-19", "2027-03-20"]) {
		const terms = { amountDue: 500, currency: "usd", status: "draft", opensGate: false };
		await made("/invoices", { casino: casino.id, ...terms, dueAt });
	}
	const find = async (filter: string) => {
		const where = `where[casino][equals]=${casino.id}&where[dueAt]${filter}`;
		const { body } = await keyturn.rest("GET", `/invoices?depth=0&sort=dueAt&${where}`, { as: admin });
		return (body as { docs: { dueAt: string }[] }).docs.map(({ dueAt }) => dueAt);
	};
	expect(await find("[exists]=true")).toEqual(["2027-03-19", "2027-03-20", "2027-03-21"]);
	expect(await find("[less_than]=2027-03-20")).toEqual(["2027-03-19"]);
	expect(await find("[equals]=2027-03-20T12:00:00.000Z")).toEqual(["2027-03-20"]);
	expect(await find("[greater_than_equal]=2027-03-20")).toEqual(["2027-03-20", "2027-03-21"]);
});
