import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { customerRoles, vendorRoles } from "@/access/roles";
import { flatTableOf } from "@/operations/lists/flatTable";
import { allSlugs, type Slug } from "@/slugs";
import { createCustomer } from "../../harness/factories";
import { startKeyturn } from "../../harness/startKeyturn";
import {
	type Asker,
	anonymous,
	askerOf,
	createRow,
	createService,
	createWorld,
	customerAskers,
	removeFiles,
	vendorAskers,
	type World,
} from "../access/world";

/** Rows of the others are more than their columns: arrays, joins, files, accounts. */
const flat: readonly Slug[] = [
	...(["contracts", "invoices", "subscriptions", "entitlements", "payment-events"] as const),
	...(["approvals", "payments"] as const),
	...(["casinos", "staff", "staff-invites", "floor-areas", "gaming-tables"] as const),
	...(["provisioning-runs", "provisioning-steps", "check-ins", "acceptances"] as const),
	...(["playbook-versions", "checklists", "checklist-items", "decisions", "waits"] as const),
	...(["pilot-issues", "spot-checks", "opinions"] as const),
	...(["risks", "messages", "audit-entries"] as const),
];

let world: World;
const askers = new Map<string, Asker>([["anonymous", anonymous]]);
beforeAll(async () => {
	world = await createWorld(await startKeyturn());
	const { own, foreign } = world;
	for (const owner of [own.owner, own.owner, foreign.owner]) {
		for (const slug of ["invoices", "contracts", "check-ins", "staff", "provisioning-steps"] as const) {
			await createRow(world.keyturn, slug, owner);
		}
	}
	for (const [role, asker] of [...(await vendorAskers(world)), ...(await customerAskers(world))])
		askers.set(role, asker);
	const commuter = await createCustomer(world.keyturn, [
		{ casino: own.owner.casino, roles: ["finance_contact"] },
		{ casino: foreign.owner.casino, roles: ["pit_boss"] },
	]);
	askers.set("commuter", askerOf(commuter));
	const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
	askers.set("service", await createService(world, ["invoices:read", "casinos:read", "staff:read"], tomorrow));
});
afterAll(async () => {
	await removeFiles(world);
	await world.keyturn.stop();
});

let isLastPayloads: () => boolean;
beforeEach(() => {
	const find = vi.spyOn(world.keyturn.payload.db, "find");
	isLastPayloads = () => find.mock.calls.length > 0;
	return () => find.mockRestore();
});

/** The same question put to us and, with a word that means nothing here, to Payload's own list. */
async function askBoth(who: string, slug: Slug, query: string) {
	const ask = async (extra: string) => {
		vi.mocked(world.keyturn.payload.db.find).mockClear();
		const path = `/${slug}?depth=0${query}${extra}`;
		const { status, body } = await world.keyturn.rest("GET", path, { as: askers.get(who)?.sender });
		return {
			answer: { status, body: body as { docs?: Record<string, unknown>[] } },
			isPayloads: isLastPayloads(),
		};
	};
	const [ours, theirs] = [await ask(""), await ask("&trash=false")];
	expect(theirs.isPayloads || theirs.answer.status !== 200, "the other answer is Payload's").toBe(true);
	return { ours: ours.answer, theirs: theirs.answer, isPayloads: ours.isPayloads };
}

it("collections whose rows are their columns are read flat, and no others", () => {
	const { payload } = world.keyturn;
	const taken = allSlugs.filter((slug) => flatTableOf(payload, payload.collections[slug].config));
	expect(taken.toSorted()).toEqual(flat.toSorted());
});

