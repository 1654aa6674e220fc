import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerRoles, vendorRoles } from "@/access/roles";
import { allSlugs, type Slug } from "@/slugs";
import { createVendor } from "../../harness/factories";
import { startKeyturn } from "../../harness/startKeyturn";
import { type Door, type doorNames, openDoor } from "./doors";
import { expected, marked, versioned } from "./expectations";
import { change, rowData } from "./rowData";
import {
	type Asker,
	anonymous,
	askerOf as asPerson,
	createRow,
	createService,
	createWorld,
	customerAskers,
	removeFiles,
	storedRow,
	vendorAskers,
	type World,
} from "./world";

const madeUp = "00000000-0000-4000-8000-000000000000";
const services = ["service", "service with another scope", "expired service"];
const others = ["anonymous", "expired auditor", ...services];
const everybody: readonly string[] = [...vendorRoles, ...customerRoles, ...others];
const isVendor = (who: string) => vendorRoles.some((role) => role === who);

/** What somebody may do: the table's cell, and for those who are in no column, in words. */
function rightsOf(slug: Slug, who: string): string {
	if (who === "service with another scope") return slug === "staff" ? "r" : "";
	return others.includes(who) && who !== "service" ? "" : expected(slug, who);
}

let world: World;
const askers = new Map<string, Asker>([["anonymous", anonymous]]);

/**
 * Asks through one door, for every collection, whether each may what the table says and nothing else.
 * @param asking everybody, unless named
 */
export function walkMatrix(name: (typeof doorNames)[number], asking = everybody): void {
	beforeAll(createAskers);
	afterAll(async () => {
		await removeFiles(world);
		await world.keyturn.stop();
	});

	describe.each(allSlugs)("%s", (slug) => {
		it.each(asking)("are for %s as the design says", async (who) => {
			const door = openDoor(name, world, askerOf(who));
			const rights = rightsOf(slug, who);
			await checkReading(door, slug, who, rights.includes("r"));
			await checkCreating(door, slug, who, rights.includes("c"));
			await checkUpdating(door, slug, who, rights.includes("u"));
			await checkDeleting(door, slug, rights.includes("d"));
			if (versioned.includes(slug)) await checkVersions(door, slug, who, rights.includes("r"));
		});
	});
}

async function createAskers(): Promise<void> {
	world = await createWorld(await startKeyturn());
	for (const [role, asker] of [...(await vendorAskers(world)), ...(await customerAskers(world))]) {
		askers.set(role, asker);
	}
	const past = new Date(Date.now() - 1000).toISOString();
	const future = new Date(Date.now() + 86_400_000).toISOString();
	const expired = await createVendor(world.keyturn, "auditor", { accessEndsAt: past });
	askers.set("expired auditor", asPerson(expired));
	const readable = allSlugs.filter((slug) => expected(slug, "service") === "r").map((slug) => `${slug}:read` as never);
	askers.set("service", await createService(world, readable, future));
	askers.set("service with another scope", await createService(world, ["staff:read"], future));
	await createService(world, readable, past).then(({ sender }) =>
		askers.set("expired service", { sender, user: null }),
	);
}

function askerOf(who: string): Asker {
	const asker = askers.get(who);
	if (!asker) throw new Error(`Nobody is ${who}.`);
	return asker;
}

/** Whether they see the row of `users` that is their own, whatever else they see. */
const seesItself = (slug: Slug, who: string) => slug === "users" && askerOf(who).user?.collection === "users";

async function checkReading(door: Door, slug: Slug, who: string, isAllowed: boolean): Promise<void> {
	const ids = [world.own.ids[slug], world.foreign.ids[slug], madeUp];
	const [own, foreign] = ids;
	const refused = isAllowed || seesItself(slug, who) ? 404 : 403;
	const [seen, list, whole, count] = await Promise.all([
		Promise.all(ids.map(async (id) => (await door.read(slug, id)).status)),
		door.list(slug, { where: { id: { in: ids } } }),
		door.list(slug, { limit: 1 }),
		door.count(slug),
	]);
	const expectations = [isAllowed, isAllowed && isVendor(who), false];
	expect(seen, "by id: own, foreign, made up").toEqual(expectations.map((sees) => (sees ? 200 : refused)));
	const answers = [list, whole, count].map(({ status, total }) => [status, total]);
	if (refused === 403) {
		expect(answers, "lists and counts are refused").toEqual(Array(3).fill([403, undefined]));
		return;
	}
	const visible = [own, foreign].filter((_, index) => expectations[index]);
	expect(list.docs?.map(({ id }) => id).sort(), "of own, foreign and made up are listed").toEqual(visible.sort());
	const total = await countRows(slug, who, isAllowed);
	expect(answers, "totals agree with what is stored").toEqual([visible.length, total, total].map((n) => [200, n]));
}

