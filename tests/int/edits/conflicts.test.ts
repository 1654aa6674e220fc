import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { query } from "../payments/stage";

let keyturn: Keyturn;
let admin: Person;
let ops: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	admin = await createVendor(keyturn, "admin", { name: "Ada Admin" });
	ops = await createVendor(keyturn, "ops", { name: "Otto Ops" });
});
afterAll(() => keyturn?.stop());

type Doc = Record<string, unknown> & { id: string; updatedAt: string };
type Answer = { errors: { message: string; data: { code: string; updatedAt: string; conflicts: unknown[] } }[] };

const open = async (path: string, as: Person) =>
	(await keyturn.rest("GET", `${path}?depth=0`, { as })).body as Doc & { result?: Doc };
const save = (path: string, as: Person, body: object, headers: Record<string, string> = {}) =>
	keyturn.rest("PATCH", path, { as, body, headers });

async function liveCasino() {
	const { casino } = await createCustomerSetup(keyturn);
	await query(keyturn, "UPDATE casinos SET status = 'live' WHERE id = $1", [casino.id]);
	return { id: casino.id, path: `/casinos/${casino.id}` };
}

test("ops opens a casino, admin suspends it, ops saves a note: it stays suspended, and both are kept", async () => {
	const { path } = await liveCasino();
	const opened = await open(path, ops);
	expect((await save(path, admin, { status: "suspended", statusReason: "Did not pay" })).status).toBe(200);

	// The form sends the whole record as it was opened.
	expect(await save(path, ops, { ...opened, notes: "Asks for a call" })).toMatchObject({ status: 200 });

	expect(await open(path, ops)).toMatchObject({
		status: "suspended",
		statusReason: "Did not pay",
		notes: "Asks for a call",
	});
});

test("a field that both changed is refused with who, when, and both values; taking over saves it", async () => {
	const { path } = await liveCasino();
	const opened = await open(path, ops);
	await save(path, admin, { notes: "From admin", name: "A new name" });

	const refused = await save(path, ops, { ...opened, notes: "From ops", address: { city: "Valletta" } });
	expect(refused.status).toBe(409);
	const [error] = (refused.body as Answer).errors;
	expect(error?.data).toMatchObject({
		code: "changed_meanwhile",
		conflicts: [
			{
				...{ path: "notes", label: "Notes", before: null, theirs: "From admin", mine: "From ops", by: "Ada Admin" },
				shown: { before: "", theirs: "From admin", mine: "From ops" },
			},
		],
		errors: [{ path: "notes", message: expect.stringContaining("Ada Admin changed this on 20") }],
	});
	const between = await open(path, ops);
	expect(between).toMatchObject({ notes: "From admin", name: "A new name" });
	expect(between.address).not.toMatchObject({ city: "Valletta" });

	const takenOver = { ...opened, notes: "From ops", updatedAt: error?.data.updatedAt, name: "A new name" };
	expect(await save(path, ops, takenOver)).toMatchObject({ status: 200 });
	expect(await open(path, ops)).toMatchObject({ notes: "From ops", name: "A new name" });
});

test("both values are told as the form shows them: money and people", async () => {
	const { invoice, onboarding } = await createCustomerSetup(keyturn);
	const clash = async (path: string, field: string, [theirs, mine]: [unknown, unknown]) => {
		const opened = await open(path, ops);
		expect((await save(path, admin, { [field]: theirs })).status).toBe(200);
		const { body } = await save(path, ops, { ...opened, [field]: mine });
		return (body as Answer).errors[0]?.data.conflicts;
	};
	expect(await clash(`/invoices/${invoice.id}`, "amountDue", [125_000, 130_050])).toMatchObject([
		{ shown: { before: "$1,200.00", theirs: "$1,250.00", mine: "$1,300.50" } },
	]);
	expect(await clash(`/onboardings/${onboarding.id}`, "manager", [admin.user.id, ops.user.id])).toMatchObject([
		{ shown: { before: "", theirs: "Ada Admin", mine: "Otto Ops" } },
	]);
});

