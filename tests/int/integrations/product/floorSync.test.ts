import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Conflict, NotFound } from "@/errors";
import { createReferenceProduct } from "@/integrations/product/createReferenceProduct";
import type { ProductArea, ProductTable } from "@/provisioning/ports";
import { openProductDatabase, type ProductDatabase } from "./openProductDatabase";
import { actAsStaff, sampleCasino } from "./sampleCasino";

let database: ProductDatabase;
let product: ReturnType<typeof createReferenceProduct>;
let client: Client;
let casino: ReturnType<typeof sampleCasino>;

beforeAll(async () => {
	database = await openProductDatabase();
	product = createReferenceProduct({ connectionString: database.url, maxConnections: 4 });
	client = new Client({ connectionString: database.url });
	await client.connect();
});

afterAll(async () => {
	await client?.end();
	await product?.close();
	await database?.close();
});

beforeEach(async () => {
	casino = sampleCasino();
	await product.bootstrapCasino(casino);
});

const area = (name: string, rest: Partial<ProductArea> = {}): ProductArea => ({
	id: randomUUID(),
	name,
	kind: "pit",
	status: "active",
	...rest,
});
const table = (name: string, inArea: ProductArea, rest: Partial<ProductTable> = {}): ProductTable => ({
	id: randomUUID(),
	name,
	areaId: inArea.id,
	game: "poker",
	minBet: 500,
	maxBet: 10_000,
	currency: "usd",
	status: "closed",
	...rest,
});

const sync = (areas: ProductArea[], tables: ProductTable[]) =>
	product.syncFloor({ casinoId: casino.casinoId, areas, tables });
const rowsOf = async (sql: string, values: unknown[] = [casino.casinoId]) => (await client.query(sql, values)).rows;
const areasThere = () => rowsOf("SELECT name, kind, status FROM floor.floor_area WHERE casino_id = $1 ORDER BY name");
const tablesThere = () =>
	rowsOf(`SELECT t.label, a.name AS area, t.status, t.max_bet::int AS max FROM floor.gaming_table t
		JOIN floor.floor_area a ON a.id = t.floor_area_id WHERE t.casino_id = $1 ORDER BY t.label`);
const changes = async () =>
	(await rowsOf("SELECT count(*)::int AS n FROM floor.audit_log WHERE casino_id = $1"))[0]?.n as number;

