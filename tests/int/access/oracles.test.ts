import type { Where } from "payload";
import { stringify } from "qs-esm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asSystem, asUser } from "@/access/authority";
import type { Slug } from "@/slugs";
import { createCustomer, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { type Door, doorNames, type Outcome, openDoor } from "./doors";
import { askerOf, createRow, createWorld, removeFiles, storedRow, type World } from "./world";

let keyturn: Keyturn;
let world: World;
let pitBoss: Person;
let financeContact: Person;
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
	financeContact = await createCustomer(keyturn, [{ casino: own, roles: ["finance_contact"] }]);
	commuter = await createCustomer(keyturn, [
		{ casino: own, roles: ["finance_contact", "casino_admin"] },
		{ casino: foreign, roles: ["pit_boss"] },
	]);
	auditor = await createVendor(keyturn, "auditor");
	companyName = String((await storedRow(world, "companies", world.own.owner.company))?.name);
	await keyturn.payload.update({
		collection: "staff",
		id: world.own.ids.staff,
		data: { user: commuter.user.id },
		...asSystem(await keyturn.requestOf(), "test"),
	});
});
afterAll(async () => {
	await removeFiles(world);
	await keyturn.stop();
});

/** Fields a pit boss may not read, by collection. */
const hidden: Partial<Record<Slug, string[]>> = {
	invoices: [
		"amountDue",
		"amountPaid",
		"amountRefunded",
		"purchaserEmail",
		"hostedUrl",
		"paymentFailedAt",
		"reversals",
		"stripeInvoiceId",
		"stripePaymentIntentId",
		"xeroInvoiceId",
		"po.number",
		"po.reason",
		"po.approvedBy",
		"po.secondApprover",
	],
	contracts: ["notes"],
	casinos: ["notes", "paymentStanding"],
	onboardings: ["notes"],
	"check-ins": ["notes", "outcome"],
	"provisioning-runs": ["error", "undoReason", "claim", "leaseUntil"],
	"provisioning-steps": ["evidence", "error", "reason"],
	subscriptions: ["stripeSubscriptionId", "stripeCustomerId"],
	users: ["hash", "salt", "sessions", "resetPasswordToken", "loginAttempts", "lockUntil", "memberships.roles"],
};
const hiddenFields = Object.entries(hidden).flatMap(([slug, fields]) =>
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
	it.each(hiddenFields)("a pit boss neither filters nor sorts %s by %s", async (slug, field) => {
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
		for (const slug of ["invoices", "contracts", "onboardings", "casinos", "staff", "users", "media"] as const) {
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

const keysOf = (value: unknown, prefix = ""): string[] =>
	typeof value === "object" && value !== null && !Array.isArray(value)
		? Object.entries(value).flatMap(([key, inner]) => [`${prefix}${key}`, ...keysOf(inner, `${prefix}${key}.`)])
		: [];

describe("what is read", () => {
	const queries = [
		"",
		"?depth=2",
		"?draft=true",
		"?limit=0",
		"?select[casino]=true&select[amountDue]=true&select[notes]=true",
	];

	it.each(queries)("has no hidden field for a pit boss: %s", async (query) => {
		for (const [slug, fields] of Object.entries(hidden)) {
			const path = `/${slug}/${world.own.ids[slug as Slug]}${query}`;
			const { status, body } = await keyturn.rest("GET", path, { as: pitBoss });
			expect(status).toBe(200);
			// Payload shows an empty list in place of another's sessions.
			const isShown = (field: string) =>
				!["memberships.roles", "sessions"].includes(field) && keysOf(body).includes(field);
			const shown = fields.filter(isShown);
			expect(shown, slug).toEqual([]);
		}
	});

	it("has amounts for the finance contact, also when little is selected, and none where they hold another role", async () => {
		const amounts = async (person: Person, id: string) => {
			const { body } = await keyturn.rest("GET", `/invoices/${id}?select[amountDue]=true`, { as: person });
			return (body as { amountDue?: number }).amountDue;
		};
		expect(await amounts(financeContact, world.own.ids.invoices)).toBe(120_000);
		expect(await amounts(commuter, world.own.ids.invoices)).toBe(120_000);
		expect(await amounts(commuter, world.foreign.ids.invoices)).toBeUndefined();
		const filtered = doorOf("REST", financeContact).list("invoices", { where: { amountDue: { equals: 120_000 } } });
		expect((await filtered).docs?.map(({ id }) => id)).toEqual([world.own.ids.invoices]);
		await expectRefused([doorOf("REST", commuter).list("invoices", { where: { amountDue: { equals: 120_000 } } })]);
	});

	it("is populated with nothing that is not theirs", async () => {
		const { body } = await keyturn.rest(
			"GET",
			`/casinos/${world.own.ids.casinos}?depth=2&populate[companies][name]=true`,
			{
				as: pitBoss,
			},
		);
		expect((body as { company: unknown }).company).toBe(world.own.owner.company);
		const invoice = await keyturn.rest(
			"GET",
			`/invoices/${world.own.ids.invoices}?depth=2&populate[onboardings][notes]=true`,
			{
				as: pitBoss,
			},
		);
		expect(keysOf(invoice.body).filter((key) => key.endsWith("notes"))).toEqual([]);
	});
});

describe("a person of two casinos", () => {
	const membershipsOf = (user: unknown) =>
		(user as { memberships?: { casino: string | { id: string } }[] }).memberships?.map(({ casino }) =>
			typeof casino === "string" ? casino : casino.id,
		);

	it.each(["?depth=0", "?depth=2", "?select[name]=true", "?select[memberships]=true", "?draft=true"])(
		"shows one casino's people nothing of the other: %s",
		async (query) => {
			const one = await keyturn.rest("GET", `/users/${commuter.user.id}${query}`, { as: pitBoss });
			const list = await keyturn.rest("GET", `/users${query}&where[id][equals]=${commuter.user.id}`, { as: pitBoss });
			for (const user of [one.body, (list.body as { docs: unknown[] }).docs[0]]) {
				expect(membershipsOf(user)).toEqual([world.own.owner.casino]);
			}
			expect(JSON.stringify([one.body, list.body])).not.toContain(world.foreign.owner.casino);
		},
	);

	it("shows nothing of it where they are named in another record either", async () => {
		for (const query of ["depth=1", "depth=2", "depth=2&populate[users][memberships]=true"]) {
			const { status, body } = await keyturn.rest("GET", `/staff/${world.own.ids.staff}?${query}`, { as: pitBoss });
			expect([status, membershipsOf((body as { user: unknown }).user)]).toEqual([200, [world.own.owner.casino]]);
			expect(JSON.stringify(body)).not.toContain(world.foreign.owner.casino);
		}
	});

	it("keeps their sessions and secrets to themselves", async () => {
		for (const person of [pitBoss, auditor]) {
			const { body } = await keyturn.rest("GET", `/users/${commuter.user.id}?depth=0`, { as: person });
			expect((body as { sessions?: unknown[] }).sessions ?? []).toEqual([]);
			expect(keysOf(body).filter((key) => ["hash", "salt", "resetPasswordToken", "password"].includes(key))).toEqual(
				[],
			);
		}
	});

	it("sees both casinos themselves", async () => {
		const { body } = await keyturn.rest("GET", "/users/me?depth=0", { as: commuter });
		const { user } = body as { user: unknown };
		expect(membershipsOf(user)).toEqual([world.own.owner.casino, world.foreign.owner.casino]);
	});

	it("acts in each casino by the role held there", async () => {
		for (const [side, status] of [
			[world.own, 200],
			[world.foreign, 403],
		] as const) {
			const id = side.ids["casino-settings"];
			const before = await storedRow(world, "casino-settings", id);
			const answer = await keyturn.rest("PATCH", `/casino-settings/${id}`, {
				as: commuter,
				body: { defaultTravelBuffer: 77 },
			});
			expect(answer.status).toBe(status);
			const stored = (await storedRow(world, "casino-settings", id))?.defaultTravelBuffer;
			expect(stored).toBe(status === 200 ? 77 : before?.defaultTravelBuffer);
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

describe("bulk writes", () => {
	it("reach what the person may change and nothing else, and are told nothing by their filter", async () => {
		const foreign = world.foreign.ids.staff;
		const before = await storedRow(world, "staff", foreign);
		const query = (where: Where) => stringify({ where, depth: 0 }, { addQueryPrefix: true });
		const path = `/staff${query({ id: { in: [foreign, world.own.ids.staff] } })}`;
		const changed = await keyturn.rest("PATCH", path, { as: commuter, body: { name: "Renamed" } });
		expect((changed.body as { docs: { id: string }[] }).docs.map(({ id }) => id)).toEqual([world.own.ids.staff]);
		expect(await storedRow(world, "staff", foreign)).toEqual(before);
		for (const method of ["PATCH", "DELETE"]) {
			const where = query({ "user.email": { exists: true } });
			const probe = await keyturn.rest(method, `/staff${where}`, { as: commuter, body: { name: "Probed" } });
			expect([400, 403]).toContain(probe.status);
		}
		const removed = await keyturn.rest("DELETE", path, { as: commuter });
		expect(removed.status).toBe(403);
		expect(await storedRow(world, "staff", world.own.ids.staff)).toMatchObject({ name: "Renamed" });
	});

	it("do not let a person of another casino be renamed", async () => {
		const stranger = await createRow(keyturn, "users", world.foreign.owner);
		const before = await storedRow(world, "users", stranger);
		await keyturn.rest("PATCH", "/users?where[id][exists]=true", { as: commuter, body: { name: "Renamed" } });
		expect(await storedRow(world, "users", stranger)).toEqual(before);
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
