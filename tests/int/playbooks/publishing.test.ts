import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Playbook } from "@/payload-types";
import { createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { query } from "../payments/stage";

let keyturn: Keyturn;
let ops: Person;
let made = 0;

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
}, 240_000);
afterAll(() => keyturn.stop());

const item = (title: string) => ({
	key: "only",
	title,
	kind: "task",
	owner: "vendor",
	evidence: "none",
	responsible: "ops",
});
const phases = (title: string) => [{ key: "live", name: "Live", goal: "It is live.", items: [item(title)] }];
const form = (title: string) => ({
	name: "Small",
	key: `small_${++made}`,
	goLivePhase: "live",
	phases: phases(title),
	definitionOfDone: [{ line: "It is live", items: ["only"] }],
	_status: "published",
});

async function publishNew(title: string): Promise<string> {
	const { status, body } = await keyturn.rest("POST", "/playbooks", { as: ops, body: form(title) });
	expect([status, JSON.stringify(body)]).toEqual([201, expect.anything()]);
	return (body as { doc: Playbook }).doc.id;
}
const change = (id: string, body: object, more = "") =>
	keyturn.rest("PATCH", `/playbooks/${id}?depth=0${more}`, { as: ops, body });

/** What each version says of its one item. */
const versionsOf = async (id: string) => {
	const rows = await query<{ version: number; title: string | null }>(
		keyturn,
		`SELECT version::int, content #>> '{phases,0,items,0,title}' AS title FROM playbook_versions WHERE playbook_id = $1 ORDER BY version`,
		[id],
	);
	return rows.map(({ version, title }) => [version, title]);
};
const latestOf = async (id: string) => {
	const [row] = await query<{ version: number }>(
		keyturn,
		"SELECT latest_version::int AS version FROM playbooks WHERE id = $1",
		[id],
	);
	return row?.version;
};

describe("what is published is the whole playbook", () => {
	test.each([
		"&select[name]=true",
		"&select[_status]=true&select[latestVersion]=true",
		"&select[phases][name]=true&select[_status]=true",
	])("whatever of it the sender wants to see (%s)", async (select) => {
		const id = await publishNew("One");
		expect((await change(id, { phases: phases("Two"), _status: "published" }, select)).status).toBe(200);
		expect(await versionsOf(id)).toEqual([
			[1, "One"],
			[2, "Two"],
		]);
		expect(await latestOf(id)).toBe(2);
	});

	test("also when only the words are sent", async () => {
		const id = await publishNew("One");
		expect((await change(id, { phases: phases("Two") })).status).toBe(200);
		const live = await query<{ title: string }>(
			keyturn,
			"SELECT i.title FROM playbooks_phases_items i JOIN playbooks_phases p ON p.id = i._parent_id WHERE p._parent_id = $1",
			[id],
		);
		// Either it was published, then as a version, or it is a draft.
		expect((await versionsOf(id)).at(-1)?.[1]).toBe(live[0]?.title);
	});
});

test("of two who publish at once each makes a version of their own", async () => {
	const id = await publishNew("One");
	const titles = ["Two", "Three", "Four", "Five"];
	const answers = await Promise.all(titles.map((title) => change(id, { phases: phases(title), _status: "published" })));
	expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
	const versions = await versionsOf(id);
	expect(versions.map(([version]) => version)).toEqual([1, 2, 3, 4, 5]);
	expect(new Set(versions.map(([, title]) => title))).toEqual(new Set(["One", ...titles]));
	expect(await latestOf(id)).toBe(5);
});

test("the same published twice at once is one version", async () => {
	const id = await publishNew("One");
	const answers = await Promise.all([1, 2, 3].map(() => change(id, { phases: phases("Two"), _status: "published" })));
	expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
	expect(await versionsOf(id)).toEqual([
		[1, "One"],
		[2, "Two"],
	]);
});

test("what two people learned at once is both kept", async () => {
	const id = await publishNew("One");
	const { createCustomerSetup } = await import("../../harness/factories");
	const setup = await createCustomerSetup(keyturn, { onboarding: { playbook: id } });
	const share = (notes: string) =>
		keyturn.rest("POST", `/onboardings/${setup.onboarding.id}/lessons`, { as: ops, body: { notes } });
	const answers = await Promise.all([share("Ask for the plan."), share("Bring the cables.")]);
	expect(answers.map(({ status }) => status)).toEqual([200, 200]);
	const draft = await keyturn.rest("GET", `/playbooks/${id}?draft=true&depth=0`, { as: ops });
	const { lessons } = draft.body as Playbook;
	expect(lessons).toContain("Ask for the plan.");
	expect(lessons).toContain("Bring the cables.");
});

test("a key that is taken is refused at its field", async () => {
	const taken = form("One");
	const answers = await Promise.all([1, 2].map(() => keyturn.rest("POST", "/playbooks", { as: ops, body: taken })));
	expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
});