/** How many rows they should see, counted past every rule. */
async function countRows(slug: Slug, who: string, isAllowed: boolean): Promise<number> {
	const table = slug.replaceAll("-", "_");
	const casino = world.own.owner.casino;
	const self = askerOf(who).user?.id;
	const statements: [boolean, string, unknown[]][] = [
		[isAllowed && isVendor(who), `SELECT count(*)::int AS rows FROM ${table}`, []],
		[slug === "users" && !isAllowed, "SELECT 1 AS rows", []],
		[
			slug === "users",
			`SELECT count(DISTINCT u.id)::int AS rows FROM users u LEFT JOIN users_memberships m ON m._parent_id = u.id
			WHERE m.casino_id = $1 OR u.id = $2`,
			[casino, self],
		],
		[slug === "casinos", "SELECT 1 AS rows", []],
		[
			marked.includes(slug),
			`SELECT count(*)::int AS rows FROM ${table} WHERE casino_id = $1 AND visible_to_customer`,
			[casino],
		],
		[true, `SELECT count(*)::int AS rows FROM ${table} WHERE casino_id = $1`, [casino]],
	];
	const [, statement = "", values = []] = statements.find(([applies]) => applies) ?? [];
	const [row] = await world.sql<{ rows: number }>(statement, values);
	return row?.rows ?? 0;
}

async function checkCreating(door: Door, slug: Slug, who: string, isAllowed: boolean): Promise<void> {
	const { own, foreign, sql, keyturn } = world;
	const count = async () => {
		// A denial is itself recorded as an audit entry.
		const counted = slug === "audit-entries" ? "audit_entries WHERE action = 'made_up'" : slug.replaceAll("-", "_");
		const [row] = await sql<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${counted}`);
		return row?.rows;
	};
	// A casino has one row of settings: a new one needs a casino that has none.
	const bare = isAllowed && slug === "casino-settings" ? await createRow(keyturn, "casinos", own.owner) : null;
	const before = await count();
	const made = await door.create(slug, rowData[slug](bare ? { ...own.owner, casino: bare } : own.owner));
	if (!isAllowed) {
		expect([made.status, await count()], "nothing is made").toEqual([403, before]);
		return;
	}
	expect([200, 201], "a row of the own casino is made").toContain(made.status);
	expect(await storedRow(world, slug, String(made.doc?.id)), "and stored").not.toBeNull();
	if (slug === "casino-settings") return;
	const after = await count();
	const abroad = await door.create(slug, rowData[slug](foreign.owner));
	if (isVendor(who)) expect([200, 201], "the vendor makes rows anywhere").toContain(abroad.status);
	else expect([abroad.status, await count()], "a foreign casino's row is refused").toEqual([400, after]);
}

async function checkUpdating(door: Door, slug: Slug, who: string, isAllowed: boolean): Promise<void> {
	const { field, value } = change[slug];
	for (const side of [world.own, world.foreign]) {
		const id = side.ids[slug];
		const before = await storedRow(world, slug, id);
		const wanted = value();
		const { status } = await door.update(slug, id, { [field]: wanted });
		const after = await storedRow(world, slug, id);
		if (isAllowed && (isVendor(who) || side === world.own)) {
			expect([status, after?.[field]], "the change is stored").toEqual([200, wanted]);
		} else {
			expect([403, 404], "the change is refused").toContain(status);
			expect(after, "nothing has changed").toEqual(before);
			expect((await door.update(slug, madeUp, { [field]: wanted })).status, "as for a made-up id").toBe(status);
		}
	}
}

async function checkDeleting(door: Door, slug: Slug, isAllowed: boolean): Promise<void> {
	if (isAllowed) {
		const id = await createRow(world.keyturn, slug, world.own.owner);
		expect((await door.remove(slug, id)).status).toBe(200);
		expect(await storedRow(world, slug, id), "it is gone").toBeNull();
		return;
	}
	for (const side of [world.own, world.foreign]) {
		expect([403, 404], "deleting is refused").toContain((await door.remove(slug, side.ids[slug])).status);
		expect(await storedRow(world, slug, side.ids[slug]), "it is there").not.toBeNull();
	}
}

async function checkVersions(door: Door, slug: Slug, who: string, isAllowed: boolean): Promise<void> {
	const versionOf = async (id: string) => {
		const [row] = await world.sql<{ id: string }>(
			`SELECT id FROM _${slug.replaceAll("-", "_")}_v WHERE parent_id = $1 LIMIT 1`,
			[id],
		);
		return String(row?.id);
	};
	const { own, foreign } = world;
	const statusOf = async (id: string) => (await door.version(slug, id)).status;
	const seen = [await statusOf(await versionOf(own.ids[slug])), await statusOf(await versionOf(foreign.ids[slug]))];
	const unknown = await statusOf(madeUp);
	expect(seen, "versions by id: own, foreign").toEqual([
		isAllowed ? 200 : 403,
		isAllowed && isVendor(who) ? 200 : unknown,
	]);
	expect([403, 404]).toContain(unknown);
	const list = await door.versions(slug);
	const parents = new Set(list.docs?.map(({ parent }) => parent));
	expect(list.status, "versions listed").toBe(isAllowed ? 200 : 403);
	expect([parents.has(own.ids[slug]), parents.has(foreign.ids[slug])], "own and foreign versions listed").toEqual([
		isAllowed,
		isAllowed && isVendor(who),
	]);
}
