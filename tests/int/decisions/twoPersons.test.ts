import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "../../harness/factories";
import { createCustomer, createCustomerSetup, createVendor } from "../../harness/factories";
import { query } from "../payments/stage";
import { codeOf, decisionOf, inDays, itemOf, type Stage, saysOf, startStage } from "./stage";

let stage: Stage;
beforeAll(async () => {
	stage = await startStage();
}, 240_000);
afterAll(() => stage?.keyturn.stop());

const until = inDays(10);
const reason = "The vendor is late";
const ask = async (itemId: string, as = stage.ops) => {
	const answer = await stage.post(`/checklist-items/${itemId}/waiver`, { reason, expiresAt: until }, as);
	expect(answer).toMatchObject({ status: 200 });
	return (answer.body as { id: string }).id;
};
const decide = (id: string, decision: string, as: Person = stage.manager) =>
	stage.post(`/decisions/${id}/decide`, { decision, reason: "We can live with it" }, as);
const patch = (onboardingId: string, body: object, as: Person = stage.ops) =>
	stage.keyturn.rest("PATCH", `/onboardings/${onboardingId}?depth=0`, { as, body });

describe("a second person", () => {
	test("is not another account of the same mailbox", async () => {
		const { keyturn } = stage;
		const first = await createVendor(keyturn, "manager", { email: "mia@vendor.example" });
		const second = await createVendor(keyturn, "manager", { email: "Mia+two@Vendor.example" });
		const setup = await createCustomerSetup(keyturn);
		const item = await itemOf(stage, setup, "training_attended");
		const id = await ask(item.id, first);
		const answer = await decide(id, "approve", second);
		expect([answer.status, codeOf(answer.body)]).toEqual([409, "second_person_needed"]);
		expect((await decide(id, "approve")).status).toBe(200);
	});

	test("must still be an admin or a manager when they decide", async () => {
		const { keyturn, admin } = stage;
		const leaving = await createVendor(keyturn, "manager");
		const setup = await createCustomerSetup(keyturn);
		const id = await ask((await itemOf(stage, setup, "training_attended")).id);
		const demote = (data: object) => keyturn.rest("PATCH", `/users/${leaving.user.id}`, { as: admin, body: data });
		expect((await demote({ vendorRole: "finance" })).status).toBe(200);
		expect((await decide(id, "approve", leaving)).status).toBe(403);
		expect((await demote({ vendorRole: "manager", accessEndsAt: inDays(-1) })).status).toBe(200);
		// With their time in the role their session ended.
		expect((await decide(id, "approve", leaving)).status).toBe(401);
		expect((await decisionOf(stage, id)).status).toBe("proposed");
	});

	test("cannot be had by asking as an administrator and being a member as well", async () => {
		const { keyturn } = stage;
		const setup = await createCustomerSetup(keyturn);
		const both = await createVendor(keyturn, "manager", {
			memberships: [{ casino: setup.casino.id, roles: ["executive_sponsor"] }],
		});
		const id = await ask((await itemOf(stage, setup, "training_attended")).id, both);
		expect(codeOf((await decide(id, "approve", both)).body)).toBe("second_person_needed");
	});

	test("of a hundred verdicts at once, one is taken and the others are told", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		const id = await ask((await itemOf(stage, setup, "training_attended")).id);
		const answers = await Promise.all(
			Array.from({ length: 100 }, (_, each) => (each % 2 ? decide(id, "approve") : decide(id, "reject", stage.admin))),
		);
		const { status, hash } = await decisionOf(stage, id);
		const other = answers.filter(({ status }) => status !== 200);
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(50);
		expect(new Set(other.map(({ body }) => codeOf(body)))).toEqual(new Set(["transition_refused"]));
		for (const { body } of answers.filter(({ status }) => status === 200)) expect(body).toMatchObject({ status, hash });
		const lines = await query(
			stage.keyturn,
			"SELECT 1 FROM audit_entries WHERE document = $1 AND action LIKE 'decision.%'",
			[id],
		);
		expect(lines).toHaveLength(1);
		expect((await itemOf(stage, setup, "training_attended")).status).toBe(status === "approved" ? "waived" : "open");
	});
});

