import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../../harness/factories";
import { type Keyturn, startKeyturn } from "../../../harness/startKeyturn";

let keyturn: Keyturn;
let admin: Person;
let compliance: Person;
let manager: Person;
let ops: Person;
let customer: Person;
let north: CustomerSetup;
let south: CustomerSetup;

beforeAll(async () => {
	keyturn = await startKeyturn();
	admin = await createVendor(keyturn, "admin");
	compliance = await createVendor(keyturn, "compliance");
	manager = await createVendor(keyturn, "manager");
	ops = await createVendor(keyturn, "ops");
	north = await createCustomerSetup(keyturn, { name: "north" });
	south = await createCustomerSetup(keyturn, { name: "south" });
	customer = await createCustomer(keyturn, [{ casino: north.casino.id, roles: ["compliance_lead"] }]);
	await seal();
});
afterAll(() => keyturn?.stop());

async function seal(): Promise<void> {
	const { sealAudit } = await import("@/audit/sealAudit");
	await sealAudit({ pool: keyturn.payload.db.pool as unknown as Parameters<typeof sealAudit>[0]["pool"] });
}

type Line = {
	sequence: number;
	action: string;
	collection: string;
	document: string;
	casino: string | null;
	actor: string;
	after: unknown;
};

async function exportLines(query: string, as: Person = manager): Promise<Line[]> {
	const headers = { authorization: `JWT ${as.token}` };
	const answer = await keyturn.request(`/exports/audit?format=jsonl&${query}`, { headers });
	expect(answer.status).toBe(200);
	expect(answer.headers.get("content-type")).toContain("application/x-ndjson");
	const text = await answer.text();
	return text
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line));
}

describe("the export", () => {
	test("holds what the filters leave: customer, kind, record, actor, time", async () => {
		const all = await exportLines("");
		const ofNorth = await exportLines(`casino=${north.casino.id}`);
		expect(ofNorth.length).toBeGreaterThan(2);
		expect(new Set(ofNorth.map(({ casino }) => casino))).toEqual(new Set([north.casino.id]));
		expect(all.some(({ casino }) => casino === south.casino.id)).toBe(true);
		const ofInvoice = await exportLines(`collection=invoices&document=${south.invoice.id}`);
		expect(ofInvoice.map(({ action, document }) => ({ action, document }))).toEqual([
			{ action: "create", document: south.invoice.id },
		]);
		expect(new Set((await exportLines(`actor=user:${ops.user.id}`)).map(({ action }) => action))).toEqual(
			new Set(["sign_in"]),
		);
		expect(await exportLines("to=2001-01-01")).toEqual([]);
		expect((await exportLines("from=2001-01-01&to=2101-01-01")).length).toBeGreaterThanOrEqual(all.length);
	});

	test("as CSV comes with a name for the file and one header", async () => {
		const { status, body, headers } = await keyturn.rest("GET", `/exports/audit?format=csv&casino=${north.casino.id}`, {
			as: manager,
		});
		expect(status).toBe(200);
		expect(headers.get("content-disposition")).toMatch(/^attachment; filename="keyturn-audit-\d{4}-\d\d-\d\d\.csv"$/);
		expect(String(body).split("\n")[0]).toBe(
			"sequence,id,at,actor,action,collection,document,casino,before,after,reason,previousHash,hash",
		);
		expect(String(body).match(/sequence,id/g)).toHaveLength(1);
	});

	test("shows personal values to those who may see them, and only when asked for", async () => {
		const query = `collection=onboardings&document=${north.onboarding.id}`;
		expect(JSON.stringify(await exportLines(query, compliance))).not.toContain("Ada Admin");
		expect(JSON.stringify(await exportLines(`${query}&personal=open`, compliance))).toContain("Ada Admin");
		expect(
			(await keyturn.rest("GET", `/exports/audit?format=csv&${query}&personal=open`, { as: manager })).status,
		).toBe(403);
	});

	test("is itself recorded, with what was asked for", async () => {
		await exportLines(`casino=${south.casino.id}`);
		await seal();
		const mine = (await exportLines(`actor=user:${manager.user.id}&collection=audit-entries`)).filter(
			({ casino }) => casino === south.casino.id,
		);
		expect(mine).toMatchObject([
			{ action: "audit.exported", after: { casinos: [south.casino.id], personal: "sealed" } },
		]);
	});

	test("refuses what it does not understand and who may not", async () => {
		for (const query of ["", "?format=xml", "?format=csv&casino=7", "?format=csv&from=yesterday"]) {
			expect((await keyturn.rest("GET", `/exports/audit${query}`, { as: manager })).status).toBe(400);
		}
		expect((await keyturn.rest("GET", "/exports/audit?format=csv")).status).toBe(401);
		for (const as of [ops, customer])
			expect((await keyturn.rest("GET", "/exports/audit?format=csv", { as })).status).toBe(403);
	});
});

