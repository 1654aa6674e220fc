import { afterAll, beforeAll, expect, test } from "vitest";
import { timeToLive, type Wait } from "@/domain/playbook/timeToLive";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { countStatements } from "../views/countStatements";
import { readReportsAs } from "./portfolioWorld";

let keyturn: Keyturn;
let manager: Person;
const DAY_MS = 86_400_000;
const day = (at: string) => `2026-${at}T00:00:00.000Z`;

const run = (text: string, values: unknown[] = []) => keyturn.payload.db.pool.query(text, values);

async function goLive(name: string, dates: { opened: string; live: string; promised: string | null; waits?: Wait[] }) {
	const setup: CustomerSetup = await createCustomerSetup(keyturn, { name });
	await run(
		"UPDATE onboardings SET created_at = $2, went_live_at = $3, go_live_at = $4, gate_opened_at = $2::timestamptz + interval '1 day' WHERE id = $1",
		[setup.onboarding.id, dates.opened, dates.live, dates.promised],
	);
	await run("UPDATE casinos SET timezone = 'UTC' WHERE id = $1", [setup.casino.id]);
	await run("UPDATE checklists SET started_at = NULL, closed_at = NULL WHERE onboarding_id = $1", [
		setup.onboarding.id,
	]);
	for (const { on, since, until } of dates.waits ?? []) {
		await run(
			`INSERT INTO waits (casino_id, onboarding_id, "on", what, since, until) VALUES ($1, $2, $3, 'Something', $4, $5)`,
			[setup.casino.id, setup.onboarding.id, on, since, until],
		);
	}
	return setup;
}

/** Before, across, overlapping, beyond the go-live, without an end, and on us. */
const waits: Wait[] = [
	{ on: "customer", since: "2025-12-20T00:00:00.000Z", until: day("01-03") },
	{ on: "third_party", since: day("01-02"), until: day("01-06") },
	{ on: "customer", since: day("01-05"), until: day("01-08") },
	{ on: "customer", since: day("01-06"), until: day("01-07") },
	{ on: "us", since: day("01-10"), until: day("01-12") },
	{ on: "third_party", since: day("01-19"), until: null },
];

beforeAll(async () => {
	keyturn = await startKeyturn();
	manager = await createVendor(keyturn, "manager");
	const north = await goLive("north", { opened: day("01-01"), live: day("01-21"), promised: day("01-20"), waits });
	await goLive("south", {
		opened: day("01-01"),
		live: "2026-01-11T18:00:00.000Z",
		promised: "2026-01-11T09:00:00.000Z",
	});
	await goLive("west", { opened: day("02-01"), live: day("03-03"), promised: null });
	await goLive("past", { opened: "2024-12-01T00:00:00.000Z", live: "2025-12-31T23:59:59.000Z", promised: null });
	await run("UPDATE checklists SET started_at = $2, closed_at = $3 WHERE onboarding_id = $1 AND position = 1", [
		north.onboarding.id,
		day("01-01"),
		day("01-05"),
	]);
});
afterAll(() => keyturn?.stop());

test("whose time it was is what the rule of one onboarding says", async () => {
	await run("UPDATE onboardings SET went_live_at = NULL WHERE title = 'south' OR title = 'west'");
	const { all } = await readReportsAs(keyturn, manager);
	const rule = timeToLive({ from: day("01-01"), to: day("01-21"), waits });
	expect(all).toMatchObject({
		launched: 1,
		totalMedian: rule.total / DAY_MS,
		oursMedian: rule.ours / DAY_MS,
		ours: rule.ours / DAY_MS,
		customer: rule.waitingOnCustomer / DAY_MS,
		thirdParty: rule.waitingOnThirdParty / DAY_MS,
		fromGateMedian: 19,
	});
	await run("UPDATE onboardings SET went_live_at = '2026-01-11T18:00:00Z' WHERE title = 'south'");
	await run("UPDATE onboardings SET went_live_at = '2026-03-03' WHERE title = 'west'");
});

test("median, nine of ten and kept promises, by month and playbook; who went live in other months is not counted", async () => {
	const { all, months, playbooks } = await readReportsAs(keyturn, manager);
	expect(all).toMatchObject({ launched: 3, totalMedian: 20, promised: 2, onTime: 1 });
	expect(all?.totalP90).toBeCloseTo(28);
	expect(months).toHaveLength(12);
	expect(
		months.filter(({ figures }) => figures !== null).map(({ month, figures }) => [month, figures?.launched]),
	).toEqual([
		["2026-01", 2],
		["2026-03", 1],
	]);
	expect(playbooks.map(({ month, launched, onTime, promised }) => [month, launched, onTime, promised])).toEqual([
		[null, 3, 1, 2],
		["2026-01", 2, 1, 2],
		["2026-03", 1, 0, 0],
	]);
});

test("a phase's days are cut to its dates, and split among us, the customer and third parties", async () => {
	const { phases } = await readReportsAs(keyturn, manager);
	expect(phases).toMatchObject([{ phase: "contracting", launched: 1, customer: 2, thirdParty: 2, ours: 0 }]);
});

test("of another playbook there is nothing; the statements stay three", async () => {
	const { result, statements } = await countStatements(keyturn, () => readReportsAs(keyturn, manager));
	const other = result.choices.find(({ label }) => label !== result.playbooks[0]?.playbook);
	expect(statements).toBe(3);
	const empty = await readReportsAs(keyturn, manager, other?.value);
	expect(empty).toMatchObject({ all: null, playbooks: [], phases: [] });
});

test("the report can be taken out as CSV by the vendor's people alone", async () => {
	const customer = await createCustomer(keyturn, []);
	const path = "/exports/reports.csv?from=2026-01&to=2026-12";
	expect((await keyturn.rest("GET", path)).status).toBe(401);
	expect((await keyturn.rest("GET", path, { as: customer })).status).toBe(403);
	const { body } = await keyturn.rest("GET", path, { as: manager });
	const lines = String(body).trim().split("\n");
	expect(lines.slice(1).map((line) => line.split(",").slice(0, 3).join())).toEqual([
		"all,all,3",
		"all,2026-01,2",
		"all,2026-03,1",
		"Casino floor,all,3",
		"Casino floor,2026-01,2",
		"Casino floor,2026-03,1",
	]);
});
