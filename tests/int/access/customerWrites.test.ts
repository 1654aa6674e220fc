import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CustomerRole } from "@/access/roles";
import type { Slug } from "@/slugs";
import { createCustomer, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { rowData } from "./rowData";
import { createWorld, removeFiles, storedRow, type World } from "./world";

/** What a customer's people send with a new row, and what of it is kept. */
let keyturn: Keyturn;
let world: World;
const people = new Map<string, Person>();
const roles: CustomerRole[] = ["operations_lead", "casino_admin", "pit_boss"];
beforeAll(async () => {
	keyturn = await startKeyturn();
	world = await createWorld(keyturn);
	for (const role of roles) {
		people.set(role, await createCustomer(keyturn, [{ casino: world.own.owner.casino, roles: [role] }]));
	}
});
afterAll(async () => {
	await removeFiles(world);
	await keyturn.stop();
});

async function send(role: CustomerRole, slug: Slug, data: object) {
	const body = { ...rowData[slug](world.own.owner), ...data };
	const answer = await keyturn.rest("POST", `/${slug}?depth=0`, { as: people.get(role), body });
	const { doc } = answer.body as { doc?: { id: string } };
	return { status: answer.status, shown: doc, stored: doc ? await storedRow(world, slug, doc.id) : null };
}

describe("a pilot issue", () => {
	it.each(roles)("of the %s's keeps what they found, and leaves its triage to the vendor", async (role) => {
		const found = { severity: "blocker", status: "open", detail: "It stood still.", reportedBy: "The night shift" };
		const triage = { outcome: "fix_now", triageNote: "Ours first", roadmapLink: "https://roadmap.example/1" };
		const owner = people.get(role)?.user.id;
		const refused = await send(role, "pilot-issues", { ...found, ...triage, owner });
		expect(refused).toMatchObject({ status: 403, stored: null });
		const { status, shown, stored } = await send(role, "pilot-issues", found);
		expect([status, stored]).toMatchObject([201, found]);
		for (const field of [...Object.keys(triage), "owner"]) expect(stored?.[field] ?? null, field).toBeNull();
		expect(Object.keys(shown ?? {})).not.toEqual(expect.arrayContaining(Object.keys(triage)));
	});

	it("begins open, whoever logs it", async () => {
		expect(await send("pit_boss", "pilot-issues", { status: "fixed" })).toMatchObject({ status: 400, stored: null });
	});

	it("is not changed by those who logged it", async () => {
		const { stored } = await send("pit_boss", "pilot-issues", {});
		const path = `/pilot-issues/${stored?.id}`;
		expect((await keyturn.rest("PATCH", path, { as: people.get("pit_boss"), body: { status: "closed" } })).status).toBe(
			403,
		);
		expect((await storedRow(world, "pilot-issues", String(stored?.id)))?.status).toBe("open");
	});
});

describe("a spot check", () => {
	it("is kept with the stopwatch's time by those who lead operations, and by no pit boss", async () => {
		const timed = { task: "record_rating", seconds: 287 };
		for (const role of ["operations_lead", "casino_admin"] as const) {
			expect(await send(role, "spot-checks", timed)).toMatchObject({ status: 201, stored: timed });
		}
		expect(await send("pit_boss", "spot-checks", timed)).toMatchObject({ status: 403, stored: null });
	});
});

describe("a floor", () => {
	it.each(["floor-areas", "gaming-tables"] as const)("is laid out by its administrator: %s", async (slug) => {
		const syncedAt = "2026-01-01T00:00:00.000Z";
		expect((await send("casino_admin", slug, { syncedAt, name: "The high room" })).status).toBe(403);
		const { status, stored } = await send("casino_admin", slug, { name: "The high room" });
		expect([status, stored?.name, stored?.syncedAt ?? null]).toEqual([201, "The high room", null]);
		expect((await send("operations_lead", slug, {})).status).toBe(403);
		const { status: removed } = await keyturn.rest("DELETE", `/${slug}/${stored?.id}`, {
			as: people.get("casino_admin"),
		});
		expect([removed, await storedRow(world, slug, String(stored?.id))]).toEqual([200, null]);
	});
});

describe("an item", () => {
	it("is not ticked, assigned or noted by a plain update of the customer's", async () => {
		const id = world.own.ids["checklist-items"];
		const before = await storedRow(world, "checklist-items", id);
		for (const role of roles) {
			const body = {
				status: "done",
				note: "Done",
				assignee: people.get(role)?.user.id,
				doneAt: "2026-01-01T00:00:00.000Z",
			};
			expect((await keyturn.rest("PATCH", `/checklist-items/${id}`, { as: people.get(role), body })).status).toBe(403);
		}
		expect(await storedRow(world, "checklist-items", id)).toEqual(before);
	});
});
