import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reviewPlans } from "@/operations/plan/reviewPlans";
import { type CustomerSetup, createCustomer, createCustomerSetup } from "../../harness/factories";
import { workQueues } from "../../harness/workQueues";
import { codeOf, inDays, itemOf, type Stage, saysOf, startStage } from "../decisions/stage";
import { auditOf, purchase, query, refund, tell } from "../payments/stage";

let stage: Stage;
beforeAll(async () => {
	stage = await startStage();
});
afterAll(() => stage?.keyturn.stop());

const statusOf = (setup: Pick<CustomerSetup, "onboarding">, ...keys: string[]) =>
	Promise.all(keys.map(async (key) => (await itemOf(stage, setup as CustomerSetup, key)).status));
const foundBy = async (setup: CustomerSetup, key: string) => {
	const [row] = await query<{ foundIn: { collection: string; id: string } | null; doneBy: string | null }>(
		stage.keyturn,
		`SELECT found_in AS "foundIn", done_by_id AS "doneBy" FROM checklist_items WHERE id = $1`,
		[(await itemOf(stage, setup, key)).id],
	);
	return row;
};
const change = async (path: string, body: object) => {
	const answer = await stage.keyturn.rest("PATCH", `${path}?depth=0`, { as: stage.ops, body });
	expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
};
const make = async (path: string, body: object) => {
	const answer = await stage.post(`${path}?depth=0`, body);
	expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
	return (answer.body as { doc: { id: string } }).doc.id;
};
const act = (item: string, route: string, body: object = {}, as = stage.ops) =>
	stage.post(`/checklist-items/${item}/${route}`, body, as);
const contractOf = async ({ onboarding }: CustomerSetup, type: string) => {
	const [row] = await query<{ id: string }>(
		stage.keyturn,
		"SELECT id FROM contracts WHERE onboarding_id = $1 AND type = $2::enum_contracts_type",
		[onboarding.id, type],
	);
	return row?.id ?? "";
};
async function customerOn(playbook: string) {
	const [row] = await query<{ id: string }>(stage.keyturn, "SELECT id FROM playbooks WHERE key = $1", [playbook]);
	return createCustomerSetup(stage.keyturn, { onboarding: { playbook: row?.id ?? null } });
}
async function attachCopy(setup: CustomerSetup, contract: string) {
	const file = { name: "signed.txt", type: "text/plain", data: "Signed." };
	const body = { casino: setup.casino.id, alt: "Signed" };
	const answer = await stage.keyturn.rest("POST", "/media?depth=0", { as: stage.ops, file, body });
	const { id } = (answer.body as { doc: { id: string } }).doc;
	await change(`/contracts/${contract}`, { file: id });
	return id;
}

