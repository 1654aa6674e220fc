import type { Where } from "payload";
import { stringify } from "qs-esm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asSystem } from "@/access/authority";
import type { Slug } from "@/slugs";
import { createCustomer, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { hiddenFields } from "./hiddenFields";
import { createRow, createWorld, removeFiles, storedRow, type World } from "./world";

let keyturn: Keyturn;
let world: World;
let pitBoss: Person;
let financeContact: Person;
/** In the own casino and in the foreign one. */
let commuter: Person;
let auditor: Person;
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
		for (const [slug, fields] of Object.entries(hiddenFields)) {
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
		const filter = async (person: Person) =>
			keyturn.rest("GET", "/invoices?where[amountDue][equals]=120000", { as: person });
		const found = (await filter(financeContact)).body as { docs: { id: string }[] };
		expect(found.docs.map(({ id }) => id)).toEqual([world.own.ids.invoices]);
		expect((await filter(commuter)).status).toBe(400);
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
