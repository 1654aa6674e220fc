import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from "payload";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CustomerSetup, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { auditOf, countRuns, query, tell } from "../payments/stage";

let keyturn: Keyturn;
let admin: Person;
let finance: Person;
let compliance: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	[admin, finance] = [await createVendor(keyturn, "admin"), await createVendor(keyturn, "finance")];
	compliance = await createVendor(keyturn, "compliance");
});
afterAll(() => keyturn?.stop());

const lead = { name: "Otto Lead", email: "lead@closed.example", preferredChannel: "email" as const };
const contact = { name: "Ada Admin", email: "ada@closed.example", preferredChannel: "email" as const };

/** Everything the gate asks for is still to come. */
const closed = (values: Parameters<typeof createCustomerSetup>[1] = {}) =>
	createCustomerSetup(keyturn, {
		orderForm: { status: "sent" },
		onboarding: { operationsLead: {}, adminContact: {}, ...values?.onboarding },
	});

type Input = (setup: CustomerSetup) => Promise<unknown>;

const patch = (path: string, body: object) => keyturn.rest("PATCH", path, { as: admin, body });

const inputs: Record<string, Input> = {
	pay: ({ invoice }) => tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice))),
	sign: ({ orderForm }) => patch(`/contracts/${orderForm.id}`, { status: "signed" }),
	lead: ({ onboarding }) => patch(`/onboardings/${onboarding.id}`, { operationsLead: lead }),
	contact: ({ onboarding }) => patch(`/onboardings/${onboarding.id}`, { adminContact: contact }),
};

const names = Object.keys(inputs);
const orders = names.flatMap((first) => {
	const rest = names.filter((name) => name !== first);
	return [
		[first, ...rest],
		[first, ...rest.toReversed()],
	];
});

test.each([
	["a little", 100, 1],
	["all but a cent", -1, 0],
])("signed after %s of the payment was given back", async (_, returned, runs) => {
	const setup = await closed({ onboarding: { operationsLead: lead, adminContact: contact } });
	const { invoice, orderForm, onboarding } = setup;
	const intent = `pi_${invoice.id}`;
	const amount = invoice.amountDue;
	const refunded = returned < 0 ? amount + returned : returned;
	const charge = { id: `ch_${invoice.id}`, object: "charge", amount, amount_refunded: refunded, refunded: false };
	await tell(
		keyturn,
		stripeEvent("invoice.paid", paidInvoice(invoice, { payment_intent: intent })),
		stripeEvent("charge.refunded", { ...charge, payment_intent: intent, currency: invoice.currency }, 60),
	);
	await patch(`/contracts/${orderForm.id}`, { status: "signed" });
	expect(await countRuns(keyturn, onboarding.id)).toBe(runs);
});

test.each(orders.map((order) => [order.join(", ")] as const))(
	"%s: the last one opens exactly one run",
	async (order) => {
		const setup = await closed();
		const steps = order.split(", ");
		for (const [position, name] of steps.entries()) {
			expect(await countRuns(keyturn, setup.onboarding.id)).toBe(0);
			await inputs[name]?.(setup);
			expect(await countRuns(keyturn, setup.onboarding.id)).toBe(position === steps.length - 1 ? 1 : 0);
		}
		const [run] = await query<{ id: string; steps: number; opened: boolean }>(
			keyturn,
			`SELECT r.id, (SELECT count(*)::int FROM provisioning_steps s WHERE s.run_id = r.id) AS steps,
			o.gate_opened_at IS NOT NULL AS opened
		 FROM provisioning_runs r JOIN onboardings o ON o.id = r.onboarding_id WHERE o.id = $1`,
			[setup.onboarding.id],
		);
		expect(run).toMatchObject({ steps: 10, opened: true });
		expect(await auditOf(keyturn, run?.id ?? "")).toEqual(["run.opened"]);
		for (const name of ["lead", "contact"]) await inputs[name]?.(setup);
		expect(await countRuns(keyturn, setup.onboarding.id)).toBe(1);
	},
);

describe("the gate opens, too, when", () => {
	const approve = (id: string) =>
		keyturn.rest("POST", `/invoices/${id}/purchase-order`, {
			as: finance,
			body: { decision: "approve", number: "PO 3", reason: "came by mail" },
		});

	test("the standard becomes one that an approved purchase order meets", async () => {
		const { onboarding, invoice } = await createCustomerSetup(keyturn, { invoice: { amountDue: 100 } });
		await approve(invoice.id);
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		await patch(`/onboardings/${onboarding.id}`, { gateStandard: "po_approved" });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("an onboarding that was on hold goes on", async () => {
		const { onboarding, invoice } = await createCustomerSetup(keyturn);
		await patch(`/onboardings/${onboarding.id}`, { status: "on_hold" });
		await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice)));
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		await patch(`/onboardings/${onboarding.id}`, { status: "open" });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("the contract that was left unsigned is deleted", async () => {
		const { casino, onboarding, invoice } = await createCustomerSetup(keyturn);
		const owned = { casino: casino.id, onboarding: onboarding.id };
		const { body } = await keyturn.rest("POST", "/contracts", { as: admin, body: { ...owned, type: "dpa" } });
		await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice)));
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		await keyturn.rest("DELETE", `/contracts/${(body as { doc: { id: string } }).doc.id}`, { as: admin });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("a signed contract is written by somebody who asks for nothing back", async () => {
		const { casino, onboarding, invoice, orderForm } = await closed({
			onboarding: { operationsLead: lead, adminContact: contact },
		});
		await keyturn.rest("DELETE", `/contracts/${orderForm.id}`, { as: admin });
		await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice)));
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		const { status } = await keyturn.rest("POST", "/contracts?select[id]=true", {
			as: admin,
			body: { casino: casino.id, onboarding: onboarding.id, type: "order_form", status: "signed" },
		});
		expect(status).toBe(201);
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});
});

