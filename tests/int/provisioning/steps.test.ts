import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AutomationName } from "@/domain/playbook/automations";
import type { AnyStep } from "@/provisioning/engine/step";
import type { RunContext, StepPorts } from "@/provisioning/ports";
import { type CustomerSetup, createCustomerSetup } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { newId, paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { workQueues } from "../../harness/workQueues";
import { openRisks, query, tell } from "../payments/stage";

type Provisioned = CustomerSetup & { runId: string; context: RunContext };

let keyturn: Keyturn;
let steps: Readonly<Record<string, AnyStep>>;
let ports: StepPorts;
let planId: string;
let at: Provisioned;

beforeAll(async () => {
	keyturn = await startKeyturn();
	steps = (await import("@/provisioning/steps")).steps;
	const { asSystem } = await import("@/access/authority");
	const plan = await keyturn.payload.create({
		collection: "plans",
		data: {
			name: "Floor",
			key: "floor",
			grants: [{ feature: "seats" }, { feature: "tables", limit: 40 }],
			isActive: true,
		} as never,
		depth: 0,
		...asSystem(await keyturn.requestOf(), "test"),
	});
	planId = plan.id;
	at = await provision();
	const { createStepPorts } = await import("@/operations/runs/createStepPorts");
	ports = (await createStepPorts(keyturn.payload, at.runId))("the test");
});
beforeEach(() => sql("UPDATE provisioning_runs SET claim = 'the test' WHERE id = $1", at.runId));
afterAll(() => keyturn?.stop());

const sql = <Row extends object>(text: string, ...values: unknown[]) => query<Row>(keyturn, text, values);

async function provision(): Promise<Provisioned> {
	const setup = await createCustomerSetup(keyturn, { orderForm: { plan: planId, seats: 25 } });
	await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice, { customer: newId("cus") })));
	await workQueues(keyturn);
	const [run] = await sql<{ id: string; status: string }>(
		"SELECT id, status::text FROM provisioning_runs WHERE onboarding_id = $1",
		setup.onboarding.id,
	);
	expect(run?.status).toBe("succeeded");
	const runId = run?.id ?? "";
	const { readRunContext } = await import("@/operations/runs/readRunContext");
	const { sqlOf } = await import("@/queue/sqlOf");
	const context = await readRunContext({ sql: await sqlOf({ payload: keyturn.payload }), runId });
	return { ...setup, runId, context };
}

type Case = {
	/** What the step made, as it is found where it was made. */
	effect(at: Provisioned): Promise<unknown>;
	expected: unknown;
	/** Takes the effect away, past the step. */
	remove(at: Provisioned): Promise<unknown>;
	/** How it is undone; a step that cannot be says why. */
	undo: "undone" | "cannot";
};

const messagesOf =
	(key: string) =>
	async ({ runId }: Provisioned) =>
		sql(`SELECT count(*)::int AS count FROM messages WHERE key = $1`, `${key}:${runId}`);
const removeMessage =
	(key: string) =>
	({ runId }: Provisioned) =>
		sql("DELETE FROM messages WHERE key = $1", `${key}:${runId}`);

const removeFromProduct = async ({ casino }: Provisioned) => keyturn.ports.product.removeCasino(casino.id);

