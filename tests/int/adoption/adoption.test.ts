import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, type Sender, startKeyturn } from "../../harness/startKeyturn";
import { actAsStaff } from "../integrations/product/sampleCasino";
import { bootstrap } from "../invites/inviteWorld";

let keyturn: Keyturn;
let setup: CustomerSetup;
let manager: Person;
let ops: Person;

const wentLiveAt = "2026-03-02T08:30:00.000Z";

beforeAll(async () => {
	keyturn = await startKeyturn();
	manager = await createVendor(keyturn, "manager");
	ops = await createVendor(keyturn, "ops");
});
afterAll(() => keyturn?.stop());

beforeEach(async () => {
	setup = await createCustomerSetup(keyturn);
	await bootstrap(keyturn, setup.casino, setup.adminContact);
	await query("UPDATE casinos SET status = 'live' WHERE id = $1", [setup.casino.id]);
	await query("UPDATE onboardings SET went_live_at = $2 WHERE id = $1", [setup.onboarding.id, wentLiveAt]);
});

/** By day on Wednesday, and past midnight on Friday. */
const inScope = ["2026-03-04T10:00Z", "2026-03-07T01:30Z"];

const query = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
	(await keyturn.payload.db.pool.query(sql, values)).rows as Row[];
const codeOf = (body: unknown) => (body as { errors: { code: string }[] }).errors[0]?.code;
const reports = () =>
	query<{ title: string; week: number; source: string; entries: number; note: string | null; staff: number }>(
		`SELECT title, week::int, source, entries::int, note,
			(SELECT sum(a.people)::int FROM adoption_reports_active_staff a WHERE a._parent_id = r.id) AS staff
		 FROM adoption_reports r WHERE onboarding_id = $1 ORDER BY week`,
		[setup.onboarding.id],
	);

const day = { name: "Day", starts: "06:00", ends: "18:00" };
const night = { name: "Night", starts: "18:00", ends: "04:00", days: ["friday"] };

/** The main pit by day, and on Friday nights: 8 shifts in a week. @returns the area */
async function agree(change: object = {}): Promise<string> {
	const { body } = await keyturn.rest("POST", "/floor-areas", {
		as: ops,
		body: { casino: setup.casino.id, name: "Main", kind: "pit", status: "active" },
	});
	const { id } = (body as { doc: { id: string } }).doc;
	const scope = { areas: [id], shifts: [day, night], ...change };
	const { status } = await keyturn.rest("PATCH", `/onboardings/${setup.onboarding.id}`, {
		as: manager,
		body: { scope },
	});
	expect(status).toBe(200);
	return id;
}

/** A table of the area in the product, with visits by the administrator. */
async function work(area: string, ...visits: string[]): Promise<void> {
	const client = new Client({ connectionString: keyturn.productDatabaseUrl });
	await client.connect();
	try {
		await actAsStaff(client, { casinoId: setup.casino.id, email: setup.adminContact.email }, async () => {
			await client.query(
				`INSERT INTO floor.floor_area (casino_id, name, source_id) VALUES (floor.current_casino(), 'Main', $1)
				 ON CONFLICT (casino_id, source_id) DO NOTHING`,
				[area],
			);
			await client.query(`INSERT INTO floor.gaming_table (casino_id, floor_area_id, label, game)
				SELECT casino_id, id, 'BJ-1', 'blackjack' FROM floor.floor_area WHERE NOT EXISTS (SELECT 1 FROM floor.gaming_table)`);
			await client.query(
				`INSERT INTO floor.visit_entry (casino_id, gaming_table_id, staff_id, guest_reference, entered_at)
				 SELECT casino_id, id, floor.current_staff(), 'G', at::timestamptz FROM floor.gaming_table, unnest($1::text[]) AS at`,
				[visits],
			);
		});
	} finally {
		await client.end();
	}
}

const scopes = async () =>
	(
		await query<{ scope: string | null }>(
			"SELECT measured_scope AS scope FROM adoption_reports WHERE onboarding_id = $1 ORDER BY week",
			[setup.onboarding.id],
		)
	).map(({ scope }) => scope);
const saysOf = async (criterion: string) =>
	(
		await query<{ says: string }>("SELECT says FROM checklist_items WHERE onboarding_id = $1 AND criterion = $2", [
			setup.onboarding.id,
			criterion,
		])
	)[0]?.says;

