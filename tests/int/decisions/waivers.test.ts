import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endOfDay } from "@/domain/calendar/day";
import { createCustomer, createCustomerSetup } from "../../harness/factories";
import { auditOf, query } from "../payments/stage";
import { codeOf, decisionOf, inDays, itemOf, type Stage, startStage } from "./stage";

let stage: Stage;
beforeAll(async () => {
	stage = await startStage();
});
afterAll(() => stage?.keyturn.stop());

const until = inDays(10).slice(0, 10);
const ask = (itemId: string, as = stage.ops, body: object = { reason: "the vendor is late", expiresAt: until }) =>
	stage.post(`/checklist-items/${itemId}/waiver`, body, as);
const decide = (id: string, decision: string, as = stage.manager) =>
	stage.post(`/decisions/${id}/decide`, { decision, reason: "we can live with it" }, as);

async function asked(key: string) {
	const setup = await createCustomerSetup(stage.keyturn);
	const item = await itemOf(stage, setup, key);
	const { status, body } = await ask(item.id);
	expect([status, body]).toMatchObject([200, { status: "proposed" }]);
	return { setup, item, id: (body as { id: string }).id };
}

const expire = async (now: Date) => {
	const { expireDecisions } = await import("@/operations/decisions/expireDecisions");
	return expireDecisions({ payload: stage.keyturn.payload, now });
};

describe("a waiver", () => {
	test.each(["training_attended", "confirm_workflows"])(
		"of %s settles the item when a second person approves, and opens it again when its time is over",
		async (key) => {
			const { setup, item, id } = await asked(key);
			expect((await itemOf(stage, setup, key)).status).toBe("open");
			expect((await decide(id, "approve")).body).toMatchObject({ status: "approved" });
			expect((await itemOf(stage, setup, key)).status).toBe("waived");
			expect(await auditOf(stage.keyturn, item.id)).toContain("item.waived");
			expect(await decisionOf(stage, id)).toMatchObject({
				packet: { item: { key }, expiresAt: until, decided: { outcome: "approved" } },
				hash: expect.stringMatching(/^[0-9a-f]{64}$/),
			});

			const end = Date.parse(endOfDay(until, setup.casino.timezone));
			await expire(new Date(end - 1000));
			expect((await itemOf(stage, setup, key)).status).toBe("waived");
			await expire(new Date(end));
			expect((await itemOf(stage, setup, key)).status).toBe("open");
			expect((await decisionOf(stage, id)).status).toBe("expired");
			expect(await expire(new Date(end + 1000))).toBe(0);
		},
	);

	test("that is rejected leaves the item, and another may be asked for", async () => {
		const { setup, item, id } = await asked("training_attended");
		await decide(id, "reject");
		expect((await itemOf(stage, setup, "training_attended")).status).toBe("open");
		const again = (await ask(item.id)).body as { id: string };
		expect(again.id).not.toBe(id);
	});

	test("is asked for once: the same again answers what is, another reason is refused", async () => {
		const { item, id } = await asked("training_attended");
		expect((await ask(item.id)).body).toEqual({ id, status: "proposed" });
		const other = await ask(item.id, stage.manager, { reason: "for another reason", expiresAt: until });
		expect([other.status, codeOf(other.body)]).toEqual([409, "asked_already"]);
		const { item: second } = await asked("roster_complete");
		const together = await Promise.all([ask(second.id), ask(second.id)]);
		expect(together.map(({ status }) => status)).toEqual([200, 200]);
		expect(
			await query(stage.keyturn, "SELECT id FROM decisions WHERE item_id = ANY($1::uuid[])", [[item.id, second.id]]),
		).toHaveLength(2);
	});

	test("is not decided by whoever asked, is never overridden, and nobody's but an admin's or manager's", async () => {
		const { item } = { item: (await asked("training_attended")).setup };
		const own = await itemOf(stage, item, "roster_complete");
		const { id } = (await ask(own.id, stage.manager)).body as { id: string };
		expect(codeOf((await decide(id, "approve", stage.manager)).body)).toBe("second_person_needed");
		expect(codeOf((await decide(id, "override", stage.admin)).body)).toBe("nothing_to_override");
		expect((await decide(id, "approve", stage.ops)).status).toBe(403);
		expect((await itemOf(stage, item, "roster_complete")).status).toBe("open");
	});

	test("of two who decide at once, otherwise, one wins and the item follows", async () => {
		const { setup, id } = await asked("training_attended");
		const answers = await Promise.all([decide(id, "approve"), decide(id, "reject", stage.admin)]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
		const { status } = await decisionOf(stage, id);
		const item = await itemOf(stage, setup, "training_attended");
		expect(item.status).toBe(status === "approved" ? "waived" : "open");
	});

	test("of two who approve at once both are told that it is", async () => {
		const { id } = await asked("training_attended");
		const answers = await Promise.all([decide(id, "approve"), decide(id, "approve", stage.admin)]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect(await auditOf(stage.keyturn, id)).toEqual(["create", "update", "decision.approved"]);
	});

	test("whose time ran out before anybody decided cannot be approved, and expires", async () => {
		const { id } = await asked("training_attended");
		await query(stage.keyturn, "UPDATE decisions SET expires_at = now() - interval '2 days' WHERE id = $1", [id]);
		expect(codeOf((await decide(id, "approve")).body)).toBe("request_expired");
		await expire(new Date());
		expect((await decisionOf(stage, id)).status).toBe("expired");
	});

	test("is refused where there is nothing to waive, where only one person can say yes, and without reason or a day to come", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		const refusals: [string, string][] = [
			["contract_signed", "conflict"],
			["primary_tool_signed_off", "never_waived"],
		];
		for (const [key, code] of refusals) {
			const answer = await ask((await itemOf(stage, setup, key)).id);
			expect([key, answer.status, codeOf(answer.body)]).toEqual([key, 409, code]);
		}
		const { id } = await itemOf(stage, setup, "training_attended");
		expect((await ask(id, stage.ops, { reason: "", expiresAt: until })).status).toBe(400);
		expect((await ask(id, stage.ops, { reason: "late", expiresAt: inDays(-1) })).status).toBe(400);
		expect((await ask(id, stage.ops, { reason: "late" })).status).toBe(400);
	});

	test("is the vendor's to ask for", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		const { id } = await itemOf(stage, setup, "training_attended");
		const lead = await createCustomer(stage.keyturn, [{ casino: setup.casino.id, roles: ["operations_lead"] }]);
		expect((await ask(id, lead)).status).toBe(403);
		expect((await ask(id, stage.finance)).status).toBe(403);
		expect((await stage.keyturn.rest("POST", `/checklist-items/${id}/waiver`, { body: {} })).status).toBe(401);
		expect((await ask("00000000-0000-4000-8000-000000000000")).status).toBe(404);
		expect((await ask("none")).status).toBe(400);
	});
});