const cases: Record<AutomationName, Case> = {
	confirm_tenant: {
		effect: ({ casino, company }) =>
			sql(
				"SELECT company_id = $2 AS bound, status IN ('provisioning', 'live') AS claimed FROM casinos WHERE id = $1",
				casino.id,
				company.id,
			),
		expected: [{ bound: true, claimed: true }],
		remove: ({ casino }) => sql("UPDATE casinos SET status = 'prospect' WHERE id = $1", casino.id),
		undo: "undone",
	},
	create_settings: {
		effect: ({ casino }) =>
			sql(
				"SELECT default_travel_buffer::int AS buffer, working_hours->'monday' AS monday FROM casino_settings WHERE casino_id = $1",
				casino.id,
			),
		expected: [{ buffer: 30, monday: { enabled: true, start: "09:00", end: "17:00" } }],
		remove: ({ casino }) => sql("DELETE FROM casino_settings WHERE casino_id = $1", casino.id),
		undo: "undone",
	},
	bootstrap_product: {
		effect: async ({ casino }) => {
			const tenant = await keyturn.ports.product.findCasino(casino.id);
			return tenant && { status: tenant.status, staff: tenant.staff.map(({ status, role }) => ({ status, role })) };
		},
		expected: { status: "active", staff: [{ status: "invited", role: "admin" }] },
		remove: removeFromProduct,
		undo: "undone",
	},
	invite_administrator: {
		effect: ({ casino }) =>
			sql(
				`SELECT count(DISTINCT i.id)::int AS invites, count(m.id)::int AS mails, count(DISTINCT s.id)::int AS staff
				 FROM staff_invites i LEFT JOIN messages m ON m.invite_id = i.id LEFT JOIN staff s ON s.casino_id = i.casino_id
				 WHERE i.casino_id = $1 AND i.status = 'pending'`,
				casino.id,
			),
		expected: [{ invites: 1, mails: 1, staff: 1 }],
		remove: ({ casino }) => sql("UPDATE staff_invites SET status = 'revoked' WHERE casino_id = $1", casino.id),
		undo: "undone",
	},
	grant_entitlements: {
		effect: ({ casino }) =>
			sql(
				`SELECT feature, "limit"::int AS limit FROM entitlements WHERE casino_id = $1 AND status = 'active' ORDER BY feature`,
				casino.id,
			),
		expected: [
			{ feature: "seats", limit: 25 },
			{ feature: "tables", limit: 40 },
		],
		remove: ({ casino }) => sql("DELETE FROM entitlements WHERE casino_id = $1 AND feature = 'tables'", casino.id),
		undo: "undone",
	},
	check_access: {
		effect: async ({ casino }) => (await keyturn.ports.product.findCasino(casino.id))?.staff.length,
		expected: 1,
		remove: removeFromProduct,
		undo: "cannot",
	},
	mark_live: {
		effect: ({ casino }) => sql("SELECT status::text FROM casinos WHERE id = $1", casino.id),
		expected: [{ status: "live" }],
		remove: ({ casino }) => sql("UPDATE casinos SET status = 'provisioning' WHERE id = $1", casino.id),
		undo: "undone",
	},
	send_welcome: {
		effect: messagesOf("welcome"),
		expected: [{ count: 1 }],
		remove: removeMessage("welcome"),
		undo: "cannot",
	},
	confirm_to_finance: {
		effect: messagesOf("finance"),
		expected: [{ count: 1 }],
		remove: removeMessage("finance"),
		undo: "cannot",
	},
	schedule_check_ins: {
		effect: ({ onboarding }) =>
			sql(
				"SELECT day::int, status::text FROM check_ins WHERE onboarding_id = $1 AND status <> 'cancelled' ORDER BY day",
				onboarding.id,
			),
		expected: [1, 3, 7].map((day) => ({ day, status: "scheduled" })),
		remove: ({ onboarding }) => sql("DELETE FROM check_ins WHERE onboarding_id = $1 AND day = 3", onboarding.id),
		undo: "undone",
	},
};

test("every automation of a playbook has its case here", () => {
	expect(Object.keys(cases).sort()).toEqual(Object.keys(steps).sort());
});

test.each(Object.entries(cases))("a run does %s, and keeps the proof", async (name, { effect, expected }) => {
	expect(await effect(at)).toEqual(expected);
	const [row] = await sql(
		"SELECT status::text, attempts::int, evidence FROM provisioning_steps WHERE run_id = $1 AND step = $2",
		at.runId,
		name,
	);
	expect(row).toMatchObject({ status: "succeeded", attempts: 1, evidence: { key: expect.any(String) } });
});