describe("a data processing agreement", () => {
	const answer = (id: string, choice: string) =>
		keyturn.rest("POST", `/checklist-items/${id}/tick`, {
			as: compliance,
			body: { choice, signedName: compliance.user.name },
		});
	const itemOf = async (onboarding: string) => {
		const [item] = await query<{ id: string }>(
			keyturn,
			"SELECT id FROM checklist_items WHERE onboarding_id = $1 AND key = 'dpa_needed'",
			[onboarding],
		);
		return item?.id ?? "";
	};

	test("is waited for once it is needed, and no more when it is not", async () => {
		const { onboarding, invoice } = await createCustomerSetup(keyturn);
		const item = await itemOf(onboarding.id);
		expect((await answer(item, "yes")).status).toBe(200);
		await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice)));
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		await keyturn.rest("POST", `/checklist-items/${item}/reopen`, { as: compliance, body: { reason: "asked again" } });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});

	test("opens the gate by its signature", async () => {
		const { casino, onboarding, invoice } = await createCustomerSetup(keyturn);
		await answer(await itemOf(onboarding.id), "yes");
		await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice)));
		expect(await countRuns(keyturn, onboarding.id)).toBe(0);
		const body = { casino: casino.id, onboarding: onboarding.id, type: "dpa", status: "signed" };
		await keyturn.rest("POST", "/contracts", { as: admin, body });
		expect(await countRuns(keyturn, onboarding.id)).toBe(1);
	});
});

test("the unmet conditions are said in words to the purchaser who paid too early", async () => {
	const setup = await closed();
	await inputs.pay?.(setup);
	const [mail] = await query<{ waiting: string[] }>(
		keyturn,
		"SELECT data->'waitingFor' AS waiting FROM messages WHERE key = 'payment-received:' || $1",
		[setup.invoice.id],
	);
	expect(mail?.waiting).toEqual([
		"The order form is sent, not signed",
		"The operations lead is not named",
		"The admin contact is not named",
	]);
});

test("two inputs that change at once open one run, whichever commits first", async () => {
	for (let round = 0; round < 6; round++) {
		const setup = await createCustomerSetup(keyturn, {
			orderForm: { status: "sent" },
			onboarding: { operationsLead: {} },
		});
		const { recordStripeEvent } = await import("../../harness/stripeEvents");
		const { settlePaymentEvent } = await import("@/operations/payments/settlePaymentEvent");
		const event = await recordStripeEvent(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice)));
		await Promise.all([
			settlePaymentEvent({ payload: keyturn.payload, eventId: event }),
			inputs.sign?.(setup),
			inputs.lead?.(setup),
		]);
		expect(await countRuns(keyturn, setup.onboarding.id), `round ${round}`).toBe(1);
	}
});

async function inOwnTransaction(end: typeof commitTransaction, work: (req: PayloadRequest) => Promise<unknown>) {
	const req = await keyturn.requestOf();
	await initTransaction(req);
	await work(req);
	await end(req);
}

test("a change that is rolled back opens nothing", async () => {
	const { asSystem } = await import("@/access/authority");
	const setup = await createCustomerSetup(keyturn, { orderForm: { status: "sent" } });
	await inputs.pay?.(setup);
	const sign = (req: PayloadRequest) =>
		keyturn.payload.update({
			collection: "contracts",
			id: setup.orderForm.id,
			data: { status: "signed" },
			depth: 0,
			...asSystem(req, "test"),
		});
	await inOwnTransaction(killTransaction, sign);
	expect(await countRuns(keyturn, setup.onboarding.id)).toBe(0);
	const jobs = await query(keyturn, "SELECT 1 FROM pgboss.job WHERE name = 'provision_run'");
	await inOwnTransaction(commitTransaction, sign);
	expect(await countRuns(keyturn, setup.onboarding.id)).toBe(1);
	expect(await query(keyturn, "SELECT 1 FROM pgboss.job WHERE name = 'provision_run'")).toHaveLength(jobs.length + 1);
});

test("a contract that is added unsigned later takes nothing back", async () => {
	const setup = await createCustomerSetup(keyturn);
	await inputs.pay?.(setup);
	const owned = { casino: setup.casino.id, onboarding: setup.onboarding.id };
	await keyturn.rest("POST", "/contracts", { as: admin, body: { ...owned, type: "msa" } });
	const runs = await query(keyturn, "SELECT status::text FROM provisioning_runs WHERE onboarding_id = $1", [
		setup.onboarding.id,
	]);
	expect(runs).toEqual([{ status: "queued" }]);
});

test("an undone run is not opened again by the next change of an input", async () => {
	const setup = await createCustomerSetup(keyturn);
	await inputs.pay?.(setup);
	await query(keyturn, "UPDATE provisioning_runs SET status = 'undone' WHERE onboarding_id = $1", [
		setup.onboarding.id,
	]);
	await inputs.lead?.(setup);
	expect(await countRuns(keyturn, setup.onboarding.id)).toBe(1);
});
