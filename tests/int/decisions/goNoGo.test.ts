import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GoNoGoPacket } from "@/domain/decisions/packet";
import { createCustomer, createCustomerSetup } from "../../harness/factories";
import { auditOf, query } from "../payments/stage";
import { codeOf, decisionOf, readyCustomer, type Stage, startStage } from "./stage";

let stage: Stage;
beforeAll(async () => {
	stage = await startStage();
});
afterAll(() => stage?.keyturn.stop());

const propose = (onboardingId: string, as = stage.ops, body: object = { etaConfidence: "high" }) =>
	stage.post(`/onboardings/${onboardingId}/go-no-go`, body, as);
const decide = (id: string, decision: string, as = stage.manager, reason = "seen and agreed") =>
	stage.post(`/decisions/${id}/decide`, { decision, reason }, as);

async function proposed(onboardingId: string): Promise<string> {
	const { status, body } = await propose(onboardingId);
	expect([status, body]).toMatchObject([200, { status: "proposed" }]);
	return (body as { id: string }).id;
}

describe("the packet", () => {
	test("says HOLD with what is missing, and whose it is, while nothing is paid", async () => {
		const { onboarding } = await createCustomerSetup(stage.keyturn, {
			onboarding: { goLiveAt: new Date(Date.now() + 30 * 86_400_000).toISOString() },
		});
		const { status, body } = await stage.get(`/onboardings/${onboarding.id}/packet`);
		const packet = body as GoNoGoPacket & { proposed: unknown };
		expect([status, packet.recommendation, packet.proposed]).toEqual([200, "HOLD", null]);
		expect(packet.checks).toHaveLength(10);
		expect(packet.checks.find(({ check }) => check === "paid_bound")).toMatchObject({
			result: "HOLD",
			record: { collection: "invoices" },
		});
		expect(packet.blockers.length).toBeGreaterThan(3);
		expect(packet.blockers[0]).toMatchObject({
			side: expect.stringMatching(/vendor|customer/),
			owner: expect.any(String),
			dueAt: expect.any(String),
			record: { collection: "checklist-items" },
		});
		expect(packet.definitionOfDone).toHaveLength(7);
		expect(packet.checkpoint).toMatchObject({ blockers: packet.blockers.length, etaConfidence: null });
	});

	test("says READY when all is there", async () => {
		const { onboarding } = await readyCustomer(stage);
		const { body } = await stage.get(`/onboardings/${onboarding.id}/packet`);
		const packet = body as GoNoGoPacket;
		expect(packet.checks.filter(({ result }) => result === "HOLD")).toEqual([]);
		expect(packet).toMatchObject({ recommendation: "READY", blockers: [] });
	});

	test("is the vendor's: nobody else reads it, and what is missing or malformed says so", async () => {
		const { onboarding, casino } = await createCustomerSetup(stage.keyturn);
		const sponsor = await createCustomer(stage.keyturn, [{ casino: casino.id, roles: ["executive_sponsor"] }]);
		const path = `/onboardings/${onboarding.id}/packet`;
		expect((await stage.keyturn.rest("GET", path)).status).toBe(401);
		expect((await stage.get(path, sponsor)).status).toBe(403);
		expect((await stage.get("/onboardings/00000000-0000-4000-8000-000000000000/packet")).status).toBe(404);
		expect((await stage.get("/onboardings/none/packet")).status).toBe(400);
	});
});

