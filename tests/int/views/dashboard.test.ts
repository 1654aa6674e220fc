import { afterAll, beforeAll, expect, test } from "vitest";
import type { Live } from "@/operations/views/dashboardFacts";
import { copyCustomers } from "../../harness/copyCustomers";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { countStatements } from "./countStatements";

let keyturn: Keyturn;
let manager: Person;
let north: CustomerSetup;
let south: CustomerSetup;

beforeAll(async () => {
	keyturn = await startKeyturn();
	manager = await createVendor(keyturn, "manager");
	north = await createCustomerSetup(keyturn, { name: "north", onboarding: { goLiveAt: "2031-01-01" } });
	south = await createCustomerSetup(keyturn, { name: "south", onboarding: { goLiveAt: "2030-01-01" } });
	await run(
		`UPDATE onboardings SET health = 'red', health_since = now() - interval '2 days', health_reasons = '[{"says": "The gate has waited for ten days."}]'
		 WHERE id = $1`,
		[north.onboarding.id],
	);
});
afterAll(() => keyturn?.stop());

const run = (text: string, values: unknown[]) => keyturn.payload.db.pool.query(text, values);

async function look(as = manager): Promise<Live> {
	const { readLive } = await import("@/operations/views/readDashboard");
	return readLive({ req: await keyturn.requestOf(as.user) });
}

test("a held payment, a failed run, an open risk, an overdue check-in and a red onboarding each wait for a person", async () => {
	const casino = north.casino.id;
	const event = await run(
		`INSERT INTO payment_events (provider, event_id, type, status, hold_reason, explanation, occurred_at, received_at)
		VALUES ('stripe', 'evt_1', 'invoice.paid', 'held', 'unknown_customer', 'Nobody we know.', now(), now()) RETURNING id`,
		[],
	);
	const failed = await run(
		`INSERT INTO provisioning_runs (onboarding_id, casino_id, status, playbook, error) VALUES ($1, $2, 'failed', 'casino_floor', 'The product is down.') RETURNING id`,
		[north.onboarding.id, casino],
	);
	await run(
		"INSERT INTO risks (title, kind, severity, status, casino_id) VALUES ('Call them', 'other', 'high', 'open', $1)",
		[casino],
	);
	// These two say again what the held event and the failed run say.
	await run(
		"INSERT INTO risks (title, kind, severity, status, payment_event_id) VALUES ('Held', 'payment_held', 'high', 'open', $1)",
		[event.rows[0].id],
	);
	await run(
		"INSERT INTO risks (title, kind, severity, status, run_id) VALUES ('Failed', 'run_failed', 'high', 'open', $1)",
		[failed.rows[0].id],
	);
	await run(
		`INSERT INTO check_ins (casino_id, onboarding_id, label, day, due_at, status) VALUES
		($1, $2, 'Day 1', 1, now() - interval '3 days', 'scheduled'), ($1, $2, 'Day 3', 3, now() + interval '1 day', 'scheduled')`,
		[casino, north.onboarding.id],
	);
	const { needs } = await look();
	expect(needs.held).toMatchObject({
		total: 1,
		rows: [{ title: "Held", detail: "Nobody we know.", casinoName: null }],
	});
	expect(needs.failedRuns).toMatchObject({ total: 1, rows: [{ detail: "The product is down.", casinoName: "north" }] });
	expect(needs.risks).toMatchObject({
		total: 1,
		rows: [{ title: "Call them", severity: "high", casinoName: "north" }],
	});
	expect(needs.checkIns).toMatchObject({ total: 1, rows: [{ title: "Day 1", casinoName: "north" }] });
	expect(needs.redHealth).toMatchObject({
		total: 1,
		rows: [{ casinoName: "north", detail: "The gate has waited for ten days." }],
	});
});

test("a run in progress says how far it is and which step runs", async () => {
	const { rows } = await run(
		`INSERT INTO provisioning_runs (onboarding_id, casino_id, status, playbook, started_at) VALUES ($1, $2, 'running', 'casino_floor', now()) RETURNING id`,
		[south.onboarding.id, south.casino.id],
	);
	await run(
		`INSERT INTO provisioning_steps (run_id, casino_id, step, title, position, status, attempts) VALUES
		($1, $2, 'a', 'First', 1, 'succeeded', 1), ($1, $2, 'b', 'Second', 2, 'running', 1), ($1, $2, 'c', 'Third', 3, 'pending', 0)`,
		[rows[0].id, south.casino.id],
	);
	const { moving } = await look();
	expect(moving).toMatchObject({
		...{ total: 1, inProgress: 1 },
		runs: [{ casinoName: "south", status: "running", stepsDone: 1, stepsTotal: 3, currentStep: "Second" }],
	});
});

