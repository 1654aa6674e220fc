import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { VendorRole } from "@/access/roles";
import type { Slug } from "@/slugs";
import { createCustomer, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { createRow, createWorld, removeFiles, storedRow, type World } from "./world";

let keyturn: Keyturn;
let world: World;
const people = new Map<string, Person>();
const writers = ["admin", "ops", "manager", "finance", "casino_admin"] as const;
beforeAll(async () => {
	keyturn = await startKeyturn();
	world = await createWorld(keyturn);
	for (const role of writers) {
		const memberships = [{ casino: world.own.owner.casino, roles: ["casino_admin" as const] }];
		const isCustomer = role === "casino_admin";
		people.set(
			role,
			isCustomer ? await createCustomer(keyturn, memberships) : await createVendor(keyturn, role as VendorRole),
		);
	}
});
afterAll(async () => {
	await removeFiles(world);
	await keyturn.stop();
});

type Cell = [Slug, string, () => unknown, (typeof writers)[number][]];

/** What the system alone writes: what each is not, sent by everybody at once. */
const writtenBySystem: [Slug, () => Record<string, unknown>][] = [
	[
		"checklist-items",
		() => ({
			title: "Another title",
			key: "another_key",
			phase: "another_phase",
			position: 1,
			guidance: "Do nothing",
			kind: "approval",
			owner: "customer",
			visibleToCustomer: false,
			responsible: "cashier",
			evidence: "file",
			automation: "product_bootstrap",
			criterion: "gate_open",
			rule: {},
			status: "done",
			says: "It holds",
			foundIn: null,
			dueAt: "2026-01-01T00:00:00.000Z",
			forecastAt: "2026-01-01T00:00:00.000Z",
			snoozedTo: "2099-01-01T00:00:00.000Z",
			snoozeReason: "Another reason",
			startedAt: "2026-01-01T00:00:00.000Z",
			doneAt: "2026-01-01T00:00:00.000Z",
			minutesTaken: 1,
			choice: "green",
			proofValue: "all of it",
			proofLink: "https://proof.example",
			signedName: "Sam Signer",
			isSignerUnproved: true,
			retiredAt: "2026-01-01T00:00:00.000Z",
		}),
	],
	[
		"onboardings",
		() => ({
			health: "red",
			healthSince: "2026-01-01T00:00:00.000Z",
			healthReasons: [{ says: "nothing" }],
			healthAcknowledgedAt: "2026-01-01T00:00:00.000Z",
			playbook: world.own.ids.playbooks,
			playbookVersion: 77,
			phase: "hypercare",
			agreedGoLiveAt: "2026-01-01T00:00:00.000Z",
			forecastGoLiveAt: "2026-01-01T00:00:00.000Z",
			forecastBecause: "no reason",
			completedAt: "2026-01-01T00:00:00.000Z",
			gateOpenedAt: "2026-01-01T00:00:00.000Z",
		}),
	],
];

/** Of those who may update the row, who may write the field. Whoever else sends it changes nothing stored. */
const cells: Cell[] = [
	["companies", "xeroContactId", () => "contact-new", ["admin", "finance"]],
	["companies", "notes", () => "a note", ["admin", "ops", "finance"]],
	["casinos", "notes", () => "a note", ["admin", "ops", "manager"]],
	["casinos", "paymentStanding", () => "disputed", []],
	["casinos", "status", () => "live", []],
	["playbooks", "latestVersion", () => 77, []],
	["playbooks", "key", () => "another_key", []],
	["checklist-items", "assignee", () => people.get("ops")?.user.id, ["admin", "ops", "manager"]],
	["checklist-items", "note", () => "another note", ["admin", "ops", "manager"]],
	["pilot-issues", "owner", () => people.get("ops")?.user.id, ["admin", "ops", "manager"]],
	["pilot-issues", "outcome", () => "fix_now", ["admin", "ops", "manager"]],
	["pilot-issues", "status", () => "triaged", ["admin", "ops", "manager"]],
	["floor-areas", "kind", () => "high_limit", ["admin", "ops", "casino_admin"]],
	["floor-areas", "syncedAt", () => "2026-01-01T00:00:00.000Z", []],
	["gaming-tables", "minBet", () => 2_500, ["admin", "ops", "casino_admin"]],
	["gaming-tables", "isInPilot", () => true, ["admin", "ops", "casino_admin"]],
	["gaming-tables", "syncedAt", () => "2026-01-01T00:00:00.000Z", []],
	["casino-settings", "defaultTravelBuffer", () => 99, ["admin", "ops", "casino_admin"]],
	["users", "vendorRole", () => "finance", ["admin"]],
	["users", "accessEndsAt", () => "2099-01-01T00:00:00.000Z", ["admin"]],
	["users", "memberships", () => [], ["admin", "ops"]],
	["staff", "user", () => world.own.ids.users, []],
	["staff", "productRole", () => "owner", []],
	["subscriptions", "stripeSubscriptionId", () => "sub_new", []],
	// Last: each of these adds onboardings to the casino, and whatever changes its floor or people reviews them all.
	["invoices", "amountDue", () => 7_001, ["admin", "ops", "finance"]],
	["invoices", "purchaserEmail", () => "new@keyturn.example", ["admin", "ops", "finance"]],
	["invoices", "stripeInvoiceId", () => "in_new", ["admin", "finance"]],
	["invoices", "stripePaymentIntentId", () => "pi_new", ["admin", "finance"]],
	["invoices", "xeroInvoiceId", () => "xero-new", ["admin", "finance"]],
	["invoices", "amountPaid", () => 7_002, []],
	["invoices", "paidAt", () => "2026-01-01T00:00:00.000Z", []],
	["invoices", "status", () => "paid", []],
	["contracts", "notes", () => "a note", ["admin", "ops"]],
	["onboardings", "notes", () => "a note", ["admin", "ops", "manager"]],
	["onboardings", "region", () => "eu", ["admin", "ops", "manager"]],
	["onboardings", "manager", () => people.get("manager")?.user.id, ["admin", "ops", "manager"]],
];

describe.each(cells)("%s %s", (slug, field, value, may) => {
	it.each(writers)("is written by %s as the design says", async (role) => {
		// One of its own where a casino may have several: what one role writes must not be what the next one finds.
		const isOne = slug === "casino-settings";
		const id = isOne ? world.own.ids[slug] : await createRow(keyturn, slug, await ownerOf(slug));
		if (isOne) await world.sql("UPDATE casino_settings SET default_travel_buffer = 30 WHERE id = $1", [id]);
		const before = await storedRow(world, slug, id);
		await keyturn.rest("PATCH", `/${slug}/${id}`, { as: people.get(role), body: { [field]: value() } });
		const after = await storedRow(world, slug, id);
		expect(after?.[field]).toEqual(may.includes(role) ? value() : before?.[field]);
		if (field.startsWith("stripe") || field.startsWith("xero")) {
			await world.sql(`UPDATE ${slug} SET ${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} = NULL`);
		}
	});
});

describe.each(writtenBySystem)("what the system writes of %s", (slug, values) => {
	it.each(writers)("stays as it is when %s sends it", async (role) => {
		const id = await createRow(keyturn, slug, await ownerOf(slug));
		const before = await storedRow(world, slug, id);
		const answer = await keyturn.rest("PATCH", `/${slug}/${id}`, { as: people.get(role), body: values() });
		expect(answer.status).toBe(403);
		// Of the vendor's writers every field is named: the refusal of one must not hide what becomes of the others.
		if (role !== "finance" && role !== "casino_admin") {
			const named = namedFields(answer.body);
			const changed = Object.entries(values()).filter(([field, value]) => value !== (before?.[field] ?? null));
			expect(changed.filter(([field]) => !named.has(field))).toEqual([]);
		}
		const after = await storedRow(world, slug, id);
		for (const field of Object.keys(values())) expect([field, after?.[field]]).toEqual([field, before?.[field]]);
	});
});

/** The fields that an answer refuses, whole or in part. */
function namedFields(body: unknown): Set<string> {
	const { errors } = body as { errors: [{ data: { errors: { path: string }[] } }] };
	return new Set(errors[0].data.errors.map(({ path }) => path.replace(/\..*$/, "")));
}

/** A run is one of an onboarding, an onboarding's contract a gate: each row gets an onboarding that has none. */
async function ownerOf(slug: Slug) {
	if (slug !== "invoices" && slug !== "contracts") return world.own.owner;
	return { ...world.own.owner, onboarding: await createRow(keyturn, "onboardings", world.own.owner) };
}
