import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CustomerSetup, createCustomerSetup } from "../../harness/factories";
import { codeOf, inDays, itemOf, type Stage, saysOf, startStage } from "../decisions/stage";
import { auditOf, query } from "../payments/stage";

let stage: Stage;
let playbook: string;
beforeAll(async () => {
	stage = await startStage();
	const [shipped] = await query<{ id: string }>(
		stage.keyturn,
		"SELECT id FROM playbooks WHERE key = 'support_contract'",
	);
	playbook = shipped?.id ?? "";
});
afterAll(() => stage?.keyturn.stop());

const opened = (more: object = {}) => createCustomerSetup(stage.keyturn, { onboarding: { playbook, ...more } });
const set = ({ onboarding }: CustomerSetup, colour: string, reason: string, as = stage.ops) =>
	stage.post(`/onboardings/${onboarding.id}/acceptance`, { colour, reason }, as);
const idOf = (answer: { body: unknown }) => (answer.body as { id: string }).id;
const acknowledge = ({ onboarding }: CustomerSetup, acceptance: string, as = stage.manager) =>
	stage.post(
		`/onboardings/${onboarding.id}/acceptance/acknowledge`,
		{ acceptance, nextAction: "Dana asks the supplier by Friday." },
		as,
	);
const mails = ({ casino }: CustomerSetup) =>
	query<{ to: string; before: string | null; colour: string }>(
		stage.keyturn,
		`SELECT "to", data ->> 'before' AS before, data ->> 'colour' AS colour FROM messages
		 WHERE template = 'acceptance_changed' AND casino_id = $1 ORDER BY created_at`,
		[casino.id],
	);
const riskOf = async ({ onboarding }: CustomerSetup) => {
	const [risk] = await query<{ status: string; severity: string; kind: string }>(
		stage.keyturn,
		"SELECT status::text, severity::text, kind::text FROM risks WHERE key = $1",
		[`acceptance:${onboarding.id}`],
	);
	return risk ?? null;
};
const escalate = async (hours: number) => {
	const { escalateAcceptance } = await import("@/operations/plan/escalateAcceptance");
	return escalateAcceptance({ payload: stage.keyturn.payload, now: new Date(Date.now() + hours * 3_600_000) });
};
const statusOf = async (setup: CustomerSetup, key: string) => (await itemOf(stage, setup, key)).status;

