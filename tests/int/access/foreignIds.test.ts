import type { FlattenedField } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asSystem } from "@/access/authority";
import { matrix } from "@/access/matrix";
import { allSlugs, type Slug } from "@/slugs";
import { createCustomer, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { change, rowData } from "./rowData";
import { createRow, createWorld, removeFiles, storedRow, type World } from "./world";

const madeUp = "00000000-0000-4000-8000-000000000000";

let keyturn: Keyturn;
let world: World;
let people: Record<"admin" | "casino_admin", Person>;
beforeAll(async () => {
	keyturn = await startKeyturn();
	world = await createWorld(keyturn);
	people = {
		admin: await createVendor(keyturn, "admin"),
		casino_admin: await createCustomer(keyturn, [{ casino: world.own.owner.casino, roles: ["casino_admin"] }]),
	};
});
afterAll(async () => {
	await removeFiles(world);
	await keyturn.stop();
});

type Relation = { path: string; target: Slug; isList: boolean };

function relationsIn(fields: readonly FlattenedField[], prefix = ""): Relation[] {
	return fields.flatMap((field): Relation[] => {
		const path = `${prefix}${field.name}`;
		if (field.type === "group") return relationsIn(field.flattenedFields, `${path}.`);
		if (field.type === "array") return relationsIn(field.flattenedFields, `${path}.0.`);
		if (field.type !== "relationship" && field.type !== "upload") return [];
		return [{ path, target: String(field.relationTo) as Slug, isList: Boolean(field.hasMany) }];
	});
}

/** `{ po: { approvedBy: id } }` of "po.approvedBy", beside what else must stand in a row of an array. */
function dataAt(path: string, value: unknown): Record<string, unknown> {
	const [first = "", second, ...rest] = path.split(".");
	if (second === undefined) return { [first]: value };
	if (second === "0") return { [first]: [{ roles: ["cashier"], ...dataAt(rest.join("."), value) }] };
	return { [first]: dataAt([second, ...rest].join("."), value) };
}

/** Plans and playbooks are the vendor's and the same for everybody; memberships may name any casino, since they say whose people these are. */
const isShared = (slug: Slug, { target, path }: Relation) =>
	["plans", "playbooks"].includes(target) ||
	(target === "casinos" && slug === "users" && path.startsWith("memberships"));

/** Whom a row belongs to is checked against its casino; which casino that is, against the sender (the matrix test). */
const isOwner = ({ path }: Relation) => path === "casino";

const pathsOf = (body: unknown) => {
	const [first] = (body as { errors: { name?: string; data?: { errors?: { path: string }[] } }[] }).errors;
	return first?.data?.errors?.map(({ path }) => path) ?? [];
};

const tableOf = (slug: Slug) => slug.replaceAll("-", "_");
const countOf = async (slug: Slug) =>
	(await world.sql<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${tableOf(slug)}`))[0]?.rows;

describe.each(allSlugs.filter((slug) => slug !== "audit-entries"))("%s", (slug) => {
	const relations = () => relationsIn(keyturn.payload.collections[slug].config.flattenedFields);

	it("name nothing of another casino when they are made, whoever makes them", async () => {
		for (const relation of relations()) {
			// Made by the system, which names a person before, or as, they become one of the casino's.
			const isFree = isShared(slug, relation) || isOwner(relation) || relation.target === "users" || slug === "casinos";
			for (const id of [...(isFree ? [] : [foreignId(relation)]), madeUp]) {
				const before = await countOf(slug);
				const data = { ...rowData[slug](world.own.owner), ...dataAt(relation.path, id) };
				const made = createRow(keyturn, slug, world.own.owner, data);
				await expect(made, `${relation.path}: ${id}`).rejects.toMatchObject({
					status: 400,
					data: { errors: [{ path: relation.path }] },
				});
				expect(await countOf(slug)).toBe(before);
			}
		}
	});

	it("are not changed to name something of another casino", async () => {
		const { update } = matrix[slug].allow;
		const id = world.own.ids[slug];
		for (const relation of relations().filter((each) => !isOwner(each))) {
			const wrong = isShared(slug, relation) || slug === "casinos" ? [] : [foreignId(relation)];
			for (const other of [...wrong, madeUp, "not an id"]) {
				const before = await storedRow(world, slug, id);
				const answer = await keyturn.rest("PATCH", `/${slug}/${id}`, {
					as: people.admin,
					body: { ...dataAt(relation.path, other), [change[slug].field]: before?.[change[slug].field] },
				});
				const stored = await storedRow(world, slug, id);
				expect({ ...stored, updatedAt: 0 }, `${relation.path}: ${other}`).toEqual({ ...before, updatedAt: 0 });
				if (!update.includes("admin")) expect(answer.status).toBe(403);
				else if (answer.status !== 200) {
					// A field that no person writes is refused before it is looked at.
					expect([400, 403]).toContain(answer.status);
					expect(pathsOf(answer.body)).toEqual([relation.path]);
				}
				if (relation.target !== "users" && other !== "not an id") {
					const asTheSystem = keyturn.payload.update({
						collection: slug as "plans",
						id,
						data: dataAt(relation.path, other) as never,
						...asSystem(await keyturn.requestOf(), "test"),
					});
					await expect(asTheSystem, `${relation.path}: ${other}`).rejects.toMatchObject({ status: 400 });
				}
			}
		}
	});
});

function foreignId({ target }: Relation): string {
	return world.foreign.ids[target];
}

describe("the casino of a row", () => {
	it.each(allSlugs.filter((slug) => matrix[slug].scope === "casino"))("is never moved: %s", async (slug) => {
		const id = world.own.ids[slug];
		const to = world.foreign.owner.casino;
		for (const person of [people.admin, people.casino_admin]) {
			await keyturn.rest("PATCH", `/${slug}/${id}`, { as: person, body: { casino: to } });
		}
		const asTheSystem = keyturn.payload.update({
			collection: slug as "plans",
			id,
			data: { casino: to } as never,
			...asSystem(await keyturn.requestOf(), "test"),
		});
		await expect(asTheSystem).rejects.toMatchObject({ status: 400, data: { errors: [{ path: "casino" }] } });
		expect((await storedRow(world, slug, id))?.casino).toBe(world.own.owner.casino);
	});

	it("agrees with what is named already when the vendor's own row is bound to it", async () => {
		const { casino: _, ...unbound } = rowData["payment-events"](world.own.owner);
		const event = await createRow(keyturn, "payment-events", world.own.owner, { ...unbound, casino: null });
		const bind = async (casino: string) =>
			keyturn.payload.update({
				collection: "payment-events",
				id: event,
				data: { casino },
				...asSystem(await keyturn.requestOf(), "test"),
			});
		await expect(bind(world.foreign.owner.casino)).rejects.toMatchObject({ data: { errors: [{ path: "invoice" }] } });
		await bind(world.own.owner.casino);
		expect((await storedRow(world, "payment-events", event))?.casino).toBe(world.own.owner.casino);
	});
});

describe("the company of a casino", () => {
	it("is refused beside another company's casino", async () => {
		for (const slug of ["onboardings", "subscriptions"] as const) {
			const data = { company: world.foreign.owner.company };
			await expect(createRow(keyturn, slug, world.own.owner, data)).rejects.toMatchObject({
				status: 400,
				data: { errors: [{ path: "company" }] },
			});
		}
	});

	it("takes the onboardings and subscriptions along when it changes", async () => {
		const casino = await createRow(keyturn, "casinos", world.own.owner);
		const owner = { casino, company: world.own.owner.company };
		const rows = [await createRow(keyturn, "onboardings", owner), await createRow(keyturn, "subscriptions", owner)];
		const company = world.foreign.owner.company;
		const { status } = await keyturn.rest("PATCH", `/casinos/${casino}`, { as: people.admin, body: { company } });
		const stored = [
			await storedRow(world, "onboardings", String(rows[0])),
			await storedRow(world, "subscriptions", String(rows[1])),
		];
		expect([status, ...stored.map((row) => row?.company)]).toEqual([200, company, company]);
	});
});

describe("a customer's administrator", () => {
	it.each(["staff", "staff-invites", "media", "floor-areas", "gaming-tables", "pilot-issues", "spot-checks"] as const)(
		"is told the same of a foreign and a made-up casino: %s",
		async (slug) => {
			const before = await countOf(slug);
			const answers = [];
			for (const casino of [world.foreign.owner.casino, madeUp, "not an id"]) {
				const file = slug === "media" ? { name: "note.txt", type: "text/plain", data: "words" } : undefined;
				const body = rowData[slug]({ casino });
				const answer = await keyturn.rest("POST", `/${slug}`, {
					as: people.casino_admin,
					body,
					...(file ? { file } : {}),
				});
				answers.push([answer.status, pathsOf(answer.body)]);
			}
			expect(answers).toEqual(Array(3).fill([400, ["casino"]]));
			expect(await countOf(slug)).toBe(before);
		},
	);
});