test("If-Match is compared likewise, and answers 412", async () => {
	const { path } = await liveCasino();
	const { updatedAt } = await open(path, ops);
	await save(path, admin, { notes: "From admin" });
	const match = { "If-Match": `"${updatedAt}"` };
	expect((await save(path, ops, { notes: "From ops" }, match)).status).toBe(412);
	expect((await save(path, ops, { name: "Another name" }, match)).status).toBe(200);
	expect(await open(path, ops)).toMatchObject({ notes: "From admin", name: "Another name" });
	expect((await save(path, ops, { notes: "x" }, { "If-Match": "never" })).status).toBe(400);
	expect((await save(path, ops, { notes: "x", updatedAt: "2099-01-01T00:00:00.000Z" })).status).toBe(400);
});

test("the second edit of one page is compared with its first, not with what was opened", async () => {
	const { path } = await liveCasino();
	const first = (await save(path, ops, { ...(await open(path, ops)), notes: "One" })).body as { doc: Doc };
	const second = await save(path, ops, { notes: "Two", updatedAt: first.doc.updatedAt });
	expect(second.status).toBe(200);
	await save(path, admin, { notes: "Three" });
	const third = (second.body as { doc: Doc }).doc.updatedAt;
	expect((await save(path, ops, { notes: "Four", updatedAt: third })).status).toBe(409);
});

test("what the system writes meanwhile refuses nobody, and is not written back", async () => {
	const { onboarding, invoice } = await createCustomerSetup(keyturn);
	const path = `/onboardings/${onboarding.id}`;
	const opened = await open(path, ops);
	await query(
		keyturn,
		"UPDATE onboardings SET health = 'red', phase = 'go_live', gate_opened_at = now(), reviewed_at = now() WHERE id = $1",
		[onboarding.id],
	);
	const saved = await save(path, ops, { ...opened, notes: "Called them" });
	expect(saved).toMatchObject({ status: 200 });
	expect(await open(path, ops)).toMatchObject({ notes: "Called them" });
	const bill = await open(`/invoices/${invoice.id}`, ops);
	await query(keyturn, "UPDATE invoices SET amount_paid = 100 WHERE id = $1", [invoice.id]);
	expect(await save(`/invoices/${invoice.id}`, ops, { ...bill, xeroInvoiceId: bill.xeroInvoiceId })).toMatchObject({
		status: 200,
	});
	expect(await open(`/invoices/${invoice.id}`, ops)).toMatchObject({ amountPaid: 100 });
});

test("rows of a list and parts of a group are compared one by one", async () => {
	const { onboarding, casino } = await createCustomerSetup(keyturn);
	const week = await keyturn.rest("POST", "/adoption-reports", {
		as: ops,
		body: {
			casino: casino.id,
			onboarding: onboarding.id,
			week: 1,
			startsOn: "2026-11-23",
			activeStaff: [
				{ role: "pit_boss", people: 1 },
				{ role: "cashier", people: 2 },
			],
		},
	});
	const path = `/adoption-reports/${(week.body as { doc: Doc }).doc.id}`;
	const opened = (await open(path, ops)) as Doc & { activeStaff: { id: string; role: string; people: number }[] };
	const [bosses, cashiers] = opened.activeStaff;
	expect(await save(path, admin, { ...opened, activeStaff: [{ ...bosses, people: 11 }, cashiers] })).toMatchObject({
		status: 200,
	});
	const mine = [bosses, { ...cashiers, people: 22 }, { role: "casino_admin", people: 3 }];
	expect(await save(path, ops, { ...opened, activeStaff: mine })).toMatchObject({ status: 200 });
	expect((await open(path, ops)).activeStaff).toMatchObject([
		{ role: "pit_boss", people: 11 },
		{ role: "cashier", people: 22 },
		{ role: "casino_admin", people: 3 },
	]);
	const again = await save(path, ops, { ...opened, activeStaff: [{ ...bosses, people: 111 }, cashiers] });
	expect(again.status).toBe(409);
	expect((again.body as Answer).errors[0]?.data.conflicts).toMatchObject([
		{ path: "activeStaff.0.people", label: "People", before: 1, theirs: 11, mine: 111 },
	]);

	const journey = `/onboardings/${onboarding.id}`;
	const form = (await open(journey, ops)) as Doc & { operationsLead: object };
	await save(journey, admin, { ...form, operationsLead: { ...form.operationsLead, name: "Lena Lead" } });
	const called = { ...form, operationsLead: { ...form.operationsLead, preferredChannel: "sms" } };
	expect(await save(journey, ops, called)).toMatchObject({ status: 200 });
	expect(await open(journey, ops)).toMatchObject({ operationsLead: { name: "Lena Lead", preferredChannel: "sms" } });
});

