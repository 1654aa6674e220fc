import { afterAll, beforeAll, expect, test } from "vitest";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { countStatements } from "../views/countStatements";
import { readWorkAs } from "./portfolioWorld";

let keyturn: Keyturn;
let ops: Person;
let finance: Person;
let north: CustomerSetup;
let south: CustomerSetup;

const run = (text: string, values: unknown[] = []) => keyturn.payload.db.pool.query(text, values);

/** Leaves of an onboarding's items only those named, open, with their dates; the others are done. */
async function leaveItems(setup: CustomerSetup, left: Record<string, string>) {
	await run("UPDATE checklist_items SET status = 'done' WHERE onboarding_id = $1", [setup.onboarding.id]);
	for (const [title, assignments] of Object.entries(left)) {
		const { rows } = await run(
			`UPDATE checklist_items SET status = 'open', automation = NULL, criterion = NULL, responsible = 'ops', rule = rule || '{"after": []}', title = $2
			 WHERE id = (SELECT id FROM checklist_items WHERE onboarding_id = $1 AND status = 'done' ORDER BY position LIMIT 1) RETURNING id`,
			[setup.onboarding.id, title],
		);
		await run(`UPDATE checklist_items SET ${assignments} WHERE id = $1`, [rows[0].id]);
	}
}

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
	finance = await createVendor(keyturn, "finance");
	north = await createCustomerSetup(keyturn, { name: "north" });
	south = await createCustomerSetup(keyturn, { name: "south" });
	await leaveItems(north, {
		late: "due_at = now() - interval '3 days'",
		soon: "due_at = (SELECT (now() AT TIME ZONE c.timezone)::date FROM casinos c WHERE c.id = casino_id)",
		later: "due_at = now() + interval '30 days'",
		sometime: "due_at = NULL",
		taken: `due_at = now() - interval '9 days', assignee_id = '${finance.user.id}'`,
		automatic: "due_at = now() - interval '8 days', automation = 'create_company'",
		computed: "due_at = now() - interval '8 days', criterion = 'gate_satisfied', kind = 'exit_criterion'",
		retired: "due_at = now() - interval '8 days', retired_at = now()",
	});
	await leaveItems(south, {
		begun: "due_at = now() + interval '3 days', status = 'in_progress'",
		latest: "due_at = now() - interval '4 days'",
		money: "due_at = now() - interval '2 days', responsible = 'finance'",
	});
});
afterAll(() => keyturn?.stop());

const titles = async (person: Person, address = "") =>
	(await readWorkAs(keyturn, person, address)).items.map(({ title }) => title);

test("my role's work that nobody was given and my own stands there, overdue first, across customers; what ticks itself does not", async () => {
	expect(await titles(ops, "span=all")).toEqual(["latest", "late", "soon", "begun", "later", "sometime"]);
	expect(await titles(finance, "span=all")).toEqual(["taken", "money"]);
	expect(await titles(finance, "span=all&whose=given")).toEqual(["taken"]);
	expect(await titles(ops, "span=all&whose=finance")).toEqual(["money"]);
});

test("until when, by text, and how many there are", async () => {
	expect(await titles(ops)).toEqual(["latest", "late", "soon", "begun"]);
	expect(await titles(ops, "span=overdue")).toEqual(["latest", "late"]);
	expect(await titles(ops, "span=today")).toEqual(["latest", "late", "soon"]);
	expect(await titles(ops, "span=all&q=SOUTH")).toEqual(["latest", "begun"]);
	expect(await titles(ops, "span=all&q=sometime")).toEqual(["sometime"]);
	const work = await readWorkAs(keyturn, ops);
	expect(work.counts).toEqual({ overdue: 2, today: 3, week: 4, all: 6 });
	expect((await readWorkAs(keyturn, ops, "q=south")).counts).toEqual({ overdue: 1, today: 1, week: 2, all: 2 });
	expect(work.me).toEqual({ id: ops.user.id, role: "ops" });
	expect(work.people.map(({ id }) => id)).toContain(finance.user.id);
});

