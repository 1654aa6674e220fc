import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Conflict, NotFound } from "@/errors";
import { createReferenceProduct } from "@/integrations/product/createReferenceProduct";
import type { ProductArea, ProductConfiguration, ProductPerson, ProductTable } from "@/provisioning/ports";
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

let revision = 0;

/** The whole configuration as bootstrapped, with what a test changes of it, as the next revision. */
const bring = (change: Partial<ProductConfiguration> = {}) => {
	revision += 1;
	const { casinoId, name, timezone, settings } = casino;
	const whole = { casinoId, name, timezone, settings: { ...settings, games: [] } };
	return product.syncCasino({ ...whole, revision, areas: [], tables: [], people: [], freezes: [], ...change });
};
const sync = async (areas: ProductArea[], tables: ProductTable[]) => {
	const answer = await bring({ areas, tables });
	return { areas: answer.areas, tables: answer.tables };
};
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
		await expect(bring({ casinoId: randomUUID() })).rejects.toThrow(NotFound);
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
		["areas cannot be removed", "DELETE FROM floor.floor_area"],
	])("%s", async (_what, sql) => {
		await sync([area("Main pit")], []);
		expect((await asConnector(sql)).rowCount).toBe(0);
	});

	it("no visit can be entered, nor an area put into another casino", async () => {
		const visit = `INSERT INTO floor.visit_entry (casino_id, gaming_table_id, staff_id, guest_reference)
			SELECT casino_id, gen_random_uuid(), id, 'G' FROM floor.staff`;
		await expect(asConnector(visit)).rejects.toThrow(/row-level security/);
		const freeze =
			"INSERT INTO floor.configuration_freeze VALUES (floor.current_casino(), gen_random_uuid(), now(), now())";
		await expect(asConnector(freeze)).rejects.toThrow(/permission denied/);
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
		["game_setting", "game_setting_remove"],
		["configuration_freeze", "configuration_freeze_read"],
	])("%s: without %s sync and usage fail and write nothing", async (tableName, policy) => {
		const { rows } = await client.query(
			"SELECT cmd, qual, with_check FROM pg_policies WHERE schemaname = 'floor' AND policyname = $1",
			[policy],
		);
		const { cmd, qual, with_check: check } = rows[0];
		await client.query(`DROP POLICY ${policy} ON floor.${tableName}`);
		try {
			const { casinoId } = casino;
			await expect(sync([area("Main pit")], [])).rejects.toThrow(Conflict);
			await expect(product.readUsage({ casinoId, from: "2026-03-02", days: 7, scope: null })).rejects.toThrow(Conflict);
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

describe("settings", () => {
	const settingsThere = async () => {
		const [row] = await rowsOf(
			`SELECT c.name, c.timezone, s.default_travel_buffer_minutes AS buffer, s.revision,
				s.working_hours -> 'monday' ->> 'end' AS closes
			 FROM floor.casino_settings s JOIN floor.casino c ON c.id = s.casino_id WHERE c.id = $1`,
		);
		return row;
	};
	const gamesThere = () =>
		rowsOf("SELECT game, variant, min_bet::int AS min FROM floor.game_setting WHERE casino_id = $1 ORDER BY 1, 2");
	const six = { game: "blackjack", variant: "Six decks", minBet: 2_500, maxBet: 500_000 };

	it("that were edited reach the tenant, with its name and time zone, and are no work of its people", async () => {
		const { workingHours } = casino.settings;
		const monday = { ...workingHours.monday, end: "23:00" };
		const settings = {
			...casino.settings,
			workingHours: { ...workingHours, monday },
			defaultTravelBufferMinutes: 5,
			games: [],
		};
		await bring({ name: "Harbour", timezone: "Europe/Malta", settings });
		const expected = { name: "Harbour", timezone: "Europe/Malta", buffer: 5, closes: "23:00", revision: 0 };
		expect(await settingsThere()).toEqual(expected);
		expect(await product.removeCasino(casino.casinoId)).toEqual({ removed: true });
	});

	it("of games are made, changed and taken away; what the product's own people added stays", async () => {
		const admin = { casinoId: casino.casinoId, email: casino.admin.email };
		await actAsStaff(client, admin, () =>
			client.query("INSERT INTO floor.game_setting (casino_id, game) VALUES (floor.current_casino(), 'pai_gow')"),
		);
		const of = (...games: (typeof six)[]) => bring({ settings: { ...casino.settings, games } });
		await of(six, { ...six, variant: "" });
		await of({ ...six, minBet: 5_000 });
		expect(await gamesThere()).toEqual([
			{ game: "blackjack", variant: "Six decks", min: 5_000 },
			{ game: "pai_gow", variant: "", min: null },
		]);
		await of();
		expect(await gamesThere()).toEqual([{ game: "pai_gow", variant: "", min: null }]);
	});

	it("that come late change nothing, and those that come twice write nothing", async () => {
		const newest = await bring({ name: "Newest" });
		const late = await bring({ name: "Late", revision: revision - 1 });
		expect([newest.newestRevision, late.newestRevision]).toEqual([revision - 1, revision - 1]);
		expect(await settingsThere()).toMatchObject({ name: "Newest" });
		const written = await changes();
		await bring({ name: "Newest", revision: revision - 1 });
		expect(await changes()).toBe(written);
	});
});

describe("names", () => {
	it("of what was closed are free again", async () => {
		const [first, again] = [area("Main pit"), area("Main pit")];
		await sync([first], [table("P-1", first)]);
		await sync([again], [table("P-1", again)]);
		const there = (rows: Record<string, unknown>[], key: string) =>
			rows.map((row) => String(row[key]).replace(/[0-9a-f]{8}/, "…"));
		expect(there(await areasThere(), "name")).toEqual(["Main pit", "Main pit (closed …)"]);
		expect(there(await tablesThere(), "label")).toEqual(["P-1", "P-1 (closed …)"]);
	});

	it("that the product's own people gave to something else are left to them, and said", async () => {
		const pit = area("Main pit");
		await sync([pit], []);
		const admin = { casinoId: casino.casinoId, email: casino.admin.email };
		await actAsStaff(client, admin, () =>
			client.query("INSERT INTO floor.floor_area (casino_id, name) VALUES (floor.current_casino(), 'West')"),
		);
		await expect(sync([{ ...pit, name: "West" }], [])).rejects.toThrow(/of its own called West/);
	});
});

describe("the roster", () => {
	const person = (name: string, rest: Partial<ProductPerson> = {}): ProductPerson => ({
		id: randomUUID(),
		email: `${name.toLowerCase()}@x.example`,
		name,
		role: "pit_boss",
		isEnabled: true,
		...rest,
	});
	const peopleThere = () =>
		rowsOf(`SELECT s.email, s.role, s.status, (SELECT string_agg(i.status, ',' ORDER BY i.created_at, i.status) FROM floor.staff_invite i
			WHERE i.staff_id = s.id) AS invites FROM floor.staff s WHERE s.casino_id = $1 AND s.origin <> 'bootstrap' ORDER BY 1`);
	const accept = ({ email, name }: ProductPerson) =>
		product.acceptStaff({ casinoId: casino.casinoId, email, name, userId: `user-${name}` });
	const bea = person("Bea");
	const asAdmin = (sql: string) =>
		actAsStaff(client, { casinoId: casino.casinoId, email: casino.admin.email }, () => client.query(sql));

	it("brings people as invited, answers who is there, and accepts them as before", async () => {
		const { roster } = await bring({ people: [bea, person("Cas", { role: "compliance_lead" })] });
		expect(roster).toEqual([
			{ id: null, email: casino.admin.email, role: "casino_admin", status: "invited" },
			{ id: bea.id, email: "bea@x.example", role: "pit_boss", status: "invited" },
		]);
		await accept(bea);
		await bring({ people: [bea] });
		expect(await peopleThere()).toEqual([
			{ email: "bea@x.example", role: "pit_boss", status: "active", invites: "accepted" },
		]);
	});

	it.each([
		["gets another role", { role: "cashier" }, { role: "cashier", status: "active" }],
		[
			"gets a role that does not work in the product",
			{ role: "compliance_lead" },
			{ role: "pit_boss", status: "disabled" },
		],
		["is disabled", { isEnabled: false }, { role: "pit_boss", status: "disabled" }],
	] as const)("who %s does so in the product", async (_what, change, expected) => {
		await bring({ people: [bea] });
		await accept(bea);
		await bring({ people: [{ ...bea, ...change }] });
		expect(await peopleThere()).toMatchObject([expected]);
		await bring({ people: [bea] });
		expect(await peopleThere()).toMatchObject([{ role: "pit_boss", status: "active" }]);
	});

	it("who is on it no more may not come in, and neither may an invitation that is open", async () => {
		await bring({ people: [bea] });
		await bring({ people: [] });
		expect(await peopleThere()).toMatchObject([{ status: "disabled", invites: "revoked" }]);
		await expect(accept(bea)).rejects.toThrow(/disabled in the product/);
		await bring({ people: [bea] });
		expect(await peopleThere()).toMatchObject([{ status: "invited", invites: "revoked,pending" }]);
	});

	it("whom the product's own administrator disabled or gave another role stays so until ours changes", async () => {
		await bring({ people: [bea] });
		await accept(bea);
		await asAdmin("UPDATE floor.staff SET status = 'disabled', role = 'cashier' WHERE email = 'bea@x.example'");
		await bring({ people: [bea], name: "Another name" });
		expect(await peopleThere()).toMatchObject([{ role: "cashier", status: "disabled" }]);
		await bring({ people: [{ ...bea, isEnabled: false }] });
		await bring({ people: [bea] });
		expect(await peopleThere()).toMatchObject([{ role: "cashier", status: "active" }]);
	});

	it("corrects an address until somebody has come by it", async () => {
		await bring({ people: [bea] });
		const right = { ...bea, email: "beatrice@x.example" };
		await bring({ people: [right] });
		await accept(right);
		await bring({ people: [{ ...bea, email: "other@x.example" }] });
		expect(await peopleThere()).toMatchObject([{ email: "beatrice@x.example", status: "active" }]);
	});
});

describe("while a freeze holds", () => {
	const hour = 3_600_000;
	const fromNow = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
	const freeze = (from: number, until: number, lifted: number | null = null) => ({
		id: randomUUID(),
		from: fromNow(from),
		until: fromNow(until),
		liftedUntil: lifted === null ? null : fromNow(lifted),
	});
	const pit = area("Main pit");
	const one = table("P-1", pit);
	const game = { game: "poker", variant: "", minBet: 500, maxBet: 1_000 };
	const laidOut = () => ({ areas: [pit], tables: [one], settings: { ...casino.settings, games: [game] } });
	const asAdmin = (sql: string) =>
		actAsStaff(client, { casinoId: casino.casinoId, email: casino.admin.email }, () => client.query(sql));

	const changes: [what: string, sql: string][] = [
		["settings", "UPDATE floor.casino_settings SET default_job_duration_minutes = 45"],
		["an area", "UPDATE floor.floor_area SET name = 'West'"],
		["a new area", "INSERT INTO floor.floor_area (casino_id, name) VALUES (floor.current_casino(), 'East')"],
		["a table", "UPDATE floor.gaming_table SET max_bet = 99999"],
		["a table taken out of service", "UPDATE floor.gaming_table SET status = 'out_of_service'"],
		["a table's removal", "DELETE FROM floor.gaming_table"],
		["a game", "UPDATE floor.game_setting SET min_bet = 1"],
		["a new game", "INSERT INTO floor.game_setting (casino_id, game) VALUES (floor.current_casino(), 'craps')"],
	];

	it.each(changes)("%s cannot be changed by the tenant's administrator", async (_what, sql) => {
		await bring(laidOut());
		await bring({ ...laidOut(), freezes: [freeze(-1, 1)] });
		await expect(asAdmin(sql)).rejects.toThrow(/Settings are frozen for the go-live until .*Europe\/Lisbon/);
	});

	it.each([
		["before it", freeze(1, 2)],
		["after it", freeze(-2, -1)],
		["under an override", freeze(-1, 1, 0.5)],
	])("and %s everything can", async (_when, window) => {
		await bring({ ...laidOut(), freezes: [window] });
		for (const [what, sql] of changes) {
			const { rowCount } = await asAdmin(sql);
			expect([what, rowCount]).toEqual([what, 1]);
		}
	});

	it("an override that has run out lifts nothing", async () => {
		await bring(laidOut());
		await bring({ ...laidOut(), freezes: [freeze(-1, 1, -0.1)] });
		await expect(asAdmin("DELETE FROM floor.gaming_table")).rejects.toThrow(/frozen/);
	});

	it("the shift opens and closes tables, and the access check passes", async () => {
		await bring(laidOut());
		await bring({ ...laidOut(), freezes: [freeze(-1, 1)] });
		expect((await asAdmin("UPDATE floor.gaming_table SET status = 'open'")).rowCount).toBe(1);
		const { casinoId } = casino;
		expect(await product.checkAccess({ casinoId, adminEmail: casino.admin.email })).toMatchObject({ ok: true });
	});

	it("a sync leaves the configuration, says until when, and brings people all the same", async () => {
		await bring(laidOut());
		const window = freeze(-1, 1);
		const same = await bring({ ...laidOut(), freezes: [window] });
		expect(same).toMatchObject({ frozenUntil: null, areas: 1, tables: 1 });
		const bea = { id: randomUUID(), email: "bea@x.example", name: "Bea", role: "pit_boss", isEnabled: true };
		const changed = await bring({ ...laidOut(), areas: [{ ...pit, name: "West" }], people: [bea], freezes: [window] });
		expect(changed.frozenUntil).toBe(window.until);
		expect(changed.roster.map(({ email }) => email)).toContain("bea@x.example");
		expect(await areasThere()).toMatchObject([{ name: "Main pit" }]);
		const lifted = { ...window, liftedUntil: fromNow(0.5) };
		await bring({ ...laidOut(), areas: [{ ...pit, name: "West" }], people: [bea], freezes: [lifted] });
		expect(await areasThere()).toMatchObject([{ name: "West" }]);
	});

	it("another casino is free", async () => {
		await bring({ ...laidOut(), freezes: [freeze(-1, 1)] });
		const other = sampleCasino();
		await product.bootstrapCasino(other);
		await actAsStaff(client, { casinoId: other.casinoId, email: other.admin.email }, () =>
			client.query("UPDATE floor.casino_settings SET default_job_duration_minutes = 45"),
		);
	});

	it("nobody on the staff can end it", async () => {
		await bring({ freezes: [freeze(-1, 1)] });
		await expect(asAdmin("DELETE FROM floor.configuration_freeze")).rejects.toThrow(/permission denied/);
		const call = `SELECT floor.rpc_set_freezes('${casino.casinoId}', '[]')`;
		await expect(asAdmin(call)).rejects.toThrow(/permission denied/);
	});
});