describe("a week pulled from the product", () => {
	const pull = (body: object = {}, as: Person | undefined = manager, onboarding = setup.onboarding.id) =>
		keyturn.rest("POST", `/onboardings/${onboarding}/adoption-pull`, { as, body });

	test("becomes the week's report, once, and what was noted there stays", async () => {
		await work(await agree(), ...inScope);
		const { status, body } = await pull({ week: 1 });
		expect([status, body]).toMatchObject([
			200,
			{
				week: 1,
				startsOn: "2026-03-02",
				entries: 2,
				shiftsRecorded: 2,
				shiftsInScope: 8,
				shifts: [
					{ name: "Day", inScope: 7, recorded: 1, entries: 1 },
					{ name: "Night", inScope: 1, recorded: 1, entries: 1 },
				],
				tablesUsed: 1,
				areasInScope: 1,
			},
		]);
		await query("UPDATE adoption_reports SET note = 'A quiet week' WHERE onboarding_id = $1", [setup.onboarding.id]);
		expect((await pull({ week: 1 })).status).toBe(200);
		expect(await reports()).toEqual([
			{
				title: "Week 1, from 2 Mar 2026",
				week: 1,
				source: "product",
				entries: 2,
				note: "A quiet week",
				staff: 1,
			},
		]);
	});

	test("names the scope it was measured in; without one no share is told, and it is read again once one is agreed", async () => {
		expect((await pull({ week: 1 })).body).toMatchObject({ shiftsInScope: 0, shiftsRecorded: 0 });
		expect(await scopes()).toEqual([null]);
		expect(await saysOf("adoption_thresholds_met")).toMatch(/none of week/);
		await agree();
		await pull({ week: 1 });
		expect(await scopes()).toEqual(["Main; Day 06:00–18:00, Night 18:00–04:00 on Friday"]);
	});

	test("is the last one that is over, when no week is named", async () => {
		const { body } = await pull();
		const { week, startsOn } = body as { week: number; startsOn: string };
		const age = Date.now() - Date.parse(startsOn);
		expect(week).toBeGreaterThan(1);
		expect(age).toBeGreaterThan(7 * 86_400_000);
		expect(age).toBeLessThan(14 * 86_400_000);
	});

	test("needs a go-live, and a week that has begun", async () => {
		expect((await pull({ week: 104 })).status).toBe(400);
		await query("UPDATE onboardings SET went_live_at = NULL WHERE id = $1", [setup.onboarding.id]);
		const { status, body } = await pull({ week: 1 });
		expect([status, codeOf(body)]).toEqual([409, "not_live"]);
		expect(await reports()).toEqual([]);
	});

	test("is asked for by the vendor's delivery people alone", async () => {
		const administrator = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["casino_admin"] }]);
		const path = `/onboardings/${setup.onboarding.id}/adoption-pull`;
		expect((await keyturn.rest("POST", path, { body: {} })).status).toBe(401);
		expect((await pull({}, administrator)).status).toBe(403);
		expect((await pull({}, await createVendor(keyturn, "finance"))).status).toBe(403);
		expect((await pull({}, manager, crypto.randomUUID())).status).toBe(404);
		expect((await pull({ week: -1 })).status).toBe(400);
	});
});

