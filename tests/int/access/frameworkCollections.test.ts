import type { Field } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asUser } from "@/access/authority";
import { allSlugs } from "@/slugs";
import { createCustomer, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, type Sender, startKeyturn } from "../../harness/startKeyturn";
import { createService, createWorld, removeFiles, type World } from "./world";

let keyturn: Keyturn;
let world: World;
let admin: Person;
let ops: Person;
let customer: Person;
let service: Sender | undefined;
let framework: string[];
beforeAll(async () => {
	keyturn = await startKeyturn();
	world = await createWorld(keyturn);
	admin = await createVendor(keyturn, "admin");
	ops = await createVendor(keyturn, "ops");
	customer = await createCustomer(keyturn, [{ casino: world.own.owner.casino, roles: ["casino_admin"] }]);
	service = (await createService(world, ["casinos:read"], new Date(Date.now() + 86_400_000).toISOString())).sender;
	framework = keyturn.payload.config.collections
		.map(({ slug }) => String(slug))
		.filter((slug) => !allSlugs.some((ours) => ours === slug));
});
afterAll(async () => {
	await removeFiles(world);
	await keyturn.stop();
});

describe("Payload's own collections", () => {
	it("are the known ones", () => {
		expect(framework.sort()).toEqual(["payload-kv", "payload-migrations", "payload-preferences"]);
	});

	it("answer nobody with anything", async () => {
		const rows = async () => world.sql("SELECT id, name, batch FROM payload_migrations ORDER BY id");
		const before = await rows();
		const id = String(before[0]?.id);
		for (const slug of framework.filter((each) => each !== "payload-preferences")) {
			for (const as of [undefined, customer, service, ops, admin]) {
				for (const [method, path] of [
					["GET", ""],
					["GET", "/count"],
					["GET", `/${id}`],
					["GET", "/versions"],
					["POST", ""],
					["PATCH", `/${id}`],
					["PATCH", "?where[id][exists]=true"],
					["DELETE", `/${id}`],
					["DELETE", "?where[id][exists]=true"],
				] as const) {
					const body =
						method === "POST" || method === "PATCH" ? { name: "x", key: "x", data: {}, batch: 99 } : undefined;
					const answer = await keyturn.rest(method, `/${slug}${path}`, { as, body });
					const found = answer.body as { docs?: unknown[]; totalDocs?: number } | null;
					expect([found?.docs ?? [], found?.totalDocs ?? 0], `${method} ${slug}${path}`).toEqual([[], 0]);
					expect(JSON.stringify(answer.body)).not.toContain("initial");
					expect(answer.status, `${method} ${slug}${path}`).not.toBe(500);
				}
			}
		}
		expect(await rows()).toEqual(before);
	});

	it("are closed in the Local API too", async () => {
		for (const person of [customer, ops]) {
			for (const slug of ["payload-kv", "payload-migrations"]) {
				const authority = asUser(await keyturn.requestOf(person.user));
				const found = await keyturn.payload
					.find({ collection: slug as "payload-kv", ...authority })
					.then(({ docs }) => docs.length)
					.catch((error: { status: number }) => error.status);
				expect(found, slug).toBe(403);
				const made = keyturn.payload.create({
					collection: slug as "payload-kv",
					data: { key: "x", data: {} },
					...authority,
				});
				await expect(made, slug).rejects.toMatchObject({ status: 403 });
			}
		}
	});

	it("say who reads versions, each of them, and anonymous people do not", async () => {
		const req = await keyturn.requestOf();
		for (const { slug, access } of keyturn.payload.config.collections) {
			expect([slug, typeof access.readVersions]).toEqual([slug, "function"]);
			expect([slug, await access.readVersions?.({ req })]).toEqual([slug, false]);
			for (const rule of [access.create, access.read, access.update, access.delete]) {
				expect([slug, await rule?.({ req })]).toEqual([slug, false]);
			}
		}
	});
});

describe("preferences", () => {
	it("are each person's own", async () => {
		const path = "/payload-preferences/list-view";
		await keyturn.rest("POST", path, { as: ops, body: { value: { columns: "private" } } });
		expect((await keyturn.rest("GET", path, { as: ops })).body).toMatchObject({ value: { columns: "private" } });
		for (const as of [customer, service, admin]) {
			for (const ask of [path, "/payload-preferences", "/payload-preferences?where[user.value][exists]=true&depth=0"]) {
				expect(JSON.stringify((await keyturn.rest("GET", ask, { as })).body)).not.toContain("private");
			}
			const where = "where[id][exists]=true";
			await keyturn.rest("PATCH", `/payload-preferences?${where}`, { as, body: { value: "changed" } });
			await keyturn.rest("DELETE", `/payload-preferences?${where}`, { as });
			await keyturn.rest("DELETE", path, { as });
		}
		const theft = { value: { columns: "changed" }, user: { relationTo: "users", value: ops.user.id } };
		await keyturn.rest("POST", path, { as: customer, body: theft });
		expect((await keyturn.rest("GET", path, { as: ops })).body).toMatchObject({ value: { columns: "private" } });
		const count = () => world.sql("SELECT id FROM payload_preferences");
		const before = await count();
		for (const [method, body] of [["GET"], ["POST", { value: 1 }], ["DELETE"]] as const) {
			const answer = await keyturn.rest(method, path, { body });
			expect((answer.body as { value?: unknown }).value ?? null, method).toBeNull();
		}
		expect(await count()).toHaveLength(before.length);
	});
});

