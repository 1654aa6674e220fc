import type { FlattenedField } from "payload";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allSlugs, type Slug } from "@/slugs";
import { createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { rowData } from "../access/rowData";
import { createWorld, removeFiles, type World } from "../access/world";

/**
 * Nonsense at every door: each route of the configuration, ours and Payload's, is asked with ids, queries and bodies that mean
 * nothing. No answer may say that the server failed, and what is refused is refused in words.
 */
let keyturn: Keyturn;
let world: World;
let admin: Person;
beforeAll(async () => {
	keyturn = await startKeyturn();
	world = await createWorld(keyturn);
	admin = await createVendor(keyturn, "admin");
}, 300_000);
afterAll(async () => {
	await removeFiles(world);
	await keyturn.stop();
});

type Route = { method: string; path: string; collection: string | null };
type Sent = { as?: "admin" | "anonymous"; query?: string; init?: RequestInit };

const json = (body: unknown): RequestInit => ({
	body: typeof body === "string" ? body : JSON.stringify(body),
	headers: { "content-type": "application/json" },
});
const form = (body: string): RequestInit => ({
	body,
	headers: { "content-type": "multipart/form-data; boundary=x" },
});
const field = (head: string, value: string) =>
	form(`--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n--x--\r\n`);

const nobody = "00000000-0000-4000-8000-000000000000";
const ids = ["x", nobody, "%00", "x".repeat(3000), "%E2%82%AC", "..%2f", "1;drop", "%"];

const queries = [
	...'x { [] null 1 {} {"or":1} {"id":{}}'.split(" ").map((where) => `where=${encodeURIComponent(where)}`),
	"where[x]=1",
	"where[id]=",
	"where[id][equals]=x",
	"where[id][equals]=%00",
	"where[id][equals][a]=x",
	"where[id][nonsense]=1",
	"where[nonsense][equals]=1",
	"where[id][in]=x",
	"where[id][in][]=x&where[id][in][]=y",
	"where[id][not_in]=x",
	"where[id][like]=%25",
	"where[id][greater_than]=x",
	"where[id][exists]=maybe",
	"where[id][near]=1,2,3",
	"where[id.x][equals]=1",
	"where[or]=x",
	"where[or][0]=x",
	"where[and][0][id]=x",
	"where[createdAt][equals]=never",
	"where[createdAt][greater_than]=9999-99-99",
	"where[createdAt][like]=2",
	"where[createdAt][in]=x,y",
	"sort=x",
	"sort=-",
	"sort=x.y.z",
	"sort=id;drop",
	"sort[a]=x",
	"sort=%00",
	"limit=-1",
	"limit=NaN",
	"limit=1e9",
	"limit=1.5",
	"limit[a]=1",
	"limit=99999999999999999999",
	"page=-1",
	"page=0",
	"page=x",
	"page=99999999999999999999&limit=100",
	"page[]=1",
	"depth=-1",
	"depth=x",
	"depth=1e9",
	"depth[a]=x",
	"select=x",
	"select[x]=1",
	"select[x][y]=true",
	"select[]=x",
	"populate=x",
	"populate[casinos]=x",
	"joins=x",
	"joins[x][limit]=x",
	"draft=x",
	"pagination=x",
	"locale=x",
	"data={",
	"data=[]",
	"field=%00",
	"__proto__[x]=1",
	"a[b][c][d][e][f][g][h][i][j][k][l]=1",
	"&=&%E0%A4%A=%",
	`q=${"x".repeat(5000)}&version=x&format=x&from=x&to=x&since=%00&casino=%00&actor=x&collection=x`,
];

const bodies: RequestInit[] = [
	{},
	...["{", "", "null", "[]", "1", '"x"', "true", '{"__proto__":{"x":1}}'].map((text) => json(text)),
	json({ id: "x" }),
	json({ "a\u0000": "b\u0000" }),
	json({ id: nobody, casino: {}, note: [], reason: 7, at: "never", email: {}, password: [], token: 1, data: "x" }),
	{ body: "x", headers: { "content-type": "text/plain" } },
	{ body: "x", headers: { "content-type": "multipart/form-data" } },
	form("x"),
	field('name="_payload"', "{"),
	field('name="_payload"', "null"),
	field('name="file"', "{}"),
	field('name="file"; filename="a.txt"', ""),
	field('name="file"; filename="a.exe"', "MZ"),
	{ body: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } },
];