describe("the pilot's use", () => {
	const pull = () =>
		keyturn.rest("POST", `/onboardings/${setup.onboarding.id}/adoption-pull`, { as: manager, body: { week: 0 } });
	const plan = (pilot: object) =>
		keyturn.rest("PATCH", `/onboardings/${setup.onboarding.id}`, { as: manager, body: { pilot } });

	test("is read from the product, in the pilot's scope and days, and completes it", async () => {
		const area = await agree();
		await work(area, "2026-02-19T10:00Z", "2026-02-20T23:00Z", "2026-02-21T02:30Z", "2026-02-22T10:00Z");
		await plan({ startsAt: "2026-02-20", endsAt: "2026-02-21", shiftsPlanned: 1, shifts: [night] });
		expect(await saysOf("pilot_completed")).toMatch(/not been read from the product/);
		expect((await pull()).body).toMatchObject({ week: 0, entries: 2, shiftsInScope: 1, shiftsRecorded: 1 });
		expect(await saysOf("pilot_completed")).toBe(
			"The pilot is over: 1 of 1 planned pilot shift recorded in the product (1 in scope, 2 entries).",
		);
		await plan({ shiftsPlanned: 2 });
		expect(await saysOf("pilot_completed")).toMatch(/^1 of 2 planned pilot shifts/);
		await plan({ startsAt: "2026-02-19" });
		expect(await saysOf("pilot_completed")).toMatch(/changed since it was read/);
	});

	test("is read where its tables are marked, and nowhere else", async () => {
		const area = await agree();
		await work(area, "2026-02-20T10:00Z");
		await plan({ startsAt: "2026-02-20", endsAt: "2026-02-20", shiftsPlanned: 1 });
		await keyturn.rest("POST", "/gaming-tables", {
			as: ops,
			body: { casino: setup.casino.id, name: "Other", isInPilot: true },
		});
		expect((await pull()).body).toMatchObject({ entries: 0, shiftsInScope: 2, tablesInScope: 0 });
	});

	test("needs an agreed scope and days that have begun", async () => {
		await plan({ startsAt: "2026-02-20", shiftsPlanned: 1 });
		expect(codeOf((await pull()).body)).toBe("no_scope");
		await agree();
		await plan({ startsAt: "2099-02-20" });
		expect(codeOf((await pull()).body)).toBe("pilot_not_begun");
	});

	test("cannot be entered by a person", async () => {
		const { status, body } = await keyturn.rest("POST", "/adoption-reports", {
			as: manager,
			body: { casino: setup.casino.id, onboarding: setup.onboarding.id, week: 0, startsOn: "2026-02-20" },
		});
		expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining("from the product alone")]);
	});
});

describe("the agreed scope", () => {
	const send = (scope: object) =>
		keyturn.rest("PATCH", `/onboardings/${setup.onboarding.id}`, { as: manager, body: { scope } });

	test.each([
		["an hour that is none", { shifts: [{ ...day, starts: "25:00" }] }, /time of day/],
		["two shifts of one name", { shifts: [day, { ...night, name: "day" }] }, /Two shifts are called/],
		["the same hours twice", { shifts: [day, { ...day, name: "Early" }] }, /hours of another one on the same day/],
		["a day that is none", { shifts: [{ ...day, days: ["someday"] }] }, /./],
	])("with %s is refused", async (_what, scope, says) => {
		const { status, body } = await send(scope);
		expect([status, JSON.stringify(body)]).toEqual([400, expect.stringMatching(says)]);
	});

	test("is of areas of its own casino", async () => {
		const other = await createCustomerSetup(keyturn);
		const { body } = await keyturn.rest("POST", "/floor-areas", {
			as: ops,
			body: { casino: other.casino.id, name: "Theirs", kind: "pit", status: "active" },
		});
		const { status } = await send({ areas: [(body as { doc: { id: string } }).doc.id], shifts: [day] });
		expect(status).toBe(400);
	});
});

describe("a week that a person enters", () => {
	const enter = (body: object, as = manager) =>
		keyturn.rest("POST", "/adoption-reports", {
			as,
			body: { casino: setup.casino.id, onboarding: setup.onboarding.id, week: 1, startsOn: "2026-03-02", ...body },
		});

	test("is of the agreed scope, with its number of shifts, and never passes for the product's", async () => {
		await agree();
		const wrong = await enter({ shiftsInScope: 5, shiftsRecorded: 5 });
		expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([
			400,
			expect.stringContaining("has 8 shifts in a week"),
		]);
		expect((await enter({ shiftsInScope: 8, shiftsRecorded: 8 })).status).toBe(201);
		expect(await reports()).toMatchObject([{ source: "entered" }]);
		expect(await scopes()).toEqual(["Main; Day 06:00–18:00, Night 18:00–04:00 on Friday"]);
	});

	test("over what the product told is entered from then on; a note changes nothing", async () => {
		await work(await agree(), ...inScope);
		const path = `/onboardings/${setup.onboarding.id}/adoption-pull`;
		const { body } = await keyturn.rest("POST", path, { as: manager, body: { week: 1 } });
		const report = `/adoption-reports/${(body as { id: string }).id}`;
		await keyturn.rest("PATCH", report, { as: manager, body: { note: "Quiet" } });
		expect(await reports()).toMatchObject([{ source: "product", note: "Quiet" }]);
		await keyturn.rest("PATCH", report, { as: manager, body: { shiftsRecorded: 8 } });
		expect(await reports()).toMatchObject([{ source: "entered" }]);
	});
});

