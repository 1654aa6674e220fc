import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CustomerSetup, createCustomerSetup } from "../../harness/factories";
import { workQueues } from "../../harness/workQueues";
import { codeOf, inDays, itemOf, type Stage, saysOf, startStage } from "../decisions/stage";
import { bootstrap } from "../invites/inviteWorld";
import { auditOf, query } from "../payments/stage";

let stage: Stage;
beforeAll(async () => {
	stage = await startStage();
});
afterAll(() => stage?.keyturn.stop());

const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString();
const enter = async ({ onboarding }: CustomerSetup, data: object) => {
	const answer = await stage.keyturn.rest("PATCH", `/onboardings/${onboarding.id}?depth=0`, {
		as: stage.ops,
		body: data,
	});
	expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
};
const hypercareOf = ({ onboarding }: CustomerSetup) =>
	query<{ id: string; day: number; status: string; dueAt: Date }>(
		stage.keyturn,
		`SELECT id, day::int AS day, status::text, due_at AS "dueAt" FROM check_ins
		 WHERE onboarding_id = $1 AND kind = 'hypercare' ORDER BY day`,
		[onboarding.id],
	);
const planned = async (setup: CustomerSetup) =>
	(await hypercareOf(setup)).filter(({ status }) => status !== "cancelled").map((each) => each.day);
const change = (id: string, body: object) =>
	stage.keyturn.rest("PATCH", `/check-ins/${id}?depth=0`, { as: stage.ops, body });
const saysOfHypercare = async ({ onboarding }: CustomerSetup) => {
	const [item] = await query<{ says: string; status: string }>(
		stage.keyturn,
		"SELECT says, status::text FROM checklist_items WHERE onboarding_id = $1 AND key = 'hypercare_complete'",
		[onboarding.id],
	);
	return item;
};
/** As a person answers the decision, with nothing before it left. */
const choose = async ({ onboarding }: CustomerSetup, choice: string) => {
	await query(
		stage.keyturn,
		"UPDATE checklist_items SET status = 'done', choice = $2, done_at = now() WHERE onboarding_id = $1 AND key = 'hypercare_length'",
		[onboarding.id, choice],
	);
	await enter({ onboarding } as CustomerSetup, { notes: `Hypercare: ${choice}` });
};

describe("the check-ins of hypercare", () => {
	test("are planned when the customer has gone live, and follow the go-live and its length", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		await enter(setup, { wentLiveAt: daysAgo(-3) });
		expect(await planned(setup)).toEqual([]);
		expect(await saysOfHypercare(setup)).toMatchObject({ status: "open", says: expect.stringContaining("gone live") });
		await enter(setup, { wentLiveAt: daysAgo(2) });
		await enter(setup, { notes: "Saved again" });
		expect(await planned(setup)).toEqual([1, 2, 3, 4, 5, 6, 7, 14, 21, 28]);
		const [first] = await hypercareOf(setup);
		await enter(setup, { wentLiveAt: daysAgo(1) });
		const [moved] = await hypercareOf(setup);
		expect([moved?.id, Number(moved?.dueAt) - Number(first?.dueAt)]).toEqual([first?.id, day]);
		expect(await auditOf(stage.keyturn, first?.id ?? "")).toEqual(["check_in.planned", "check_in.moved"]);
		await choose(setup, "two_weeks");
		expect(await planned(setup)).toEqual([1, 2, 3, 4, 5, 6, 7, 14]);
		await choose(setup, "three_weeks");
		expect(await planned(setup)).toEqual([1, 2, 3, 4, 5, 6, 7, 14, 21]);
		await enter(setup, { wentLiveAt: null });
		expect(await planned(setup)).toEqual([]);
	});

	test("count with a note, from their day on, and are neither moved nor called off by hand", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		await enter(setup, { wentLiveAt: daysAgo(2) });
		const [first, second] = await hypercareOf(setup);
		const last = (await hypercareOf(setup)).at(-1);
		const refused = async (id: string | undefined, body: object) => {
			const answer = await change(id ?? "", body);
			const [error] = (answer.body as { errors: { data: { errors: { path: string }[] } }[] }).errors;
			return [answer.status, error?.data.errors[0]?.path];
		};
		expect(await refused(first?.id, { status: "done" })).toEqual([400, "notes"]);
		expect(await refused(first?.id, { status: "done", notes: "  " })).toEqual([400, "notes"]);
		expect(await refused(first?.id, { status: "cancelled" })).toEqual([400, "status"]);
		expect(await refused(first?.id, { dueAt: daysAgo(-9) })).toEqual([400, "dueAt"]);
		expect(await refused(last?.id, { status: "done", notes: "All is well." })).toEqual([400, "status"]);
		expect((await change(first?.id ?? "", { status: "done", notes: "All is well." })).status).toBe(200);
		await enter(setup, { wentLiveAt: daysAgo(3) });
		expect((await hypercareOf(setup))[0]).toMatchObject({ status: "done", dueAt: first?.dueAt });
		expect((await hypercareOf(setup))[1]?.dueAt).not.toEqual(second?.dueAt);
		expect((await saysOfHypercare(setup))?.says).toMatch(
			/^1 of 10 check-ins of hypercare done, with a note\..*Still to come: day .*28\.$/,
		);
	});

	test("are not waived before one was made", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		await enter(setup, { wentLiveAt: daysAgo(2) });
		const { id } = await itemOf(stage, setup, "hypercare_complete");
		const waive = () =>
			stage.post(`/checklist-items/${id}/waiver`, { reason: "they need no calls", expiresAt: daysAgo(-9) });
		expect([(await waive()).status, codeOf((await waive()).body)]).toEqual([409, "never_waived"]);
		const [first] = await hypercareOf(setup);
		await change(first?.id ?? "", { status: "done", notes: "They need no more calls." });
		expect((await waive()).status).toBe(200);
	});

	test("are called off with their onboarding", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		await enter(setup, { wentLiveAt: daysAgo(2) });
		await enter(setup, { status: "cancelled", statusReason: "They went elsewhere." });
		expect(await planned(setup)).toEqual([]);
	});
});

