import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { workQueues } from "../../harness/workQueues";
import { query, tell } from "../payments/stage";

type Row = {
	id: string;
	key: string;
	status: string;
	kind: string;
	phase: string;
	due: Date | null;
	says: string | null;
};

let keyturn: Keyturn;
let ops: Person;
let admin: Person;
let auditor: Person;
let setup: CustomerSetup;
let compliance: Person;
let finance: Person;
let sponsor: Person;
let cashier: Person;
let stranger: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
	compliance = await createVendor(keyturn, "compliance", { name: "Cora Compliance" });
	finance = await createVendor(keyturn, "finance", { name: "Fred Finance" });
	admin = await createVendor(keyturn, "admin");
	auditor = await createVendor(keyturn, "auditor", { accessEndsAt: new Date(Date.now() + 86_400_000).toISOString() });
	setup = await createCustomerSetup(keyturn);
	const other = await createCustomerSetup(keyturn);
	const here = (role: "executive_sponsor" | "cashier") => [{ casino: setup.casino.id, roles: [role] }];
	sponsor = await createCustomer(keyturn, here("executive_sponsor"), { name: "Sam Sponsor" });
	cashier = await createCustomer(keyturn, here("cashier"));
	stranger = await createCustomer(keyturn, [{ casino: other.casino.id, roles: ["executive_sponsor"] }]);
});
afterAll(() => keyturn.stop());

const items = (onboarding = setup.onboarding.id) =>
	query<Row>(
		keyturn,
		`SELECT id, key, status::text, kind::text, phase, due_at AS due, says FROM checklist_items WHERE onboarding_id = $1 ORDER BY position`,
		[onboarding],
	);
async function item(key: string, onboarding = setup.onboarding.id): Promise<Row> {
	const found = (await items(onboarding)).find((each) => each.key === key);
	if (!found) throw new Error(`There is no item ${key}.`);
	return found;
}
const act = async (key: string, route: string, as: Person | undefined, body: object = {}) =>
	keyturn.rest("POST", `/checklist-items/${(await item(key)).id}/${route}`, { as, body });
const messageOf = (answer: { body: unknown }) => (answer.body as { errors: { message: string }[] }).errors[0]?.message;

describe("opening", () => {
	test("an onboarding that names no playbook follows the casino floor's newest version, with every phase and item", async () => {
		const [release] = await query<{
			content: { phases: { key: string; items: { key: string }[] }[] };
			version: number;
		}>(
			keyturn,
			"SELECT v.content, v.version::int FROM playbook_versions v JOIN playbooks p ON p.id = v.playbook_id WHERE p.key = 'casino_floor'",
		);
		const phases = await query<{ phase: string; status: string }>(
			keyturn,
			"SELECT phase, status::text FROM checklists WHERE onboarding_id = $1 ORDER BY position",
			[setup.onboarding.id],
		);
		expect(setup.onboarding.playbookVersion).toBe(release?.version);
		expect(phases.map(({ phase }) => phase)).toEqual(release?.content.phases.map(({ key }) => key));
		expect((await items()).map(({ key }) => key)).toEqual(
			release?.content.phases.flatMap((phase) => phase.items.map(({ key }) => key)),
		);
		expect(phases.map(({ status }) => status)).toEqual(["active", "waiting", "waiting", "waiting", "waiting"]);
	});

	test("what records show already holds from the start, with its date and words", async () => {
		const rows = await items();
		expect((await item("contract_signed")).status).toBe("done");
		expect(rows.filter(({ due }) => due !== null).length).toBeGreaterThan(10);
		expect(rows.find(({ key }) => key === "gate_satisfied")).toMatchObject({ status: "open" });
	});

	test("a playbook without a published version is refused at its field", async () => {
		const draft = await keyturn.rest("POST", "/playbooks", {
			as: ops,
			body: { name: "Half", key: "half", goLivePhase: "x", _status: "draft" },
		});
		const id = (draft.body as { doc: { id: string } }).doc.id;
		const answer = await keyturn.rest("POST", "/onboardings", {
			as: ops,
			body: { casino: setup.casino.id, playbook: id, gateStandard: "paid" },
		});
		expect(answer.status).toBe(400);
		expect(JSON.stringify(answer.body)).toContain("no published version");
	});
});

