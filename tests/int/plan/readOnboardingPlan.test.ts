import { afterAll, beforeAll, expect, test } from "vitest";
import type { CustomerRole } from "@/access/roles";
import type { OnboardingPlan } from "@/operations/plan/onboardingPlan";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { countStatements } from "../views/countStatements";

let keyturn: Keyturn;
let ops: Person;
let north: CustomerSetup;

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops", { name: "Olga Ops" });
	north = await createCustomerSetup(keyturn, { name: "north" });
});
afterAll(() => keyturn?.stop());

const run = (text: string, values: unknown[] = []) => keyturn.payload.db.pool.query(text, values);
const memberOf = ({ casino }: CustomerSetup, name: string, ...roles: CustomerRole[]) =>
	createCustomer(keyturn, [{ casino: casino.id, roles }], { name });

async function read(onboardingId: string, as: Person) {
	const { readOnboardingPlan } = await import("@/operations/plan/readOnboardingPlan");
	const req = await keyturn.requestOf(as.user);
	return countStatements(keyturn, () => readOnboardingPlan({ req, onboardingId }));
}

const itemOf = (plan: OnboardingPlan, key: string) => plan.items.find((item) => item.key === key);

/** Somebody of the vendor's has worked on an item that the customer sees, and left words of their own on it. */
async function writeInnerWords(onboarding: string): Promise<void> {
	await run(
		`UPDATE checklist_items SET assignee_id = $2, done_by_id = $2, note = 'inner note', snooze_reason = 'inner snooze', says = 'inner finding',
			minutes_taken = 33 WHERE onboarding_id = $1`,
		[onboarding, ops.user.id],
	);
	await run(
		`UPDATE onboardings SET forecast_because = 'inner cause', health = 'red', health_since = now(),
			health_reasons = '[{"rule":"waiting_long","level":"red","value":"1","says":"inner reason","record":null,"since":"2026-01-01T00:00:00.000Z"}]'
		 WHERE id = $1`,
		[onboarding],
	);
	await run(
		`INSERT INTO pilot_issues (casino_id, onboarding_id, title, severity, status, found_at, outcome, roadmap_link, owner_id)
		 SELECT casino_id, id, 'Slow search', 'major', 'triaged', now(), 'roadmap', 'https://inner.example', $2 FROM onboardings WHERE id = $1`,
		[onboarding, ops.user.id],
	);
}

test("the vendor's people read every phase and item, who does it, by when, and what it waits for", async () => {
	const { result: plan } = await read(north.onboarding.id, ops);
	expect(plan.casino.name).toBe("north");
	expect(plan.playbook).toMatchObject({ name: "Casino floor", version: 1 });
	expect(plan.phases.map(({ key }) => key)).toEqual([
		"contracting",
		"provisioning",
		"floor",
		"training_pilot",
		"go_live",
	]);
	expect(plan.phases.reduce((sum, { items }) => sum + items, 0)).toBe(
		plan.items.filter(({ status }) => status !== "not_needed").length,
	);
	const cashiers = itemOf(plan, "cashiers_trained");
	const decision = itemOf(plan, "cashiers_in_scope");
	expect(decision?.choices).toEqual(["yes", "no"]);
	expect(cashiers?.waitsFor).toEqual([{ id: decision?.id, title: decision?.title, kind: "decision" }]);
	expect(plan.items.some(({ dueAt }) => dueAt !== null)).toBe(true);
	expect(plan.isRedacted).toBe(false);
});

test("a customer's person reads the items that are for them, without the vendor's words and names", async () => {
	const setup = await createCustomerSetup(keyturn);
	await writeInnerWords(setup.onboarding.id);
	const sponsor = await memberOf(setup, "Sven Sponsor", "executive_sponsor");
	const { result: all } = await read(setup.onboarding.id, ops);
	const { result: theirs } = await read(setup.onboarding.id, sponsor);
	expect(JSON.stringify(all)).toContain("inner");
	expect(JSON.stringify(theirs)).not.toMatch(/inner|Olga/);
	expect(theirs.items.length).toBeGreaterThan(0);
	expect(theirs.items.every(({ isVisibleToCustomer }) => isVisibleToCustomer)).toBe(true);
	expect(theirs.items.length).toBeLessThan(all.items.length);
	expect(theirs.items.every(({ minutesTaken, doneBy, assignee }) => !minutesTaken && !doneBy && !assignee)).toBe(true);
	expect(theirs.health).toMatchObject({ level: "red", reasons: [], needsAcknowledgement: false });
	expect(theirs.issues).toMatchObject([{ title: "Slow search", outcome: null, roadmapLink: null, owner: null }]);
	expect(theirs.people.vendor).toEqual([]);
	expect(theirs.isRedacted).toBe(true);
});

test("an item that waits for one the customer does not see says only that something is in the way", async () => {
	const setup = await createCustomerSetup(keyturn);
	const { result: all } = await read(setup.onboarding.id, ops);
	const hidden = all.items.find(({ isVisibleToCustomer, status }) => !isVisibleToCustomer && status === "open");
	const shown = all.items.find(({ isVisibleToCustomer, status }) => isVisibleToCustomer && status === "open");
	await run("UPDATE checklist_items SET rule = jsonb_set(rule, '{after}', $2::jsonb) WHERE id = $1", [
		shown?.id,
		JSON.stringify([hidden?.key]),
	]);
	const { result: theirs } = await read(setup.onboarding.id, await memberOf(setup, "Pia", "pit_boss"));
	expect(itemOf(theirs, shown?.key ?? "")?.waitsFor).toEqual([
		{ id: null, title: "Something on our side", kind: "comes_first" },
	]);
	expect(JSON.stringify(theirs)).not.toContain(hidden?.title);
});

