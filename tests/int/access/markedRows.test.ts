import type { Where } from "payload";
import { stringify } from "qs-esm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asUser } from "@/access/authority";
import { customerRoles } from "@/access/roles";
import { allSlugs, type Slug } from "@/slugs";
import { createCustomer, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { doorNames, openDoor } from "./doors";
import { expected, marked } from "./expectations";
import {
	type Asker,
	askerOf,
	createRow,
	createService,
	createWorld,
	removeFiles,
	storedRow,
	type World,
} from "./world";

/** What the vendor keeps to itself in collections whose other rows a customer sees. */
let keyturn: Keyturn;
let world: World;
/** Holds every role of a customer's. */
let customer: Person;
let ops: Person;
let service: Asker;
const secret = "Nobody at the customer's may read this";
let hidden: string;
let wait: string;
let decision: string;
beforeAll(async () => {
	keyturn = await startKeyturn();
	world = await createWorld(keyturn);
	const { owner } = world.own;
	customer = await createCustomer(keyturn, [{ casino: owner.casino, roles: [...customerRoles] }]);
	ops = await createVendor(keyturn, "ops");
	const readable = allSlugs.filter((slug) => expected(slug, "service") === "r").map((slug) => `${slug}:read` as never);
	service = await createService(world, readable, new Date(Date.now() + 86_400_000).toISOString());
	hidden = await createRow(keyturn, "checklist-items", owner, { visibleToCustomer: false, title: secret });
	wait = await createRow(keyturn, "waits", { ...owner, item: hidden });
	decision = await createRow(keyturn, "decisions", { ...owner, item: hidden });
});
afterAll(async () => {
	await removeFiles(world);
	await keyturn.stop();
});

const unmarkedOf = (slug: Slug) => String(world.own.unmarked.get(slug));

describe.each(doorNames)("through the %s", (name) => {
	describe.each(marked)("an unmarked row of %s", (slug) => {
		it("is answered to a customer as one that does not exist, and shown to the vendor", async () => {
			const door = openDoor(name, world, askerOf(customer));
			const id = unmarkedOf(slug);
			const madeUp = "00000000-0000-4000-8000-000000000000";
			expect(await door.read(slug, id)).toEqual(await door.read(slug, madeUp));
			expect((await door.read(slug, id)).status).toBe(404);
			expect((await door.read(slug, world.own.ids[slug])).status).toBe(200);
			expect((await openDoor(name, world, askerOf(ops)).read(slug, id)).status).toBe(200);
		});

		it("is in no list and no count of a customer's, whatever they ask for", async () => {
			const door = openDoor(name, world, askerOf(customer));
			const id = unmarkedOf(slug);
			const wheres: Where[] = [
				{ id: { equals: id } },
				{ visibleToCustomer: { equals: false } },
				{ visibleToCustomer: { not_equals: true } },
				{ visibleToCustomer: { exists: false } },
				{ or: [{ id: { equals: id } }, { visibleToCustomer: { equals: false } }] },
				{ and: [{ casino: { equals: world.own.owner.casino } }, { visibleToCustomer: { equals: false } }] },
			];
			for (const where of wheres) {
				expect(await door.list(slug, { where })).toMatchObject({ status: 200, docs: [], total: 0 });
				expect(await door.count(slug, { where })).toMatchObject({ status: 200, total: 0 });
			}
			const either: Where = { id: { in: [id, world.own.ids[slug]] } };
			for (const sort of ["visibleToCustomer", "-visibleToCustomer", "title"]) {
				const list = await door.list(slug, { where: either, sort, limit: 0 });
				expect(list.docs?.map((row) => row.id)).toEqual([world.own.ids[slug]]);
			}
			const all = await openDoor(name, world, askerOf(ops)).list(slug, { where: either });
			expect(all.docs).toHaveLength(2);
		});

		it("loses nothing of the mark to a selection", async () => {
			const door = openDoor(name, world, askerOf(customer));
			const select = { title: true };
			expect(await door.read(slug, unmarkedOf(slug), { select })).toMatchObject({ status: 404 });
			const list = await door.list(slug, { select, where: { title: { equals: secret } } });
			expect(list).toMatchObject({ status: 200, docs: [], total: 0 });
		});
	});

	it("the customer's program sees no more than the customer", async () => {
		const door = openDoor(name, world, service);
		const slug = "checklist-items";
		expect((await door.read(slug, unmarkedOf(slug))).status).toBe(404);
		const where: Where = { id: { in: [unmarkedOf(slug), world.own.ids[slug]] } };
		const list = await door.list(slug, { where });
		expect(list.docs?.map(({ id }) => id)).toEqual([world.own.ids[slug]]);
		expect(await door.count(slug, { where })).toMatchObject({ total: 1 });
	});

	it.each([1, 2])("an unmarked item is an id, and no more, where another record names it: depth %s", async (depth) => {
		for (const [slug, id] of [
			["waits", wait],
			["decisions", decision],
		] as const) {
			const query = { depth, populate: { "checklist-items": { title: true } } };
			const door = openDoor(name, world, askerOf(customer));
			const read = await door.read(slug, id, query);
			const list = await door.list(slug, { ...query, where: { id: { equals: id } } });
			for (const row of [read.doc, list.docs?.[0]]) expect(row?.item, slug).toBe(hidden);
			expect(JSON.stringify([read, list])).not.toContain(secret);
			const vendor = await openDoor(name, world, askerOf(ops)).read(slug, id, query);
			expect(vendor.doc?.item).toMatchObject({ id: hidden, title: secret });
		}
	});

	it.each<[Slug, string]>([
		["waits", "item.title"],
		["waits", "item.visibleToCustomer"],
		["decisions", "item.title"],
		["decisions", "checklist.name"],
		["checklist-items", "checklist.goal"],
		["checklist-items", "rule.after"],
	])("nobody of a customer's asks %s by %s", async (slug, path) => {
		const door = openDoor(name, world, askerOf(customer));
		const where: Where = { [path]: { exists: true } };
		const answers = [
			await door.list(slug, { where }),
			await door.count(slug, { where }),
			await door.list(slug, { sort: path }),
		];
		for (const { status, docs, total } of answers)
			expect([[400, 403].includes(status), docs, total]).toEqual([true, undefined, undefined]);
	});
});

describe("an unmarked row", () => {
	it("is in nobody's distinct values at the customer's", async () => {
		const titles = await keyturn.payload.findDistinct({
			collection: "checklist-items",
			field: "title",
			limit: 1000,
			...asUser(await keyturn.requestOf(customer.user)),
		});
		expect(titles.values.map(({ title }) => title)).not.toContain(secret);
	});

	it("is neither changed nor deleted by a customer, one by one or many at once", async () => {
		for (const slug of marked) {
			const id = unmarkedOf(slug);
			const before = await storedRow(world, slug, id);
			const where = stringify({ where: { id: { in: [id, world.own.ids[slug]] } } }, { addQueryPrefix: true });
			for (const path of [`/${slug}/${id}`, `/${slug}${where}`]) {
				for (const method of ["PATCH", "DELETE"]) {
					const body = { visibleToCustomer: true, title: "Renamed" };
					expect((await keyturn.rest(method, path, { as: customer, body })).status).toBe(403);
				}
			}
			expect(await storedRow(world, slug, id)).toEqual(before);
		}
	});

	it("is not marked by the vendor's people either: the playbook says what a customer sees", async () => {
		const body = { visibleToCustomer: true };
		await keyturn.rest("PATCH", `/checklist-items/${hidden}`, { as: ops, body });
		expect((await storedRow(world, "checklist-items", hidden))?.visibleToCustomer).toBe(false);
	});
});
