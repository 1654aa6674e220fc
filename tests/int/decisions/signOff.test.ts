import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { query } from "../payments/stage";
import { codeOf, decisionOf, inDays, itemOf, type Stage, saysOf, startStage } from "./stage";

let stage: Stage;
beforeAll(async () => {
	stage = await startStage();
});
afterAll(() => stage?.keyturn.stop());

const sign = (onboardingId: string, as: Parameters<Stage["post"]>[2], body: object = { name: "Greta Sponsor" }) =>
	stage.post(`/onboardings/${onboardingId}/sign-off`, body, as);

/** Live for as many weeks as are told, with weeks of use of which this share of 20 shifts was recorded. */
async function liveCustomer(shifts: number[]): Promise<CustomerSetup> {
	const setup = await createCustomerSetup(stage.keyturn, { onboarding: { wentLiveAt: inDays(-7 * shifts.length) } });
	for (const [index, shiftsRecorded] of shifts.entries()) {
		await stage.keyturn.payload.create({
			collection: "adoption-reports",
			data: {
				casino: setup.casino.id,
				onboarding: setup.onboarding.id,
				week: index + 1,
				startsOn: inDays(-7 * shifts.length + 7 * index),
				source: "entered",
				measuredScope: "Main pit; Day 06:00–18:00",
				shiftsRecorded,
				shiftsInScope: 20,
				tablesUsed: 8,
				tablesInScope: 10,
				entries: 500,
				exceptions: 0,
			},
			depth: 0,
			...asSystem(await stage.keyturn.requestOf(), "test"),
		});
	}
	return setup;
}

const sponsorOf = ({ casino }: CustomerSetup) =>
	createCustomer(stage.keyturn, [{ casino: casino.id, roles: ["executive_sponsor"] }], { name: "Greta Sponsor" });

