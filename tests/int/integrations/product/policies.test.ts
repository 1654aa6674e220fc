import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReferenceProduct } from "@/integrations/product/createReferenceProduct";
import { openProductDatabase, type ProductDatabase } from "./openProductDatabase";
import { actAsStaff, sampleCasino } from "./sampleCasino";

const tenantTables = [
	"casino",
	"casino_settings",
	"staff",
	"staff_invite",
	"floor_area",
	"gaming_table",
	"visit_entry",
	"audit_log",
] as const;

const north = sampleCasino("north");
const south = sampleCasino("south");
const admin = { casinoId: north.casinoId, email: north.admin.email };
const pitBoss = { casinoId: north.casinoId, email: "pit@north.example" };
const cashier = { casinoId: north.casinoId, email: "cashier@north.example" };
const southAdmin = { casinoId: south.casinoId, email: south.admin.email };

let database: ProductDatabase;
let product: ReturnType<typeof createReferenceProduct>;
let client: Client;

const run = (who: typeof admin, sql: string, values: unknown[] = []) =>
	actAsStaff(client, who, () => client.query(sql, values));

/** One area, one table and one visit, entered by the casino's administrator. */
async function furnish(who: typeof admin): Promise<void> {
	await actAsStaff(client, who, async () => {
		await client.query("INSERT INTO floor.floor_area (casino_id, name) VALUES (floor.current_casino(), 'Main')");
		await client.query(`INSERT INTO floor.gaming_table (casino_id, floor_area_id, label, game)
			SELECT casino_id, id, 'BJ-1', 'Blackjack' FROM floor.floor_area`);
		await client.query(`INSERT INTO floor.visit_entry (casino_id, gaming_table_id, staff_id, guest_reference)
			SELECT casino_id, id, floor.current_staff(), 'G-1' FROM floor.gaming_table`);
	});
}

beforeAll(async () => {
	database = await openProductDatabase();
	product = createReferenceProduct({ connectionString: database.url, maxConnections: 2 });
	client = new Client({ connectionString: database.url });
	await client.connect();
	for (const casino of [north, south]) await product.bootstrapCasino(casino);
	await product.inviteStaff({ ...pitBoss, name: "Pit", role: "pit_boss" });
	await product.inviteStaff({ ...cashier, name: "Cash", role: "cashier" });
	await furnish(admin);
	await furnish(southAdmin);
});

afterAll(async () => {
	await client?.end();
	await product?.close();
	await database?.close();
});