describe("the schedule", () => {
	const keep = async (now: string) => {
		const { pullEndedWeeks } = await import("@/operations/adoption/pullEndedWeeks");
		return pullEndedWeeks({ payload: keyturn.payload, now: new Date(now) });
	};
	const close = () => query("UPDATE onboardings SET status = 'completed' WHERE id <> $1", [setup.onboarding.id]);

	test("reads a week when it is over on the casino's clock, and once", async () => {
		await close();
		const area = await agree();
		await work(area, ...inScope);
		expect(await keep("2026-03-08T22:45:00.000Z")).toBe(0);
		expect(await keep("2026-03-08T23:15:00.000Z")).toBe(1);
		expect(await reports()).toMatchObject([{ week: 1, entries: 2, source: "product" }]);
		// The last shift may not be over yet: until it is, the week is read again.
		await work(area, "2026-03-08T16:00Z");
		await keep("2026-03-09T06:00:00.000Z");
		expect(await reports()).toMatchObject([{ week: 1, entries: 3 }]);
		expect(await keep("2026-03-11T00:30:00.000Z")).toBe(0);
	});

	test("reads what was missed while nobody was there, and again what was read before a scope was agreed", async () => {
		await close();
		expect(await keep("2026-03-25T00:15:00.000Z")).toBe(3);
		expect(await scopes()).toEqual([null, null, null]);
		expect(await keep("2026-03-25T00:30:00.000Z")).toBe(0);
		await agree();
		expect(await keep("2026-03-25T00:45:00.000Z")).toBe(3);
		expect(await scopes()).not.toContain(null);
		expect(await keep("2026-03-25T01:00:00.000Z")).toBe(0);
	});

	test("reads the pilot from its first day until its last shift is over, and when its scope has changed", async () => {
		await close();
		await query("UPDATE onboardings SET went_live_at = NULL WHERE id = $1", [setup.onboarding.id]);
		const area = await agree();
		await keyturn.rest("PATCH", `/onboardings/${setup.onboarding.id}`, {
			as: manager,
			body: { pilot: { startsAt: "2026-02-20", endsAt: "2026-02-21", shiftsPlanned: 1 } },
		});
		expect(await keep("2026-02-19T22:45:00.000Z")).toBe(0);
		expect(await keep("2026-02-19T23:15:00.000Z")).toBe(1);
		await work(area, "2026-02-20T10:00Z");
		expect(await keep("2026-02-20T12:00:00.000Z")).toBe(1);
		expect(await reports()).toMatchObject([{ week: 0, entries: 1 }]);
		expect(await keep("2026-02-24T00:15:00.000Z")).toBe(0);
		await keyturn.rest("PATCH", `/onboardings/${setup.onboarding.id}`, {
			as: manager,
			body: { pilot: { shifts: [day] } },
		});
		expect(await keep("2026-02-24T00:30:00.000Z")).toBe(1);
	});

	test("leaves a week alone that somebody has entered", async () => {
		await close();
		await keyturn.payload.create({
			collection: "adoption-reports",
			data: {
				casino: setup.casino.id,
				onboarding: setup.onboarding.id,
				week: 1,
				startsOn: wentLiveAt,
				source: "entered",
				entries: 7,
			} as never,
			depth: 0,
			...asSystem(await keyturn.requestOf(), "test"),
		});
		expect(await keep("2026-03-09T00:15:00.000Z")).toBe(0);
		expect(await reports()).toMatchObject([{ source: "entered", entries: 7 }]);
	});

	test("a product that is away fails nothing, and is asked again later", async () => {
		await close();
		const { VendorFailed } = await import("@/errors");
		const { product } = keyturn.ports;
		const { readUsage } = product;
		product.readUsage = () =>
			Promise.reject(new VendorFailed({ vendor: "The product", message: "away.", isTransient: true }));
		await keep("2026-03-09T00:15:00.000Z");
		expect(await reports()).toEqual([]);
		product.readUsage = readUsage;
		await keep("2026-03-09T00:30:00.000Z");
		expect(await reports()).toHaveLength(1);
	});
});

