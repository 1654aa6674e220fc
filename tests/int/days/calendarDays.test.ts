import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import { dayIn, plusDays, startOfDay } from "@/domain/calendar/day";
import { createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { fixClock } from "../../harness/fixClock";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { askEverywhere, findDisagreements } from "../portfolio/askEverywhere";
import { readWorkAs } from "../portfolio/portfolioWorld";

const zones = ["America/Los_Angeles", "Pacific/Auckland", "Europe/Vienna"] as const;
type Zone = (typeof zones)[number];

let keyturn: Keyturn;
let ops: Person;
const onboardings = {} as Record<Zone, string>;
const casinos = {} as Record<Zone, string>;

const run = async <Row>(text: string, values: unknown[] = []) =>
	(await keyturn.payload.db.pool.query(text, values)).rows as Row[];
const save = (zone: Zone, body: object) =>
	keyturn.rest("PATCH", `/onboardings/${onboardings[zone]}`, { as: ops, body });
const read = async (zone: Zone) =>
	(await keyturn.rest("GET", `/onboardings/${onboardings[zone]}?depth=0`, { as: ops })).body as Record<string, unknown>;
const find = async (filter: string) => {
	const answer = await keyturn.rest("GET", `/onboardings?depth=0&sort=goLiveAt&${filter}`, { as: ops });
	const { docs = [] } = answer.body as { docs?: { id: string; goLiveAt: string }[] };
	return { status: answer.status, body: answer.body, days: docs.map(({ goLiveAt }) => goLiveAt) };
};

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
	for (const timezone of zones) {
		const setup = await createCustomerSetup(keyturn, { casino: { timezone } });
		onboardings[timezone] = setup.onboarding.id;
		casinos[timezone] = setup.casino.id;
	}
});
afterAll(() => keyturn?.stop());

describe.each(zones)("a day sent for a casino in %s", (zone) => {
	test("is answered as it was sent, at every door, and what hangs on it is due on it", async () => {
		expect((await save(zone, { goLiveAt: "2027-03-15" })).status).toBe(200);
		expect(await read(zone)).toMatchObject({ goLiveAt: "2027-03-15" });
		const local = await keyturn.payload.findByID({
			collection: "onboardings",
			id: onboardings[zone],
			depth: 0,
			...asSystem(await keyturn.requestOf(), "test"),
		});
		expect(local.goLiveAt).toBe("2027-03-15");
		await run(
			`UPDATE checklist_items SET rule = jsonb_set(rule, '{due}', '{"from": "go_live", "days": 0, "unit": "calendar_days", "item": null}')
			 WHERE onboarding_id = $1 AND key = 'timeline_draft'`,
			[onboardings[zone]],
		);
		await save(zone, { notes: "Looked at again." });
		const items = await keyturn.rest(
			"GET",
			`/checklist-items?depth=0&where[onboarding][equals]=${onboardings[zone]}&where[key][equals]=timeline_draft`,
			{ as: ops },
		);
		expect((items.body as { docs: { dueAt: string }[] }).docs.map(({ dueAt }) => dueAt)).toEqual(["2027-03-15"]);
	});

	test.each([
		["2027-03-16T07:30:00Z", "2027-03-16"],
		["2027-03-15T23:30:00-08:00", "2027-03-16"],
		["2027-03-16T00:30:00+13:00", "2027-03-15"],
	])("counts by its date in UTC when it is the instant %s", async (sent, day) => {
		expect((await save(zone, { goLiveAt: sent })).status).toBe(200);
		expect(await read(zone)).toMatchObject({ goLiveAt: day });
	});

	test("is late once it is over there, and not a moment before", async () => {
		const today = dayIn(new Date().toISOString(), zone);
		await run("UPDATE checklist_items SET status = 'done' WHERE onboarding_id = $1", [onboardings[zone]]);
		await run(
			`UPDATE checklist_items SET status = 'open', automation = NULL, criterion = NULL, responsible = 'ops', due_at = $2
			 WHERE onboarding_id = $1 AND key = 'timeline_draft'`,
			[onboardings[zone], today],
		);
		const look = async () => {
			const mine = (await readWorkAs(keyturn, ops, "span=all")).items.filter(
				({ casinoId }) => casinoId === casinos[zone],
			);
			const { body } = await keyturn.rest("GET", `/onboardings/${onboardings[zone]}/page`, { as: ops });
			const { items } = (body as { plan: { items: { key: string; isLate: boolean }[] } }).plan;
			return {
				left: mine.map(({ daysLeft }) => daysLeft),
				late: items.find(({ key }) => key === "timeline_draft")?.isLate,
			};
		};
		expect(await look()).toEqual({ left: [0], late: false });
		await run("UPDATE checklist_items SET due_at = $2 WHERE onboarding_id = $1 AND key = 'timeline_draft'", [
			onboardings[zone],
			plusDays(today, -1),
		]);
		expect(await look()).toEqual({ left: [-1], late: true });
		await run("UPDATE checklist_items SET status = 'done' WHERE onboarding_id = $1", [onboardings[zone]]);
		expect(await look()).toEqual({ left: [], late: false });
	});

	test("is looked at again when it is over there", async () => {
		const { reviewPlans } = await import("@/operations/plan/reviewPlans");
		const due = "2031-05-06";
		const over = Date.parse(startOfDay(plusDays(due, 1), zone));
		await run("UPDATE onboardings SET reviewed_at = $2, status = 'on_hold' WHERE id <> $1", [
			onboardings[zone],
			new Date(over),
		]);
		await run("UPDATE onboardings SET reviewed_at = $2, status = 'open' WHERE id = $1", [
			onboardings[zone],
			new Date(over - 3_600_000),
		]);
		await run(
			"UPDATE checklist_items SET due_at = $2, status = 'open' WHERE onboarding_id = $1 AND key = 'timeline_draft'",
			[onboardings[zone], due],
		);
		await run("UPDATE messages SET sent_at = NULL");
		await run("UPDATE users SET last_sign_in_at = NULL");
		expect(await reviewPlans({ payload: keyturn.payload, now: new Date(over - 1000) })).toBe(0);
		expect(await reviewPlans({ payload: keyturn.payload, now: new Date(over) })).toBe(1);
		await run("UPDATE onboardings SET status = 'open'");
	});
});