describe("the settings", () => {
	it("are read by the vendor's people and written by administrators", async () => {
		const statuses = async (as: Sender | undefined) => [
			(await keyturn.rest("GET", "/globals/settings", { as })).status,
			(await keyturn.rest("POST", "/globals/settings", { as, body: { vendorName: "Renamed" } })).status,
		];
		expect(await statuses(undefined)).toEqual([403, 403]);
		expect(await statuses(customer)).toEqual([403, 403]);
		expect(await statuses(service)).toEqual([403, 403]);
		expect(await statuses(ops)).toEqual([200, 403]);
		expect(await statuses(admin)).toEqual([200, 200]);
	});
});

describe("doors that are shut", () => {
	it.each(["/graphql", "/graphql-playground", "/payload-jobs/run", "/payload-locked-documents", "/stripe/rest"])(
		"%s",
		async (path) => {
			for (const method of ["GET", "POST"]) {
				for (const as of [undefined, customer, ops]) {
					const { status } = await keyturn.rest(method, path, {
						as,
						body: method === "POST" ? { query: "{ Users { docs { id } } }" } : undefined,
					});
					expect([401, 403, 404]).toContain(status);
				}
			}
		},
	);
});

describe("/api/access", () => {
	it("tells the anonymous and a customer no more than what they may do", async () => {
		const anonymous = (await keyturn.rest("GET", "/access")).body as {
			collections?: Record<string, unknown>;
			canAccessAdmin: boolean;
		};
		expect(anonymous.canAccessAdmin).not.toBe(true);
		expect(JSON.stringify(anonymous.collections ?? {})).not.toMatch(
			/"(create|update|delete|readVersions|unlock)":true/,
		);
		const theirs = (await keyturn.rest("GET", "/access", { as: customer })).body as {
			collections: Record<string, Record<string, unknown>>;
			canAccessAdmin: boolean;
		};
		expect(theirs.canAccessAdmin).not.toBe(true);
		for (const slug of ["companies", "payment-events", "risks", "messages", "audit-entries", "api-clients", "plans"]) {
			expect(theirs.collections[slug]?.read, slug).toBeUndefined();
		}
		expect(JSON.stringify([anonymous, theirs])).not.toContain(world.foreign.owner.casino);
	});

	it("does not tell a foreign record from one that is not there", async () => {
		const ask = async (id: string) => (await keyturn.rest("POST", `/invoices/access/${id}`, { as: customer })).body;
		expect(await ask(world.foreign.ids.invoices)).toEqual(await ask("00000000-0000-4000-8000-000000000000"));
	});
});

describe("versions of what has none", () => {
	it.each(allSlugs)("are refused, not looked for: %s", async (slug) => {
		if (keyturn.payload.collections[slug].config.versions) return;
		for (const as of [admin, customer, undefined]) {
			for (const path of ["versions", `versions/${world.own.ids[slug]}`]) {
				expect((await keyturn.rest("GET", `/${slug}/${path}`, { as })).status).toBe(403);
			}
		}
	});
});

describe("a structured field", () => {
	/** Payload's own form loads an editor from a content network, which the policy of our pages refuses. */
	it("is shown by a view of ours, wherever it is shown", () => {
		const { collections, globals } = keyturn.payload.config;
		const shown = [...collections.filter(({ admin }) => admin.hidden !== true), ...globals];
		const found = shown.flatMap(({ slug, fields }) => structuredIn(fields).map((field) => ({ slug, ...field })));
		expect(found.length).toBeGreaterThan(9);
		expect(found.filter(({ view }) => !view.startsWith("@/admin/")).map(({ slug, name }) => `${slug}.${name}`)).toEqual(
			[],
		);
	});
});

function structuredIn(fields: readonly Field[]): { name: string; view: string }[] {
	return fields.flatMap((field): { name: string; view: string }[] => {
		if (field.type === "tabs") return field.tabs.flatMap((tab) => structuredIn(tab.fields));
		if (field.type === "blocks") return field.blocks.flatMap((block) => structuredIn(block.fields));
		if ("fields" in field) return structuredIn(field.fields);
		if (field.type !== "json" && field.type !== "code") return [];
		if (field.hidden || field.admin?.hidden || field.admin?.disabled) return [];
		const view = field.admin?.components?.Field;
		return [{ name: field.name, view: typeof view === "string" ? view : "" }];
	});
}

describe("security.txt", () => {
	it("names whom to tell of a hole, for less than a year; nobody is named where nobody is set", async () => {
		const read = () => keyturn.rest("GET", "/security.txt");
		expect((await read()).status).toBe(404);
		const body = { supportEmail: "help@vendor.example" };
		expect((await keyturn.rest("POST", "/globals/settings", { as: admin, body })).status).toBe(200);
		const { status, body: text, headers } = await read();
		expect([status, headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
		const [contact, expires, ...others] = String(text).trimEnd().split("\n");
		expect([contact, others]).toEqual(["Contact: mailto:help@vendor.example", ["Preferred-Languages: en"]]);
		const at = Date.parse(expires?.replace("Expires: ", "") ?? "");
		expect([at > Date.now(), at < Date.now() + 365 * 86_400_000]).toEqual([true, true]);
	});
});
