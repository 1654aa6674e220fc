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

const wentLiveAt = "2026-03-02T08:30:00.000Z";

beforeAll(async () => {
	keyturn = await startKeyturn();
	manager = await createVendor(keyturn, "manager");
});
afterAll(() => keyturn?.stop());

beforeEach(async () => {
	setup = await createCustomerSetup(keyturn);
	await bootstrap(keyturn, setup.casino, setup.adminContact);
	await query("UPDATE casinos SET status = 'live' WHERE id = $1", [setup.casino.id]);
	await query("UPDATE onboardings SET went_live_at = $2 WHERE id = $1", [setup.onboarding.id, wentLiveAt]);
});

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

/** Two visits in the product, in the week of the go-live. */
async function work(): Promise<void> {
	const client = new Client({ connectionString: keyturn.productDatabaseUrl });
	await client.connect();
	try {
		await actAsStaff(client, { casinoId: setup.casino.id, email: setup.adminContact.email }, async () => {
			await client.query("INSERT INTO floor.floor_area (casino_id, name) VALUES (floor.current_casino(), 'Main')");
			await client.query(`INSERT INTO floor.gaming_table (casino_id, floor_area_id, label, game)
				SELECT casino_id, id, 'BJ-1', 'blackjack' FROM floor.floor_area`);
			await client.query(`INSERT INTO floor.visit_entry (casino_id, gaming_table_id, staff_id, guest_reference, entered_at)
				SELECT casino_id, id, floor.current_staff(), 'G', at::timestamptz
				FROM floor.gaming_table, unnest(ARRAY['2026-03-03T10:00Z', '2026-03-04T10:00Z']) AS at`);
		});
	} finally {
		await client.end();
	}
}

describe("a week pulled from the product", () => {
	const pull = (body: object = {}, as: Person | undefined = manager, onboarding = setup.onboarding.id) =>
		keyturn.rest("POST", `/onboardings/${onboarding}/adoption-pull`, { as, body });

	test("becomes the week's report, once, and what was noted there stays", async () => {
		await work();
		const { status, body } = await pull({ week: 1 });
		expect([status, body]).toMatchObject([
			200,
			{
				week: 1,
				startsOn: "2026-03-02T00:00:00.000Z",
				entries: 2,
				shiftsRecorded: 2,
				shiftsInScope: 10,
				tablesUsed: 1,
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
		expect((await pull({ week: 0 })).status).toBe(400);
	});
});

describe("the schedule", () => {
	const keep = async (now: string) => {
		const { pullEndedWeeks } = await import("@/operations/adoption/pullEndedWeeks");
		return pullEndedWeeks({ payload: keyturn.payload, now: new Date(now) });
	};
	const close = () => query("UPDATE onboardings SET status = 'completed' WHERE id <> $1", [setup.onboarding.id]);

	test("reads a week when it is over, and once", async () => {
		await close();
		await work();
		expect(await keep("2026-03-08T23:45:00.000Z")).toBe(0);
		expect(await keep("2026-03-09T00:15:00.000Z")).toBe(1);
		expect(await keep("2026-03-09T00:30:00.000Z")).toBe(0);
		expect(await reports()).toMatchObject([{ week: 1, entries: 2, source: "product" }]);
		expect(await keep("2026-03-16T00:15:00.000Z")).toBe(1);
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
		expect([first.status, first.body]).toMatchObject([
			200,
			{ week: 2, startsOn: "2026-03-09T00:00:00.000Z", isNew: true },
		]);
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

	test("before the go-live is on record it must say when it began", async () => {
		await query("UPDATE onboardings SET went_live_at = NULL WHERE id = $1", [setup.onboarding.id]);
		const key = await createKey(["adoption-reports:write"]);
		expect((await post(key, figures)).status).toBe(409);
		expect((await post(key, { ...figures, startsOn: "2026-03-09" })).status).toBe(200);
	});
});