describe("a week posted by a service account", () => {
	const figures = { week: 2, shiftsRecorded: 18, shiftsInScope: 20, tablesUsed: 3, tablesInScope: 4, entries: 250 };

	async function createKey(scopes: string[], casino = setup.casino.id): Promise<{ key: string }> {
		const { key } = (await keyturn.payload.create({
			collection: "api-clients",
			data: { name: "Floor feed", casino, scopes, expiresAt: "2999-01-01T00:00:00.000Z" } as never,
			depth: 0,
			...asSystem(await keyturn.requestOf(), "test"),
		})) as unknown as { key: string };
		return { key };
	}
	const post = (as: Sender | undefined, body: object) => keyturn.rest("POST", "/adoption-reports/weeks", { as, body });

	test("becomes a report of its own casino, and twice is there once", async () => {
		const key = await createKey(["adoption-reports:write"]);
		const first = await post(key, { ...figures, activeStaff: [{ role: "pit_boss", people: 6 }] });
		expect([first.status, first.body]).toMatchObject([200, { week: 2, startsOn: "2026-03-09", isNew: true }]);
		const again = await post(key, { ...figures, entries: 260, activeStaff: [{ role: "pit_boss", people: 7 }] });
		expect(again.body).toMatchObject({ id: (first.body as { id: string }).id, isNew: false });
		expect(await reports()).toEqual([
			{ title: "Week 2, from 9 Mar 2026", week: 2, source: "api", entries: 260, note: null, staff: 7 },
		]);
	});

	test("at once is there once", async () => {
		const key = await createKey(["adoption-reports:write"]);
		const answers = await Promise.all([1, 2, 3].map(() => post(key, figures)));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(await reports()).toHaveLength(1);
	});

	test("cannot be another casino's", async () => {
		const other = await createCustomerSetup(keyturn);
		const key = await createKey(["adoption-reports:write"], other.casino.id);
		const { status } = await post(key, { ...figures, onboarding: setup.onboarding.id });
		expect(status).toBe(404);
		expect(await reports()).toEqual([]);
	});

	test("needs the scope, and is not for people, nor for Payload's own routes", async () => {
		const reader = await createKey(["adoption-reports:read"]);
		expect((await post(reader, figures)).status).toBe(403);
		expect((await post(manager, figures)).status).toBe(403);
		expect((await post(undefined, figures)).status).toBe(401);
		const writer = await createKey(["adoption-reports:write"]);
		const direct = { ...figures, casino: setup.casino.id, onboarding: setup.onboarding.id, startsOn: wentLiveAt };
		expect((await keyturn.rest("POST", "/adoption-reports", { as: writer, body: direct })).status).toBe(403);
		expect((await keyturn.rest("GET", "/adoption-reports", { as: writer })).status).toBe(403);
		expect(await reports()).toEqual([]);
	});

	test.each([
		["no week", { week: undefined }],
		["a week beyond two years", { week: 105 }],
		["half an entry", { entries: 0.5 }],
		["more shifts than were in scope", { shiftsRecorded: 21 }],
		["more tables than there are", { tablesUsed: 5 }],
		["a role that is none", { activeStaff: [{ role: "dealer", people: 1 }] }],
		["a field nobody knows", { colour: "red" }],
	])("%s is refused", async (_what, wrong) => {
		const key = await createKey(["adoption-reports:write"]);
		const { status, body } = await post(key, { ...figures, ...wrong });
		expect([status, codeOf(body)]).toEqual([400, "invalid_input"]);
		expect(await reports()).toEqual([]);
	});

	test("is of the agreed scope, with its number of shifts", async () => {
		await agree();
		const key = await createKey(["adoption-reports:write"]);
		const { status, body } = await post(key, figures);
		expect([status, codeOf(body), JSON.stringify(body)]).toEqual([
			400,
			"invalid_input",
			expect.stringContaining("The agreed scope has 8 shifts in a week."),
		]);
		expect((await post(key, { ...figures, shiftsInScope: 8, shiftsRecorded: 7 })).status).toBe(200);
		expect(await scopes()).toEqual(["Main; Day 06:00–18:00, Night 18:00–04:00 on Friday"]);
	});

	test("before the go-live is on record it must say when it began", async () => {
		await query("UPDATE onboardings SET went_live_at = NULL WHERE id = $1", [setup.onboarding.id]);
		const key = await createKey(["adoption-reports:write"]);
		expect((await post(key, figures)).status).toBe(409);
		expect((await post(key, { ...figures, startsOn: "2026-03-09" })).status).toBe(200);
	});
});