describe("another casino", () => {
	it.each(tenantTables)("%s: an administrator reads own rows and nobody else's", async (table) => {
		const key = table === "casino" ? "id" : "casino_id";
		const { rows } = await run(admin, `SELECT DISTINCT ${key} AS casino FROM floor.${table}`);
		expect(rows).toEqual([{ casino: north.casinoId }]);
	});

	it.each([
		["casino", "name = 'Taken'"],
		["casino_settings", "default_job_duration_minutes = 1"],
		["staff", "role = 'cashier'"],
		["staff_invite", "status = 'revoked'"],
		["floor_area", "name = 'Taken'"],
		["gaming_table", "status = 'open'"],
		["visit_entry", "left_at = now()"],
	])("%s: its rows cannot be changed", async (table, change) => {
		const key = table === "casino" ? "id" : "casino_id";
		const before = await client.query(`SELECT * FROM floor.${table} WHERE ${key} = $1`, [south.casinoId]);
		expect(before.rows.length).toBeGreaterThan(0);
		const { rowCount } = await run(admin, `UPDATE floor.${table} SET ${change} WHERE ${key} = $1`, [south.casinoId]);
		expect(rowCount).toBe(0);
		const after = await client.query(`SELECT * FROM floor.${table} WHERE ${key} = $1`, [south.casinoId]);
		expect(after.rows).toEqual(before.rows);
	});

	it.each(["floor_area", "gaming_table"])("%s: its rows cannot be removed", async (table) => {
		const { rowCount } = await run(admin, `DELETE FROM floor.${table} WHERE casino_id = $1`, [south.casinoId]);
		expect(rowCount).toBe(0);
	});

	it.each(["casino", "casino_settings", "staff", "staff_invite", "visit_entry", "audit_log"])(
		"%s: nobody on the floor may delete at all",
		async (table) => {
			await expect(run(admin, `DELETE FROM floor.${table}`)).rejects.toThrow(/permission denied/);
		},
	);

	it.each([
		["staff", "(casino_id, email, name, role) VALUES ($1, 'x@x.example', 'x', 'admin')"],
		["staff_invite", "(casino_id, staff_id, invited_by) VALUES ($1, floor.current_staff(), floor.current_staff())"],
		["floor_area", "(casino_id, name) VALUES ($1, 'Theirs')"],
		["gaming_table", "(casino_id, floor_area_id, label, game) VALUES ($1, gen_random_uuid(), 'T', 'Poker')"],
		[
			"visit_entry",
			"(casino_id, gaming_table_id, staff_id, guest_reference) VALUES ($1, gen_random_uuid(), floor.current_staff(), 'G')",
		],
	])("%s: a row cannot be put into it", async (table, rest) => {
		await expect(run(admin, `INSERT INTO floor.${table} ${rest}`, [south.casinoId])).rejects.toThrow(
			/violates row-level security policy/,
		);
	});

	it.each([
		["casino", "(id, name, slug, timezone) VALUES ($1, 'x', 'x', 'UTC')"],
		["audit_log", "(casino_id, action, table_name, row_id) VALUES ($1, 'insert', 'staff', $1)"],
	])("%s: nobody on the floor may insert at all", async (table, rest) => {
		await expect(run(admin, `INSERT INTO floor.${table} ${rest}`, [north.casinoId])).rejects.toThrow(
			/permission denied/,
		);
	});

	it("a row cannot be moved into it", async () => {
		await expect(run(admin, "UPDATE floor.floor_area SET casino_id = $1", [south.casinoId])).rejects.toThrow(
			/permission denied/,
		);
	});

	it("does not open by its id: the person has no staff row there", async () => {
		await expect(run({ ...admin, casinoId: south.casinoId }, "SELECT 1")).rejects.toThrow(/may not sign in/);
	});

	it("does not open by a setting of the session", async () => {
		const { rows } = await actAsStaff(client, admin, async () => {
			await client.query("SELECT set_config('floor.casino_id', $1, true)", [south.casinoId]);
			return client.query("SELECT id FROM floor.casino");
		});
		expect(rows).toEqual([{ id: north.casinoId }]);
	});
});

describe("an identity", () => {
	it("ends with its transaction, on the same connection too", async () => {
		await run(admin, "SELECT 1");
		await client.query("BEGIN; SET LOCAL ROLE keyturn_floor");
		const { rows } = await client.query("SELECT id FROM floor.casino");
		await client.query("ROLLBACK");
		expect(rows).toEqual([]);
	});

	it("cannot be changed within a transaction", async () => {
		await client.query("BEGIN");
		await client.query("SELECT floor.sign_in($1, $2)", [admin.casinoId, admin.email]);
		await expect(client.query("SELECT floor.sign_in($1, $2)", [southAdmin.casinoId, southAdmin.email])).rejects.toThrow(
			/signed in to this transaction already/,
		);
		await client.query("ROLLBACK");
	});

	it.each([
		["sign in as somebody", "SELECT floor.sign_in($1, 'admin@south.example')"],
		["write its own session", "UPDATE floor.session SET casino_id = $1"],
		["call the RPCs", "SELECT floor.rpc_remove_casino($1)"],
	])("on the floor cannot %s", async (_what, sql) => {
		await expect(run(admin, sql, [south.casinoId])).rejects.toThrow(/permission denied/);
	});

	it("is refused to disabled staff and in a suspended casino", async () => {
		const leaver = { casinoId: south.casinoId, email: "leaver@south.example" };
		await product.inviteStaff({ ...leaver, name: "Leaver", role: "cashier" });
		await run(leaver, "SELECT 1");
		await run(southAdmin, "UPDATE floor.staff SET status = 'disabled' WHERE email = $1", [leaver.email]);
		await expect(run(leaver, "SELECT 1")).rejects.toThrow(/may not sign in/);

		await client.query("UPDATE floor.casino SET status = 'suspended' WHERE id = $1", [south.casinoId]);
		await expect(run(southAdmin, "SELECT 1")).rejects.toThrow(/may not sign in/);
		await client.query("UPDATE floor.casino SET status = 'active' WHERE id = $1", [south.casinoId]);
	});

	it("no function of the product is open to everybody", async () => {
		const { rows } = await client.query(`SELECT p.proname FROM pg_proc p
			WHERE p.pronamespace = 'floor'::regnamespace
				AND EXISTS (SELECT 1 FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0)`);
		expect(rows).toEqual([]);
	});
});

