import { afterAll, beforeAll, expect, test } from "vitest";
import { copyCustomers } from "../../harness/copyCustomers";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { countStatements } from "../views/countStatements";
import { readPortfolioAs } from "./portfolioWorld";

let keyturn: Keyturn;
let manager: Person;
let north: CustomerSetup;
let south: CustomerSetup;
let done: CustomerSetup;

const run = (text: string, values: unknown[] = []) => keyturn.payload.db.pool.query(text, values);
const customers = async (address = "") =>
	(await readPortfolioAs(keyturn, manager, address)).rows.map(({ customer }) => customer);

beforeAll(async () => {
	keyturn = await startKeyturn();
	manager = await createVendor(keyturn, "manager");
	north = await createCustomerSetup(keyturn, { name: "north" });
	south = await createCustomerSetup(keyturn, { name: "south" });
	await run("UPDATE casinos SET name = 'south_50%' WHERE id = $1", [south.casino.id]);
	await run("UPDATE onboardings SET title = 'south_50%' WHERE id = $1", [south.onboarding.id]);
	done = await createCustomerSetup(keyturn, { name: "done" });
	const set = (id: string, assignments: string) => run(`UPDATE onboardings SET ${assignments} WHERE id = $1`, [id]);
	await set(
		north.onboarding.id,
		`health = 'red', health_reasons = '[{"says": "Five items are overdue."}]', go_live_at = '2026-03-10T09:00:00Z',
			forecast_go_live_at = '2026-03-12T09:00:00Z', manager_id = '${manager.user.id}'`,
	);
	await set(
		south.onboarding.id,
		"health = 'green', health_reasons = '[]', go_live_at = '2026-02-10T09:00:00Z', forecast_go_live_at = '2026-02-10T23:00:00Z'",
	);
	await set(done.onboarding.id, "status = 'completed', health = 'green', went_live_at = '2026-01-05T10:00:00Z'");
	await run(
		`INSERT INTO waits (casino_id, onboarding_id, "on", what, since, until) VALUES
		($1, $2, 'third_party', 'A line from the carrier', '2026-01-02', NULL), ($1, $2, 'customer', 'The staff list', '2026-01-03', NULL),
		($1, $2, 'customer', 'An old one', '2025-01-01', '2025-01-02')`,
		[north.casino.id, north.onboarding.id],
	);
});
afterAll(() => keyturn?.stop());

test("every open onboarding stands there with its phase, its dates, its health and whom it waits for", async () => {
	const { rows, total, hasAny, choices, counts } = await readPortfolioAs(keyturn, manager);
	expect(rows).toMatchObject([
		{
			...{ customer: "south_50%", daysLate: 0, health: "green", healthSays: null },
			waitingOn: { who: "customer", what: expect.stringMatching(/^Invoice .* is open, not paid\.$/), since: null },
		},
		{
			customer: "north",
			title: null,
			phase: "contracting",
			health: "red",
			healthSays: "Five items are overdue.",
			promisedAt: "2026-03-10",
			forecastAt: "2026-03-12",
			daysLate: 2,
			waitingOn: { who: "customer", what: "The staff list", since: "2026-01-03T00:00:00.000Z" },
			lead: "Otto Lead",
			manager: manager.user.name,
		},
	]);
	expect(rows[1]?.phaseName).toBe(counts.find(({ phase }) => phase === "contracting")?.name);
	expect({ total, hasAny }).toEqual({ total: 2, hasAny: true });
	expect(counts.find(({ phase }) => phase === "contracting")).toMatchObject({ total: 2, red: 1, green: 1, late: 1 });
	expect(counts.filter(({ total: inPhase }) => inPhase === 0).length).toBeGreaterThan(1);
	expect(choices.managers).toEqual([{ value: manager.user.id, label: manager.user.name }]);
	expect(choices.people).toContainEqual({ value: manager.user.id, label: manager.user.name });
	expect(choices.playbooks).toHaveLength(5);
});

test.each([
	["q=NORT", ["north"]],
	["q=lead%40north", ["north"]],
	["manager=nobody", ["south_50%"]],
	["q=50%25", ["south_50%"]],
	["q=_", ["south_50%"]],
	["q=%5C", []],
	["status=any&sort=customer", ["done", "north", "south_50%"]],
	["status=completed", ["done"]],
	["health=red", ["north"]],
	["waiting=customer", ["south_50%", "north"]],
	["waiting=third_party", []],
	["waiting=us", []],
	["waiting=nobody&status=any", ["done"]],
	["late=yes", ["north"]],
	["lead=LEAD@north.example", ["north"]],
	["phase=contracting&sort=-customer", ["south_50%", "north"]],
	["phase=elsewhere", []],
	["sort=-forecast", ["north", "south_50%"]],
	["view=board&sort=health", ["south_50%", "north"]],
	["view=timeline&page=2", []],
])("the filters %s leave %j", async (address, expected) => {
	expect(await customers(address)).toEqual(expected);
});