describe("an acceptance", () => {
	test("is a record of its own, every setting kept, and the plan follows it", async () => {
		const setup = await opened();
		const yellow = await set(setup, "yellow", "Spare parts are missing.");
		expect([yellow.status, yellow.body]).toEqual([200, { id: expect.any(String), colour: "yellow" }]);
		expect(await statusOf(setup, "acceptance")).toBe("done");
		expect(await statusOf(setup, "log_green")).toBe("not_needed");
		expect(await statusOf(setup, "acceptance_green")).toBe("open");
		await set(setup, "green", "The parts are here.");
		expect(await statusOf(setup, "acceptance_green")).toBe("done");
		expect(await statusOf(setup, "log_green")).toBe("done");
		expect(await statusOf(setup, "manager_acknowledges")).toBe("not_needed");
		const page = (await stage.get(`/onboardings/${setup.onboarding.id}/page`)).body as {
			plan: { acceptances: { colour: string; reason: string; setBy: { id: string } }[]; health: { level: string } };
		};
		expect(page.plan.acceptances.map(({ colour, reason, setBy }) => [colour, reason, setBy.id])).toEqual([
			["green", "The parts are here.", stage.ops.user.id],
			["yellow", "Spare parts are missing.", stage.ops.user.id],
		]);
		expect(await auditOf(stage.keyturn, idOf(yellow))).toContain("acceptance.set");
		await expect(
			query(stage.keyturn, "UPDATE acceptances SET colour = 'green' WHERE id = $1", [idOf(yellow)]),
		).rejects.toThrow(/never changes/);
		await expect(query(stage.keyturn, "DELETE FROM acceptances WHERE id = $1", [idOf(yellow)])).rejects.toThrow(
			/never changes/,
		);
	});

	test("is set once when it comes twice, and nobody ticks what it shows", async () => {
		const setup = await opened();
		const tick = async (key: string) =>
			stage.post(`/checklist-items/${(await itemOf(stage, setup, key)).id}/tick`, {
				choice: "green",
				signedName: "Opal Ops",
			});
		const early = await tick("acceptance");
		expect([early.status, codeOf(early.body)]).toEqual([409, "follows_acceptance"]);
		const [one, other] = await Promise.all([set(setup, "red", "No parts."), set(setup, "red", "No parts.")]);
		expect(idOf(one)).toBe(idOf(other));
		expect(await mails(setup)).toHaveLength(1);
		for (const key of ["notify_manager", "manager_acknowledges"]) {
			expect([key, (await tick(key)).status]).toEqual([key, 409]);
		}
	});

	test("is mailed to the manager each time it gets worse, and not when it gets better", async () => {
		const setup = await opened({ manager: stage.admin.user.id });
		for (const colour of ["yellow", "red", "yellow", "green", "yellow"])
			await set(setup, colour, `It is ${colour} now.`);
		expect(await mails(setup)).toEqual([
			{ to: stage.admin.email, before: null, colour: "yellow" },
			{ to: stage.admin.email, before: "yellow", colour: "red" },
			{ to: stage.admin.email, before: "green", colour: "yellow" },
		]);
		const unowned = await opened();
		await set(unowned, "green", "All is there.");
		expect(await mails(unowned)).toEqual([]);
	});

	test("is acknowledged by a manager, and only the setting that they saw", async () => {
		const setup = await opened();
		const first = idOf(await set(setup, "yellow", "Nobody for Sunday nights."));
		expect((await acknowledge(setup, first, stage.ops)).status).toBe(403);
		const seen = await acknowledge(setup, first);
		expect([seen.status, seen.body]).toEqual([200, { acknowledgedAt: expect.any(String) }]);
		expect((await acknowledge(setup, first)).body).toEqual(seen.body);
		expect(await statusOf(setup, "manager_acknowledges")).toBe("done");
		expect(await statusOf(setup, "notify_manager")).toBe("done");
		const second = idOf(await set(setup, "red", "Nobody at all."));
		expect(await statusOf(setup, "manager_acknowledges")).toBe("open");
		const late = await acknowledge(setup, first);
		expect([late.status, codeOf(late.body)]).toEqual([409, "acceptance_changed"]);
		expect((await acknowledge(setup, second)).status).toBe(200);
		const green = idOf(await set(setup, "green", "Two people were hired."));
		expect((await acknowledge(setup, green)).status).toBe(409);
	});

	test("is a risk when nobody acknowledges it in time, until somebody does or it is set again", async () => {
		const setup = await opened();
		await set(setup, "yellow", "Parts are late.");
		await escalate(1);
		expect(await riskOf(setup)).toBeNull();
		await escalate(25);
		await escalate(25);
		expect(await riskOf(setup)).toEqual({ status: "open", severity: "medium", kind: "acceptance_unacknowledged" });
		const red = idOf(await set(setup, "red", "There are none."));
		expect((await riskOf(setup))?.status).toBe("resolved");
		await escalate(25);
		expect(await riskOf(setup)).toMatchObject({ status: "open", severity: "high" });
		await acknowledge(setup, red);
		expect((await riskOf(setup))?.status).toBe("resolved");
		await escalate(50);
		expect((await riskOf(setup))?.status).toBe("resolved");
	});
});

describe("a waiver of the acceptance", () => {
	const waive = async (setup: CustomerSetup) => {
		const { id } = await itemOf(stage, setup, "acceptance_green");
		return stage.post(`/checklist-items/${id}/waiver`, { reason: "we start without", expiresAt: inDays(9) });
	};
	const approve = (id: string) =>
		stage.post(`/decisions/${id}/decide`, { decision: "approve", reason: "ok for us" }, stage.manager);

	test("by two persons lets a yellow one count, and no longer once it is red", async () => {
		const setup = await opened();
		await set(setup, "yellow", "Parts are late.");
		const asked = await waive(setup);
		expect((await approve(idOf(asked))).status).toBe(200);
		expect(await statusOf(setup, "acceptance_green")).toBe("waived");
		await set(setup, "red", "There are none.");
		expect(await statusOf(setup, "acceptance_green")).toBe("open");
	});

	test("is refused for a red one, when it is asked for and when it is decided", async () => {
		const setup = await opened();
		await set(setup, "red", "There are none.");
		const refused = await waive(setup);
		expect([refused.status, codeOf(refused.body)]).toEqual([409, "never_waived"]);
		await set(setup, "yellow", "There are some.");
		const asked = await waive(setup);
		await set(setup, "red", "There are none after all.");
		const decided = await approve(idOf(asked));
		expect([decided.status, saysOf(decided.body)]).toEqual([409, expect.stringContaining("Reject this")]);
	});
});
