import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SaidDifference } from "@/domain/playbook/sayDifference";
import type { OnboardingPage } from "@/operations/plan/readOnboardingPage";
import type { Playbook } from "@/payload-types";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { query } from "../payments/stage";

type Item = { key: string; status: string; title: string; phase: string; retired: boolean };

let keyturn: Keyturn;
let ops: Person;
let finance: Person;
let sponsor: Person;
let setup: CustomerSetup;
let playbook: string;

const item = (key: string, more: object = {}) => ({
	key,
	title: `Do ${key}`,
	kind: "task" as const,
	owner: "vendor" as const,
	evidence: "none" as const,
	responsible: "ops" as const,
	...more,
});
const form = (phases: (object | undefined)[], more: object = {}) => ({
	name: "Small",
	key: "small",
	goLivePhase: "live",
	phases,
	definitionOfDone: [{ line: "It is live", items: ["last"] }],
	_status: "published",
	...more,
});
const first = [
	{
		key: "begin",
		name: "Begin",
		goal: "It has begun.",
		items: [item("kept_done"), item("gone_done"), item("gone_open"), item("reworded")],
	},
	{ key: "live", name: "Live", goal: "It is live.", items: [item("last")] },
];
const second = [
	{
		key: "begin",
		name: "Begin",
		goal: "It has begun.",
		items: [
			item("kept_done", { title: "Now said otherwise" }),
			item("reworded", { title: "New words" }),
			item("brand_new"),
		],
	},
	{ key: "live", name: "Live", goal: "It is live.", items: [item("last", { after: ["brand_new"] })] },
];

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
	finance = await createVendor(keyturn, "finance");
	const made = await keyturn.rest("POST", "/playbooks", { as: ops, body: form(first) });
	expect(made.status).toBe(201);
	playbook = (made.body as { doc: Playbook }).doc.id;
	setup = await createCustomerSetup(keyturn, { onboarding: { playbook } });
	sponsor = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["executive_sponsor"] }]);
	for (const key of ["kept_done", "gone_done"]) await tick(key);
});
afterAll(() => keyturn.stop());

const items = () =>
	query<Item>(
		keyturn,
		`SELECT key, status::text, title, phase, retired_at IS NOT NULL AS retired FROM checklist_items WHERE onboarding_id = $1 ORDER BY position, key`,
		[setup.onboarding.id],
	);
async function tick(key: string) {
	const [row] = await query<{ id: string }>(
		keyturn,
		"SELECT id FROM checklist_items WHERE onboarding_id = $1 AND key = $2",
		[setup.onboarding.id, key],
	);
	const answer = await keyturn.rest("POST", `/checklist-items/${row?.id}/tick`, { as: ops, body: {} });
	expect(answer.status).toBe(200);
}
const path = () => `/onboardings/${setup.onboarding.id}/upgrade`;
const look = (as: Person | null = ops) => keyturn.rest("GET", path(), { as: as ?? undefined });
const apply = (body: object, as: Person | null = ops) => keyturn.rest("POST", path(), { as: as ?? undefined, body });
type Preview = {
	from: number;
	to: number;
	seen: string;
	said: SaidDifference;
	plan: Record<string, { item?: { key: string }; key?: string }[]>;
};
const keysOf = (rows: { item?: { key: string }; key?: string }[] = []) => rows.map((row) => row.item?.key ?? row.key);

describe("publishing", () => {
	test("the same words again make no new version; other words make the next, and what was published never changes", async () => {
		await keyturn.rest("PATCH", `/playbooks/${playbook}`, { as: ops, body: { _status: "published" } });
		const versions = () =>
			query<{ version: number }>(
				keyturn,
				"SELECT version::int FROM playbook_versions WHERE playbook_id = $1 ORDER BY version",
				[playbook],
			);
		expect(await versions()).toEqual([{ version: 1 }]);
		const saved = await keyturn.rest("PATCH", `/playbooks/${playbook}`, { as: ops, body: form(second) });
		expect([saved.status, await versions()]).toEqual([200, [{ version: 1 }, { version: 2 }]]);
		await expect(
			query(keyturn, "UPDATE playbook_versions SET content = '{}' WHERE playbook_id = $1", [playbook]),
		).rejects.toThrow(/never changes/);
		expect((await items()).map(({ key }) => key)).not.toContain("brand_new");
	});

	test("what is wrong is refused at its place; a draft of it may be saved", async () => {
		const wrong = [{ ...second[0], items: [item("a", { after: ["b"] }), item("b", { after: ["a"] })] }, second[1]];
		const answer = await keyturn.rest("POST", "/playbooks", { as: ops, body: form(wrong, { key: "wrong" }) });
		expect(answer.status).toBe(400);
		expect(JSON.stringify(answer.body)).toMatch(/phases\.0\.items/);
		const draft = await keyturn.rest("POST", "/playbooks", {
			as: ops,
			body: form(wrong, { key: "wrong", _status: "draft" }),
		});
		expect(draft.status).toBe(201);
	});
});