describe("an override of the freeze", () => {
	const later = inDays(10);
	const frozen = () =>
		createCustomerSetup(stage.keyturn, { onboarding: { freeze: { from: inDays(-1), until: inDays(2) } } });
	const lift = (onboardingId: string, as = stage.ops, body: object = { reason: "wrong limit", expiresAt: later }) =>
		stage.post(`/onboardings/${onboardingId}/freeze-override`, body, as);

	test("takes two persons, lifts the freeze for the rules, and ends by itself", async () => {
		const { onboarding } = await frozen();
		const { id } = (await lift(onboarding.id)).body as { id: string };
		expect((await decide(id, "approve", stage.admin)).body).toMatchObject({ status: "approved" });
		const { packet } = await decisionOf(stage, id);
		expect(packet).toMatchObject({ kind: "freeze_override", freeze: { from: expect.any(String) } });
		await expire(new Date(Date.parse(later) + 1000));
		expect((await decisionOf(stage, id)).status).toBe("expired");
	});

	test("is asked for once, by those who plan, and only while something is frozen", async () => {
		const { onboarding, casino } = await frozen();
		const first = (await lift(onboarding.id)).body;
		expect((await lift(onboarding.id)).body).toEqual(first);
		expect(codeOf((await lift(onboarding.id, stage.manager, { reason: "other", expiresAt: later })).body)).toBe(
			"asked_already",
		);
		const admin = await createCustomer(stage.keyturn, [{ casino: casino.id, roles: ["casino_admin"] }]);
		expect((await lift(onboarding.id, admin)).status).toBe(403);
		expect(
			(await stage.keyturn.rest("POST", `/onboardings/${onboarding.id}/freeze-override`, { body: {} })).status,
		).toBe(401);
		expect((await lift(onboarding.id, stage.ops, { reason: "late", expiresAt: inDays(-1) })).status).toBe(400);
		const free = await createCustomerSetup(stage.keyturn);
		expect(codeOf((await lift(free.onboarding.id)).body)).toBe("no_freeze");
		expect((await lift("00000000-0000-4000-8000-000000000000")).status).toBe(404);
	});
});
