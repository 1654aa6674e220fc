import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CustomerRole } from "@/access/roles";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { workQueues } from "../../harness/workQueues";
import { readPortfolioAs } from "../portfolio/portfolioWorld";

let keyturn: Keyturn;
let ops: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
});
afterAll(() => keyturn?.stop());

const ask = (onboarding: string, as?: Person) => keyturn.rest("GET", `/onboardings/${onboarding}/live`, { as });

async function liveOf({ onboarding }: CustomerSetup, as = ops): Promise<OnboardingLive> {
	const { status, body } = await ask(onboarding.id, as);
	expect(status).toBe(200);
	return body as OnboardingLive;
}

async function payAndProvision({ invoice }: CustomerSetup): Promise<void> {
	const admin = await createVendor(keyturn, "admin");
	const body = {
		amount: invoice.amountDue,
		currency: "usd",
		paidAt: new Date().toISOString(),
		method: "wire",
		reason: "seen",
	};
	await keyturn.rest("POST", `/invoices/${invoice.id}/record-payment`, { as: admin, body });
	await workQueues(keyturn);
}

const memberOf = ({ casino }: CustomerSetup, ...roles: CustomerRole[]) =>
	createCustomer(keyturn, [{ casino: casino.id, roles }]);

test("before payment it says what is missing, on which record, and whom it waits for", async () => {
	const setup = await createCustomerSetup(keyturn, {
		invoice: { dueAt: new Date(Date.now() + 86_400_000).toISOString() },
	});
	const live = await liveOf(setup);
	expect(live.gate.isOpen).toBe(false);
	expect(live.gate.conditions.filter(({ isMet }) => !isMet)).toMatchObject([
		{
			key: "invoices_cleared",
			record: { collection: "invoices", id: setup.invoice.id },
			whoCanAct: ["admin", "finance"],
		},
	]);
	expect(live.waitingOn.who).toBe("customer");
	expect(live.nextDate?.what).toContain(String(setup.invoice.number));
	expect([live.run, live.isRedacted]).toEqual([null, false]);
});

test("after payment it shows the run with its proof, the check-ins, and that the invitation is open", async () => {
	const setup = await createCustomerSetup(keyturn);
	await payAndProvision(setup);
	const live = await liveOf(setup);
	expect(live.run?.status).toBe("succeeded");
	expect(live.run?.steps.map(({ position }) => position)).toEqual(live.run?.steps.map((_, index) => index + 1));
	expect(live.run?.steps[0]?.evidence).toMatchObject({ casino: setup.casino.id });
	expect(live.checkIns.map(({ day }) => day)).toEqual([1, 3, 7]);
	expect(live.waitingOn).toMatchObject({ who: "customer" });
	expect(live.waitingOn.what).toContain("Ada Admin");
	expect(live.nextDate?.what).toBe(live.checkIns[0]?.label);
});

test("a customer's person sees the same journey without causes, proof and the vendor's words", async () => {
	const setup = await createCustomerSetup(keyturn);
	await payAndProvision(setup);
	const { pool } = keyturn.payload.db;
	await pool.query(
		"UPDATE provisioning_steps SET error = 'an inner cause', reason = 'an inner reason' WHERE casino_id = $1",
		[setup.casino.id],
	);
	await pool.query("UPDATE check_ins SET outcome = 'an inner outcome' WHERE casino_id = $1", [setup.casino.id]);
	await pool.query("UPDATE provisioning_runs SET error = 'an inner error' WHERE casino_id = $1", [setup.casino.id]);
	const text = JSON.stringify(await liveOf(setup, await memberOf(setup, "pit_boss")));
	expect(text).not.toMatch(/inner|Ada Admin|billing@|buyer@/);
	const live = JSON.parse(text) as OnboardingLive;
	expect(live.isRedacted).toBe(true);
	expect(live.run?.steps.filter(({ status }) => status === "succeeded").length).toBeGreaterThan(5);
	expect(live.run?.steps.every(({ evidence }) => evidence === null)).toBe(true);
	expect(live.invoices.map(({ amountDue, amountPaid }) => [amountDue, amountPaid])).toEqual([[null, null]]);
	expect(live.gate.conditions.every(({ record, whoCanAct }) => record === null && whoCanAct.length === 0)).toBe(true);
});

test("amounts are for the customer's finance contact and sponsor", async () => {
	const setup = await createCustomerSetup(keyturn);
	for (const role of ["finance_contact", "executive_sponsor"] as const) {
		const live = await liveOf(setup, await memberOf(setup, role));
		expect(live.invoices[0]?.amountDue).toBe(setup.invoice.amountDue);
	}
});

test("what somebody wrote down as waited for is told, to the customer too", async () => {
	const setup = await createCustomerSetup(keyturn);
	const made = await keyturn.rest("POST", "/waits", {
		as: ops,
		body: {
			...{ casino: setup.casino.id, onboarding: setup.onboarding.id, on: "customer" },
			...{ what: "The licence of the salon", since: new Date(Date.now() - 1000).toISOString() },
		},
	});
	expect(made.status).toBe(201);
	for (const as of [ops, await memberOf(setup, "operations_lead")]) {
		expect((await liveOf(setup, as)).waitingOn).toMatchObject({ who: "customer", what: "The licence of the salon" });
	}
});

test("strangers, nobody and what is not there are refused alike", async () => {
	const [setup, other] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
	const stranger = await memberOf(other, "executive_sponsor", "finance_contact", "casino_admin");
	const foreign = await ask(setup.onboarding.id, stranger);
	const missing = await ask("00000000-0000-4000-8000-000000000000", stranger);
	expect([foreign.status, missing.status]).toEqual([404, 404]);
	expect(foreign.body).toEqual(missing.body);
	expect((await ask(setup.onboarding.id)).status).toBe(401);
	expect((await ask("not-an-id", ops)).status).toBe(400);
	expect((await keyturn.rest("GET", `/onboardings/${setup.onboarding.id}/live?run=x`, { as: ops })).status).toBe(400);
});