test("the customer's own people are named to each other", async () => {
	const setup = await createCustomerSetup(keyturn);
	const lead = await memberOf(setup, "Lena Lead", "operations_lead");
	await run(
		"UPDATE checklist_items SET assignee_id = $2, done_by_id = $2 WHERE onboarding_id = $1 AND owner = 'customer' AND visible_to_customer",
		[setup.onboarding.id, lead.user.id],
	);
	const { result } = await read(setup.onboarding.id, await memberOf(setup, "Pia", "pit_boss"));
	const mine = result.items.filter(({ owner }) => owner === "customer");
	expect(mine.length).toBeGreaterThan(0);
	expect(mine.every(({ assignee, doneBy }) => assignee?.name === "Lena Lead" && doneBy?.name === "Lena Lead")).toBe(
		true,
	);
});

test("who is of another casino, and who is nobody, is refused as if there were no such onboarding", async () => {
	const other = await createCustomerSetup(keyturn);
	const stranger = await memberOf(other, "Stranger", "executive_sponsor", "casino_admin");
	await expect(read(north.onboarding.id, stranger)).rejects.toMatchObject({ status: 404 });
	await expect(read("00000000-0000-4000-8000-000000000000", stranger)).rejects.toMatchObject({ status: 404 });
	expect((await keyturn.rest("GET", `/onboardings/${north.onboarding.id}/page`)).status).toBe(401);
	expect((await keyturn.rest("GET", `/onboardings/${north.onboarding.id}/page`, { as: stranger })).status).toBe(404);
});

test("it is one statement, however much there is; the whole page is three", async () => {
	const { readOnboardingPage } = await import("@/operations/plan/readOnboardingPage");
	const setup = await createCustomerSetup(keyturn);
	expect((await read(setup.onboarding.id, ops)).statements).toBe(1);
	const { casino, onboarding } = setup;
	await run(
		`INSERT INTO waits (casino_id, onboarding_id, "on", what, since) SELECT $1, $2, 'customer', 'papers ' || n, now() - n * interval '1 day'
		 FROM generate_series(1, 30) n`,
		[casino.id, onboarding.id],
	);
	await run(
		`INSERT INTO spot_checks (casino_id, onboarding_id, task, seconds, observed_at) SELECT $1, $2, 'find_player', n, now() FROM generate_series(1, 250) n`,
		[casino.id, onboarding.id],
	);
	await run(
		`INSERT INTO staff (casino_id, name, email, role, status) SELECT $1, 'P ' || n, 'p' || n || '@list.example', 'cashier', 'active' FROM generate_series(1, 250) n`,
		[casino.id],
	);
	const { result, statements } = await read(onboarding.id, ops);
	expect([statements, result.waits.length, result.spotChecks.length, result.people.roster.length]).toEqual([
		...[1, 30, 250, 250],
	]);
	const req = await keyturn.requestOf(ops.user);
	const page = await countStatements(keyturn, () => readOnboardingPage({ req, onboardingId: onboarding.id }));
	expect(page.statements).toBe(3);
});

test("waiting for others is taken off the time, and the weeks are measured against their thresholds", async () => {
	const setup = await createCustomerSetup(keyturn);
	const { casino, onboarding } = setup;
	await run("UPDATE onboardings SET created_at = now() - interval '10 days' WHERE id = $1", [onboarding.id]);
	await run(
		`INSERT INTO waits (casino_id, onboarding_id, "on", what, since, until) VALUES ($1, $2, 'customer', 'papers', now() - interval '6 days', now() - interval '2 days')`,
		[casino.id, onboarding.id],
	);
	await run(
		`INSERT INTO adoption_reports (casino_id, onboarding_id, week, starts_on, source, shifts_recorded, shifts_in_scope, tables_used, tables_in_scope, entries, exceptions, measured_scope)
		 VALUES ($1, $2, 1, '2026-01-05', 'entered', 13, 21, 8, 10, 400, 3, 'Main pit'), ($1, $2, 2, '2026-01-12', 'entered', 17, 21, 9, 10, 500, 1, 'Main pit')`,
		[casino.id, onboarding.id],
	);
	const { result } = await read(onboarding.id, ops);
	const days = (ms: number) => Math.round(ms / 86_400_000);
	expect([days(result.time.total), days(result.time.waitingOnCustomer), days(result.time.ours)]).toEqual([10, 4, 6]);
	expect(result.adoption.weeks.map(({ percent, threshold, meets }) => [percent, threshold, meets])).toEqual([
		[61, 60, true],
		[80, 85, false],
	]);
});

test("it says which items the reader may act on: theirs, those of their role, and no signature but their own", async () => {
	const setup = await createCustomerSetup(keyturn);
	const keysFor = async (as: Person) => {
		const { result } = await read(setup.onboarding.id, as);
		return new Set(result.items.filter(({ mayAct }) => mayAct).map(({ key }) => key));
	};
	const { result: all } = await read(setup.onboarding.id, ops);
	const signed = all.items.filter(({ evidence, responsible, accountable }) => {
		return evidence === "signature" && responsible === "executive_sponsor" && accountable !== "ops";
	});
	expect(signed.length).toBeGreaterThan(0);
	const [asOps, asAuditor] = [await keysFor(ops), await keysFor(await createVendor(keyturn, "auditor"))];
	const asSponsor = await keysFor(await memberOf(setup, "Sven", "executive_sponsor"));
	expect(signed.every(({ key }) => asSponsor.has(key) && !asOps.has(key))).toBe(true);
	expect(asOps.has("start_clean")).toBe(true);
	expect(asSponsor.has("start_clean")).toBe(false);
	expect(asAuditor.size).toBe(0);
});
