import type { Payload } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asSystem, asUser } from "@/access/authority";
import type { StoredEntry } from "@/audit/auditEntry";
import { openPersonal } from "@/audit/openPersonal";
import type { User } from "@/payload-types";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { asOwner } from "../../harness/asOwner";
import { type Keyturn, type Sender, startKeyturn } from "../../harness/startKeyturn";

const password = "a password nobody wrote down";

let keyturn: Keyturn;
let payload: Payload;
let sql: Sql;
let admin: User;
beforeAll(async () => {
	keyturn = await startKeyturn();
	payload = keyturn.payload;
	sql = await sqlOf({ payload });
	admin = await payload.create({
		collection: "users",
		data: {
			email: "ada@example.com",
			name: "Ada",
			vendorRole: "admin",
			password,
			addressProvedAt: "2026-01-01T00:00:00.000Z",
		},
		...asSystem(await keyturn.requestOf(), "test"),
	});
});
afterAll(() => keyturn.stop());

const asAdmin = async () => asUser(await keyturn.requestOf(admin));

async function entriesOf(document: unknown): Promise<StoredEntry[]> {
	const entries = await sql<StoredEntry>(
		"SELECT *, casino_id AS casino FROM audit_entries WHERE document = $1 ORDER BY at, id",
		[String(document)],
	);
	const sides = await openPersonal(
		sql,
		entries.flatMap(({ before, after }) => [before, after]),
	);
	return entries.map((entry, index) => ({
		...entry,
		before: sides[2 * index] ?? null,
		after: sides[2 * index + 1] ?? null,
	}));
}

const lastOf = async (document: unknown) => (await entriesOf(document)).at(-1);

describe("an audited collection", () => {
	it("records who created, changed and deleted what", async () => {
		const company = await payload.create({
			collection: "companies",
			data: { name: "Acme", address: { city: "Graz" } },
			...(await asAdmin()),
		});
		expect(await lastOf(company.id)).toMatchObject({
			actor: `user:${admin.id}`,
			action: "create",
			collection: "companies",
			casino: null,
			before: null,
			after: { name: "Acme", address: { city: "Graz" } },
			reason: null,
		});
		const change = { address: { city: "Linz" } };
		await payload.update({ collection: "companies", id: company.id, data: change, ...(await asAdmin()) });
		expect(await lastOf(company.id)).toMatchObject({
			actor: `user:${admin.id}`,
			action: "update",
			before: { address: { city: "Graz" } },
			after: { address: { city: "Linz" } },
		});
		await payload.delete({ collection: "companies", id: company.id, ...(await asAdmin()) });
		expect(await lastOf(company.id)).toMatchObject({ action: "delete", before: { name: "Acme" }, after: null });
		expect(await entriesOf(company.id)).toHaveLength(3);
	});

	it("records only the fields that changed, and nothing when none did", async () => {
		const company = await payload.create({ collection: "companies", data: { name: "Still" }, ...(await asAdmin()) });
		await payload.update({ collection: "companies", id: company.id, data: { name: "Still" }, ...(await asAdmin()) });
		expect(await entriesOf(company.id)).toHaveLength(1);
		await payload.update({ collection: "companies", id: company.id, data: { phone: "1" }, ...(await asAdmin()) });
		const entry = await lastOf(company.id);
		expect(Object.keys(entry?.after ?? {})).toEqual(["phone"]);
	});

	it("cannot be talked out of recording by what the sender selects", async () => {
		const created = { name: "Hidden", billingEmail: "b@example.com" };
		const session = await keyturn.signIn("ada@example.com", password);
		const select = "select[updatedAt]=true";
		const { body } = await keyturn.rest("POST", `/companies?${select}`, { body: created, as: session });
		const { doc } = body as { doc: { id: string } };
		expect(doc).not.toHaveProperty("name");
		await keyturn.rest("PATCH", `/companies/${doc.id}?${select}`, { body: { name: "Changed" }, as: session });
		await keyturn.rest("DELETE", `/companies?where[id][equals]=${doc.id}&${select}`, { as: session });
		expect(await entriesOf(doc.id)).toMatchObject([
			{ action: "create", after: created },
			{ action: "update", before: { name: "Hidden" }, after: { name: "Changed" } },
			{ action: "delete", before: { name: "Changed", billingEmail: "b@example.com" } },
		]);
	});

	it("records relations by id and the casino a row belongs to", async () => {
		const company = await payload.create({ collection: "companies", data: { name: "Owner" }, ...(await asAdmin()) });
		const casino = await payload.create({
			collection: "casinos",
			data: {
				name: "Royal",
				company: company.id,
				timezone: "Europe/Vienna",
				status: "prospect",
				paymentStanding: "good",
			},
			depth: 2,
			...(await asAdmin()),
		});
		expect(await lastOf(casino.id)).toMatchObject({ casino: casino.id, after: { name: "Royal", company: company.id } });
	});

	it("keeps the person as the actor of what the system did for them, and says why", async () => {
		const req = await keyturn.requestOf(admin);
		const data = { name: "Through an operation" };
		const byPerson = await payload.create({ collection: "companies", data, ...asSystem(req, "approved") });
		expect(await lastOf(byPerson.id)).toMatchObject({ actor: `user:${admin.id}`, reason: "approved" });
		const nobody = asSystem(await keyturn.requestOf(), "hourly sweep");
		const bySystem = await payload.create({ collection: "companies", data, ...nobody });
		expect(await lastOf(bySystem.id)).toMatchObject({ actor: "system:hourly sweep", reason: null });
	});

	it("does nothing that cannot be recorded", async () => {
		await asOwner(keyturn, "ALTER TABLE audit_entries RENAME TO audit_entries_away");
		try {
			const create = payload.create({ collection: "companies", data: { name: "Unrecorded" }, ...(await asAdmin()) });
			await expect(create).rejects.toThrow();
		} finally {
			await asOwner(keyturn, "ALTER TABLE audit_entries_away RENAME TO audit_entries");
		}
		expect(await sql("SELECT FROM companies WHERE name = 'Unrecorded'")).toEqual([]);
	});

	it("rolls the entry back with the change", async () => {
		const req = await keyturn.requestOf();
		req.transactionID = (await payload.db.beginTransaction()) ?? undefined;
		const data = { name: "Rolled back" };
		const { id } = await payload.create({ collection: "companies", data, ...asSystem(req, "test") });
		await payload.db.rollbackTransaction(req.transactionID as string);
		expect(await entriesOf(id)).toEqual([]);
	});
});