test("a run of another onboarding is not shown under this one", async () => {
	const [setup, other] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
	await payAndProvision(other);
	const foreign = (await liveOf(other)).run?.id;
	const answer = await keyturn.rest("GET", `/onboardings/${setup.onboarding.id}/live?run=${foreign}`, { as: ops });
	expect((answer.body as OnboardingLive).run).toBeNull();
});

describe("whom it rests on, from the last thing on its way to the first", () => {
	let setup: CustomerSetup;
	beforeAll(async () => {
		setup = await createCustomerSetup(keyturn);
		await payAndProvision(setup);
		const { pool } = keyturn.payload.db;
		await pool.query("UPDATE staff_invites SET status = 'accepted' WHERE casino_id = $1", [setup.casino.id]);
		await pool.query("UPDATE checklists SET status = 'closed' WHERE onboarding_id = $1", [setup.onboarding.id]);
		await pool.query("UPDATE checklist_items SET status = 'done' WHERE onboarding_id = $1", [setup.onboarding.id]);
	});

	test.each([
		["nobody", /is provisioned, and no task is open\.$/, "onboardings SET notes = NULL"],
		["vendor", /^Close the phase “.+”\.$/, "checklists SET status = 'active'"],
		[
			"customer",
			/^What has to hold$/,
			"checklist_items SET status = 'open', owner = 'customer', title = 'What has to hold' WHERE key = 'gate_satisfied'",
		],
		[
			"customer",
			/^What has to hold$/,
			`checklist_items SET status = 'open', rule = '{"after": ["gate_satisfied"]}' WHERE key = 'exclusions'`,
		],
		[
			"vendor",
			/^A task of ours$/,
			"checklist_items SET status = 'open', title = 'A task of ours' WHERE key = 'timeline_draft'",
		],
		["vendor", /invitation expired: send a new one/, "staff_invites SET status = 'expired'"],
		[
			"vendor",
			/invitation expired: send a new one/,
			"staff_invites SET status = 'pending', expires_at = now() - interval '1 s'",
		],
		["customer", /^Ada Admin has not accepted/, "staff_invites SET expires_at = now() + interval '1 day'"],
		["vendor", /^Day .* asks for somebody's attention\.$/, "check_ins SET status = 'attention' WHERE day = 3"],
		[
			"system",
			/^Provisioning: confirm company and casino\.$/,
			"provisioning_steps SET status = 'running' WHERE position = 1",
			"running",
		],
		[
			"vendor",
			/^“.+” failed: retry it, skip it or undo the run\.$/,
			"provisioning_steps SET status = 'failed' WHERE position = 1",
			"failed",
		],
		["vendor", /^The run was undone/, "provisioning_steps SET status = 'undone'", "undone"],
		["system", /^The gate is about to be reviewed\.$/, "onboardings SET gate_waits_on = NULL"],
		[
			"customer",
			/^Invoice/,
			"onboardings SET gate_waits_on = 'customer', gate_waits_for = 'Invoice 1 is open, not paid.'",
		],
		["third_party", /^The carrier$/, "waits SET until = NULL"],
		["nobody", /^The onboarding is on hold\.$/, "onboardings SET status = 'on_hold'"],
	])("%s: %s", async (who, what, change, run: string | null = null) => {
		const { pool } = keyturn.payload.db;
		const here = `${change.includes(" WHERE ") ? "AND" : "WHERE"} casino_id = $1`;
		if (who === "third_party") {
			await pool.query(
				`INSERT INTO waits (casino_id, onboarding_id, "on", what, since) VALUES ($1, $2, 'third_party', 'The carrier', now())`,
				[setup.casino.id, setup.onboarding.id],
			);
		}
		await pool.query(`UPDATE ${change} ${here}`, [setup.casino.id]);
		if (run) await pool.query("UPDATE provisioning_runs SET status = $2 WHERE casino_id = $1", [setup.casino.id, run]);
		const { waitingOn } = await liveOf(setup);
		expect(waitingOn).toEqual({
			who,
			what: expect.stringMatching(what),
			since: who === "third_party" ? expect.any(String) : null,
		});
		const { rows } = await readPortfolioAs(keyturn, ops, `status=any&waiting=${who}`);
		expect(rows.find(({ id }) => id === setup.onboarding.id)?.waitingOn).toEqual(waitingOn);
	});
});

test("names that are missing at the gate rest on the vendor, and what is paid and named on the run", async () => {
	const setup = await createCustomerSetup(keyturn);
	const save = (body: object) => keyturn.rest("PATCH", `/onboardings/${setup.onboarding.id}`, { as: ops, body });
	await save({ operationsLead: { name: null } });
	const admin = await createVendor(keyturn, "admin");
	const paid = {
		amount: setup.invoice.amountDue,
		currency: "usd",
		paidAt: new Date().toISOString(),
		method: "wire",
		reason: "seen",
	};
	await keyturn.rest("POST", `/invoices/${setup.invoice.id}/record-payment`, { as: admin, body: paid });
	await workQueues(keyturn);
	expect((await liveOf(setup)).waitingOn).toEqual({
		who: "vendor",
		what: "The operations lead is not named.",
		since: null,
	});
	await save({ operationsLead: { name: "Otto Lead" } });
	expect((await liveOf(setup)).waitingOn).toMatchObject({
		who: "system",
		what: expect.stringMatching(/^Provisioning: /),
	});
});
