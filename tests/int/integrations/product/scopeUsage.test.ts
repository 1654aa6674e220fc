import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createReferenceProduct } from "@/integrations/product/createReferenceProduct";
import type { ProductScope, ProductUsage } from "@/provisioning/ports";
import { openProductDatabase, type ProductDatabase } from "./openProductDatabase";
import { actAsStaff, sampleCasino } from "./sampleCasino";

let database: ProductDatabase;
let product: ReturnType<typeof createReferenceProduct>;
let client: Client;
let casino: ReturnType<typeof sampleCasino>;
/** Our ids, by name. */
let ids: Record<"Pit" | "Bar" | "P-1" | "P-2" | "P-3" | "B-1" | "B-2", string>;

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

const places = [
	["P-1", "Pit", "open"],
	["P-2", "Pit", "closed"],
	["P-3", "Pit", "out_of_service"],
	["B-1", "Bar", "open"],
	["B-2", "Bar", "open"],
] as const;

beforeEach(async () => {
	casino = { ...sampleCasino(), timezone: "Europe/Lisbon" };
	const { casinoId } = casino;
	await product.bootstrapCasino(casino);
	const boss = { casinoId, email: "boss@x.example", name: "Boss" };
	await product.inviteStaff({ ...boss, role: "pit_boss" });
	ids = Object.fromEntries(
		["Pit", "Bar", ...places.map(([name]) => name)].map((name) => [name, randomUUID()]),
	) as typeof ids;
	for (const area of ["Pit", "Bar"] as const) {
		await client.query("INSERT INTO floor.floor_area (casino_id, name, source_id) VALUES ($1, $2, $3)", [
			casinoId,
			area,
			ids[area],
		]);
	}
	for (const [name, area, status] of places) {
		await client.query(
			`INSERT INTO floor.gaming_table (casino_id, floor_area_id, label, game, status, source_id)
			 SELECT $1, a.id, $2, 'poker', $3, $4 FROM floor.floor_area a WHERE a.casino_id = $1 AND a.name = $5`,
			[casinoId, name, status, ids[name], area],
		);
	}
});

const enter = (...visits: [table: (typeof places)[number][0], at: string][]) =>
	actAsStaff(client, { casinoId: casino.casinoId, email: "boss@x.example" }, async () => {
		for (const [table, at] of visits) {
			await client.query(
				`INSERT INTO floor.visit_entry (casino_id, gaming_table_id, staff_id, guest_reference, entered_at)
				 SELECT casino_id, id, floor.current_staff(), 'G', $2 FROM floor.gaming_table WHERE label = $1`,
				[table, at],
			);
		}
	});

const day = { name: "Day", starts: "10:00", ends: "18:00", days: [] };
const night = { name: "Night", starts: "22:00", ends: "04:00", days: [] };
const scopeOf = (change: Partial<ProductScope> = {}): ProductScope => ({
	areaIds: [ids.Pit],
	tableIds: [],
	shifts: [day, night],
	...change,
});
const read = (scope: ProductScope | null, from = "2026-03-02", days = 7): Promise<ProductUsage> =>
	product.readUsage({ casinoId: casino.casinoId, from, days, scope });