test("settings and drafts of playbooks are compared too", async () => {
	const { body } = await keyturn.rest("GET", "/globals/settings", { as: admin });
	const settings = body as Doc;
	await keyturn.rest("POST", "/globals/settings", { as: admin, body: { supportPhone: "+356 1" } });
	const opened = (await keyturn.rest("GET", "/globals/settings", { as: admin })).body as Doc;
	const second = await createVendor(keyturn, "admin");
	await keyturn.rest("POST", "/globals/settings", { as: second, body: { supportPhone: "+356 2" } });
	const post = (data: object) => keyturn.rest("POST", "/globals/settings", { as: admin, body: data });
	expect((await post({ ...opened, supportPhone: "+356 3" })).status).toBe(409);
	expect((await post({ ...opened, vendorName: "Floor Ltd" })).status).toBe(200);
	expect((await keyturn.rest("GET", "/globals/settings", { as: admin })).body).toMatchObject({
		supportPhone: "+356 2",
		vendorName: "Floor Ltd",
	});
	await post({ vendorName: settings.vendorName });

	const { docs } = (await keyturn.rest("GET", "/playbooks?limit=1", { as: ops })).body as { docs: Doc[] };
	const path = `/playbooks/${docs[0]?.id}`;
	const draft = ((await keyturn.rest("GET", `${path}?draft=true&depth=0`, { as: ops })).body ?? {}) as Doc;
	const saveDraft = (as: Person, data: object) => save(`${path}?draft=true`, as, { ...data, _status: "draft" });
	expect(await saveDraft(admin, { summary: "From admin" })).toMatchObject({ status: 200 });
	expect((await saveDraft(ops, { ...draft, summary: "From ops" })).status).toBe(409);
	expect(await saveDraft(ops, { ...draft, lessons: "Ask earlier" })).toMatchObject({ status: 200 });
	expect((await keyturn.rest("GET", `${path}?draft=true`, { as: ops })).body).toMatchObject({
		summary: "From admin",
		lessons: "Ask earlier",
	});
});

test("every record that people edit has a version that only grows", async () => {
	const { matrix } = await import("@/access/matrix");
	const edited = Object.entries(matrix).filter(([, { allow }]) => allow.update.length > 0);
	const tables = await query<{ table: string }>(
		keyturn,
		`SELECT event_object_table AS table FROM information_schema.triggers WHERE trigger_name LIKE '%\\_version' AND action_timing = 'BEFORE'`,
	);
	const guarded = new Set(tables.map(({ table }) => table));
	expect(edited.map(([slug]) => slug.replaceAll("-", "_")).filter((table) => !guarded.has(table))).toEqual([]);
});

test("an edit that waits for another's is compared with what that one wrote", async () => {
	const { id, path } = await liveCasino();
	const opened = await open(path, ops);
	const other = new Client({ connectionString: keyturn.databaseUrl });
	await other.connect();
	try {
		await other.query("BEGIN");
		await other.query("UPDATE casinos SET status = 'suspended' WHERE id = $1", [id]);
		await other.query(
			`INSERT INTO audit_entries (id, at, actor, action, collection, document, before, after, record_updated_at)
			 VALUES (gen_random_uuid(), clock_timestamp(), 'system:test', 'update', 'casinos', $1, '{"status":"live"}', '{"status":"suspended"}', clock_timestamp())`,
			[id],
		);
		const saving = save(path, ops, { ...opened, notes: "Asks for a call" });
		for (let look = 0; look < 100; look++) {
			await sleep(20);
			const waiting = await query(
				keyturn,
				"SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
			);
			if (waiting.length > 0) break;
		}
		await other.query("COMMIT");
		expect((await saving).status).toBe(200);
	} finally {
		await other.end();
	}
	expect(await open(path, ops)).toMatchObject({ status: "suspended", notes: "Asks for a call" });
});
