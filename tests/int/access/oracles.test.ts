import type { Where } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asUser } from "@/access/authority";
import { allSlugs, type Slug } from "@/slugs";
import { createCustomer, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { type Door, doorNames, type Outcome, openDoor } from "./doors";
import { expected } from "./expectations";
import { hiddenFields } from "./hiddenFields";
import { askerOf, createWorld, removeFiles, storedRow, type World } from "./world";

let keyturn: Keyturn;
let world: World;
let pitBoss: Person;
/** In the own casino and in the foreign one. */
let commuter: Person;
let auditor: Person;
let companyName: string;
beforeAll(async () => {
	keyturn = await startKeyturn();
	world = await createWorld(keyturn);
	const own = world.own.owner.casino;
	const foreign = world.foreign.owner.casino;
	pitBoss = await createCustomer(keyturn, [{ casino: own, roles: ["pit_boss"] }]);
	commuter = await createCustomer(keyturn, [
		{ casino: own, roles: ["finance_contact", "casino_admin"] },
		{ casino: foreign, roles: ["pit_boss"] },
	]);
	auditor = await createVendor(keyturn, "auditor");
	companyName = String((await storedRow(world, "companies", world.own.owner.company))?.name);
});
afterAll(async () => {
	await removeFiles(world);
	await keyturn.stop();
});

const cells = Object.entries(hiddenFields).flatMap(([slug, fields]) =>
	fields.map((field): [Slug, string] => [slug as Slug, field]),
);

const doorOf = (name: (typeof doorNames)[number], person: Person) => openDoor(name, world, askerOf(person));

/** Two questions whose answers differ for whoever may ask: here neither is answered. */
async function expectRefused(asked: Promise<Outcome>[], what = "a question"): Promise<void> {
	for (const { status, docs, total } of await Promise.all(asked)) {
		expect([400, 403], what).toContain(status);
		expect([docs, total], what).toEqual([undefined, undefined]);
	}
}

describe.each(doorNames)("through the %s", (name) => {
	it.each(cells)("a pit boss neither filters nor sorts %s by %s", async (slug, field) => {
		const door = doorOf(name, pitBoss);
		const wheres: Where[] = [
			{ [field]: { exists: true } },
			{ [field]: { exists: false } },
			{ or: [{ id: { exists: true } }, { and: [{ [field]: { exists: true } }] }] },
			{ OR: [{ AND: [{ [field.replaceAll(".", "__")]: { exists: true } }] }] },
		];
		await expectRefused(wheres.flatMap((where) => [door.list(slug, { where }), door.count(slug, { where })]));
		await expectRefused([door.list(slug, { sort: field }), door.list(slug, { sort: `id,-${field}` })]);
	});

	it.each<[Slug, string, unknown]>([
		["invoices", "casino.company.name", "companyName"],
		["invoices", "casino.name", "x"],
		["invoices", "onboarding.notes", "x"],
		["provisioning-steps", "run.error", "x"],
		["entitlements", "contract.notes", "x"],
		["entitlements", "plan.price", 900],
		["casinos", "company.billingEmail", "x"],
		["staff", "user.email", "x"],
		["staff", "user.memberships.casino", "foreign"],
		["users", "memberships.casino", "foreign"],
		["users", "memberships", "foreign"],
		["contracts", "file.filename", "x"],
		["media", "casino.status", "x"],
		["onboardings", "manager.email", "x"],
		["onboardings", "playbook.name", "x"],
		["onboardings", "pilot.areas.name", "x"],
		["training-sessions", "attendees.person.email", "x"],
		["checklist-items", "doneBy.email", "x"],
		["spot-checks", "performedBy.email", "x"],
		["gaming-tables", "area.name", "x"],
	])("nobody of a customer's asks %s by %s", async (slug, path, value) => {
		const named: Record<string, unknown> = { companyName, foreign: world.foreign.owner.casino };
		const door = doorOf(name, commuter);
		const wheres: Where[] = [
			{ [path]: { equals: named[String(value)] ?? value } },
			{ [path]: { not_equals: named[String(value)] ?? value } },
			{ Or: [{ [path]: { exists: true } }] } as unknown as Where,
		];
		await expectRefused(wheres.flatMap((where) => [door.list(slug, { where }), door.count(slug, { where })]));
		await expectRefused([door.list(slug, { sort: path })]);
	});

	it("versions are asked no more than records", async () => {
		const door = doorOf(name, pitBoss);
		const paths = ["version.notes", "version.casino.company.name", "version.plan.price", "parent.notes"];
		await expectRefused(
			paths.flatMap((path) => [
				door.versions("contracts", { where: { [path]: { exists: true } } }),
				door.versions("contracts", { sort: path }),
			]),
		);
		const foreign: Where = { "version.casino": { equals: world.foreign.owner.casino } };
		const parent: Where = { parent: { equals: world.foreign.ids.contracts } };
		for (const where of [foreign, parent, { or: [foreign, parent] }]) {
			expect(await door.versions("contracts", { where })).toMatchObject({ status: 200, docs: [], total: 0 });
		}
	});

	it("a foreign row is nowhere, whatever the filter says", async () => {
		const door = doorOf(name, pitBoss);
		const theirs = allSlugs.filter((slug) => expected(slug, "pit_boss").includes("r"));
		for (const slug of theirs) {
			const id = { equals: world.foreign.ids[slug] };
			const wheres: Where[] = [
				{ id },
				{ and: [{ id }] },
				{ or: [{ id }, { id: { equals: "00000000-0000-4000-8000-000000000000" } }] },
			];
			if (!["casinos", "users"].includes(slug)) wheres.push({ casino: { equals: world.foreign.owner.casino } });
			for (const where of wheres) {
				expect(await door.list(slug, { where }), slug).toMatchObject({ status: 200, docs: [], total: 0 });
				expect(await door.count(slug, { where }), slug).toMatchObject({ status: 200, total: 0 });
			}
			const both = await door.list(slug, {
				where: { or: [{ id }, { id: { equals: world.own.ids[slug] } }] },
				limit: 0,
			});
			expect(both.docs?.map((row) => row.id)).toEqual([world.own.ids[slug]]);
		}
	});

	it("an auditor does not feel for secrets by filtering", async () => {
		const door = doorOf(name, auditor);
		const secrets: [Slug, string][] = [
			["users", "resetPasswordToken"],
			["users", "hash"],
			["users", "salt"],
			["users", "sessions.id"],
			["staff-invites", "tokenHash"],
			["api-clients", "keyHash"],
			["staff", "user.resetPasswordToken"],
			["invoices", "po.approvedBy.resetPasswordToken"],
			["invoices", "po.approvedBy.sessions.id"],
			["messages", "invite.tokenHash"],
			["provisioning-runs", "claim"],
			["onboardings", "manager.resetPasswordToken"],
			["checklist-items", "assignee.sessions.id"],
			["decisions", "decidedBy.resetPasswordToken"],
			["playbook-versions", "publishedBy.hash"],
			["waits", "item.assignee.resetPasswordToken"],
		];
		for (const [slug, path] of secrets) {
			await expectRefused(
				[
					door.list(slug, { where: { [path]: { like: "a" } } }),
					door.count(slug, { where: { [path]: { exists: true } } }),
					door.list(slug, { sort: path }),
				],
				`${slug} by ${path}`,
			);
		}
	});
});

describe("distinct values", () => {
	const distinct = async (person: Person, slug: Slug, field: string) =>
		keyturn.payload
			.findDistinct({
				collection: slug as "invoices",
				field: field as "id",
				...asUser(await keyturn.requestOf(person.user)),
			})
			.then(({ values }) => values.map((value) => (value as Record<string, unknown>)[field]));

	it("are of what they may read", async () => {
		expect(await distinct(pitBoss, "invoices", "casino")).toEqual([world.own.owner.casino]);
	});

	it.each<[Slug, string]>([
		["invoices", "amountDue"],
		["invoices", "casino.company.name"],
		["contracts", "notes"],
		["users", "memberships.casino"],
		["users", "hash"],
		["staff", "user.email"],
	])("are not of %s %s", async (slug, field) => {
		await expect(distinct(pitBoss, slug, field)).rejects.toMatchObject({ status: expect.any(Number) });
	});
});

describe("versions", () => {
	it("are restored by the vendor's people alone, and an unknown one is refused like a foreign one", async () => {
		const of = async (id: string) =>
			(await world.sql<{ id: string }>("SELECT id FROM _casino_settings_v WHERE parent_id = $1 LIMIT 1", [id]))[0]?.id;
		const ids = [
			await of(world.own.ids["casino-settings"]),
			await of(world.foreign.ids["casino-settings"]),
			"00000000-0000-4000-8000-000000000000",
		];
		const answers = [];
		for (const id of ids)
			answers.push((await keyturn.rest("POST", `/casino-settings/versions/${id}`, { as: commuter })).status);
		expect(answers).toEqual([403, 403, 403]);
	});
});

it("answers the access of roles without asking the database", async () => {
	const door: Door = doorOf("REST", pitBoss);
	await door.list("invoices");
	const { pool } = keyturn.payload.db;
	const asked: unknown[] = [];
	const query = pool.query;
	pool.query = ((...input: unknown[]) => {
		asked.push(input[0]);
		return (query as (...values: unknown[]) => unknown).apply(pool, input);
	}) as typeof pool.query;
	try {
		const req = await keyturn.requestOf(pitBoss.user);
		for (const { access, fields } of keyturn.payload.config.collections) {
			for (const rule of [access.create, access.read, access.update, access.delete, access.readVersions])
				await rule?.({ req });
			for (const field of fields) if ("access" in field) await field.access?.read?.({ req });
		}
	} finally {
		pool.query = query;
	}
	expect(asked).toEqual([]);
});
