import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import type { CustomerRole } from "@/access/roles";
import type { PortalCasino } from "@/operations/views/readPortalHome";
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
let own: CustomerSetup;
let foreign: CustomerSetup;

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops", { name: "Olga Inner" });
	own = await createCustomerSetup(keyturn, { name: "own-house" });
	foreign = await createCustomerSetup(keyturn, { name: "foreign-house" });
});
afterAll(() => keyturn?.stop());

const run = (text: string, values: unknown[] = []) => keyturn.payload.db.pool.query(text, values);
const memberOf = ({ casino }: CustomerSetup, name: string, ...roles: CustomerRole[]) =>
	createCustomer(keyturn, [{ casino: casino.id, roles }], { name });

/** With the memberships they hold now, not those they were created with. */
async function homeOf({ user }: Person) {
	const { readPortalHome } = await import("@/operations/views/readPortalHome");
	const system = asSystem(await keyturn.requestOf(), "test");
	const now = await keyturn.payload.findByID({ collection: "users", id: user.id, depth: 0, ...system });
	const req = await keyturn.requestOf({ ...now, collection: "users" });
	return countStatements(keyturn, () => readPortalHome({ req }));
}

async function casinoOf(person: Person, setup = own): Promise<PortalCasino> {
	const { result } = await homeOf(person);
	const casino = result.casinos.find(({ id }) => id === setup.casino.id);
	if (!casino) throw new Error("The casino is not shown.");
	return casino;
}

/** What the vendor keeps to itself, in every place that a customer's page is read from. */
async function writeInnerWords({ onboarding, casino }: CustomerSetup): Promise<void> {
	await run(
		`UPDATE checklist_items SET assignee_id = $2, note = 'inner note', snooze_reason = 'inner snooze', says = 'inner finding',
			minutes_taken = 33, found_in = '{"collection":"risks","id":"inner-risk"}' WHERE onboarding_id = $1`,
		[onboarding.id, ops.user.id],
	);
	await run(
		`UPDATE checklist_items SET status = 'done', done_at = now(), done_by_id = $2, signed_name = 'inner signature'
		 WHERE onboarding_id = $1 AND owner = 'vendor' AND evidence = 'signature'`,
		[onboarding.id, ops.user.id],
	);
	await run(
		`UPDATE checklist_items SET title = 'inner item', visible_to_customer = false WHERE onboarding_id = $1 AND key = 'floor_synced'`,
		[onboarding.id],
	);
	await run(
		`UPDATE onboardings SET forecast_because = 'inner cause', notes = 'inner notes', manager_id = $2, health = 'red',
			health_reasons = '[{"rule":"waiting_long","level":"red","value":"1","says":"inner reason","record":null,"since":"2026-01-01T00:00:00.000Z"}]'
		 WHERE id = $1`,
		[onboarding.id, ops.user.id],
	);
	await run("UPDATE checklists SET closed_by_id = $2 WHERE onboarding_id = $1", [onboarding.id, ops.user.id]);
	await run(
		`INSERT INTO pilot_issues (casino_id, onboarding_id, title, severity, status, found_at, outcome, roadmap_link, owner_id)
		 VALUES ($1, $2, 'Slow search', 'major', 'triaged', now(), 'roadmap', 'https://inner.example', $3)`,
		[casino.id, onboarding.id, ops.user.id],
	);
	await run(
		`INSERT INTO decisions (casino_id, onboarding_id, item_id, kind, status, title, reason, requested_by_id, expires_at)
		 SELECT $1, $2, i.id, 'waiver', 'proposed', 'inner waiver', 'inner reason', $3, now() + interval '1 day'
		 FROM checklist_items i WHERE i.onboarding_id = $2 AND i.key = 'scope_and_success_criteria'`,
		[casino.id, onboarding.id, ops.user.id],
	);
}