describe("a role's limits in its own casino", () => {
	const adminOnly = [
		["write settings", "UPDATE floor.casino_settings SET default_job_duration_minutes = 45"],
		["rename the casino", "UPDATE floor.casino SET name = 'Renamed'"],
		["change staff", "UPDATE floor.staff SET name = 'Other' WHERE email = 'cashier@north.example'"],
		["change floor areas", "UPDATE floor.floor_area SET name = 'Annex'"],
	] as const;

	it.each(adminOnly)("an administrator may %s", async (_what, sql) => {
		expect((await run(admin, sql)).rowCount).toBe(1);
	});

	it.each(adminOnly.flatMap(([what, sql]) => [pitBoss, cashier].map((who) => ({ who, what, sql }))))(
		"$who.email may not $what",
		async ({ who, sql }) => {
			expect((await run(who, sql)).rowCount).toBe(0);
		},
	);

	it.each([pitBoss, cashier])("$email may not invite, nor read invitations or the audit log", async (who) => {
		const invite = "INSERT INTO floor.staff (casino_id, email, name, role) VALUES ($1, 'n@n.example', 'n', 'admin')";
		await expect(run(who, invite, [north.casinoId])).rejects.toThrow(/row-level security/);
		const inviteRow = `INSERT INTO floor.staff_invite (casino_id, staff_id, invited_by)
			VALUES ($1, floor.current_staff(), floor.current_staff())`;
		await expect(run(who, inviteRow, [north.casinoId])).rejects.toThrow(/row-level security/);
		expect((await run(who, "SELECT 1 FROM floor.staff_invite")).rowCount).toBe(0);
		expect((await run(who, "SELECT 1 FROM floor.audit_log")).rowCount).toBe(0);
	});

	it("an administrator invites, but cannot accept for somebody or invite in another's name", async () => {
		const { rows } = await run(
			admin,
			`INSERT INTO floor.staff (casino_id, email, name, role)
			VALUES ($1, 'new@north.example', 'New', 'cashier') RETURNING id, status, origin`,
			[north.casinoId],
		);
		expect(rows[0]).toMatchObject({ status: "invited", origin: "invite" });
		const values = [north.casinoId, rows[0].id];
		const insert = "INSERT INTO floor.staff_invite (casino_id, staff_id, invited_by) VALUES ($1, $2,";
		await expect(run(admin, `${insert} $2)`, values)).rejects.toThrow(/row-level security/);
		await run(admin, `${insert} floor.current_staff())`, values);
		await expect(
			run(admin, "UPDATE floor.staff_invite SET status = 'accepted' WHERE staff_id = $1", [rows[0].id]),
		).rejects.toThrow(/row-level security/);
		await expect(run(admin, "UPDATE floor.staff SET status = 'active' WHERE id = $1", [rows[0].id])).rejects.toThrow(
			/check constraint/,
		);
	});

	it("a pit boss opens tables and a cashier does not", async () => {
		const open = "UPDATE floor.gaming_table SET status = 'open'";
		expect((await run(pitBoss, open)).rowCount).toBe(1);
		expect((await run(cashier, open)).rowCount).toBe(0);
	});

	it("everybody enters visits, under their own name only", async () => {
		const insert = `INSERT INTO floor.visit_entry (casino_id, gaming_table_id, staff_id, guest_reference)
			SELECT t.casino_id, t.id, s.id, 'G-2' FROM floor.gaming_table t JOIN floor.staff s ON s.email = $1`;
		expect((await run(cashier, insert, [cashier.email])).rowCount).toBe(1);
		await expect(run(cashier, insert, [pitBoss.email])).rejects.toThrow(/row-level security/);
	});
});

describe("the audit log", () => {
	it("says who changed what, before and after", async () => {
		await run(admin, "UPDATE floor.casino_settings SET default_travel_buffer_minutes = 15");
		const { rows } = await run(
			admin,
			`SELECT l.action, s.email, (l.before ->> 'default_travel_buffer_minutes')::int AS before,
				(l.after ->> 'default_travel_buffer_minutes')::int AS after
			FROM floor.audit_log l JOIN floor.staff s ON s.id = l.staff_id
			WHERE l.table_name = 'casino_settings' ORDER BY l.id DESC LIMIT 1`,
		);
		expect(rows).toEqual([{ action: "update", email: north.admin.email, before: 30, after: 15 }]);
	});

	it("cannot be changed by an administrator", async () => {
		await expect(run(admin, "UPDATE floor.audit_log SET action = 'delete'")).rejects.toThrow(/permission denied/);
	});
});