describe("a sync", () => {
	it("makes areas and tables, changes them, and changes nothing when it is repeated", async () => {
		const [pit, room] = [area("Main pit"), area("Poker", { kind: "poker_room" })];
		const one = table("P-1", room);
		expect(await sync([pit, room], [one])).toEqual({ areas: 2, tables: 1 });
		const written = await changes();
		expect(await sync([pit, room], [one])).toEqual({ areas: 2, tables: 1 });
		expect(await changes()).toBe(written);
		expect(await tablesThere()).toEqual([{ label: "P-1", area: "Poker", status: "closed", max: 10_000 }]);

		await sync([{ ...pit, name: "West" }, room], [{ ...one, areaId: pit.id, maxBet: 20_000 }]);
		expect(await tablesThere()).toEqual([{ label: "P-1", area: "West", status: "closed", max: 20_000 }]);
	});

	it("lets two exchange their names", async () => {
		const [east, west] = [area("East"), area("West")];
		await sync([east, west], []);
		await sync(
			[
				{ ...east, name: "West" },
				{ ...west, name: "East" },
			],
			[],
		);
		expect((await areasThere()).map(({ name }) => name)).toEqual(["East", "West"]);
	});

	it("takes over what the casino's people have made under the same name", async () => {
		const admin = { casinoId: casino.casinoId, email: casino.admin.email };
		await actAsStaff(client, admin, () =>
			client.query("INSERT INTO floor.floor_area (casino_id, name) VALUES (floor.current_casino(), 'Main pit')"),
		);
		await sync([area("Main pit", { kind: "high_limit" })], []);
		expect(await areasThere()).toEqual([{ name: "Main pit", kind: "high_limit", status: "active" }]);
	});

	it("closes what is there no more, and removes nothing", async () => {
		const pit = area("Main pit");
		await sync([pit, area("Old")], [table("P-1", pit), table("P-2", pit)]);
		await sync([pit], []);
		expect(await areasThere()).toMatchObject([{ status: "active" }, { name: "Old", status: "closed" }]);
		expect((await tablesThere()).map(({ status }) => status)).toEqual(["out_of_service", "out_of_service"]);
	});

	it("leaves open what a pit boss has opened, unless the table goes out of service", async () => {
		const pit = area("Main pit");
		const one = table("P-1", pit);
		await sync([pit], [one]);
		await client.query("UPDATE floor.gaming_table SET status = 'open' WHERE source_id = $1", [one.id]);
		await sync([pit], [{ ...one, maxBet: 30_000 }]);
		expect(await tablesThere()).toMatchObject([{ status: "open", max: 30_000 }]);
		await sync([pit], [{ ...one, status: "out_of_service" }]);
		expect(await tablesThere()).toMatchObject([{ status: "out_of_service" }]);
	});

	it("is nobody's sign-in, and its changes are recorded as nobody's on the staff", async () => {
		await sync([area("Main pit")], []);
		expect(await product.lastSeenAt({ casinoId: casino.casinoId, email: casino.admin.email })).toBeNull();
		expect(
			await rowsOf("SELECT DISTINCT staff_id FROM floor.audit_log WHERE casino_id = $1 AND table_name = 'floor_area'"),
		).toEqual([{ staff_id: null }]);
	});

	it("reaches no other casino, and none that is not there", async () => {
		const other = sampleCasino();
		await product.bootstrapCasino(other);
		await sync([area("Main pit")], []);
		expect(await rowsOf("SELECT 1 FROM floor.floor_area WHERE casino_id = $1", [other.casinoId])).toEqual([]);
		await expect(product.syncFloor({ casinoId: randomUUID(), areas: [], tables: [] })).rejects.toThrow(NotFound);
	});

	it("from several at once is there once", async () => {
		const [pit, tables] = [area("Main pit"), [] as ProductTable[]];
		await Promise.all([1, 2, 3].map(() => sync([pit], tables)));
		expect(await areasThere()).toHaveLength(1);
	});
});

describe("as the connector on the floor", () => {
	const asConnector = async (sql: string, values: unknown[] = []) => {
		await client.query("BEGIN");
		try {
			await client.query("SELECT floor.act_as_connector($1)", [casino.casinoId]);
			await client.query("SET LOCAL ROLE keyturn_floor");
			return await client.query(sql, values);
		} finally {
			await client.query("ROLLBACK");
		}
	};

	it.each([
		["staff cannot be changed", "UPDATE floor.staff SET role = 'cashier'"],
		["settings cannot be changed", "UPDATE floor.casino_settings SET default_job_duration_minutes = 1"],
		["areas cannot be removed", "DELETE FROM floor.floor_area"],
	])("%s", async (_what, sql) => {
		await sync([area("Main pit")], []);
		expect((await asConnector(sql)).rowCount).toBe(0);
	});

	it("no visit can be entered, nor an area put into another casino", async () => {
		const visit = `INSERT INTO floor.visit_entry (casino_id, gaming_table_id, staff_id, guest_reference)
			SELECT casino_id, gen_random_uuid(), id, 'G' FROM floor.staff`;
		await expect(asConnector(visit)).rejects.toThrow(/row-level security/);
		const foreign = "INSERT INTO floor.floor_area (casino_id, name) VALUES (gen_random_uuid(), 'Theirs')";
		await expect(asConnector(foreign)).rejects.toThrow(/row-level security/);
	});

	it("another casino's rows are not seen", async () => {
		await product.bootstrapCasino(sampleCasino());
		const { rows } = await asConnector("SELECT DISTINCT casino_id FROM floor.staff");
		expect(rows).toEqual([{ casino_id: casino.casinoId }]);
	});

	it("nobody on the staff can act as it", async () => {
		const admin = { casinoId: casino.casinoId, email: casino.admin.email };
		await expect(
			actAsStaff(client, admin, () => client.query("SELECT floor.act_as_connector($1)", [casino.casinoId])),
		).rejects.toThrow(/permission denied/);
	});
});

