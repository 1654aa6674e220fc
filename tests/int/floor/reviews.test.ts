import type { CollectionSlug } from "payload";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import { sayDay } from "@/domain/calendar/sayDay";
import { baselineWorkingHours } from "@/domain/workingHours";
import { type CustomerSetup, createCustomer, createCustomerSetup, createVendor } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { workQueues } from "../../harness/workQueues";
import { bootstrap, goodPassword, invite } from "../invites/inviteWorld";

let keyturn: Keyturn;
let setup: CustomerSetup;

beforeAll(async () => {
	keyturn = await startKeyturn();
	setup = await createCustomerSetup(keyturn);
});
afterAll(() => keyturn?.stop());

const query = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
	(await keyturn.payload.db.pool.query(sql, values)).rows as Row[];

/** What the plan says about a criterion; a review writes it again. */
async function readSays(): Promise<string | null> {
	const [item] = await query<{ says: string }>(
		"SELECT says FROM checklist_items WHERE onboarding_id = $1 AND criterion = 'floor_ready'",
		[setup.onboarding.id],
	);
	return item?.says ?? null;
}

const makeStale = () =>
	query("UPDATE checklist_items SET says = 'stale' WHERE onboarding_id = $1 AND criterion = 'floor_ready'", [
		setup.onboarding.id,
	]);

beforeEach(makeStale);

const at = "2026-03-02T10:00:00.000Z";
const rows: [CollectionSlug, Record<string, unknown>, Record<string, unknown>][] = [
	["floor-areas", { name: "Main pit", kind: "pit", status: "active" }, { kind: "high_limit" }],
	["gaming-tables", { name: "BJ-1", game: "blackjack", status: "closed" }, { game: "roulette" }],
	[
		"casino-settings",
		{ workingHours: baselineWorkingHours, defaultTravelBuffer: 30, defaultJobDuration: 60 },
		{ games: [{ game: "poker" }] },
	],
	["staff", { name: "Pia", email: "pia@floor.example", role: "pit_boss", status: "invited" }, { role: "cashier" }],
	["training-sessions", { title: "Pit", role: "pit_boss", at, status: "planned" }, { title: "Pits" }],
	["pilot-issues", { title: "Slow", severity: "major", status: "open", foundAt: at }, { severity: "minor" }],
	["spot-checks", { task: "find_player", seconds: 40, observedAt: at }, { seconds: 50 }],
	["adoption-reports", { week: 1, startsOn: at, source: "entered" }, { entries: 4 }],
	["check-ins", { label: "Day 1", day: 1, dueAt: at, status: "scheduled" }, { dueAt: "2026-03-03T10:00:00.000Z" }],
	["waits", { on: "customer", what: "The logo", since: at }, { until: "2026-03-05T10:00:00.000Z" }],
	["risks", { title: "Quiet", kind: "other", severity: "high", status: "open" }, { severity: "low" }],
];

test.each(rows)("%s: each change and each deletion has the plan looked at again", async (collection, row, change) => {
	const { id: onboarding } = setup.onboarding;
	const authority = asSystem(await keyturn.requestOf(), "test");
	const data = { ...row, casino: setup.casino.id, onboarding } as never;
	const { id } = (await keyturn.payload.create({ collection, data, depth: 0, ...authority })) as { id: string };
	expect(await readSays()).not.toBe("stale");

	await makeStale();
	await keyturn.payload.update({ collection, id, data: change as never, depth: 0, ...authority });
	expect(await readSays()).not.toBe("stale");

	await makeStale();
	await keyturn.payload.delete({ collection, id, depth: 0, ...authority });
	expect(await readSays()).not.toBe("stale");
});