test("an item says what comes before it, and an onboarding that is on hold asks for nothing", async () => {
	const [blocker] = (
		await run("SELECT key FROM checklist_items WHERE onboarding_id = $1 AND title = 'latest'", [south.onboarding.id])
	).rows;
	await run(
		`UPDATE checklist_items SET rule = rule || jsonb_build_object('after', jsonb_build_array($2::text)) WHERE onboarding_id = $1 AND title = 'begun'`,
		[south.onboarding.id, blocker.key],
	);
	const { items } = await readWorkAs(keyturn, ops);
	expect(items.find(({ title }) => title === "begun")).toMatchObject({
		customer: "south",
		waitsFor: ["latest"],
		status: "in_progress",
	});
	expect(items.find(({ title }) => title === "late")).toMatchObject({
		customer: "north",
		waitsFor: [],
		assignee: null,
	});
	await run("UPDATE onboardings SET status = 'on_hold' WHERE id = $1", [south.onboarding.id]);
	expect(await titles(ops, "span=all")).toEqual(["late", "soon", "later", "sometime"]);
	await run("UPDATE onboardings SET status = 'open' WHERE id = $1", [south.onboarding.id]);
});

test("a decision that somebody asked for waits for a manager who is not that person, until its time is over", async () => {
	const [manager, other] = [await createVendor(keyturn, "manager"), await createVendor(keyturn, "manager")];
	await run(
		`INSERT INTO decisions (casino_id, onboarding_id, title, kind, status, requested_by_id, expires_at, packet) VALUES
		 ($1, $2, 'Waiver: the roster', 'waiver', 'proposed', $3, now() + interval '2 days', '{"asked": {"reason": "They are on holiday."}}'),
		 ($1, $2, 'Waiver: too late', 'waiver', 'proposed', $3, now() - interval '2 days', NULL),
		 ($1, $2, 'Waiver: taken', 'waiver', 'rejected', $3, NULL, NULL)`,
		[north.casino.id, north.onboarding.id, manager.user.id],
	);
	const decisionsOf = async (person: Person, address = "") => (await readWorkAs(keyturn, person, address)).decisions;
	expect(await decisionsOf(other)).toMatchObject({
		total: 1,
		rows: [{ title: "Waiver: the roster", customer: "north", because: "They are on holiday.", isYours: true }],
	});
	expect((await decisionsOf(other)).rows[0]?.askedBy).toBe(manager.user.name);
	const nothing = { total: 0, rows: [] };
	expect([await decisionsOf(manager), await decisionsOf(ops)]).toEqual([nothing, nothing]);
	expect(await decisionsOf(other, "whose=ops")).toEqual(nothing);
});