describe("the sign-off as primary tool", () => {
	test("is taken at once by the sponsor, frozen with what was known, and seen by the customer", async () => {
		const setup = await liveCustomer([15, 18, 19]);
		const sponsor = await sponsorOf(setup);
		const { status, body } = await sign(setup.onboarding.id, sponsor);
		expect([status, body]).toMatchObject([200, { status: "approved", hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
		const { id, hash } = body as { id: string; hash: string };
		const stored = await decisionOf(stage, id);
		expect(stored.packet).toMatchObject({
			signedName: "Greta Sponsor",
			decided: { by: { id: sponsor.user.id } },
			weeks: [{ week: 1, meets: true }, { week: 2 }, { week: 3 }],
		});
		expect(stored.packet.definitionOfDone).toHaveLength(7);
		expect((await itemOf(stage, setup, "primary_tool_signed_off")).status).toBe("done");
		expect((await stage.get(`/decisions/${id}`, sponsor)).body).toMatchObject({ id, hash, status: "approved" });
	});

	test("twice or by two at once is one", async () => {
		const setup = await liveCustomer([15, 18, 19]);
		const sponsor = await sponsorOf(setup);
		const answers = await Promise.all([sign(setup.onboarding.id, sponsor), sign(setup.onboarding.id, sponsor)]);
		const again = await sign(setup.onboarding.id, await sponsorOf(setup));
		expect([...answers, again].map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(new Set([...answers, again].map(({ body }) => (body as { id: string }).id)).size).toBe(1);
	});

	test("is refused while use is below its thresholds, in words, unless that was waived", async () => {
		const setup = await liveCustomer([15, 12, 12]);
		const sponsor = await sponsorOf(setup);
		const refused = await sign(setup.onboarding.id, sponsor);
		expect([refused.status, codeOf(refused.body)]).toEqual([409, "criteria_not_met"]);
		expect(saysOf(refused.body)).toContain("60 % of shifts recorded, 12 of 20 (85 % asked)");

		const item = await itemOf(stage, setup, "adoption_thresholds_met");
		const { body } = await stage.post(`/checklist-items/${item.id}/waiver`, {
			reason: "two nights without power",
			expiresAt: inDays(5),
		});
		const verdict = { decision: "approve", reason: "agreed with the sponsor" };
		await stage.post(`/decisions/${(body as { id: string }).id}/decide`, verdict, stage.manager);
		expect((await sign(setup.onboarding.id, sponsor)).status).toBe(200);
	});

	test("is refused before the customer is live", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		expect(saysOf((await sign(setup.onboarding.id, await sponsorOf(setup))).body)).toContain("not live yet");
	});

	test("is nobody's but the sponsor's: no vendor signs, nor another role, nor another casino's sponsor", async () => {
		const setup = await liveCustomer([15, 18, 19]);
		const elsewhere = await createCustomerSetup(stage.keyturn);
		const lead = await createCustomer(stage.keyturn, [{ casino: setup.casino.id, roles: ["operations_lead"] }]);
		const both = await createVendor(stage.keyturn, "manager", {
			memberships: [{ casino: setup.casino.id, roles: ["executive_sponsor"] }],
		});
		for (const person of [stage.admin, stage.manager, lead, both]) {
			expect((await sign(setup.onboarding.id, person)).status).toBe(403);
		}
		expect((await sign(setup.onboarding.id, await sponsorOf(elsewhere))).status).toBe(404);
		const path = `/onboardings/${setup.onboarding.id}/sign-off`;
		expect((await stage.keyturn.rest("POST", path, { body: { name: "Nobody" } })).status).toBe(401);
		expect((await sign(setup.onboarding.id, await sponsorOf(setup), { name: " " })).status).toBe(400);
		expect((await sign(setup.onboarding.id, await sponsorOf(setup), { name: "Olga Other" })).status).toBe(400);
		expect((await sign("00000000-0000-4000-8000-000000000000", stage.admin)).status).toBe(404);
		expect(
			await query(stage.keyturn, "SELECT 1 FROM decisions WHERE onboarding_id = $1", [setup.onboarding.id]),
		).toEqual([]);
	});
});

describe("a sponsor whose account somebody of the vendor created", () => {
	const standBehind = (sponsor: Person, creator: Person, provedHoursAgo: number | null) =>
		query(
			stage.keyturn,
			`UPDATE users SET created_by_id = $2, address_proved_at = now() - $3 * interval '1 hour' WHERE id = $1`,
			[sponsor.user.id, creator.user.id, provedHoursAgo],
		);

	test.each<[how: string, creator: "ops" | "manager", provedHoursAgo: number | null, answered: number]>([
		["not who did what they sign, not proved while no mail goes out", "ops", null, 409],
		["not who did what they sign, for a day after the proof", "ops", 23, 409],
		["whoever did it, a day after the proof", "ops", 25, 200],
		["who had no part in it, at once", "manager", null, 200],
	])("signs for %s", async (_how, creator, provedHoursAgo, answered) => {
		const setup = await liveCustomer([15, 18, 19]);
		const item = await itemOf(stage, setup, "training_attended");
		await query(stage.keyturn, "UPDATE checklist_items SET done_by_id = $2 WHERE id = $1", [
			item.id,
			stage.ops.user.id,
		]);
		const sponsor = await sponsorOf(setup);
		await standBehind(sponsor, stage[creator], provedHoursAgo);
		const answer = await sign(setup.onboarding.id, sponsor);
		expect(answer.status).toBe(answered);
		if (answered === 200) return;
		expect([codeOf(answer.body), saysOf(answer.body)]).toEqual([
			"second_person_needed",
			expect.stringContaining("let a colleague sign"),
		]);
	});

	test("signs no item that confirms what their creator did, until a day after the proof", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		const [ready] = await query<{ id: string }>(
			stage.keyturn,
			`UPDATE checklist_items SET rule = jsonb_set(rule, '{after}', '["areas_and_tables"]')
			 WHERE onboarding_id = $1 AND key = 'floor_ready_checklist' RETURNING id`,
			[setup.onboarding.id],
		);
		await query(
			stage.keyturn,
			`UPDATE checklist_items SET status = 'done', done_by_id = $2 WHERE onboarding_id = $1 AND key = 'areas_and_tables'`,
			[setup.onboarding.id, stage.ops.user.id],
		);
		const lead = await createCustomer(stage.keyturn, [{ casino: setup.casino.id, roles: ["operations_lead"] }], {
			name: "Lena Lead",
		});
		const tick = () => stage.post(`/checklist-items/${ready?.id}/tick`, { signedName: "Lena Lead" }, lead);
		await standBehind(lead, stage.ops, 2);
		expect(codeOf((await tick()).body)).toBe("second_person_needed");
		await standBehind(lead, stage.ops, 30);
		expect((await tick()).status).toBe(200);
	});
});

describe("a decision as PDF", () => {
	const pdfOf = async (id: string, as?: Parameters<Stage["post"]>[2]) => {
		const headers = as ? { authorization: `JWT ${as.token}` } : undefined;
		const answer = await stage.keyturn.request(`/exports/decisions/${id}.pdf`, headers ? { headers } : {});
		return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
	};

	test("says of a signature that the address was not proved, as the page does", async () => {
		const setup = await liveCustomer([15, 18, 19]);
		const sponsor = await createCustomer(stage.keyturn, [{ casino: setup.casino.id, roles: ["executive_sponsor"] }], {
			name: "Greta Sponsor",
			addressProvedAt: null,
		});
		const { id } = (await sign(setup.onboarding.id, sponsor)).body as { id: string };
		const printed = (await pdfOf(id, stage.ops)).text;
		// Brackets are written with a backslash before them.
		expect(printed.split("Greta Sponsor \\(address not proved\\)")).toHaveLength(4);
		const { readDecision } = await import("@/operations/decisions/readDecision");
		const view = await readDecision({ req: await stage.keyturn.requestOf(stage.ops.user), decisionId: id });
		expect(view.packet?.decided?.by).toMatchObject({ name: "Greta Sponsor", isUnproved: true });
	});

	test("is read by whoever may read it: the customer what they signed, and nothing of the vendor's", async () => {
		const setup = await liveCustomer([15, 18, 19]);
		const sponsor = await sponsorOf(setup);
		const signed = (await sign(setup.onboarding.id, sponsor)).body as { id: string; hash: string };
		const theirs = await pdfOf(signed.id, sponsor);
		expect([theirs.status, theirs.type, theirs.text.slice(0, 8)]).toEqual([200, "application/pdf", "%PDF-1.7"]);
		expect(theirs.text).toContain("Greta Sponsor");
		expect(theirs.text).toContain(signed.hash);
		expect((await pdfOf(signed.id, sponsor)).text).toBe(theirs.text);

		const goNoGo = await stage.post(`/onboardings/${setup.onboarding.id}/go-no-go`, { etaConfidence: "low" });
		const { id } = goNoGo.body as { id: string };
		const vendors = await pdfOf(id, stage.ops);
		expect(vendors.text).toContain("Recommendation: HOLD");
		expect((await pdfOf(id, sponsor)).status).toBe(404);
		const stranger = await createCustomer(stage.keyturn, []);
		expect((await pdfOf(signed.id, stranger)).status).toBe(404);
		expect((await pdfOf(signed.id)).status).toBe(401);
		expect((await pdfOf("00000000-0000-4000-8000-000000000000", stage.ops)).status).toBe(404);
		expect((await pdfOf("none", stage.ops)).status).toBe(400);
	});
});