test("the plan says what the new rows made true, in the transaction that wrote them", async () => {
	const authority = asSystem(await keyturn.requestOf(), "test");
	const area = await keyturn.payload.create({
		collection: "floor-areas",
		data: { casino: setup.casino.id, name: "East", kind: "pit", status: "active" },
		depth: 0,
		...authority,
	});
	await keyturn.payload.create({
		collection: "gaming-tables",
		data: { casino: setup.casino.id, name: "R-1", area: area.id, game: "roulette", status: "closed" },
		depth: 0,
		...authority,
	});
	expect(await readSays()).toContain("in all active areas");
	expect(await readSays()).not.toContain("no area");
});

test("a risk of the vendor's own reviews nobody's plan", async () => {
	await keyturn.payload.create({
		collection: "risks",
		data: { title: "Certificate", kind: "other", severity: "low", status: "open" },
		depth: 0,
		...asSystem(await keyturn.requestOf(), "test"),
	});
	expect(await readSays()).toBe("stale");
});

describe("a criterion of the floor", () => {
	let customer: CustomerSetup;
	let ops: Awaited<ReturnType<typeof createVendor>>;

	beforeAll(async () => {
		ops = await createVendor(keyturn, "ops");
	});
	beforeEach(async () => {
		customer = await createCustomerSetup(keyturn);
	});

	const judged = async (criterion: string) => {
		const [item] = await query<{ status: string; says: string }>(
			"SELECT status::text, says FROM checklist_items WHERE onboarding_id = $1 AND criterion = $2",
			[customer.onboarding.id, criterion],
		);
		return item;
	};
	const hire = async (role: "casino_admin" | "pit_boss") => {
		const email = `${role}@${customer.casino.slug}.example`;
		const { token } = await invite(keyturn, { casino: customer.casino.id, email, role });
		await keyturn.rest("POST", "/invites/accept", { body: { token, name: "Robin", password: goodPassword } });
	};
	const post = async (path: string, body: object) => {
		const answer = await keyturn.rest("POST", path, { as: ops, body: { casino: customer.casino.id, ...body } });
		expect(answer.status).toBe(201);
		return (answer.body as { doc: { id: string } }).doc.id;
	};

	test("Floor Ready: the agreed scope, its people, and a sync that is done", async () => {
		const { casino, onboarding } = customer;
		await bootstrap(keyturn, casino, customer.adminContact);
		await query("UPDATE casinos SET status = 'live' WHERE id = $1", [casino.id]);
		const [pit, salon] = [
			await post("/floor-areas", { name: "Main pit", kind: "pit" }),
			await post("/floor-areas", { name: "Salon", kind: "high_limit" }),
		];
		const table = await post("/gaming-tables", { name: "P-1", area: pit, game: "poker", minBet: 500, maxBet: 9_000 });
		await hire("casino_admin");
		await hire("pit_boss");
		await workQueues(keyturn, ["syncProduct"]);
		expect((await judged("floor_ready"))?.says).toMatch(/as no scope is agreed yet: no table in service in Salon\./);

		const scope = { areas: [pit], shifts: [{ name: "Day", starts: "06:00", ends: "14:00" }] };
		await keyturn.rest("PATCH", `/onboardings/${onboarding.id}`, { as: ops, body: { scope } });
		expect(await judged("floor_ready")).toEqual({
			status: "done",
			says: "The floor stands, here and in the product: 1 area and 1 table in the agreed scope.",
		});

		await keyturn.rest("PATCH", `/gaming-tables/${table}`, { as: ops, body: { maxBet: 12_000 } });
		expect(await judged("floor_ready")).toMatchObject({ status: "open", says: expect.stringMatching(/on their way/) });
		await workQueues(keyturn, ["syncProduct"]);
		expect(await judged("floor_ready")).toMatchObject({ status: "done" });

		await keyturn.rest("PATCH", `/onboardings/${onboarding.id}`, { as: ops, body: { scope: { areas: [pit, salon] } } });
		expect((await judged("floor_ready"))?.says).toMatch(/in the agreed scope: no table in service in Salon\./);
	});

	test("the three boundary questions: each is answered in words, and shown with who answered and when", async () => {
		const { casino, onboarding } = customer;
		const items = await query<{ id: string; key: string }>(
			"SELECT id, key FROM checklist_items WHERE onboarding_id = $1 AND key IN ('entered_first_in_product', 'stays_on_paper', 'fallback')",
			[onboarding.id],
		);
		const answer = async (key: string, value: string) => {
			const as = await createCustomer(keyturn, [{ casino: casino.id, roles: ["operations_lead", "compliance_lead"] }]);
			const id = items.find((item) => item.key === key)?.id;
			return {
				by: as.user.name,
				...(await keyturn.rest("POST", `/checklist-items/${id}/tick`, { as, body: { value } })),
			};
		};
		expect((await answer("fallback", "  ")).status).toBe(400);
		const first = await answer("entered_first_in_product", "Visits and ratings.");
		await answer("fallback", "Rating slips");
		expect(await judged("boundaries_written")).toEqual({
			status: "open",
			says: "Not answered: “On paper” (the compliance lead answers).",
		});
		await answer("stays_on_paper", "Fills and credits");
		const today = sayDay(new Date(), "Europe/Malta");
		const { status, says } = (await judged("boundaries_written")) ?? {};
		expect(status).toBe("done");
		expect(says).toContain(
			`First in the product: Visits and ratings (${first.by}, ${today}). On paper: Fills and credits (`,
		);
	});

	test("of a version that has them signed only: the words are those of the register", async () => {
		await query(
			"UPDATE checklist_items SET kind = 'approval', evidence = 'signature', status = 'done', signed_name = 'Cora', done_at = now() WHERE onboarding_id = $1 AND key IN ('entered_first_in_product', 'stays_on_paper', 'fallback')",
			[customer.onboarding.id],
		);
		const register = [{ record: "Visits", firstIn: "product", fallback: "Slips" }];
		const save = (boundaries: object[]) =>
			post("/casino-settings", {
				workingHours: baselineWorkingHours,
				defaultTravelBuffer: 30,
				defaultJobDuration: 60,
				boundaries,
			});
		const id = await save(register);
		expect((await judged("boundaries_written"))?.says).toMatch(/^Not answered: “On paper”/);
		const boundaries = [...register, { record: "Fills", firstIn: "paper", onPaper: "Signed slips", fallback: "Slips" }];
		await keyturn.rest("PATCH", `/casino-settings/${id}`, { as: ops, body: { boundaries } });
		expect((await judged("boundaries_written"))?.says).toMatch(/On paper: Signed slips \(Cora, /);
	});

	test("what a go-live needs is found in the records: people's changes in the audit log, and an export", async () => {
		const { casino } = customer;
		const missing = async () => (await judged("go_live_needs_met"))?.says;
		await bootstrap(keyturn, casino, customer.adminContact);
		await query("UPDATE casinos SET status = 'live' WHERE id = $1", [casino.id]);
		await post("/floor-areas", { name: "Main pit", kind: "pit" });
		expect(await missing()).toMatch(
			/^5 of 5 .*a recorded change of staff and of settings.*an export of this customer's audit record/,
		);
		await post("/staff", { name: "Pia", email: `pia@${casino.slug}.example`, role: "pit_boss" });
		await post("/casino-settings", {
			workingHours: baselineWorkingHours,
			defaultTravelBuffer: 30,
			defaultJobDuration: 60,
		});
		await workQueues(keyturn, ["syncProduct"]);
		expect(await missing()).toMatch(/^4 of 5/);
		const compliance = await createVendor(keyturn, "compliance");
		const other = await createCustomerSetup(keyturn);
		const take = (of: string) => keyturn.rest("GET", `/exports/audit?format=jsonl&casino=${of}`, { as: compliance });
		expect((await take(other.casino.id)).status).toBe(200);
		expect(await missing()).toMatch(/^4 of 5/);
		expect((await take(casino.id)).status).toBe(200);
		expect(await missing()).toMatch(/^3 of 5 needs are missing: a tenant .*; a member of staff .*; role gates/);
	});
});