describe("what a customer's page is made from", () => {
	test("says nothing of other casinos, and nothing that the vendor keeps to itself, to any role", async () => {
		await writeInnerWords(own);
		await writeInnerWords(foreign);
		await memberOf(foreign, "Fiona Foreign", "operations_lead");
		for (const role of [
			"executive_sponsor",
			"operations_lead",
			"compliance_lead",
			"casino_admin",
			"cashier",
		] as const) {
			const { result } = await homeOf(await memberOf(own, `Own ${role}`, role));
			const text = JSON.stringify(result);
			expect(result.casinos.map(({ id }) => id)).toEqual([own.casino.id]);
			expect(text).not.toMatch(/inner|Olga|foreign|Fiona/i);
			expect(text).not.toContain(foreign.onboarding.id);
			// What is owed is not part of the page, whoever reads it.
			expect(text).not.toContain("amountDue");
		}
		const sponsor = await casinoOf(await memberOf(own, "Sven", "executive_sponsor"));
		expect(sponsor.plan?.items.length).toBeGreaterThan(20);
		expect(sponsor.plan?.items.every(({ isVisibleToCustomer }) => isVisibleToCustomer)).toBe(true);
	});

	test("names who was invited to those who may read invitations only", async () => {
		await keyturn.rest("POST", "/staff-invites", {
			as: ops,
			body: { casino: own.casino.id, email: "cora@own.example", name: "Cora", role: "compliance_lead" },
		});
		const invitedFor = async (role: CustomerRole) =>
			(await casinoOf(await memberOf(own, role, role))).plan?.people.invited.map(({ name }) => name);
		expect(await invitedFor("casino_admin")).toEqual(["Cora"]);
		expect(await invitedFor("cashier")).toEqual([]);
	});

	test("shows each casino of somebody who belongs to two, with the roles they hold there", async () => {
		const both = await createCustomer(keyturn, [
			{ casino: own.casino.id, roles: ["executive_sponsor"] },
			{ casino: foreign.casino.id, roles: ["pit_boss"] },
		]);
		const { result } = await homeOf(both);
		const acts = ({ plan }: PortalCasino) => plan?.items.filter(({ mayAct }) => mayAct).length ?? 0;
		const [theirs, others] = [own, foreign].map(({ casino }) => result.casinos.find(({ id }) => id === casino.id));
		expect([theirs?.roles, others?.roles]).toEqual([["executive_sponsor"], ["pit_boss"]]);
		// A role held in one casino gives nothing in the other.
		expect(theirs && acts(theirs)).toBeGreaterThan(0);
		expect(others && acts(others)).toBe(0);
	});

	test("ends with the membership, and reads in as many statements for one casino as for two", async () => {
		const person = await memberOf(own, "Lena Leaves", "operations_lead");
		const one = await homeOf(person);
		await keyturn.rest("PATCH", `/users/${person.user.id}`, {
			as: ops,
			body: {
				memberships: [
					{ casino: own.casino.id, roles: ["operations_lead"] },
					{ casino: foreign.casino.id, roles: ["operations_lead"] },
				],
			},
		});
		const two = await homeOf(person);
		expect([one.result.casinos.length, two.result.casinos.length]).toEqual([1, 2]);
		expect(two.statements).toBe(one.statements);
		await keyturn.rest("PATCH", `/users/${person.user.id}`, { as: ops, body: { memberships: [] } });
		expect((await homeOf(person)).result.casinos).toEqual([]);
	});

	test("lists each person once, with an account or without, and whom the papers name", async () => {
		const setup = await createCustomerSetup(keyturn, { name: "people-house" });
		await memberOf(setup, "Otto Lead", "operations_lead");
		const sponsor = await memberOf(setup, "Selma", "executive_sponsor");
		const { people, mayInvite } = await casinoOf(sponsor, setup);
		expect(people.map(({ name, status, isYou }) => [name, status, isYou]).sort()).toEqual([
			["Ada Admin", "named", false],
			["Otto Lead", "active", false],
			["Selma", "active", true],
		]);
		expect(mayInvite).toBe(false);
		expect((await casinoOf(await memberOf(setup, "Ada Admin", "casino_admin"), setup)).mayInvite).toBe(true);
	});
});