// In the playbook's order on one tenant: what a step's case takes away, the next ones do not need.
describe.each(Object.entries(cases))("%s", (name, { effect, expected, remove, undo }) => {
	const step = () => steps[name] as AnyStep;

	test("run again makes nothing twice", async () => {
		await step().execute(at.context, ports);
		await step().execute(at.context, ports);
		expect(await effect(at)).toEqual(expected);
	});

	test.each(["running", "pending"])("finds its effect again after a crash that left it %s", async (left) => {
		await sql(
			"UPDATE provisioning_steps SET status = $3::enum_provisioning_steps_status, evidence = NULL WHERE run_id = $1 AND step = $2",
			at.runId,
			name,
			left,
		);
		await sql(
			"UPDATE provisioning_runs SET status = 'running', claim = 'crashed', lease_until = now() - interval '1 second', finished_at = NULL WHERE id = $1",
			at.runId,
		);
		const { provisionRun } = await import("@/operations/runs/provisionRun");
		expect(await provisionRun({ payload: keyturn.payload, runId: at.runId })).toBe("succeeded");
		expect(await effect(at)).toEqual(expected);
		const [row] = await sql(
			"SELECT status::text, evidence IS NOT NULL AS proven FROM provisioning_steps WHERE run_id = $1 AND step = $2",
			at.runId,
			name,
		);
		expect(row).toEqual({ status: "succeeded", proven: true });
	});

	test("says so when its effect is gone", async () => {
		await step().verify(at.context, ports);
		await remove(at);
		await expect(step().verify(at.context, ports)).rejects.toMatchObject({ code: "effect_missing" });
	});

	test(undo === "undone" ? "is undone" : "says why it cannot be undone", async () => {
		if (name !== "check_access") await step().execute(at.context, ports);
		const { undo: undoing } = step();
		if ("cannot" in undoing) {
			expect(undo).toBe("cannot");
			expect(undoing.cannot).toMatch(/\.$/);
			return;
		}
		expect(undo).toBe("undone");
		await undoing.apply(at.context, ports);
		await undoing.apply(at.context, ports);
		await expect(step().verify(at.context, ports)).rejects.toMatchObject({ code: "effect_missing" });
		for (const again of new Set(["confirm_tenant", name])) await steps[again]?.execute(at.context, ports);
		expect(await effect(at)).toEqual(expected);
	});
});

test("without a plan on the order form the entitlement step is skipped, and says why", async () => {
	const setup = await createCustomerSetup(keyturn);
	await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice)));
	await workQueues(keyturn);
	const rows = await sql(
		`SELECT s.status::text, s.reason FROM provisioning_steps s JOIN provisioning_runs r ON r.id = s.run_id
		 WHERE r.onboarding_id = $1 AND s.step = 'grant_entitlements'`,
		setup.onboarding.id,
	);
	expect(rows).toEqual([{ status: "skipped", reason: "The order form names no plan." }]);
});

test("a casino without a company is provisioned under its own name", async () => {
	const setup = await createCustomerSetup(keyturn);
	await sql("UPDATE casinos SET company_id = NULL WHERE id = $1", setup.casino.id);
	await sql("UPDATE onboardings SET company_id = NULL WHERE id = $1", setup.onboarding.id);
	await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice)));
	await workQueues(keyturn);
	const [run] = await sql(
		`SELECT r.status, s.evidence ->> 'name' AS name, m.data ->> 'companyName' AS payer
		 FROM provisioning_runs r JOIN provisioning_steps s ON s.run_id = r.id AND s.step = 'confirm_tenant'
		 LEFT JOIN messages m ON m.key = 'finance:' || r.id WHERE r.onboarding_id = $1`,
		setup.onboarding.id,
	);
	expect(run).toEqual({ status: "succeeded", name: setup.casino.name, payer: setup.casino.name });
});

test("the access check fails a run when a policy of the product was dropped, and the run says so", async () => {
	const product = new Client({ connectionString: keyturn.productDatabaseUrl });
	await product.connect();
	try {
		await product.query("DROP POLICY casino_settings_read ON floor.casino_settings");
		const setup = await createCustomerSetup(keyturn);
		await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice)));
		await workQueues(keyturn);
		const [run] = await sql<{ id: string; status: string; error: string }>(
			"SELECT id, status::text, error FROM provisioning_runs WHERE onboarding_id = $1",
			setup.onboarding.id,
		);
		expect(run).toMatchObject({ status: "failed", error: expect.stringContaining("access check failed") });
		expect(await openRisks(keyturn, run?.id ?? "")).toEqual(["run_failed"]);
		const [casino] = await sql("SELECT status::text FROM casinos WHERE id = $1", setup.casino.id);
		expect(casino).toEqual({ status: "provisioning" });
	} finally {
		await product.end();
	}
});
