import { rm } from "node:fs/promises";
import { join } from "node:path";
import { asSystem } from "@/access/authority";
import type { CustomerRole } from "@/access/roles";
import { customerRoles, vendorRoles } from "@/access/roles";
import type { ApiClient } from "@/payload-types";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { allSlugs, type Slug } from "@/slugs";
import { createCustomer, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import type { Keyturn, Sender } from "../../harness/startKeyturn";
import { marked } from "./expectations";
import { fileOf, type Owner, rowData } from "./rowData";

/**
 * One customer: the ids of its rows, one of each collection, and the links between them; `unmarked` are rows of the
 * collections in which the vendor keeps some to itself.
 */
export type Side = { owner: Required<Owner>; ids: Record<Slug, string>; unmarked: Map<Slug, string> };

/** Who asks: over REST by token or key, in the Local API as a user. */
export type Asker = {
	sender: Sender | undefined;
	user: Person["user"] | (ApiClient & { collection: "api-clients" }) | null;
};

export type World = {
	keyturn: Keyturn;
	sql: Sql;
	/** The casino whose people ask. */
	own: Side;
	/** Another customer's. */
	foreign: Side;
};

/** Two customers with one row in every collection each. */
export async function createWorld(keyturn: Keyturn): Promise<World> {
	keyturn.payload.logger.level = "fatal";
	const sql = await sqlOf({ payload: keyturn.payload });
	return { keyturn, sql, own: await createSide(keyturn, sql), foreign: await createSide(keyturn, sql) };
}

async function createSide(keyturn: Keyturn, sql: Sql): Promise<Side> {
	const { company, casino, onboarding, orderForm, invoice } = await createCustomerSetup(keyturn);
	const ids: Partial<Record<Slug, string>> = {
		companies: company.id,
		casinos: casino.id,
		onboardings: onboarding.id,
		contracts: orderForm.id,
		invoices: invoice.id,
	};
	const owner: Owner = {
		casino: casino.id,
		company: company.id,
		onboarding: onboarding.id,
		contract: orderForm.id,
		invoice: invoice.id,
	};
	const links = {
		users: "user",
		plans: "plan",
		media: "media",
		"staff-invites": "invite",
		"payment-events": "paymentEvent",
		"provisioning-runs": "run",
		playbooks: "playbook",
		checklists: "checklist",
		"checklist-items": "item",
		"floor-areas": "area",
		staff: "staffMember",
	} as const;
	for (const [slug, link] of Object.entries(links) as [keyof typeof links, (typeof links)[keyof typeof links]][]) {
		ids[slug] = owner[link] = await createRow(keyturn, slug, owner);
	}
	for (const slug of allSlugs.filter((each) => each !== "audit-entries" && !ids[each])) {
		ids[slug] = await createRow(keyturn, slug, owner);
	}
	const unmarked = new Map<Slug, string>();
	for (const slug of marked) unmarked.set(slug, await createRow(keyturn, slug, owner, { visibleToCustomer: false }));
	const [entry] = await sql<{ id: string }>("SELECT id FROM audit_entries WHERE casino_id = $1 LIMIT 1", [casino.id]);
	return {
		owner: owner as Required<Owner>,
		ids: { ...ids, "audit-entries": entry?.id } as Record<Slug, string>,
		unmarked,
	};
}

/** A new row, whoever may make one. */
export async function createRow(keyturn: Keyturn, slug: Slug, owner: Owner, data: object = {}): Promise<string> {
	const file = fileOf();
	const { id } = await keyturn.payload.create({
		collection: slug as "plans",
		data: { ...rowData[slug](owner), ...data } as never,
		depth: 0,
		...(slug === "media"
			? { file: { name: file.name, mimetype: file.type, data: Buffer.from(file.data), size: file.data.length } }
			: {}),
		...asSystem(await keyturn.requestOf(), "test"),
	});
	return id;
}

/** The row as it is stored, past every rule. */
export async function storedRow(world: World, slug: Slug, id: string): Promise<Record<string, unknown> | null> {
	const row = await world.keyturn.payload.findByID({
		collection: slug as "plans",
		id,
		depth: 0,
		disableErrors: true,
		showHiddenFields: true,
		...asSystem(await world.keyturn.requestOf(), "test"),
	});
	return row as Record<string, unknown> | null;
}

export const vendorAskers = async (world: World): Promise<Map<string, Asker>> =>
	askersOf(vendorRoles, (role) => createVendor(world.keyturn, role));

/** Each holds one role in the own casino and none anywhere else. */
export const customerAskers = async (world: World): Promise<Map<string, Asker>> =>
	askersOf(customerRoles, (role: CustomerRole) =>
		createCustomer(world.keyturn, [{ casino: world.own.owner.casino, roles: [role] }]),
	);

async function askersOf<Name extends string>(
	names: readonly Name[],
	create: (name: Name) => Promise<Person>,
): Promise<Map<string, Asker>> {
	const askers = new Map<string, Asker>();
	for (const name of names) askers.set(name, askerOf(await create(name)));
	return askers;
}

export const askerOf = (person: Person): Asker => ({ sender: person, user: person.user });

export const anonymous: Asker = { sender: undefined, user: null };

/** A service account of the own casino. */
export async function createService(world: World, scopes: ApiClient["scopes"], expiresAt: string): Promise<Asker> {
	const client = await world.keyturn.payload.create({
		collection: "api-clients",
		data: { name: "A program", casino: world.own.owner.casino, scopes, expiresAt },
		depth: 0,
		...asSystem(await world.keyturn.requestOf(), "test"),
	});
	return { sender: { key: String(client.key) }, user: { ...client, collection: "api-clients" } };
}

/** Takes the files of this world from the upload folder. */
export async function removeFiles(world: World): Promise<void> {
	const rows = await world.sql<{ filename: string }>("SELECT filename FROM media WHERE filename IS NOT NULL");
	await Promise.all(rows.map(({ filename }) => rm(join("media", filename), { force: true })));
}
