import { afterAll, beforeAll, expect, test } from "vitest";
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