test("check-ins wait for whoever has their item, else for its role, with how late they are at the casino", async () => {
	const giveItem = (assignee: Person) =>
		run("UPDATE checklist_items SET assignee_id = $2 WHERE onboarding_id = $1 AND criterion = 'hypercare_complete'", [
			south.onboarding.id,
			assignee.user.id,
		]);
	await run(
		`INSERT INTO check_ins (casino_id, onboarding_id, kind, label, day, due_at, status, outcome)
		 SELECT $1, $2, k.kind::enum_check_ins_kind, k.label, k.day, now() + k.days * interval '24 hours', k.status::enum_check_ins_status, k.outcome
		 FROM (VALUES ('hypercare', 'Day 2', 2, -2, 'scheduled', NULL), ('hypercare', 'Day 14', 14, 3, 'scheduled', NULL),
			('hypercare', 'Day 1', 1, -3, 'done', NULL), ('first_week', 'Day 7', 7, -5, 'attention', 'Nobody signed in.'),
			('first_week', 'Day 8', 8, -0.1, 'scheduled', NULL)) AS k (kind, label, day, days, status, outcome)`,
		[south.casino.id, south.onboarding.id],
	);
	const labels = async (person: Person, address = "") =>
		(await readWorkAs(keyturn, person, address)).checkIns.rows.map(({ label }) => label);
	const { checkIns } = await readWorkAs(keyturn, ops);
	expect(checkIns).toMatchObject({
		total: 2,
		rows: [
			{ label: "Day 7", kind: "first_week", needsFollowUp: true, outcome: "Nobody signed in.", daysLeft: -5 },
			{ label: "Day 2", kind: "hypercare", needsFollowUp: false, customer: "south", daysLeft: -2 },
		],
	});
	expect([await labels(finance), await labels(finance, "whose=ops"), await labels(ops, "whose=given")]).toEqual([
		...[[], ["Day 7", "Day 2"], []],
	]);
	await giveItem(finance);
	expect([await labels(ops), await labels(finance), await labels(finance, "whose=given")]).toEqual([
		...[["Day 7"], ["Day 2"], ["Day 2"]],
	]);
	await run(
		"UPDATE checklist_items SET assignee_id = $2, criterion = 'day_7_called' WHERE onboarding_id = $1 AND key = 'exclusions'",
		[south.onboarding.id, finance.user.id],
	);
	expect(await labels(finance), "and that of one day goes first").toEqual(["Day 7", "Day 2"]);
	const { readLive } = await import("@/operations/views/readDashboard");
	const { needs } = await readLive({ req: await keyturn.requestOf(ops.user) });
	expect(
		needs.checkIns.rows.map(({ title }) => title),
		"the same as on the dashboard",
	).toEqual(["Day 7", "Day 2"]);
});

test("as many statements for thousands of items as for a few, and counts that stop at a bound", async () => {
	const few = await countStatements(keyturn, () => readWorkAs(keyturn, ops));
	await run(
		`INSERT INTO checklist_items (casino_id, onboarding_id, checklist_id, title, key, phase, position, kind, owner, responsible, evidence, rule, status, due_at)
		 SELECT casino_id, onboarding_id, checklist_id, 'copy ' || n, 'copy_' || n, phase, 500 + n, kind, owner, 'ops', 'none', rule, 'open', now() - interval '2 days' - n * interval '1 minute'
		 FROM checklist_items, generate_series(1, 2100) AS n WHERE onboarding_id = $1 AND title = 'late'`,
		[north.onboarding.id],
	);
	const many = await countStatements(keyturn, () => readWorkAs(keyturn, ops, "page=2"));
	expect(many.result.items).toHaveLength(50);
	expect(many.result.counts.overdue).toBe(1001);
	expect([few.statements, many.statements]).toEqual([5, 5]);
	const { body } = await keyturn.rest("GET", "/exports/my-work.csv?q=copy&span=all", { as: ops });
	expect(new Set(String(body).match(/copy \d+/g)).size, "all of it is in the file").toBe(2100);
});

test("over HTTP it is the vendor's people's own, and can be taken out as CSV", async () => {
	const customer = await createCustomer(keyturn, [{ casino: north.casino.id, roles: ["operations_lead"] }]);
	for (const path of ["/my-work", "/exports/my-work.csv"]) {
		expect((await keyturn.rest("GET", path)).status).toBe(401);
		expect((await keyturn.rest("GET", path, { as: customer })).status).toBe(403);
	}
	const answer = await keyturn.rest("GET", "/my-work?whose=given&span=all", { as: finance });
	expect(answer.body).toMatchObject({ items: [{ title: "taken", assignee: { id: finance.user.id } }] });
	const { body } = await keyturn.rest("GET", "/exports/my-work.csv?whose=given&span=all", { as: finance });
	const lines = String(body).trim().split("\n");
	expect(lines).toHaveLength(2);
	expect(lines[1]).toContain("north,taken");
});
