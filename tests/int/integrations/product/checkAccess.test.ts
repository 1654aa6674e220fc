import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAccess } from "@/integrations/product/checkAccess";
import { createReferenceProduct } from "@/integrations/product/createReferenceProduct";
import { openProductDatabase, type ProductDatabase } from "./openProductDatabase";
import { sampleCasino } from "./sampleCasino";

const casino = sampleCasino();
const admin = { casinoId: casino.casinoId, adminEmail: casino.admin.email };

let database: ProductDatabase;
let product: ReturnType<typeof createReferenceProduct>;
let client: Client;

/** Breaks something, runs the check in the same transaction, and lets its ROLLBACK mend what was broken. */
async function checkAfter(sabotage: string) {
	await client.query("BEGIN");
	await client.query(sabotage);
	const report = await checkAccess(client, admin);
	return { ok: report.ok, failed: report.checks.filter((check) => !check.ok) };
}

async function countRows(): Promise<Record<string, number>> {
	const { rows } = await client.query<{ table: string; count: number }>(`
		SELECT c.relname AS table,
			(xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM floor.%I', c.relname), false, true, '')))[1]::text::int AS count
		FROM pg_class c WHERE c.relnamespace = 'floor'::regnamespace AND c.relkind = 'r'`);
	return Object.fromEntries(rows.map((row) => [row.table, row.count]));
}

beforeAll(async () => {
	database = await openProductDatabase();
	product = createReferenceProduct({ connectionString: database.url, maxConnections: 4 });
	client = new Client({ connectionString: database.url });
	await client.connect();
	await product.bootstrapCasino(casino);
});

afterAll(async () => {
	await client?.end();
	await product?.close();
	await database?.close();
});

describe("the access check", () => {
	it("is right for a fresh tenant, with one line a check", async () => {
		const report = await product.checkAccess(admin);
		expect(report.checks.filter((check) => !check.ok)).toEqual([]);
		expect(report.checks.map((check) => check.name)).toEqual([
			"sign_in",
			"role",
			"row_security",
			"policies",
			"settings",
			"invite",
			"isolation",
		]);
		expect(report.ok).toBe(true);
	});

	it("leaves nothing behind, however often and at once", async () => {
		await product.checkAccess(admin);
		const before = await countRows();
		const seen = await product.findCasino(casino.casinoId);
		await Promise.all(Array.from({ length: 12 }, () => product.checkAccess(admin)));
		const { session: _before, ...rowsBefore } = before;
		const { session: _after, ...rowsAfter } = await countRows();
		expect(rowsAfter).toEqual(rowsBefore);
		expect(rowsAfter.casino).toBe(1);
		expect(await product.findCasino(casino.casinoId)).toEqual(seen);
	});

	it("cannot be committed by mistake", async () => {
		await client.query("BEGIN");
		await client.query("SELECT floor.create_probe()");
		await expect(client.query("COMMIT")).rejects.toThrow(/must be rolled back/);
	});

	it("fails for somebody without a staff row there", async () => {
		const report = await product.checkAccess({ ...admin, adminEmail: "stranger@x.example" });
		expect(report).toEqual({
			ok: false,
			checks: [{ name: "sign_in", ok: false, detail: "This person may not sign in to this casino." }],
		});
	});

	it("fails for staff who are no administrators", async () => {
		const failed = await checkAfter(`UPDATE floor.staff SET role = 'pit_boss' WHERE casino_id = '${casino.casinoId}'`);
		expect(failed.ok).toBe(false);
		expect(failed.failed.map((check) => check.name)).toEqual(["settings", "invite"]);
	});

	it("fails when any one policy is dropped, and names it", async () => {
		const { rows } = await client.query<{ tablename: string; policyname: string }>(
			"SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'floor'",
		);
		expect(rows.length).toBe(29);
		for (const { tablename, policyname } of rows) {
			const { ok, failed } = await checkAfter(`DROP POLICY ${policyname} ON floor.${tablename}`);
			expect(ok).toBe(false);
			expect(failed).toContainEqual({
				name: "policies",
				ok: false,
				detail: `The policy ${policyname} on ${tablename} is missing.`,
			});
		}
	});

	it.each([
		"casino",
		"casino_settings",
		"staff",
		"staff_invite",
		"floor_area",
		"gaming_table",
		"visit_entry",
		"audit_log",
		"write_failure",
		"game_setting",
		"configuration_freeze",
	])("fails when row-level security is off on %s, by looking and by seeing", async (table) => {
		const { failed } = await checkAfter(`ALTER TABLE floor.${table} DISABLE ROW LEVEL SECURITY`);
		expect(failed).toContainEqual({
			name: "row_security",
			ok: false,
			detail: `Row-level security is off on ${table}.`,
		});
		expect(failed).toContainEqual({
			name: "isolation",
			ok: false,
			detail: `The administrator sees rows of another casino in ${table}.`,
		});
	});

	it("fails when a policy is loosened", async () => {
		const { failed } = await checkAfter("ALTER POLICY staff_read ON floor.staff USING (true)");
		expect(failed.map((check) => check.detail)).toEqual([
			"The policy staff_read on staff was changed.",
			"The administrator sees rows of another casino in staff.",
		]);
	});

	it("fails when a policy lets foreign rows in", async () => {
		const { failed } = await checkAfter("ALTER POLICY visit_entry_add ON floor.visit_entry WITH CHECK (true)");
		expect(failed.map((check) => check.name)).toEqual(["policies", "isolation"]);
	});

	it("fails when somebody adds a policy beside ours", async () => {
		const { failed } = await checkAfter("CREATE POLICY support ON floor.visit_entry FOR SELECT USING (true)");
		expect(failed.map((check) => check.detail)).toEqual([
			"The policy support on visit_entry does not belong there.",
			"The administrator sees rows of another casino in visit_entry.",
		]);
	});

	it.each([
		["floor_area", "floor_area_add"],
		["write_failure", "write_failure_add"],
	])("fails when the policy of %s that lets rows in is loosened", async (table, policy) => {
		const { failed } = await checkAfter(`ALTER POLICY ${policy} ON floor.${table} WITH CHECK (true)`);
		expect(failed.map((check) => check.name)).toContain("policies");
	});

	it.each([
		["may bypass row-level security", "ALTER ROLE keyturn_floor BYPASSRLS", /can bypass row-level security/],
		["owns something", "CREATE TABLE mine (); ALTER TABLE mine OWNER TO keyturn_floor", /owns something/],
		["belongs to another role", "GRANT keyturn_product_owner TO keyturn_floor", /belongs to another role/],
	])("fails when the role of the floor %s", async (_what, sabotage, reason) => {
		const { failed } = await checkAfter(sabotage);
		expect(failed.find((check) => check.name === "role")?.detail).toMatch(reason);
	});

	it("fails when a tenant table has another owner", async () => {
		expect(await checkAfter("ALTER TABLE floor.visit_entry OWNER TO keyturn_floor")).toEqual({
			ok: false,
			failed: [{ name: "grants", ok: false, detail: "The product refused: permission denied for table visit_entry." }],
		});
	});

	it("fails when the administrator lost a grant", async () => {
		const { failed } = await checkAfter("REVOKE SELECT ON floor.casino_settings FROM keyturn_floor");
		expect(failed.map((check) => check.name)).toEqual(["settings", "isolation"]);
	});
});