describe("a newer version", () => {
	let preview: Preview;

	test("is compared before anything happens", async () => {
		const answer = await look();
		expect(answer.status).toBe(200);
		preview = answer.body as Preview;
		expect([preview.from, preview.to]).toEqual([1, 2]);
		expect(keysOf(preview.plan.added)).toEqual(["brand_new"]);
		expect(keysOf(preview.plan.removed)).toEqual(["gone_open"]);
		expect(keysOf(preview.plan.retired)).toEqual(["gone_done"]);
		expect(keysOf(preview.plan.kept)).toEqual(["kept_done"]);
		expect(keysOf(preview.plan.changed)).toContain("reworded");
		expect(preview.said.items.kept).toEqual([
			{
				key: "kept_done",
				title: "Now said otherwise",
				phase: "Begin",
				changes: [{ field: "Title", before: "Do kept_done", after: "Now said otherwise", isProse: true }],
			},
		]);
	});

	test("is told on the onboarding's page, to the vendor's people", async () => {
		const page = await keyturn.rest("GET", `/onboardings/${setup.onboarding.id}/page`, { as: ops });
		expect((page.body as OnboardingPage).plan.playbook).toMatchObject({ version: 1, newest: 2 });
		const theirs = await keyturn.rest("GET", `/onboardings/${setup.onboarding.id}/page`, { as: sponsor });
		expect((theirs.body as OnboardingPage).plan.playbook).toMatchObject({ version: 1, newest: 1 });
	});

	test.each([
		["nobody", (): Person | null => null, 401],
		["finance", () => finance, 403],
	] as const)("%s neither sees the difference nor applies it", async (_, who, status) => {
		const body = { version: 2, seen: preview.seen, reason: "To be up to date" };
		expect([(await look(who())).status, (await apply(body, who())).status]).toEqual([status, status]);
	});

	test("what nobody has looked at is not applied", async () => {
		const answer = await apply({ version: 2, seen: "0".repeat(64), reason: "To be up to date" });
		expect(answer.status).toBe(409);
		expect((await items()).map(({ key }) => key)).toContain("gone_open");
	});

	test("is applied as reviewed: open work follows it, done work is kept with its words", async () => {
		const answer = await apply({ version: 2, seen: preview.seen, reason: "To be up to date" });
		const { version, decision } = answer.body as { version: number; decision: string };
		expect([answer.status, version]).toEqual([200, 2]);
		const rows = new Map((await items()).map(({ key, ...row }) => [key, row]));
		expect(rows.get("kept_done")).toMatchObject({ status: "done", title: "Do kept_done" });
		expect(rows.get("gone_done")).toMatchObject({ status: "done", retired: true });
		expect(rows.has("gone_open")).toBe(false);
		expect(rows.get("reworded")).toMatchObject({ status: "open", title: "New words" });
		expect(rows.get("brand_new")).toMatchObject({ status: "open", retired: false });
		expect((await look()).status).toBe(409);
		const { readDecision } = await import("@/operations/decisions/readDecision");
		const view = await readDecision({ req: await keyturn.requestOf(ops.user), decisionId: decision });
		expect(view).toMatchObject({
			kind: "plan_change",
			status: "approved",
			isHashRight: true,
			offered: [],
			packet: { from: 1, to: 2, decided: { reason: "To be up to date" }, difference: preview.said },
		});
	});

	test("leaves a decision that can be printed", async () => {
		const [decision] = await query<{ id: string }>(
			keyturn,
			"SELECT id FROM decisions WHERE onboarding_id = $1 AND kind = 'plan_change'",
			[setup.onboarding.id],
		);
		const { exportDecision } = await import("@/operations/decisions/exportDecision");
		const { pdf } = await exportDecision({ req: await keyturn.requestOf(ops.user), decisionId: decision?.id ?? "" });
		expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe("%PDF-");
	});
});