describe("ticking", () => {
	test("an item is done with who did it and how long it took, once, however often it is ticked", async () => {
		const first = await act("confirm_workflows", "tick", ops, { minutes: 25, note: "Went through the day." });
		const again = await act("confirm_workflows", "tick", admin, { minutes: 5 });
		expect([first.status, again.status]).toEqual([200, 200]);
		const [row] = await query<{ by: string; minutes: number }>(
			keyturn,
			"SELECT done_by_id AS by, minutes_taken::int AS minutes FROM checklist_items WHERE id = $1",
			[(await item("confirm_workflows")).id],
		);
		expect(row).toEqual({ by: ops.user.id, minutes: 25 });
		const lines = await query(keyturn, "SELECT 1 FROM audit_entries WHERE action = 'item.done' AND document = $1", [
			(await item("confirm_workflows")).id,
		]);
		expect(lines).toHaveLength(1);
	});

	test("two people who tick two items at once both win", async () => {
		const answers = await Promise.all([
			act("dpa_needed", "tick", compliance, { choice: "no", signedName: "Cora Compliance" }),
			act("gate_standard", "tick", finance, { choice: "paid", signedName: "Fred Finance" }),
		]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect([(await item("dpa_needed")).status, (await item("gate_standard")).status]).toEqual(["done", "done"]);
	});

	test("what a decision rules out is not needed any more", async () => {
		expect((await item("dpa")).status).toBe("not_needed");
	});

	test("what comes later waits, and says for what", async () => {
		const answer = await act("scope_and_success_criteria", "tick", ops, { file: null });
		expect(answer.status).toBe(409);
		expect(messageOf(answer)).toContain("Agree what compliance expects");
	});

	test("an automation and a computed criterion tick themselves", async () => {
		expect((await act("gate_satisfied", "tick", ops)).status).toBe(409);
		const [automation] = (await items()).filter(({ kind }) => kind === "automation");
		expect((await act(automation?.key ?? "", "tick", ops)).status).toBe(409);
	});

	test("a decision takes one of its choices and nothing else", async () => {
		const fresh = await createCustomerSetup(keyturn);
		const { id } = await item("dpa_needed", fresh.onboarding.id);
		const answer = await keyturn.rest("POST", `/checklist-items/${id}/tick`, {
			as: compliance,
			body: { choice: "maybe", signedName: "Cora" },
		});
		expect([answer.status, messageOf(answer)]).toEqual([400, "choice: Choose one of: yes, no."]);
	});

	test.each([
		["nobody", (): Person | undefined => undefined, 401],
		["a stranger", () => stranger, 404],
		["the casino's cashier, who sees it", () => cashier, 403],
		["an auditor", () => auditor, 403],
	] as const)("%s does not tick the vendor's items", async (_, who, status) => {
		expect((await act("confirm_compliance_posture", "tick", who())).status).toBe(status);
		expect((await item("confirm_compliance_posture")).status).toBe("open");
	});

	test("an item that does not exist is not found, and what is no id is said to be", async () => {
		const missing = await keyturn.rest("POST", "/checklist-items/00000000-0000-4000-8000-000000000000/tick", {
			as: ops,
			body: {},
		});
		const wrong = await keyturn.rest("POST", "/checklist-items/1/tick", { as: ops, body: {} });
		expect([missing.status, wrong.status]).toEqual([404, 400]);
	});
});

describe("a signature", () => {
	test("is given by the role that answers for it, and by nobody else", async () => {
		await act("confirm_compliance_posture", "tick", compliance);
		const proof = { link: "https://files.example/scope", value: "60 % of shifts", signedName: "Sam Sponsor" };
		for (const key of ["scope_and_success_criteria", "exclusions"]) {
			const { id } = await item(key);
			await query(keyturn, "UPDATE checklist_items SET evidence = 'link' WHERE id = $1", [id]);
			expect((await act(key, "tick", ops, proof)).status).toBe(200);
		}
		for (const person of [ops, admin, cashier]) {
			expect((await act("approve_success_criteria", "tick", person, proof)).status).toBe(403);
		}
		const unsigned = await act("approve_success_criteria", "tick", sponsor);
		expect([unsigned.status, messageOf(unsigned)]).toEqual([400, "signedName: Sign with your full name."]);
		const other = await act("approve_success_criteria", "tick", sponsor, { ...proof, signedName: "Olga Other" });
		expect([other.status, messageOf(other)]).toEqual([400, expect.stringContaining("Sign with your own name")]);
		expect((await act("approve_success_criteria", "tick", sponsor, proof)).status).toBe(200);
		const [row] = await query(
			keyturn,
			"SELECT signed_name AS name, done_by_id AS by FROM checklist_items WHERE id = $1",
			[(await item("approve_success_criteria")).id],
		);
		expect(row).toEqual({ name: "Sam Sponsor", by: sponsor.user.id });
	});
});

describe("taking back and putting off", () => {
	test("a tick is taken back with a reason, and what came of it too", async () => {
		expect((await act("dpa_needed", "reopen", compliance, { reason: "" })).status).toBe(400);
		expect((await act("dpa_needed", "reopen", compliance, { reason: "Asked the wrong person" })).status).toBe(200);
		expect([(await item("dpa_needed")).status, (await item("dpa")).status]).toEqual(["open", "open"]);
	});

	test("an agreement taken back is none any more", async () => {
		const agreed = () =>
			query<{ agreed: Date | null }>(keyturn, "SELECT agreed_go_live_at AS agreed FROM onboardings WHERE id = $1", [
				setup.onboarding.id,
			]);
		await query(
			keyturn,
			"UPDATE checklists SET status = 'active' WHERE id = (SELECT checklist_id FROM checklist_items WHERE onboarding_id = $1 AND key = 'agree_go_live')",
			[setup.onboarding.id],
		);
		await query(keyturn, "UPDATE checklist_items SET rule = rule || '{\"after\": []}' WHERE id = $1", [
			(await item("agree_go_live")).id,
		]);
		await query(keyturn, "UPDATE onboardings SET go_live_at = now() + interval '40 days' WHERE id = $1", [
			setup.onboarding.id,
		]);
		const signed = await act("agree_go_live", "tick", sponsor, { signedName: "Sam Sponsor" });
		expect([signed.status, await agreed()]).toEqual([200, [{ agreed: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) }]]);
		expect((await act("agree_go_live", "reopen", sponsor, { reason: "The hall is not ready then" })).status).toBe(200);
		expect(await agreed()).toEqual([{ agreed: null }]);
	});

	test("an item put off moves what depends on it", async () => {
		const before = await item("timeline_draft");
		await act("confirm_workflows", "reopen", ops, { reason: "Not complete" });
		const until = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
		const answer = await act("confirm_workflows", "snooze", ops, { until, reason: "The lead is away" });
		expect(answer).toMatchObject({ status: 200, body: { dueAt: until } });
		const [after] = await query<{ forecast: string }>(
			keyturn,
			"SELECT forecast_at AS forecast FROM checklist_items WHERE id = $1",
			[before.id],
		);
		expect(after && after.forecast >= until).toBe(true);
		const [onboarding] = await query<{ forecast: string; because: string }>(
			keyturn,
			"SELECT forecast_go_live_at AS forecast, forecast_because AS because FROM onboardings WHERE id = $1",
			[setup.onboarding.id],
		);
		expect(onboarding?.because).toEqual(expect.any(String));
		expect(onboarding && onboarding.forecast >= until).toBe(true);
	});

	test("a date that has passed is refused", async () => {
		const answer = await act("confirm_workflows", "snooze", ops, {
			until: "2020-01-01T00:00:00Z",
			reason: "By mistake",
		});
		expect(answer.status).toBe(400);
	});
});