describe("a waiver that was asked for", () => {
	test("is not approved when its phase has closed without it", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		const item = await itemOf(stage, setup, "confirm_workflows");
		const id = await ask(item.id);
		await query(
			stage.keyturn,
			"UPDATE checklists SET status = 'closed', closed_at = now() WHERE id = (SELECT checklist_id FROM checklist_items WHERE id = $1)",
			[item.id],
		);
		const answer = await decide(id, "approve");
		expect([answer.status, codeOf(answer.body)]).toEqual([409, "item_settled"]);
		expect((await itemOf(stage, setup, "confirm_workflows")).status).toBe("open");
		expect((await decide(id, "reject")).status).toBe(200);
	});

	test.each([
		["asks for something else", "criterion = 'pilot_completed'"],
		["is read otherwise", "title = 'Something else'"],
		["was retired", "retired_at = now()"],
	])("is not approved when the item %s by now", async (_, change) => {
		const setup = await createCustomerSetup(stage.keyturn);
		const item = await itemOf(stage, setup, "training_attended");
		const id = await ask(item.id);
		await query(stage.keyturn, `UPDATE checklist_items SET ${change} WHERE id = $1`, [item.id]);
		expect((await decide(id, "approve")).status).toBe(409);
		expect((await decisionOf(stage, id)).status).toBe("proposed");
	});

	test("that runs out while the phase closes leaves a closed phase, or an open item, and never neither", async () => {
		const { expireDecisions } = await import("@/operations/decisions/expireDecisions");
		const outcomes: string[] = [];
		for (let round = 0; round < 4; round++) {
			const setup = await createCustomerSetup(stage.keyturn);
			const { id: onboarding } = setup.onboarding;
			await query(
				stage.keyturn,
				"UPDATE checklist_items SET retired_at = now() WHERE onboarding_id = $1 AND phase = 'contracting' AND kind = 'exit_criterion' AND key <> 'gate_satisfied'",
				[onboarding],
			);
			await decide(await ask((await itemOf(stage, setup, "gate_satisfied")).id), "approve");
			const close = () => stage.post(`/onboardings/${onboarding}/close-phase`, { phase: "contracting" });
			const expire = () => expireDecisions({ payload: stage.keyturn.payload, now: new Date(Date.parse(until) + 1000) });
			const [closing] = await Promise.all(round % 2 ? [close(), expire()] : [expire().then(close), expire()]);
			const [phase] = await query<{ status: string }>(
				stage.keyturn,
				"SELECT status::text FROM checklists WHERE onboarding_id = $1 AND phase = 'contracting'",
				[onboarding],
			);
			const { status } = await itemOf(stage, setup, "gate_satisfied");
			expect(closing.status).toBe(phase?.status === "closed" ? 200 : 409);
			outcomes.push(`${phase?.status} ${status}`);
		}
		expect(outcomes.filter((one) => !["closed waived", "active open"].includes(one))).toEqual([]);
	});
});

describe("a signature of the customer's", () => {
	test("is not given by the vendor's people, though one was made a member", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		const { admin, keyturn } = stage;
		const mine = await createVendor(keyturn, "ops");
		const body = { memberships: [{ casino: setup.casino.id, roles: ["executive_sponsor"] }] };
		const join = async (as: Person) => (await keyturn.rest("PATCH", `/users/${mine.user.id}`, { as, body })).status;
		expect([await join(mine), await join(admin)]).toEqual([403, 200]);
		const item = await itemOf(stage, setup, "approve_success_criteria");
		await query(keyturn, `UPDATE checklist_items SET rule = rule || '{"after": []}' WHERE id = $1`, [item.id]);
		const signed = await stage.post(`/checklist-items/${item.id}/tick`, { signedName: "Sam Sponsor" }, mine);
		expect(signed.status).toBe(403);
		expect((await itemOf(stage, setup, "approve_success_criteria")).status).toBe("open");
		const sponsor = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["executive_sponsor"] }]);
		const theirs = await stage.post(`/checklist-items/${item.id}/tick`, { signedName: sponsor.user.name }, sponsor);
		expect(theirs.status).toBe(200);
	});
});

describe("an onboarding", () => {
	test("is not completed by hand, past its criteria; it is held and cancelled", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		for (const as of [stage.admin, stage.ops, stage.manager]) {
			const answer = await patch(setup.onboarding.id, { status: "completed" }, as);
			expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringContaining("last phase")]);
		}
		expect((await patch(setup.onboarding.id, { status: "on_hold" })).status).toBe(200);
		expect((await patch(setup.onboarding.id, { status: "open" })).status).toBe(200);
		expect((await patch(setup.onboarding.id, { status: "cancelled", statusReason: "The customer left" })).status).toBe(
			200,
		);
	});
});

describe("a freeze that holds", () => {
	const frozen = (from = inDays(-1), end = inDays(2)) =>
		createCustomerSetup(stage.keyturn, { onboarding: { freeze: { from, until: end } } });

	test.each([
		["ended", () => ({ from: inDays(-1), until: inDays(-0.5) })],
		["made shorter", () => ({ from: inDays(-1), until: inDays(1) })],
		["taken away", () => ({ from: null, until: null })],
		["moved", () => ({ from: inDays(1), until: inDays(3) })],
	])("is not %s by one person", async (_, freeze) => {
		const { onboarding } = await frozen();
		for (const as of [stage.ops, stage.manager, stage.admin]) {
			const answer = await patch(onboarding.id, { freeze: freeze() }, as);
			expect([answer.status, saysOf(answer.body)]).toEqual([409, expect.stringContaining("override")]);
		}
		const [row] = await query<{ until: Date }>(
			stage.keyturn,
			"SELECT freeze_until AS until FROM onboardings WHERE id = $1",
			[onboarding.id],
		);
		expect(row?.until.toISOString()).toBe(onboarding.freeze?.until);
	});

	test("is made longer, and what else is saved goes through", async () => {
		const { onboarding } = await frozen();
		expect((await patch(onboarding.id, { notes: "All well" })).status).toBe(200);
		expect((await patch(onboarding.id, { freeze: { from: onboarding.freeze?.from, until: inDays(4) } })).status).toBe(
			200,
		);
	});

	test("is ended under an override that two persons gave", async () => {
		const { onboarding } = await frozen();
		const asked = await stage.post(`/onboardings/${onboarding.id}/freeze-override`, { reason, expiresAt: until });
		expect((await decide((asked.body as { id: string }).id, "approve")).status).toBe(200);
		expect((await patch(onboarding.id, { freeze: { from: null, until: null } })).status).toBe(200);
	});

	test("may be moved before it begins", async () => {
		const { onboarding } = await frozen(inDays(1), inDays(2));
		expect((await patch(onboarding.id, { freeze: { from: null, until: null } })).status).toBe(200);
	});
});
