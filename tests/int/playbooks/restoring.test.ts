import { afterAll, beforeAll, expect, test } from "vitest";
import { baselineWorkingHours } from "@/domain/workingHours";
import type { Playbook } from "@/payload-types";
import { createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { query } from "../payments/stage";

let keyturn: Keyturn;
let ops: Person;
let admin: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
	admin = await createVendor(keyturn, "admin");
});
afterAll(() => keyturn.stop());

const form = (title: string) => ({
	name: "Small",
	key: "small",
	goLivePhase: "live",
	phases: [
		{
			...{ key: "live", name: "Live", goal: "It is live." },
			items: [{ key: "one", title, kind: "task", owner: "vendor", evidence: "none", responsible: "ops" }],
		},
	],
	definitionOfDone: [{ line: "It is live", items: ["one"] }],
	_status: "published",
});
const versionsOf = async (collection: string, id: string, as: Person) => {
	const answer = await keyturn.rest(
		"GET",
		`/${collection}/versions?where[parent][equals]=${id}&sort=createdAt&depth=0`,
		{
			as,
		},
	);
	return (answer.body as { docs: { id: string }[] }).docs.map((version) => version.id);
};

test.each(["published", "draft"])("an earlier version of a playbook comes back, %s, under its key", async (how) => {
	const made = await keyturn.rest("POST", "/playbooks", {
		as: ops,
		body: { ...form("Do this"), key: how, name: how },
	});
	const { id } = (made.body as { doc: Playbook }).doc;
	await keyturn.rest("PATCH", `/playbooks/${id}`, { as: ops, body: { ...form("Do that"), key: how, name: how } });
	const [earlier] = await versionsOf("playbooks", id, ops);
	const restored = await keyturn.rest("POST", `/playbooks/versions/${earlier}?draft=${how === "draft"}`, { as: ops });
	expect([restored.status, restored.body]).toEqual([200, expect.anything()]);
	const now = await keyturn.rest("GET", `/playbooks/${id}?draft=${how === "draft"}&depth=0`, { as: ops });
	const { key, latestVersion, phases } = now.body as Playbook;
	expect([key, latestVersion, phases?.[0]?.items?.[0]?.title]).toEqual([how, how === "draft" ? 2 : 3, "Do this"]);
	const kept = await query(keyturn, "SELECT version::int FROM playbook_versions WHERE playbook_id = $1", [id]);
	expect(kept).toHaveLength(how === "draft" ? 2 : 3);
});

test("settings of a casino come back without leaving it", async () => {
	const { casino } = await createCustomerSetup(keyturn);
	const made = await keyturn.rest("POST", "/casino-settings", {
		as: admin,
		body: { casino: casino.id, workingHours: baselineWorkingHours, defaultTravelBuffer: 5 },
	});
	expect([made.status, made.body]).toEqual([201, expect.anything()]);
	const { id } = (made.body as { doc: { id: string } }).doc;
	await keyturn.rest("PATCH", `/casino-settings/${id}`, { as: admin, body: { defaultTravelBuffer: 10 } });
	const [earlier] = await versionsOf("casino-settings", id, admin);
	const restored = await keyturn.rest("POST", `/casino-settings/versions/${earlier}`, { as: admin });
	expect([restored.status, restored.body]).toEqual([200, expect.anything()]);
	const [now] = await query(
		keyturn,
		"SELECT default_travel_buffer::int AS buffer, casino_id AS casino FROM casino_settings WHERE id = $1",
		[id],
	);
	expect(now).toEqual({ buffer: 5, casino: casino.id });
});