test("many at once: those that can be done are done, the others say why", async () => {
	const ids = [
		(await item("timeline_draft")).id,
		(await item("confirm_workflows")).id,
		(await item("gate_satisfied")).id,
	];
	const answer = await keyturn.rest("POST", "/checklist-items/acts", {
		as: ops,
		body: { act: "assign", assignee: ops.user.id, ids },
	});
	expect(answer.status).toBe(200);
	const ticked = await keyturn.rest("POST", "/checklist-items/acts", { as: ops, body: { act: "tick", ids } });
	const outcomes = (ticked.body as { outcomes: { id: string; ok: boolean }[] }).outcomes;
	expect(new Map(outcomes.map(({ id, ok }) => [id, ok])).get(ids[2] ?? "")).toBe(false);
	expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

describe("a phase", () => {
	test("does not close while a criterion is unmet, and says which", async () => {
		const answer = await keyturn.rest("POST", `/onboardings/${setup.onboarding.id}/close-phase`, {
			as: ops,
			body: { phase: "contracting" },
		});
		expect(answer.status).toBe(409);
		expect(messageOf(answer)).toContain("gate");
	});

	test("closes when the payment has opened the gate, while other work goes on; provisioning ticks its items itself", async () => {
		await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice)));
		await workQueues(keyturn);
		const rows = await items();
		expect(rows.filter(({ kind, status }) => kind === "automation" && status !== "done")).toEqual([]);
		expect(rows.find(({ key }) => key === "gate_satisfied")?.status).toBe("done");
		const close = (): Promise<{ status: number }> =>
			keyturn.rest("POST", `/onboardings/${setup.onboarding.id}/close-phase`, {
				as: ops,
				body: { phase: "contracting" },
			});
		expect([(await close()).status, (await close()).status]).toEqual([200, 200]);
		const [onboarding] = await query<{ phase: string }>(keyturn, "SELECT phase FROM onboardings WHERE id = $1", [
			setup.onboarding.id,
		]);
		expect(onboarding?.phase).toBe("provisioning");
	});
});