describe("erasing a person", () => {
	const erase = (body: object, as?: Person) => keyturn.rest("POST", "/audit/erase-person", { as, body });

	test("makes them unreadable and leaves the chain whole", async () => {
		const email = south.adminContact.email;
		const query = `collection=onboardings&document=${south.onboarding.id}&personal=open`;
		expect(JSON.stringify(await exportLines(query, compliance))).toContain(email);
		const { status, body } = await erase(
			{ email: email.toUpperCase(), confirm: email, reason: "asked for it" },
			compliance,
		);
		expect({ status, body }).toEqual({ status: 200, body: { keys: 1 } });
		await seal();
		const after = JSON.stringify(await exportLines(query, compliance));
		expect(after).not.toContain(email);
		expect(after).toContain("(erased)");
		const { verifyAudit } = await import("@/audit/verifyAudit");
		const { sqlOf } = await import("@/queue/sqlOf");
		expect(await verifyAudit({ sql: await sqlOf({ payload: keyturn.payload }) })).toMatchObject({ ok: true });
		expect(await exportLines(`actor=user:${compliance.user.id}`)).toContainEqual(
			expect.objectContaining({ action: "person.erased" }),
		);
		expect((await erase({ email, confirm: email, reason: "once more" }, compliance)).body).toEqual({ keys: 0 });
	});

	test("asks for the address twice, and for a reason that does not name them", async () => {
		const email = north.adminContact.email;
		for (const wrong of [
			{ email, confirm: "other@north.example", reason: "asked for it" },
			{ email: "nobody", confirm: "nobody", reason: "asked for it" },
			{ email, confirm: email, reason: `because ${email} asked` },
			{ email, confirm: email, reason: "" },
			{ email },
		]) {
			expect((await erase(wrong, admin)).status).toBe(400);
		}
		const entries = await exportLines(
			`collection=onboardings&document=${north.onboarding.id}&personal=open`,
			compliance,
		);
		expect(JSON.stringify(entries)).toContain(email);
	});

	test("is for admin and compliance", async () => {
		const email = north.adminContact.email;
		const body = { email, confirm: email, reason: "asked for it" };
		expect((await erase(body)).status).toBe(401);
		for (const as of [ops, manager, customer]) expect((await erase(body, as)).status).toBe(403);
	});
});

describe("one entry", () => {
	async function entryOf(as: Person, collection: string, document: string) {
		const { readAuditEntry } = await import("@/operations/audit/readAuditEntry");
		const [row] = (
			await keyturn.payload.db.pool.query(
				"SELECT id FROM audit_entries WHERE collection = $1 AND document = $2 ORDER BY at DESC LIMIT 1",
				[collection, document],
			)
		).rows;
		return readAuditEntry({ req: await keyturn.requestOf(as.user), entryId: row.id });
	}

	test("shows field by field what changed, with groups taken apart", async () => {
		await keyturn.rest("PATCH", `/companies/${north.company.id}`, {
			as: ops,
			body: { address: { city: "Valletta" }, phone: "+356 1" },
		});
		const { changes, actorName } = await entryOf(ops, "companies", north.company.id);
		expect(actorName).toBe(ops.user.name);
		expect(changes).toContainEqual({ field: "address.city", before: null, after: "Valletta" });
		expect(changes).toContainEqual({ field: "phone", before: null, after: "+356 1" });
		expect(changes.map(({ field }) => field)).not.toContain("name");
	});

	test("covers personal values for those who may not see them", async () => {
		const seen = await entryOf(compliance, "onboardings", north.onboarding.id);
		expect(seen.changes).toContainEqual({ field: "adminContact.name", before: undefined, after: "Ada Admin" });
		expect(seen.hasSealed).toBe(false);
		const covered = await entryOf(ops, "onboardings", north.onboarding.id);
		expect(covered.changes).toContainEqual({ field: "adminContact.name", before: undefined, after: "(sealed)" });
		expect(covered.hasSealed).toBe(true);
	});

	test("is not there for a customer's people, or when there is no such entry", async () => {
		await expect(entryOf(customer, "onboardings", north.onboarding.id)).rejects.toMatchObject({ status: 403 });
		const { readAuditEntry } = await import("@/operations/audit/readAuditEntry");
		const req = await keyturn.requestOf(ops.user);
		await expect(readAuditEntry({ req, entryId: "00000000-0000-4000-8000-000000000000" })).rejects.toMatchObject({
			status: 404,
		});
	});
});