describe("the use of a week in an agreed scope", () => {
	it("counts what was entered at its tables in its shifts, by shift, table, area and role", async () => {
		await enter(
			["P-1", "2026-03-02T10:00Z"],
			["P-1", "2026-03-02T17:59Z"],
			["P-2", "2026-03-02T18:00Z"], // after the shift's end
			["B-1", "2026-03-02T11:00Z"], // in an area that was not agreed
			["P-1", "2026-03-03T23:30Z"],
			["P-1", "2026-03-10T11:00Z"], // the week after
		);
		await client.query(
			`INSERT INTO floor.write_failure (casino_id, staff_id, kind, at)
			 SELECT casino_id, id, 'not_permitted', '2026-03-03T10:00Z' FROM floor.staff WHERE casino_id = $1 AND role = 'pit_boss'`,
			[casino.casinoId],
		);
		expect(await read(scopeOf())).toEqual({
			entries: 3,
			exceptions: 1,
			shiftsInScope: 14,
			shiftsRecorded: 2,
			shifts: [
				{ name: "Day", inScope: 7, recorded: 1, entries: 2 },
				{ name: "Night", inScope: 7, recorded: 1, entries: 1 },
			],
			tablesInScope: 2,
			tablesUsed: 1,
			areasInScope: 1,
			areasUsed: 1,
			activeStaff: [{ role: "pit_boss", people: 1 }],
		});
	});

	it("takes what is entered after midnight for the shift that began before it, also on the last day", async () => {
		await enter(
			["P-1", "2026-03-02T03:59Z"], // of the night before the week
			["P-1", "2026-03-03T03:59Z"],
			["P-1", "2026-03-03T04:00Z"],
			["P-1", "2026-03-09T00:30Z"], // the night of the last day
		);
		expect(await read(scopeOf({ shifts: [night] }))).toMatchObject({
			entries: 2,
			shiftsInScope: 7,
			shiftsRecorded: 2,
		});
	});

	it("goes by the casino's clocks, also on the night they are changed", async () => {
		const early = { name: "Early", starts: "02:00", ends: "06:00", days: [] };
		// On 29 March the clocks of Lisbon go from 01:00 to 02:00: 02:00 there is 01:00 UTC from then on.
		await enter(["P-1", "2026-03-28T01:30Z"], ["P-1", "2026-03-29T01:30Z"], ["P-1", "2026-03-29T05:30Z"]);
		expect(await read(scopeOf({ shifts: [early] }), "2026-03-28", 2)).toMatchObject({ entries: 1, shiftsRecorded: 1 });
	});

	it("takes one that ends when it begins for a whole day", async () => {
		await enter(["P-1", "2026-03-03T05:59Z"], ["P-1", "2026-03-03T06:00Z"]);
		const around = { name: "All", starts: "06:00", ends: "06:00", days: [] };
		expect(await read(scopeOf({ shifts: [around] }), "2026-03-02", 1)).toMatchObject({ entries: 1, shiftsInScope: 1 });
	});

	it("has a shift on its days alone", async () => {
		const weekend = { ...day, days: ["saturday", "sunday"] as const };
		await enter(["P-1", "2026-03-06T11:00Z"], ["P-1", "2026-03-07T11:00Z"]);
		expect(await read(scopeOf({ shifts: [weekend] }))).toMatchObject({
			shiftsInScope: 2,
			shiftsRecorded: 1,
			entries: 1,
		});
	});

	it("counts an entry once where shifts overlap, and in each of them", async () => {
		const second = { name: "Second", starts: "17:30", ends: "22:00", days: [] };
		await enter(["P-1", "2026-03-02T17:45Z"]);
		const usage = await read(scopeOf({ shifts: [day, second] }), "2026-03-02", 1);
		expect(usage).toMatchObject({ entries: 1, shiftsRecorded: 2 });
		expect(usage.shifts.map(({ entries }) => entries)).toEqual([1, 1]);
	});

	it("has single tables beside its areas", async () => {
		await enter(["B-1", "2026-03-02T11:00Z"], ["B-2", "2026-03-02T11:00Z"]);
		expect(await read(scopeOf({ tableIds: [ids["B-1"]] }))).toMatchObject({
			entries: 1,
			tablesInScope: 3,
			tablesUsed: 1,
			areasInScope: 2,
			areasUsed: 1,
		});
	});

	it("without one counts what was entered and tells no share", async () => {
		await enter(["P-1", "2026-03-02T05:00Z"], ["B-1", "2026-03-08T23:59Z"], ["B-1", "2026-03-09T00:00Z"]);
		expect(await read(null)).toMatchObject({
			entries: 2,
			shiftsInScope: 0,
			shiftsRecorded: 0,
			shifts: [],
			tablesInScope: 0,
			areasInScope: 0,
			activeStaff: [{ role: "pit_boss", people: 1 }],
		});
	});

	it("does not see another casino's entries", async () => {
		await enter(["P-1", "2026-03-02T11:00Z"]);
		const other = sampleCasino();
		await product.bootstrapCasino(other);
		const usage = await product.readUsage({ casinoId: other.casinoId, from: "2026-03-02", days: 7, scope: scopeOf() });
		expect(usage).toMatchObject({ entries: 0, tablesInScope: 0, shiftsRecorded: 0, shiftsInScope: 14 });
	});
});