describe("an item that a record shows", () => {
	test("is done when its contract is signed with its copy, once, and open again when that ends", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		const msa = await contractOf(setup, "msa");
		expect(await statusOf(setup, "msa", "order_form")).toEqual(["open", "open"]);
		await attachCopy(setup, msa);
		await change(`/contracts/${msa}`, { notes: "Filed." });
		expect(await statusOf(setup, "msa", "order_form")).toEqual(["done", "open"]);
		expect(await foundBy(setup, "msa")).toEqual({ foundIn: { collection: "contracts", id: msa }, doneBy: null });
		await change(`/contracts/${msa}`, { status: "terminated", statusReason: "Replaced by a new one." });
		expect(await statusOf(setup, "msa")).toEqual(["open"]);
		const { id } = await itemOf(stage, setup, "msa");
		expect(await auditOf(stage.keyturn, id)).toEqual(["item.done", "item.open"]);
	});

	test("is open again when the signed copy is deleted", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		const file = await attachCopy(setup, setup.orderForm.id);
		expect(await statusOf(setup, "order_form")).toEqual(["done"]);
		const deleted = await stage.keyturn.rest("DELETE", `/media/${file}`, { as: stage.admin });
		expect([deleted.status, await statusOf(setup, "order_form")]).toEqual([200, ["open"]]);
	});

	test("is refused by hand with what shows it, where, and to the customer without", async () => {
		const setup = await createCustomerSetup(stage.keyturn, { onboarding: { adminContact: {} } });
		const { id } = await itemOf(stage, setup, "msa");
		const msa = await contractOf(setup, "msa");
		for (const [route, body] of [
			["tick", {}],
			["start", {}],
		] as const) {
			const answer = await act(id, route, body);
			expect([answer.status, codeOf(answer.body), saysOf(answer.body)]).toEqual([
				409,
				"ticks_itself",
				"Done automatically when the master agreement is signed and its copy attached. The master agreement is signed, but no copy is attached. Operations attaches it to the contract.",
			]);
			expect(answer.body).toMatchObject({
				errors: [{ data: { record: { collection: "contracts", id: msa }, url: expect.stringContaining(msa) } }],
			});
		}
		const sponsor = await createCustomer(stage.keyturn, [{ casino: setup.casino.id, roles: ["executive_sponsor"] }]);
		const named = await act((await itemOf(stage, setup, "name_contacts")).id, "tick", {}, sponsor);
		expect([named.status, saysOf(named.body), JSON.stringify(named.body)]).toEqual([
			409,
			"Done automatically when operations lead and administrator are entered, each with an e-mail address.",
			expect.not.stringContaining("record"),
		]);
		await attachCopy(setup, msa);
		expect((await act(id, "reopen", { reason: "It is not the right one." })).status).toBe(409);
		expect(await statusOf(setup, "msa")).toEqual(["done"]);
	});

	test("is given to people, put off and waived as before", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		const { id } = await itemOf(stage, setup, "msa");
		const asked = await stage.post("/checklist-items/acts", { ids: [id], act: "assign", assignee: stage.ops.user.id });
		expect(asked.body).toEqual({ outcomes: [{ id, ok: true }] });
		expect((await act(id, "snooze", { until: inDays(9).slice(0, 10), reason: "Their board meets then." })).status).toBe(
			200,
		);
		const mine = await stage.get("/my-work?whose=given&span=all");
		expect((mine.body as { items: object[] }).items).toContainEqual(
			expect.objectContaining({ id, criterion: "master_agreement_stored" }),
		);
		const waiver = await act(id, "waiver", { reason: "Their group's agreement covers it.", expiresAt: inDays(30) });
		expect(waiver.status).toBe(200);
		const decision = (waiver.body as { id: string }).id;
		const verdict = { decision: "approve", reason: "Seen: the group signed last year." };
		expect((await stage.post(`/decisions/${decision}/decide`, verdict, stage.manager)).status).toBe(200);
		await change(`/onboardings/${setup.onboarding.id}`, { notes: "Reviewed again." });
		expect(await statusOf(setup, "msa")).toEqual(["waived"]);
	});

	test("is a person's in an onboarding whose version asks so", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		const { id } = await itemOf(stage, setup, "name_contacts");
		await query(stage.keyturn, "UPDATE checklist_items SET criterion = NULL, status = 'open' WHERE id = $1", [id]);
		expect((await act(id, "tick")).status).toBe(200);
	});

	test("is done beside the next phase when its own was closed without it", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		await query(
			stage.keyturn,
			"UPDATE checklists SET status = 'closed', closed_at = now() WHERE onboarding_id = $1 AND phase = 'contracting'",
			[setup.onboarding.id],
		);
		const msa = await contractOf(setup, "msa");
		await attachCopy(setup, msa);
		expect(await statusOf(setup, "msa")).toEqual(["done"]);
	});
});