describe("a login of the connector's role alone", () => {
	const login = `connector_${randomBytes(4).toString("hex")}`;
	let plain: ReturnType<typeof createReferenceProduct>;

	beforeAll(async () => {
		await client.query(`CREATE ROLE ${login} LOGIN PASSWORD 'secret' IN ROLE keyturn_product_connector`);
		plain = createReferenceProduct({ connectionString: database.urlFor(login, "secret"), maxConnections: 2 });
	});

	afterAll(async () => {
		await plain?.close();
		await client.query(`DROP ROLE IF EXISTS ${login}`);
	});

	it("does all of the port's work", async () => {
		const input = sampleCasino();
		await plain.ping();
		await plain.bootstrapCasino(input);
		const report = await plain.checkAccess({ casinoId: input.casinoId, adminEmail: input.admin.email });
		expect(report.checks.filter((check) => !check.ok)).toEqual([]);
		expect(await plain.removeCasino(input.casinoId)).toEqual({ removed: true });
		await plain.bootstrapCasino(input);
		const who = { casinoId: input.casinoId, email: input.admin.email, name: "Ana" };
		await plain.inviteStaff({ ...who, email: "c@x.example", role: "cashier" });
		await plain.acceptStaff({ ...who, userId: "u-9" });
		expect(await plain.lastSeenAt(who)).not.toBeNull();
		expect((await plain.findCasino(input.casinoId))?.staff).toHaveLength(2);
	});

	it("reads no table by itself", async () => {
		const direct = new Client({ connectionString: database.urlFor(login, "secret") });
		await direct.connect();
		await expect(direct.query("SELECT * FROM floor.casino")).rejects.toThrow(/permission denied/);
		await expect(direct.query("SELECT * FROM floor.session")).rejects.toThrow(/permission denied/);
		await direct.end();
	});
});

describe("with ten thousand casinos", () => {
	it("a bootstrap and its check stay within 40 ms", async () => {
		await client.query(`
			INSERT INTO floor.casino (id, name, slug, timezone) SELECT gen_random_uuid(), 'C', 'many-' || n, 'UTC' FROM generate_series(1, 10000) n;
			INSERT INTO floor.casino_settings SELECT id, '{}', 0, 1 FROM floor.casino WHERE slug LIKE 'many-%';
			INSERT INTO floor.staff (casino_id, email, name, role) SELECT c.id, 's' || n || '@x.example', 'S', 'cashier' FROM floor.casino c, generate_series(1, 5) n WHERE c.slug LIKE 'many-%';
			INSERT INTO floor.floor_area (casino_id, name) SELECT id, 'Main' FROM floor.casino WHERE slug LIKE 'many-%';
			ANALYZE`);
		const times: number[] = [];
		for (let round = 0; round < 30; round++) {
			const input = sampleCasino();
			const started = performance.now();
			await product.bootstrapCasino(input);
			const report = await product.checkAccess({ casinoId: input.casinoId, adminEmail: input.admin.email });
			times.push(performance.now() - started);
			expect(report.ok).toBe(true);
		}
		const median = times.sort((a, b) => a - b)[15] ?? Number.POSITIVE_INFINITY;
		console.info(`bootstrap and check: median ${median.toFixed(1)} ms`);
		expect(median).toBeLessThan(40);
	});
});