test("by manager and by playbook, and nothing of another playbook", async () => {
	expect(await customers(`manager=${manager.user.id}`)).toEqual(["north"]);
	const { rows, choices } = await readPortfolioAs(keyturn, manager);
	const own = rows[0]?.playbookId;
	const other = choices.playbooks.find(({ value }) => value !== own)?.value;
	expect(await customers(`playbook=${own}`)).toHaveLength(2);
	expect(await customers(`playbook=${other}`)).toEqual([]);
});

test("a long column shows its first cards and the others page by page, in as many statements as a short one", async () => {
	const few = await countStatements(keyturn, () => readPortfolioAs(keyturn, manager, "view=board"));
	const original = {
		...{ company: south.company.id, casino: south.casino.id, onboarding: south.onboarding.id },
		...{ orderForm: south.orderForm.id, invoice: south.invoice.id },
	};
	await copyCustomers({ database: keyturn.payload.db.pool, original, count: 120 });
	const many = await countStatements(keyturn, () => readPortfolioAs(keyturn, manager, "view=board"));
	expect(many.result.total).toBe(122);
	expect(many.result.rows).toHaveLength(12);
	expect([few.statements, many.statements]).toEqual([3, 3]);
	const address = `view=board&playbook=${many.result.rows[0]?.playbookId}&phase=contracting`;
	const seen = new Set<string>();
	for (let page = 1; page <= 11; page++) {
		const { status, body } = await keyturn.rest("GET", `/portfolio?${address}&page=${page}`, { as: manager });
		expect(status).toBe(200);
		for (const { id } of (body as { rows: { id: string }[] }).rows) seen.add(id);
	}
	expect(seen.size).toBe(122);
	expect((await readPortfolioAs(keyturn, manager, "page=3")).rows).toHaveLength(22);
});

test("the export holds what the filters leave, and no cell that a spreadsheet would run", async () => {
	await run("UPDATE casinos SET name = '=HYPERLINK(1)' WHERE id = $1", [north.casino.id]);
	const { status, body, headers } = await keyturn.rest("GET", "/exports/portfolio.csv?late=yes", { as: manager });
	const [head, first, ...others] = String(body).trim().split("\n");
	expect(status).toBe(200);
	expect(headers.get("content-disposition")).toMatch(/^attachment; filename="keyturn-portfolio-.*\.csv"$/);
	expect(head?.startsWith("customer,onboarding,playbook,phase")).toBe(true);
	expect(first?.startsWith("'=HYPERLINK(1),")).toBe(true);
	expect(others).toEqual([]);
});

test("nobody but the vendor's people sees the portfolio", async () => {
	const customer = await createCustomer(keyturn, [{ casino: north.casino.id, roles: ["executive_sponsor"] }]);
	await expect(readPortfolioAs(keyturn, customer)).rejects.toMatchObject({ status: 403 });
	for (const path of ["/portfolio", "/exports/portfolio.csv"]) {
		expect((await keyturn.rest("GET", path)).status).toBe(401);
		expect((await keyturn.rest("GET", path, { as: customer })).status).toBe(403);
	}
});

test("many are given a manager at once by those who run onboardings, and by nobody else", async () => {
	const other = await createVendor(keyturn, "manager");
	const finance = await createVendor(keyturn, "finance");
	const ids = [north.onboarding.id, south.onboarding.id];
	const address = new URLSearchParams({ "where[id][in]": ids.join(), depth: "0" });
	const set = (as: Person) =>
		keyturn.rest("PATCH", `/onboardings?${address}`, { as, body: { manager: other.user.id } });
	const managers = async () =>
		(await run("SELECT DISTINCT manager_id AS id FROM onboardings WHERE id = ANY($1)", [ids])).rows.map(({ id }) => id);
	expect((await set(finance)).status).toBe(403);
	expect(await managers()).not.toContain(other.user.id);
	const { status, body } = await set(manager);
	expect([status, (body as { errors: unknown[] }).errors]).toEqual([200, []]);
	expect(await managers()).toEqual([other.user.id]);
	const { rows } = await run(
		"SELECT document FROM audit_entries WHERE collection = 'onboardings' AND document = ANY($1) AND after ->> 'manager' = $2",
		[ids, other.user.id],
	);
	expect(new Set(rows.map(({ document }) => document))).toEqual(new Set(ids));
});

test("more leads than a list can hold are counted, and found by the search", async () => {
	await run(
		`INSERT INTO onboardings (casino_id, status, health, gate_standard, operations_lead_name, operations_lead_email)
		 SELECT $1, 'open', 'green', 'paid', 'Lead ' || n || '.', 'lead@' || n || '.example' FROM generate_series(1, 520) n`,
		[north.casino.id],
	);
	const { choices } = await readPortfolioAs(keyturn, manager);
	expect(choices.leads).toHaveLength(500);
	expect(choices.moreLeads).toBeGreaterThanOrEqual(20);
	expect((await readPortfolioAs(keyturn, manager, "q=Lead%20519.")).total).toBe(1);
});