/** What is put in place of a field's value. */
const values: unknown[] = [
	null,
	"",
	"x",
	"a\u0000b",
	"\ud800",
	-1,
	1.5,
	1e300,
	99_999_999_999,
	true,
	[],
	[1],
	["x"],
	[null],
	[[]],
	[{}],
	{},
	{ x: 1 },
	{ relationTo: "x", value: "x" },
	nobody,
	[nobody, nobody],
	"9999-99-99",
	"x".repeat(100_000),
];

const operators = [
	"equals",
	"in",
	"not_equals",
	"greater_than",
	"less_than_equal",
	"like",
	"contains",
	"exists",
	"all",
];

/** Every n-th of a list, another part for each `turn`: all together see all of it. */
const part = <Each>(list: readonly Each[], turn: number, parts: number): Each[] =>
	list.filter((_, index) => (index + turn) % parts === 0);

/** These are asked everything: one with versions, one with files. The others share it out, and see all of it together. */
const whole: ReadonlySet<string | null> = new Set(["contracts", "media"]);

/** They end what the other questions need: a session, a password, all samples. */
const ending = /logout|refresh-token|users\/password|samples\/remove/;

function findRoutes(): Route[] {
	const { collections, globals, endpoints } = keyturn.payload.config;
	const routesOf = (own: false | readonly { method: string; path: string }[], at: string, collection: string | null) =>
		(own || []).map(({ method, path }) => ({
			method: method.toUpperCase(),
			path: `${at}${path === "/" ? "" : path}`,
			collection,
		}));
	return [
		...routesOf(endpoints, "", null),
		...collections.flatMap(({ slug, endpoints: own }) => routesOf(own, `/${slug}`, slug)),
		...globals.flatMap(({ slug, endpoints: own }) => routesOf(own, `/globals/${slug}`, null)),
	].filter(({ path }) => !ending.test(path));
}

const fill = (path: string, id: string) => path.replaceAll(/:[a-zA-Z]+\??\*?/g, id);

/** @returns what is wrong with the answer; null when it is one */
async function ask(
	method: string,
	path: string,
	{ as = "admin", query, init = {} }: Sent = {},
): Promise<string | null> {
	const headers = new Headers(init.headers);
	if (as === "admin") headers.set("authorization", `JWT ${admin.token}`);
	const address = query === undefined ? path : `${path}?${query}`;
	const answer = await keyturn.request(address, { ...init, method, headers });
	const isStream = answer.headers.get("content-type")?.includes("event-stream") ?? false;
	const text = isStream ? "" : await answer.text();
	if (isStream) await answer.body?.cancel();
	const fault = answer.status >= 500 ? text : answer.status >= 400 ? findShapeFault(text) : null;
	const asked = `${as} ${method} ${address.slice(0, 160)} ${String(init.body ?? "").slice(0, 160)}`;
	return fault === null ? null : `${asked}: ${answer.status} ${fault.slice(0, 160)}`;
}

/** Payload's shape: `errors`, each with a message. */
function findShapeFault(text: string): string | null {
	const { errors } = (text.startsWith("{") ? JSON.parse(text) : {}) as { errors?: { message?: unknown }[] };
	const isSaid = errors?.length && errors.every(({ message }) => typeof message === "string" && message !== "");
	return isSaid ? null : `no errors in ${text}`;
}

async function collect(faults: AsyncIterable<string | null>): Promise<string[]> {
	const found: string[] = [];
	for await (const fault of faults) if (fault) found.push(fault);
	return found;
}

async function* askRoute(route: Route, turn: number) {
	const { method, path, collection } = route;
	const parts = whole.has(collection) ? 1 : collection === null ? 4 : 40;
	const hasId = path.includes(":");
	const own = collection === null ? nobody : (world.own.ids[collection as Slug] ?? nobody);
	// A deletion of the real one would be right.
	const targets = hasId ? [...part(ids, turn, Math.min(parts, 3)).map((id) => fill(path, id))] : [];
	const real = hasId ? fill(path, method === "DELETE" ? nobody : own) : path;
	for (const target of targets) {
		yield ask(method, target, method === "POST" || method === "PATCH" ? { init: json({}) } : {});
		yield ask(method, target, { as: "anonymous" });
	}
	const sends = method === "POST" || method === "PATCH" || method === "PUT";
	if (sends) for (const init of part(bodies, turn, parts)) yield ask(method, real, { init });
	if (method === "POST") return;
	for (const query of part(queries, turn, parts))
		yield ask(method, real, { query, ...(sends ? { init: json({}) } : {}) });
}