describe("money and provisioning", () => {
	test("an invoice is sent once it was marked so, and not once it is void", async () => {
		const setup = await createCustomerSetup(stage.keyturn, { invoice: { status: "draft" } });
		expect(await statusOf(setup, "send_invoice")).toEqual(["open"]);
		const marked = { collection: "invoices", id: setup.invoice.id, depth: 0 } as const;
		const data = { status: "open", sentAt: new Date().toISOString() } as const;
		await stage.keyturn.payload.update({ ...marked, data, overrideAccess: true });
		expect(await statusOf(setup, "send_invoice")).toEqual(["done"]);
		await stage.post(`/invoices/${setup.invoice.id}/void`, { reason: "Wrong address." }, stage.finance);
		expect(await statusOf(setup, "send_invoice")).toEqual(["open"]);
	});

	test("a payment settles, opens provisioning, and is owed again after its refund", async () => {
		const bought = await purchase(stage.keyturn);
		const keys = ["settle_invoice_terms", "payment_confirmation", "provisioning_opened"];
		expect(await statusOf(bought, ...keys)).toEqual(["done", "done", "done"]);
		expect(await foundBy(bought, "payment_confirmation")).toMatchObject({
			foundIn: { collection: "invoices", id: bought.invoice.id },
		});
		const again = refund(bought.intent, bought.due, bought.due, 60);
		await tell(stage.keyturn, again, again);
		expect(await statusOf(bought, ...keys)).toEqual(["open", "open", "done"]);
		const { id } = await itemOf(stage, bought, "payment_confirmation");
		expect(await auditOf(stage.keyturn, id)).toEqual(["item.done", "item.open"]);
	});

	test("a run that is undone leaves provisioning unopened", async () => {
		const bought = await purchase(stage.keyturn);
		const [run] = await query<{ id: string }>(
			stage.keyturn,
			"SELECT id FROM provisioning_runs WHERE onboarding_id = $1",
			[bought.onboarding.id],
		);
		const body = { reason: "Paid by mistake.", confirm: bought.casino.name };
		const undone = await stage.post(`/provisioning-runs/${run?.id}/undo`, body, stage.admin);
		expect([undone.status, await statusOf(bought, "provisioning_opened")]).toEqual([200, ["open"]]);
	});

	test("the purchaser's confirmation counts when it was sent, and the tenant when the product has it", async () => {
		const { id } =
			(await query<{ id: string }>(stage.keyturn, "SELECT id FROM playbooks WHERE key = 'sms_lead_service'"))[0] ?? {};
		const bought = await purchase(stage.keyturn, { onboarding: { playbook: id ?? null } });
		expect(await statusOf(bought, "confirm_deposit", "business_id")).toEqual(["open", "open"]);
		await workQueues(stage.keyturn, ["provisionRun"]);
		expect(await statusOf(bought, "confirm_deposit", "business_id", "day_1")).toEqual(["open", "done", "open"]);
		await query(
			stage.keyturn,
			"UPDATE messages SET status = 'sent', sent_at = now() WHERE casino_id = $1 AND template = 'payment_received'",
			[bought.casino.id],
		);
		await reviewPlans({ payload: stage.keyturn.payload, now: new Date() });
		expect(await statusOf(bought, "confirm_deposit")).toEqual(["done"]);
		const [call] = await query<{ id: string }>(
			stage.keyturn,
			"SELECT id FROM check_ins WHERE onboarding_id = $1 AND kind = 'first_week' AND day = 1",
			[bought.onboarding.id],
		);
		await change(`/check-ins/${call?.id}`, { status: "done", notes: "They have signed in." });
		expect(await statusOf(bought, "day_1", "day_3")).toEqual(["done", "open"]);
	});
});