test("what is overdue of one's own work waits, the longest first, and nobody else's", async () => {
	const ops = await createVendor(keyturn, "ops");
	const setItem = (assignments: string, setup: CustomerSetup) =>
		run(
			`UPDATE checklist_items SET status = 'open', automation = NULL, criterion = NULL, ${assignments} WHERE id = (
				SELECT id FROM checklist_items WHERE onboarding_id = $1 AND title NOT LIKE 'own %' ORDER BY position LIMIT 1)`,
			[setup.onboarding.id],
		);
	await run("UPDATE checklist_items SET due_at = now() + interval '9 days' WHERE true", []);
	await setItem("title = 'own late', responsible = 'ops', due_at = now() - interval '1 day'", north);
	await setItem("title = 'own later', responsible = 'ops', due_at = now() + interval '1 day'", north);
	await setItem("title = 'own latest', responsible = 'ops', due_at = now() - interval '3 days'", south);
	const { overdue } = await look(ops);
	expect(overdue).toMatchObject({
		total: 2,
		rows: [
			{ title: "own latest", customer: "south", onboardingId: south.onboarding.id },
			{ title: "own late", customer: "north" },
		],
	});
	expect((await look()).overdue).toMatchObject({ total: 0, rows: [] });
});

test("a decision waits for a second person: for those who may take it first of all", async () => {
	const ops = await createVendor(keyturn, "ops");
	const ask = (title: string, by: Person) =>
		run(
			`INSERT INTO decisions (casino_id, onboarding_id, title, kind, status, requested_by_id)
			 VALUES ($1, $2, $3, 'waiver', 'proposed', $4)`,
			[north.casino.id, north.onboarding.id, title, by.user.id],
		);
	await ask("asked by the manager", manager);
	await ask("asked by ops", ops);
	const told = async (as: Person) =>
		(await look(as)).decisions.rows.map(({ title, isYours, askedBy }) => [title, isYours, askedBy]);
	expect(await told(manager)).toEqual([
		["asked by ops", true, ops.user.name],
		["asked by the manager", false, manager.user.name],
	]);
	expect((await told(ops)).map(([, isYours]) => isYours)).toEqual([false, false]);
});

test("the portfolio counts the phases of the plans with their health, the soonest to go live first with what was promised, in as many statements for 2 customers as for 302", async () => {
	const { readDashboard } = await import("@/operations/views/readDashboard");
	const req = await keyturn.requestOf(manager.user);
	const expected = (setup: CustomerSetup, at: string) =>
		run("UPDATE onboardings SET forecast_go_live_at = $2 WHERE id = $1", [setup.onboarding.id, at]);
	await expected(north, "2031-01-05T12:00:00Z");
	await expected(south, "2029-12-30T12:00:00Z");
	const few = await countStatements(keyturn, () => readDashboard({ req }));
	expect(few.result.portfolio).toMatchObject({
		phases: [{ total: 2, green: 1, yellow: 0, red: 1, late: 1 }],
		open: 2,
		onHold: 0,
		completed: 0,
		next: [
			{ customer: "south", id: south.onboarding.id },
			{ customer: "north", health: "red" },
		],
		has: { casino: true, onboarding: true, contract: true, invoice: true },
	});
	const [, late] = few.result.portfolio.next;
	expect(late?.phaseName).toBe(few.result.portfolio.phases[0]?.name);
	expect(Date.parse(late?.forecastAt ?? "") - Date.parse(late?.promisedAt ?? "")).toBe(4 * 86_400_000);
	const original = {
		company: south.company.id,
		casino: south.casino.id,
		onboarding: south.onboarding.id,
		orderForm: south.orderForm.id,
		invoice: south.invoice.id,
	};
	await copyCustomers({ database: keyturn.payload.db.pool, original, count: 300 });
	const many = await countStatements(keyturn, () => readDashboard({ req }));
	expect(many.result.portfolio).toMatchObject({ open: 302, phases: [{ total: 302, red: 1 }] });
	expect(many.statements).toBe(few.statements);
	expect(many.statements).toBe(7);
	await run(
		`INSERT INTO provisioning_runs (onboarding_id, casino_id, status, playbook)
		 SELECT id, casino_id, 'queued', 'casino_floor' FROM onboardings o WHERE NOT EXISTS (SELECT FROM provisioning_runs r WHERE r.onboarding_id = o.id)`,
		[],
	);
	const { moving } = await look();
	expect([moving.runs.length, moving.total, moving.inProgress]).toEqual([20, 301, 301]);
});

test("who went live, is on hold or is over is not on the way to going live", async () => {
	const { readDashboard } = await import("@/operations/views/readDashboard");
	const req = await keyturn.requestOf(manager.user);
	const nextOf = async () => (await readDashboard({ req })).portfolio.next.map(({ customer }) => customer);
	await run("UPDATE onboardings SET forecast_go_live_at = '2026-01-01' WHERE id = $1", [north.onboarding.id]);
	expect(await nextOf()).toContain("north");
	await run("UPDATE onboardings SET went_live_at = now() WHERE id = $1", [north.onboarding.id]);
	expect(await nextOf()).not.toContain("north");
	await run("UPDATE onboardings SET went_live_at = NULL, status = 'on_hold' WHERE id = $1", [north.onboarding.id]);
	expect(await nextOf()).not.toContain("north");
	expect((await readDashboard({ req })).portfolio.onHold).toBe(1);
});

test("nobody but the vendor's people sees the dashboard", async () => {
	const customer = await createCustomer(keyturn, [{ casino: north.casino.id, roles: ["casino_admin"] }]);
	const former = await createVendor(keyturn, "auditor", { accessEndsAt: new Date(Date.now() - 1000).toISOString() });
	expect((await keyturn.rest("GET", "/news")).status).toBe(401);
	for (const as of [customer, former]) {
		expect((await keyturn.rest("GET", "/news", { as })).status).toBe(403);
		await expect(look(as)).rejects.toThrow();
	}
});