describe("with a policy that is gone", () => {
	it.each([
		["floor_area", "floor_area_add"],
		["floor_area", "floor_area_read"],
		["gaming_table", "gaming_table_change"],
		["staff", "staff_read"],
		["visit_entry", "visit_entry_read"],
		["write_failure", "write_failure_read"],
	])("%s: without %s sync, roster and usage fail and write nothing", async (tableName, policy) => {
		const { rows } = await client.query(
			"SELECT cmd, qual, with_check FROM pg_policies WHERE schemaname = 'floor' AND policyname = $1",
			[policy],
		);
		const { cmd, qual, with_check: check } = rows[0];
		await client.query(`DROP POLICY ${policy} ON floor.${tableName}`);
		try {
			const { casinoId } = casino;
			await expect(sync([area("Main pit")], [])).rejects.toThrow(Conflict);
			await expect(product.readRoster(casinoId)).rejects.toThrow(/is missing/);
			await expect(product.readUsage({ casinoId, from: "2026-03-02", to: "2026-03-09" })).rejects.toThrow(Conflict);
			expect(await areasThere()).toEqual([]);
		} finally {
			const using = qual ? `USING (${qual})` : "";
			const withCheck = check ? `WITH CHECK (${check})` : "";
			await client.query(
				`CREATE POLICY ${policy} ON floor.${tableName} FOR ${cmd} TO keyturn_floor ${using} ${withCheck}`,
			);
		}
		expect(await sync([area("Main pit")], [])).toEqual({ areas: 1, tables: 0 });
	});
});

describe("the roster", () => {
	it("has everybody with our word for their role", async () => {
		const { casinoId } = casino;
		await product.inviteStaff({ casinoId, email: "b@x.example", name: "B", role: "pit_boss" });
		await product.acceptStaff({ casinoId, email: "b@x.example", name: "B", userId: "u" });
		expect(await product.readRoster(casinoId)).toEqual([
			{ email: casino.admin.email, role: "casino_admin", status: "invited" },
			{ email: "b@x.example", role: "pit_boss", status: "active" },
		]);
	});
});

describe("the use of a week", () => {
	const week = () => ({ casinoId: casino.casinoId, from: "2026-03-02T00:00:00Z", to: "2026-03-09T00:00:00Z" });

	it("counts entries, failures, shifts by the casino's clocks, tables and people by role", async () => {
		const { casinoId } = casino;
		const pit = area("Main pit");
		const [one, two, broken] = [table("P-1", pit), table("P-2", pit), table("P-3", pit, { status: "out_of_service" })];
		await sync([pit], [one, two, broken]);
		const boss = { casinoId, email: "boss@x.example" };
		await product.inviteStaff({ ...boss, name: "Boss", role: "pit_boss" });
		await actAsStaff(client, boss, async () => {
			const enter = (label: string, at: string) =>
				client.query(
					`INSERT INTO floor.visit_entry (casino_id, gaming_table_id, staff_id, guest_reference, entered_at)
					SELECT casino_id, id, floor.current_staff(), 'G', $2 FROM floor.gaming_table WHERE label = $1`,
					[label, at],
				);
			// Monday: morning twice, afternoon; Saturday, when it is closed; and the week after.
			for (const at of ["2026-03-02T09:30Z", "2026-03-02T10:30Z", "2026-03-02T15:00Z", "2026-03-07T10:00Z"]) {
				await enter("P-1", at);
			}
			await enter("P-2", "2026-03-10T10:00Z");
			await client.query(
				`INSERT INTO floor.write_failure (casino_id, staff_id, kind, at)
				VALUES (floor.current_casino(), floor.current_staff(), 'failed', '2026-03-03T10:00Z')`,
			);
		});
		expect(await product.readUsage(week())).toEqual({
			entries: 4,
			exceptions: 1,
			// Open from 9 to 17 on five days: a morning and an afternoon each.
			shiftsInScope: 10,
			shiftsRecorded: 2,
			tablesInScope: 2,
			tablesUsed: 1,
			activeStaff: [{ role: "pit_boss", people: 1 }],
		});
	});

	it("of a casino where nothing was done is nothing of what was in scope", async () => {
		expect(await product.readUsage(week())).toMatchObject({ entries: 0, shiftsRecorded: 0, shiftsInScope: 10 });
	});
});
