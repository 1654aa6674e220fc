import type { CollectionSlug } from "payload";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import { baselineWorkingHours } from "@/domain/workingHours";
import { type CustomerSetup, createCustomerSetup } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";

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
	expect(await readSays()).toContain("no game in the settings");
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