test("every route answers nonsense with a refusal", async () => {
	const routes = findRoutes();
	expect(routes.length).toBeGreaterThan(allSlugs.length * 10);
	const found: string[] = [];
	for (const [turn, route] of routes.entries())
		if (route.method !== "DELETE") found.push(...(await collect(askRoute(route, turn))));
	const before = await countRows();
	for (const [turn, route] of routes.entries())
		if (route.method === "DELETE") found.push(...(await collect(askRoute(route, turn))));
	expect(found).toEqual([]);
	// Nothing that was asked to be deleted could be understood.
	const after = await countRows();
	expect(allSlugs.filter((slug) => (after[slug] ?? 0) < (before[slug] ?? 0))).toEqual([]);
}, 600_000);

async function countRows(): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const slug of allSlugs) {
		const [row] = await world.sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${slug.replaceAll("-", "_")}`);
		counts[slug] = row?.n ?? 0;
	}
	return counts;
}

function findPaths(fields: readonly FlattenedField[], above: string[] = []): string[][] {
	return fields.flatMap((one) => {
		const path = [...above, one.name];
		return one.type === "group" ? [path, ...findPaths(one.flattenedFields, path)] : [path];
	});
}

function put(row: Record<string, unknown>, path: readonly string[], value: unknown): Record<string, unknown> {
	const [name = "", ...rest] = path;
	const below = (row[name] ?? {}) as Record<string, unknown>;
	return { ...row, [name]: rest.length === 0 ? value : put(below, rest, value) };
}

async function* askFields(slug: Slug, turn: number) {
	const { flattenedFields } = keyturn.payload.collections[slug].config;
	for (const [index, path] of [["id"], ...findPaths(flattenedFields)].entries()) {
		const at = turn + index;
		for (const value of part(values, at, 54)) {
			if (slug !== "media")
				yield ask("POST", `/${slug}?depth=0`, { init: json(put(rowData[slug](world.own.owner), path, value)) });
		}
		for (const value of part(values, at + 27, 54)) {
			yield ask("PATCH", `/${slug}/${world.foreign.ids[slug]}?depth=0`, { init: json(put({}, path, value)) });
		}
		const name = path.join(".");
		for (const operator of part(operators, at, 27)) {
			yield ask("GET", `/${slug}`, {
				query: `limit=1&depth=0&where[${name}][${operator}]=${["x", "", "1e999", "%00"][at % 4]}`,
			});
		}
		yield ask("GET", `/${slug}`, { query: `limit=1&depth=0&sort=${name}` });
	}
}

describe("a field that is sent what it cannot hold", () => {
	test.each(allSlugs.map((slug, turn) => [slug, turn] as const))(
		"is refused or left as it was: %s",
		async (slug, turn) => {
			expect(await collect(askFields(slug, turn))).toEqual([]);
		},
	);
});

test.each([
	["/companies?where[id][in]=x", "where.id.in"],
	["/companies?where[createdAt][greater_than]=x", "where.createdAt.greater_than"],
	["/companies?where[createdAt][contains]=2", "where.createdAt.contains"],
	["/globals/settings?data={", "data"],
	["/companies?where=x", "where"],
	["/companies?limit=-1", "limit"],
	["/companies?where[id][nonsense]=1", "where.id.nonsense"],
	["/invoices?where[status][equals]=sold", "where.status.equals"],
	["/companies/x?data={", "data"],
])("%s names what is wrong: %s", async (path, names) => {
	const { status, body } = await keyturn.rest("GET", path, { as: admin });
	expect([status, (body as { errors: { message: string }[] }).errors[0]?.message]).toEqual([
		400,
		expect.stringContaining(`${names}: `),
	]);
});

test.each(["x", nobody])("a record that is not there is not found: %s", async (id) => {
	for (const slug of allSlugs) {
		const { status } = await keyturn.rest("GET", `/${slug}/${id}`, { as: admin });
		expect([slug, status]).toEqual([slug, expect.toSatisfy((one: number) => one === 404 || one === 400)]);
	}
});