describe.each(flat)("%s", (slug) => {
	const everybody = ["anonymous", ...vendorRoles, ...customerRoles, "commuter", "service"];
	it.each(everybody)("are listed for %s as Payload lists them", async (who) => {
		const own = world.own.ids[slug];
		const wheres = [`[id][equals]=${own}`, `[id][in][0]=${own}&where[id][in][1]=${world.foreign.ids[slug]}`];
		// Pages and orders do not depend on who asks: some ask for them all, everybody for what they may see.
		const isThorough = ["admin", "casino_admin", "commuter"].includes(who);
		const nothing = "&where[id][equals]=00000000-0000-4000-8000-000000000000";
		const pages = ["&limit=1&page=2", "&limit=25", "&limit=2&page=2&sort=id", "&sort=-id", "&page=900", nothing];
		const queries = ["", ...wheres.map((where) => `&where${where}`), ...(isThorough ? pages : [])];
		for (const query of queries) {
			const { ours, theirs, isPayloads } = await askBoth(who, slug, query);
			expect(ours, query).toEqual(theirs);
			if (!query.includes("page=")) expect(isPayloads, query).toBe(false);
		}
	});
});

it("says which rows and how many, without Payload's list", async () => {
	const { ours, isPayloads } = await askBoth("finance_contact", "invoices", "&limit=2");
	expect(isPayloads).toBe(false);
	expect(ours).toMatchObject({ status: 200, body: { totalDocs: 3, totalPages: 2, hasNextPage: true, nextPage: 2 } });
	expect(ours.body.docs).toHaveLength(2);
});

it("hides a field in the rows of one casino and shows it in another's", async () => {
	const { ours, isPayloads } = await askBoth("commuter", "invoices", "&limit=25");
	expect(isPayloads).toBe(false);
	const seen = (ours.body.docs ?? []).map(({ casino, amountDue }) => ({
		isOwn: casino === world.own.owner.casino,
		isShown: amountDue !== undefined,
	}));
	expect(seen).toHaveLength(5);
	expect(seen.every(({ isOwn, isShown }) => isOwn === isShown)).toBe(true);
});

it.each([
	"&where[status][equals]=draft",
	"&where[status][in][0]=draft&where[status][in][1]=open",
	"&where[currency][equals]=eur&where[po.status][equals]=none&sort=number",
	"&where[number][equals]=",
	"&where[purchaserEmail][equals]=nobody@casino.example",
])("a filter by values is answered as Payload answers it: %s", async (query) => {
	const { ours, theirs, isPayloads } = await askBoth("finance_contact", "invoices", query);
	expect(ours).toEqual(theirs);
	expect([ours.status, isPayloads]).toEqual([200, false]);
});

it.each([
	...[
		"&limit=0",
		"&limit=-1",
		"&limit=x",
		"&page=0",
		"&page=1.5",
		"&depth=1",
		"&pagination=false",
		"&select[number]=true",
	],
	...["&sort=nothing", "&sort=casino.name", "&sort=-", "&sort[]=number", "&where[nothing][equals]=1", "&where=x"],
	...[
		"&where[status][equals]=nonsense",
		"&where[status][like]=dra",
		"&where[status][nonsense]=draft",
		"&where[status]=draft",
	],
	...["&where[id][equals]=nonsense", "&where[id][equals]=d41d8cd9-8f00-f204-e980-0998ecf8427e", "&where[id][in]=x"],
	...["&where[amountDue][equals]=5000", "&where[dueAt][exists]=false", "&where[casino.name][equals]=x"],
	...[
		"&where[or][0][status][equals]=draft",
		"&where[and][0][status][equals]=draft",
		"&where[stripeInvoiceId][exists]=true",
	],
])("anything else has Payload's own answer: %s", async (query) => {
	for (const who of ["finance_contact", "finance"]) {
		const { ours, theirs } = await askBoth(who, "invoices", query);
		expect(ours, who).toEqual(theirs);
	}
});

it.each(["amountDue", "purchaserEmail", "po.number", "stripeInvoiceId"])(
	"who may not read %s neither filters nor sorts by it",
	async (field) => {
		for (const who of ["pit_boss", "commuter"]) {
			for (const query of [
				`&where[${field}][equals]=x`,
				`&where[${field}][in][0]=x`,
				`&sort=${field}`,
				`&sort=id,-${field}`,
			]) {
				const { ours, theirs } = await askBoth(who, "invoices", query);
				expect(ours, query).toEqual(theirs);
				expect([400, 403], query).toContain(ours.status);
			}
		}
	},
);