describe("asking for go or no-go", () => {
	test("stores the packet, and asking again brings it up to date instead of making another", async () => {
		const setup = await readyCustomer(stage);
		const { onboarding } = setup;
		const first = await proposed(onboarding.id);
		await query(stage.keyturn, "UPDATE messages SET status = 'failed' WHERE casino_id = $1", [setup.casino.id]);
		const again = await propose(onboarding.id, stage.manager, { etaConfidence: "low", note: "mail is down" });
		expect(again.body).toMatchObject({ id: first, recommendation: "HOLD" });
		expect(await decisionOf(stage, first)).toMatchObject({
			recommendation: "hold",
			requestedBy: stage.manager.user.id,
			hash: null,
			packet: {
				decided: null,
				asked: { by: { id: stage.manager.user.id }, reason: "mail is down" },
				checkpoint: { etaConfidence: "low" },
			},
		});
	});

	test("two at once make one", async () => {
		const { onboarding } = await readyCustomer(stage);
		const answers = await Promise.all([
			propose(onboarding.id),
			propose(onboarding.id, stage.admin),
			propose(onboarding.id),
		]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		const rows = await query(stage.keyturn, "SELECT id FROM decisions WHERE onboarding_id = $1", [onboarding.id]);
		expect(rows).toHaveLength(1);
	});

	test("without confidence, by strangers or for what is not there is refused", async () => {
		const { onboarding, casino } = await createCustomerSetup(stage.keyturn);
		const sponsor = await createCustomer(stage.keyturn, [{ casino: casino.id, roles: ["executive_sponsor"] }]);
		expect((await propose(onboarding.id, stage.ops, {})).status).toBe(400);
		expect((await propose(onboarding.id, stage.ops, { etaConfidence: "certain" })).status).toBe(400);
		expect((await propose(onboarding.id, stage.finance)).status).toBe(403);
		expect((await propose(onboarding.id, sponsor)).status).toBe(403);
		expect((await stage.keyturn.rest("POST", `/onboardings/${onboarding.id}/go-no-go`, { body: {} })).status).toBe(401);
		expect((await propose("00000000-0000-4000-8000-000000000000")).status).toBe(404);
	});
});

describe("deciding", () => {
	test("READY is approved by a second person: the packet is frozen, its hash is right, and go is decided", async () => {
		const { onboarding } = await readyCustomer(stage);
		const id = await proposed(onboarding.id);
		const answer = await decide(id, "approve");
		expect(answer.body).toMatchObject({ id, status: "approved", hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
		const stored = await decisionOf(stage, id);
		expect(stored).toMatchObject({
			status: "approved",
			reason: "seen and agreed",
			decidedBy: stage.manager.user.id,
			packet: { decided: { outcome: "approved", by: { id: stage.manager.user.id }, reason: "seen and agreed" } },
		});
		const { hashPacket } = await import("@/operations/decisions/hashPacket");
		expect(hashPacket(stored.packet as unknown as GoNoGoPacket)).toBe(stored.hash);
		expect(await auditOf(stage.keyturn, id)).toEqual(["create", "update", "decision.approved"]);
		const [line] = await query<{ after: Record<string, unknown> }>(
			stage.keyturn,
			"SELECT after FROM audit_entries WHERE document = $1 AND action = 'decision.approved'",
			[id],
		);
		expect(line?.after).toEqual({ kind: "go_no_go", onboarding: onboarding.id, sha256: stored.hash });
		const copies = "SELECT 1 FROM audit_entries WHERE document = $1 AND (before ? 'packet' OR after ? 'packet')";
		expect(await query(stage.keyturn, copies, [id])).toEqual([]);
	});

	test("whoever asked does not decide, and only an admin or manager does", async () => {
		const { onboarding } = await readyCustomer(stage);
		const asked = await propose(onboarding.id, stage.manager);
		const { id } = asked.body as { id: string };
		const own = await decide(id, "approve", stage.manager);
		expect([own.status, codeOf(own.body)]).toEqual([409, "second_person_needed"]);
		expect((await decide(id, "approve", stage.ops)).status).toBe(403);
		expect((await decide(id, "approve", stage.finance)).status).toBe(403);
		expect((await decide(id, "approve", stage.admin)).status).toBe(200);
	});

	test("HOLD is not approved, but overridden with a reason", async () => {
		const { onboarding } = await createCustomerSetup(stage.keyturn);
		const id = await proposed(onboarding.id);
		const approved = await decide(id, "approve");
		expect([approved.status, codeOf(approved.body)]).toEqual([409, "recommendation_is_hold"]);
		expect((await decide(id, "override", stage.manager, "")).status).toBe(400);
		expect((await decide(id, "override", stage.manager, "the CFO has promised")).body).toMatchObject({
			status: "overridden",
		});
		expect(await decisionOf(stage, id)).toMatchObject({ recommendation: "hold", reason: "the CFO has promised" });
	});

	test("the packet is read again: what turned to HOLD since it was asked for is not approved", async () => {
		const { onboarding, casino } = await readyCustomer(stage);
		const id = await proposed(onboarding.id);
		await query(stage.keyturn, "UPDATE messages SET status = 'failed' WHERE casino_id = $1", [casino.id]);
		expect(codeOf((await decide(id, "approve")).body)).toBe("recommendation_is_hold");
		await query(stage.keyturn, "UPDATE messages SET status = 'sent' WHERE casino_id = $1", [casino.id]);
		const overridden = await decide(id, "override");
		expect([overridden.status, codeOf(overridden.body)]).toEqual([409, "nothing_to_override"]);
	});

	test("the same again answers what is; otherwise is refused; a rejected one can be asked for again", async () => {
		const { onboarding } = await readyCustomer(stage);
		const id = await proposed(onboarding.id);
		const first = await decide(id, "reject", stage.manager, "not this week");
		const again = await decide(id, "reject", stage.admin, "another reason");
		expect([again.status, again.body]).toEqual([200, first.body]);
		expect((await decisionOf(stage, id)).reason).toBe("not this week");
		const other = await decide(id, "approve", stage.admin);
		expect([other.status, codeOf(other.body)]).toEqual([409, "transition_refused"]);
		expect(await proposed(onboarding.id)).not.toBe(id);
	});

	test("of two who decide otherwise at once one wins", async () => {
		const { onboarding } = await readyCustomer(stage);
		const id = await proposed(onboarding.id);
		const answers = await Promise.all([decide(id, "approve", stage.manager), decide(id, "reject", stage.admin)]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
		const { status, packet } = await decisionOf(stage, id);
		expect(packet.decided?.outcome).toBe(status);
	});

	test("afterwards nothing changes it, not even SQL", async () => {
		const { onboarding } = await readyCustomer(stage);
		const id = await proposed(onboarding.id);
		await query(stage.keyturn, "UPDATE decisions SET packet = packet || '{\"note\": 1}' WHERE id = $1", [id]);
		await decide(id, "approve");
		const changes = ["packet = '{}'", "hash = 'x'", "decided_at = now()", "reason = 'x'", "status = 'rejected'"];
		for (const change of [...changes, `decided_by_id = '${stage.ops.user.id}'`]) {
			await expect(query(stage.keyturn, `UPDATE decisions SET ${change} WHERE id = $1`, [id])).rejects.toThrow(
				"never changes",
			);
		}
		await expect(query(stage.keyturn, "DELETE FROM decisions WHERE id = $1", [id])).rejects.toThrow("never changes");
		expect(
			(await stage.keyturn.rest("PATCH", `/decisions/${id}`, { as: stage.admin, body: { reason: "x" } })).status,
		).toBe(403);
	});

	test("what is missing or malformed says so", async () => {
		const none = "00000000-0000-4000-8000-000000000000";
		expect((await decide(none, "approve")).status).toBe(404);
		expect((await decide(none, "perhaps")).status).toBe(400);
		expect((await decide("none", "approve")).status).toBe(400);
		expect((await stage.keyturn.rest("POST", `/decisions/${none}/decide`, { body: {} })).status).toBe(401);
	});
});