describe("days in filters and sorts", () => {
	beforeAll(async () => {
		for (const [index, zone] of zones.entries()) await save(zone, { goLiveAt: plusDays("2027-03-19", index) });
	});

	test.each([
		["where[goLiveAt][less_than]=2027-03-20", ["2027-03-19"]],
		["where[goLiveAt][less_than_equal]=2027-03-20", ["2027-03-19", "2027-03-20"]],
		["where[goLiveAt][greater_than]=2027-03-20", ["2027-03-21"]],
		["where[goLiveAt][equals]=2027-03-20", ["2027-03-20"]],
		["where[goLiveAt][equals]=2027-03-20T23:00:00.000Z", ["2027-03-20"]],
		["where[goLiveAt][in]=2027-03-19,2027-03-21", ["2027-03-19", "2027-03-21"]],
		["where[goLiveAt][not_equals]=2027-03-20", ["2027-03-19", "2027-03-21"]],
		[
			"where[or][0][goLiveAt][equals]=2027-03-19&where[or][1][goLiveAt][greater_than]=2027-03-20",
			["2027-03-19", "2027-03-21"],
		],
		["where[goLiveAt][exists]=false", []],
	])("%s", async (filter, days) => {
		expect(await find(filter)).toMatchObject({ status: 200, days });
	});

	test.each(["tomorrow", "2027-02-30", "20.03.2027", "2027"])(
		"what is no day is refused with its field: %s",
		async (word) => {
			expect(await find(`where[goLiveAt][less_than]=${word}`)).toMatchObject({
				status: 400,
				body: { errors: [{ message: "goLiveAt: Enter a day of the calendar, such as 2027-03-15." }] },
			});
			const items = await keyturn.rest("GET", `/checklist-items?where[dueAt][equals]=${word}`, { as: ops });
			expect(items.status).toBe(400);
		},
	);
});

test.each(["2027-02-30", "tomorrow", "15.03.2027", 20270315])(
	"%s is refused at its field, and nothing is stored",
	async (sent) => {
		const zone = zones[0];
		const before = await read(zone);
		const answer = await save(zone, { goLiveAt: sent, pilot: { startsAt: "2027-02-31" } });
		expect(answer).toMatchObject({ status: 400 });
		const { errors } = answer.body as { errors: { data: { errors: { path: string; message: string }[] } }[] };
		expect(errors[0]?.data.errors.map(({ path }) => path).sort()).toEqual(["goLiveAt", "pilot.startsAt"]);
		expect(errors[0]?.data.errors[0]?.message).toContain("2027-03-15");
		expect((await read(zone)).goLiveAt).toBe(before.goLiveAt);
	},
);

describe("around midnight, with a go-live and an item on one Wednesday", () => {
	const day = "2027-03-17";
	const midnight = (zone: Zone) => Date.parse(startOfDay(plusDays(day, 1), zone));

	beforeAll(async () => {
		for (const zone of zones) {
			await save(zone, { goLiveAt: day });
			await run("UPDATE checklist_items SET retired_at = now() WHERE onboarding_id = $1 AND key <> 'timeline_draft'", [
				onboardings[zone],
			]);
			// Of the phase of the go-live itself, which hangs on nothing but the promise then.
			await run(
				`UPDATE checklist_items i SET phase = l.phase, checklist_id = l.id, snoozed_to = $2, status = 'open' FROM checklists l
				 WHERE i.onboarding_id = $1 AND i.key = 'timeline_draft' AND l.onboarding_id = $1 AND l.phase = 'go_live'`,
				[onboardings[zone], day],
			);
		}
		await run("UPDATE onboardings SET reviewed_at = NULL");
	});

	// In the order in which the day ends on earth.
	test.each(zones.toSorted((a, b) => midnight(a) - midnight(b)))(
		"every screen says the same, and that of %s alone turns with its clock",
		async (turning) => {
			const { reviewPlans } = await import("@/operations/plan/reviewPlans");
			const look = async (at: number) => {
				const unfix = fixClock(keyturn, new Date(at).toISOString());
				try {
					await reviewPlans({ payload: keyturn.payload, now: new Date(at) });
					const answers = await askEverywhere(keyturn, ops);
					expect(findDisagreements(answers)).toEqual([]);
					return zones.map((zone) => {
						const { page, "my work": work } = answers.get(onboardings[zone]) ?? {};
						return { zone, late: page?.daysLate, health: page?.health, items: work?.lateItems?.length };
					});
				} finally {
					unfix();
				}
			};
			const expected = (at: number) =>
				zones.map((zone) => {
					const isOver = midnight(zone) <= at;
					return { zone, late: isOver ? 1 : 0, health: isOver ? "yellow" : "green", items: isOver ? 1 : 0 };
				});
			const before = midnight(turning) - 60_000;
			expect(await look(before)).toEqual(expected(before));
			const after = midnight(turning) + 60_000;
			expect(await look(after)).toEqual(expected(after));
			expect(expected(after)).not.toEqual(expected(before));
		},
	);
});