describe("what people enter", () => {
	test("contacts, freeze and escalation contacts are done while they stand on the onboarding", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		const keys = ["name_contacts", "freeze_configuration", "escalation_contacts", "hypercare_schedule"];
		const enter = (body: object) => change(`/onboardings/${setup.onboarding.id}`, body);
		expect(await statusOf(setup, ...keys)).toEqual(["done", "open", "open", "open"]);
		await enter({
			freeze: { from: inDays(3), until: inDays(6) },
			escalation: [{ name: "Noor", reach: "noor@keyturn.example" }],
			wentLiveAt: inDays(-1).slice(0, 10),
		});
		expect(await statusOf(setup, ...keys)).toEqual(["done", "done", "done", "done"]);
		await enter({
			adminContact: { name: "Ada Admin", email: null },
			freeze: { from: null, until: null },
			escalation: [],
			wentLiveAt: null,
		});
		expect(await statusOf(setup, ...keys)).toEqual(["open", "open", "open", "open"]);
	});

	test("the floor is entered while an area, its tables and their limits are there", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		const casino = setup.casino.id;
		const area = await make("/floor-areas", { casino, name: "Main pit", kind: "pit", status: "active" });
		const table = await make("/gaming-tables", { casino, area, name: "BJ 1", game: "blackjack", status: "open" });
		expect(await statusOf(setup, "areas_and_tables", "game_settings")).toEqual(["done", "open"]);
		await change(`/gaming-tables/${table}`, { minBet: 2500, maxBet: 500_000, currency: "eur" });
		expect(await statusOf(setup, "areas_and_tables", "game_settings")).toEqual(["done", "done"]);
		await change(`/gaming-tables/${table}`, { status: "out_of_service" });
		expect(await statusOf(setup, "areas_and_tables", "game_settings")).toEqual(["open", "open"]);
	});

	test("the roster is entered when everybody needed is invited, and not once an invitation is revoked", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		const invite = (role: string) =>
			make("/staff-invites", {
				casino: setup.casino.id,
				name: role,
				email: `${role}@${setup.casino.slug}.example`,
				role,
			});
		await invite("casino_admin");
		expect(await statusOf(setup, "roster")).toEqual(["open"]);
		const pitBoss = await invite("pit_boss");
		expect(await statusOf(setup, "roster")).toEqual(["done"]);
		expect((await stage.post(`/staff-invites/${pitBoss}/revoke`, {})).status).toBe(200);
		expect(await statusOf(setup, "roster")).toEqual(["open"]);
	});

	test("issues of the roadmap count with their link", async () => {
		const bought = await purchase(stage.keyturn);
		const item = await itemOf(stage, bought, "issues_into_roadmap");
		expect(item.status).toBe("open");
		const owned = { casino: bought.casino.id, onboarding: bought.onboarding.id };
		const issue = await make("/pilot-issues", { ...owned, title: "Slow search", severity: "minor" });
		await change(`/pilot-issues/${issue}`, { status: "triaged", outcome: "roadmap" });
		const [row] = await query<{ says: string }>(stage.keyturn, "SELECT says FROM checklist_items WHERE id = $1", [
			item.id,
		]);
		expect(row?.says).toContain("1 issue logged, each triaged");
	});

	test("what was learned is copied by proposing it, once", async () => {
		const setup = await createCustomerSetup(stage.keyturn);
		expect(await statusOf(setup, "copy_what_we_learned")).toEqual(["open"]);
		for (const notes of ["Ask for the floor plan first.", "And for the night shift."]) {
			expect((await stage.post(`/onboardings/${setup.onboarding.id}/lessons`, { notes })).status).toBe(200);
		}
		const { id, status } = await itemOf(stage, setup, "copy_what_we_learned");
		expect([status, await auditOf(stage.keyturn, id)]).toEqual(["done", ["item.done"]]);
	});

	test("the packet of go or no-go is there while it is asked or decided, and not once it was rejected", async () => {
		const setup = await customerOn("paid_workspace");
		expect(await statusOf(setup, "decision_memo")).toEqual(["open"]);
		const path = `/onboardings/${setup.onboarding.id}/go-no-go`;
		const asked = await stage.post(path, { etaConfidence: "low" });
		await stage.post(path, { etaConfidence: "low" });
		expect(await statusOf(setup, "decision_memo")).toEqual(["done"]);
		const { id } = asked.body as { id: string };
		const verdict = { decision: "reject", reason: "The invoice is not paid." };
		expect((await stage.post(`/decisions/${id}/decide`, verdict, stage.manager)).status).toBe(200);
		expect(await statusOf(setup, "decision_memo")).toEqual(["open"]);
	});
});