describe("an onboarding is completed", () => {
	/** One phase is left, with nothing in it that stands open; what else the definition asks for is as the test says. */
	async function atItsEnd(lines: object[]) {
		const form = {
			name: "Short",
			key: `short_${lines.length}_${Date.now()}`,
			goLivePhase: "live",
			_status: "published",
			phases: [
				{
					...{ key: "live", name: "Live", goal: "It is live." },
					items: [
						{ key: "one", title: "Do one", kind: "task", owner: "vendor", evidence: "none", responsible: "ops" },
						{ key: "two", title: "Do two", kind: "task", owner: "vendor", evidence: "none", responsible: "ops" },
					],
				},
			],
			definitionOfDone: lines,
		};
		const made = await stage.post("/playbooks", form);
		expect([made.status, made.body]).toEqual([201, expect.anything()]);
		const playbook = (made.body as { doc: { id: string } }).doc.id;
		return createCustomerSetup(stage.keyturn, { onboarding: { playbook } });
	}
	const tick = async (setup: CustomerSetup, key: string) =>
		stage.post(`/checklist-items/${(await itemOf(stage, setup, key)).id}/tick`, {});
	const close = ({ onboarding }: CustomerSetup) =>
		stage.post(`/onboardings/${onboarding.id}/close-phase`, { phase: "live" });
	const statusOf = async ({ onboarding }: CustomerSetup) => {
		const [row] = await query<{ status: string }>(stage.keyturn, "SELECT status::text FROM onboardings WHERE id = $1", [
			onboarding.id,
		]);
		return row?.status;
	};
	/** The freezes that hold there once what waits for the product was sent. */
	const inProduct = async (casinoId: string) => {
		await workQueues(stage.keyturn, ["syncProduct"]);
		const client = new Client({ connectionString: stage.keyturn.productDatabaseUrl });
		await client.connect();
		try {
			return await client.query("SELECT 1 FROM floor.configuration_freeze WHERE casino_id = $1", [casinoId]);
		} finally {
			await client.end();
		}
	};
	const lines = [
		{ line: "The first thing is done", items: ["one"] },
		{ line: "The customer is live", criteria: ["go_live_done"] },
	];

	test("only when every line of its definition of done holds, and the refusal names those that do not", async () => {
		const setup = await atItsEnd(lines);
		const early = await close(setup);
		expect([early.status, codeOf(early.body)]).toEqual([409, "definition_of_done_unmet"]);
		expect(saysOf(early.body)).toContain("The first thing is done; The customer is live");
		await tick(setup, "one");
		await tick(setup, "two");
		expect(await statusOf(setup)).toBe("open");
		expect(saysOf((await close(setup)).body)).toMatch(/not met: The customer is live\.$/);
		const { plan } = (await stage.get(`/onboardings/${setup.onboarding.id}/page`)).body as {
			plan: { definitionOfDone: { line: string; done: boolean }[] };
		};
		expect(plan.definitionOfDone.map(({ line, done }) => [line, done])).toEqual([
			["The first thing is done", true],
			["The customer is live", false],
		]);
		const packet = (await stage.get(`/onboardings/${setup.onboarding.id}/packet`)).body as typeof plan;
		expect(packet.definitionOfDone).toEqual(plan.definitionOfDone);
		await enter(setup, { wentLiveAt: daysAgo(1) });
		expect(await statusOf(setup)).toBe("completed");
	});

	test("and its freeze ends in the product too", async () => {
		const setup = await atItsEnd(lines.slice(0, 1));
		const { casino, adminContact } = setup;
		await bootstrap(stage.keyturn, casino, adminContact);
		await query(stage.keyturn, "UPDATE casinos SET status = 'live' WHERE id = $1", [casino.id]);
		await enter(setup, { freeze: { from: daysAgo(1), until: inDays(1) } });
		expect((await inProduct(casino.id)).rows).toHaveLength(1);
		await tick(setup, "one");
		await tick(setup, "two");
		expect(await statusOf(setup)).toBe("completed");
		expect((await inProduct(casino.id)).rows).toEqual([]);
	});

	test("by nobody's hand", async () => {
		const setup = await atItsEnd(lines);
		const answer = await stage.keyturn.rest("PATCH", `/onboardings/${setup.onboarding.id}`, {
			as: stage.admin,
			body: { status: "completed" },
		});
		expect(answer.status).toBe(400);
		expect(await statusOf(setup)).toBe("open");
	});

	test("when its last phase is closed with items open, once the lines hold", async () => {
		const setup = await atItsEnd(lines.slice(0, 1));
		await tick(setup, "one");
		expect((await close(setup)).body).toEqual({ status: "closed" });
		expect(await statusOf(setup)).toBe("completed");
	});
});