test("what was learned goes into a draft of the next version, once", async () => {
	const share = () =>
		keyturn.rest("POST", `/onboardings/${setup.onboarding.id}/lessons`, {
			as: ops,
			body: { notes: "Ask for the floor plan first." },
		});
	expect([(await share()).status, (await share()).status]).toEqual([200, 200]);
	const draft = await keyturn.rest("GET", `/playbooks/${playbook}?draft=true&depth=0`, { as: ops });
	const { lessons, _status } = draft.body as Playbook;
	expect(lessons?.match(/Ask for the floor plan first/g)).toHaveLength(1);
	expect(lessons).toContain("Begin: “Do gone_done”");
	expect(_status).toBe("draft");
	const live = await keyturn.rest("GET", `/playbooks/${playbook}?depth=0`, { as: ops });
	expect((live.body as Playbook).latestVersion).toBe(2);
});

test("a playbook's page tells its published versions, who published them and how many follow each", async () => {
	const { readPlaybookReleases } = await import("@/operations/views/readPlaybookReleases");
	const { releases, newest } = await readPlaybookReleases({
		req: await keyturn.requestOf(ops.user),
		playbookId: playbook,
	});
	expect(releases.map(({ version, publishedBy, running, all }) => ({ version, publishedBy, running, all }))).toEqual([
		{ version: 2, publishedBy: ops.user.name ?? ops.email, running: 1, all: 1 },
		{ version: 1, publishedBy: ops.user.name ?? ops.email, running: 0, all: 0 },
	]);
	expect(newest?.phases.map(({ key }) => key)).toEqual(["begin", "live"]);
	await expect(
		readPlaybookReleases({ req: await keyturn.requestOf(sponsor.user), playbookId: playbook }),
	).rejects.toThrow(/role does not let you/);
});

describe("when the time has come for the next one", () => {
	const versionOf = async (phases: object[]) => {
		const made = await keyturn.rest("PATCH", `/playbooks/${playbook}`, { as: ops, body: form(phases) });
		expect([made.status, made.body]).toEqual([200, expect.anything()]);
		const { seen, atStake } = (await look()).body as Preview & { atStake: { key: string }[] };
		return { seen, atStake: atStake.map(({ key }) => key) };
	};
	const [begin, live] = [second[0], second[1]];
	const criterion = item("proven", { kind: "exit_criterion", evidence: "link" });

	test("a phase that had closed opens again with what has come into it", async () => {
		for (const key of ["reworded", "brand_new"]) await tick(key);
		const phase = () =>
			query<{ status: string }>(
				keyturn,
				"SELECT status::text FROM checklists WHERE onboarding_id = $1 AND phase = 'begin'",
				[setup.onboarding.id],
			);
		await keyturn.rest("POST", `/onboardings/${setup.onboarding.id}/phases/begin/close`, { as: ops, body: {} });
		expect(await phase()).toEqual([{ status: "closed" }]);
		const { seen, atStake } = await versionOf([{ ...begin, items: [...(begin?.items ?? []), criterion] }, live ?? {}]);
		expect(atStake).toEqual([]);
		expect((await apply({ version: 3, seen, reason: "To prove it" })).status).toBe(200);
		expect(await phase()).toEqual([{ status: "active" }]);
	});

	test.each([
		["takes away", [] as object[]],
		["hands to others", [{ ...criterion, responsible: "finance" }]],
		["is no criterion in", [{ ...criterion, kind: "task" }]],
	])("a criterion that is not met and that it %s takes more than one person", async (_, items) => {
		const { seen, atStake } = await versionOf([{ ...begin, items: [...(begin?.items ?? []), ...items] }, live ?? {}]);
		expect(atStake).toEqual(["proven"]);
		const answer = await apply({
			version: await look().then(({ body }) => (body as Preview).to),
			seen,
			reason: "To be done",
		});
		expect([answer.status, JSON.stringify(answer.body)]).toEqual([
			409,
			expect.stringContaining("waived first: “Do proven”"),
		]);
	});
});