describe("an audited global", () => {
	it("records what changed", async () => {
		const [before] = await entriesOf("settings");
		expect(before).toBeUndefined();
		const { id: _id, ...settings } = await payload.findGlobal({ slug: "settings", depth: 0, ...(await asAdmin()) });
		const [name] = Object.entries(settings).find(([, value]) => typeof value === "string") ?? [];
		if (!name) throw new Error("The settings have no text to change.");
		await payload.updateGlobal({ slug: "settings", data: { [name]: "Changed" } as never, ...(await asAdmin()) });
		expect(await lastOf("settings")).toMatchObject({
			actor: `user:${admin.id}`,
			action: "update",
			collection: "settings",
			after: { [name]: "Changed" },
		});
	});
});

describe("accounts", () => {
	const post = (path: string, body: object, as?: Sender) => keyturn.rest("POST", path, { body, as });

	it("keep no secret and no personal value in the clear", async () => {
		const rows = await sql("SELECT before, after FROM audit_entries WHERE collection = 'users'");
		expect(JSON.stringify(rows)).not.toMatch(/ada@example\.com|"Ada"|[0-9a-f]{64}/);
		const [first] = await entriesOf(admin.id);
		expect(first).toMatchObject({ action: "create", after: { email: "ada@example.com", name: "Ada" } });
	});

	it("record a new password without the password", async () => {
		const { changeOwnPassword } = await import("@/operations/users/changeOwnPassword");
		const req = await keyturn.requestOf({ ...admin, collection: "users" });
		await changeOwnPassword({ req, currentPassword: password, password });
		expect(await lastOf(admin.id)).toMatchObject({ action: "update", after: { hash: "(secret)", salt: "(secret)" } });
	});

	it("record signing in, failing to, and signing out", async () => {
		const session = await keyturn.signIn("ada@example.com", password);
		expect(await lastOf(admin.id)).toMatchObject({ action: "sign_in", actor: `user:${admin.id}` });

		expect((await post("/users/login", { email: "ada@example.com", password: "wrong" })).status).toBe(401);
		expect(await lastOf(admin.id)).toMatchObject({
			action: "sign_in_failed",
			actor: "anonymous",
			after: { method: "POST", path: "/api/users/login" },
		});
		await post("/users/login", { email: "nobody@example.com", password: "wrong" });
		const [stranger] = await sql("SELECT * FROM audit_entries ORDER BY at DESC, id DESC LIMIT 1");
		expect(stranger).toMatchObject({ action: "sign_in_failed", document: null });
		expect(JSON.stringify(stranger)).not.toContain("nobody");

		await post("/users/logout", {}, session);
		expect(await lastOf(admin.id)).toMatchObject({ action: "sign_out", actor: `user:${admin.id}` });
	});

	it("record a password set by a mailed link", async () => {
		const { mintMailedLink } = await import("@/operations/users/mintMailedLink");
		const req = await keyturn.requestOf();
		const link = await mintMailedLink({ req, email: "ada@example.com", kind: "password_reset" });
		expect(await lastOf(admin.id)).toMatchObject({ action: "password_reset.minted" });
		const token = new URL(link?.url ?? "").hash.slice(1);
		expect((await post("/users/reset-password", { token, password })).status).toBe(200);
		expect(await lastOf(admin.id)).toMatchObject({ action: "password_reset", actor: `user:${admin.id}` });
	});

	it("record what was refused, without its body", async () => {
		const response = await post("/companies?secret=q", { name: "Intruder" });
		expect(response.status).toBe(403);
		const [entry] = await sql("SELECT * FROM audit_entries WHERE action = 'denied' ORDER BY at DESC LIMIT 1");
		expect(entry).toMatchObject({
			actor: "anonymous",
			collection: "companies",
			after: { method: "POST", path: "/api/companies" },
		});
		expect(JSON.stringify(entry)).not.toContain("Intruder");
	});
});
