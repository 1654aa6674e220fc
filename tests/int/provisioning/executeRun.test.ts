import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { AnyStep } from "@/provisioning/engine/step";
import { type CustomerSetup, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { auditOf, mailsTo, openRisks, query, tell } from "../payments/stage";

let keyturn: Keyturn;
let admin: Person;
let setup: CustomerSetup;
let runId: string;
let steps: Readonly<Record<string, AnyStep>>;

beforeAll(async () => {
	keyturn = await startKeyturn();
	admin = await createVendor(keyturn, "admin");
	steps = (await import("@/provisioning/steps")).steps;
});
afterAll(() => keyturn?.stop());

beforeEach(async () => {
	setup = await createCustomerSetup(keyturn);
	await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice)));
	const [run] = await query<{ id: string }>(keyturn, "SELECT id FROM provisioning_runs WHERE onboarding_id = $1", [
		setup.onboarding.id,
	]);
	runId = run?.id ?? "";
});

/** Executes the run with some steps' work replaced. */
async function execute(replaced: Record<string, AnyStep["execute"]> = {}) {
	const { createLedger } = await import("@/operations/runs/createLedger");
	const { executeRun } = await import("@/provisioning/engine/executeRun");
	const changed = Object.fromEntries(
		Object.entries(steps).map(([name, step]) => [name, { ...step, execute: replaced[name] ?? step.execute }]),
	);
	const { createStepPorts } = await import("@/operations/runs/createStepPorts");
	const portsUnder = await createStepPorts(keyturn.payload, runId);
	return executeRun({ runId, ledger: createLedger(keyturn.payload), portsUnder, steps: changed });
}

const runRow = async () =>
	(
		await query<{ status: string; error: string | null; claim: string | null }>(
			keyturn,
			"SELECT status::text, error, claim FROM provisioning_runs WHERE id = $1",
			[runId],
		)
	)[0];
const stepRow = async (step: string) =>
	(
		await query<{ id: string; status: string; attempts: number; error: string | null; waits: number | null }>(
			keyturn,
			`SELECT id, status::text, attempts::int, error, round(extract(epoch FROM next_attempt_at - now()))::int AS waits
			 FROM provisioning_steps WHERE run_id = $1 AND step = $2`,
			[runId, step],
		)
	)[0];
const letTimePass = () =>
	query(keyturn, "UPDATE provisioning_runs SET lease_until = now() - interval '1 second' WHERE id = $1", [runId]);

async function unreachable(): Promise<never> {
	const { VendorFailed } = await import("@/errors");
	throw new VendorFailed({ vendor: "The product", message: "could not be reached.", isTransient: true });
}

async function refused(): Promise<never> {
	const { StepRefused } = await import("@/provisioning/engine/stepErrors");
	throw new StepRefused("The casino belongs to another company.");
}

test("an error that passes defers the step, with a job for then, and the run goes on where it stood", async () => {
	expect(await execute({ bootstrap_product: unreachable })).toBe("deferred");
	expect(await stepRow("bootstrap_product")).toMatchObject({
		status: "pending",
		attempts: 1,
		error: "The product: could not be reached.",
		waits: 2,
	});
	expect(await runRow()).toEqual({ status: "running", error: null, claim: null });
	const jobs = await query(
		keyturn,
		"SELECT 1 FROM pgboss.job WHERE name = 'provision_run' AND data->>'runId' = $1 AND start_after > now()",
		[runId],
	);
	expect(jobs).toHaveLength(1);
	expect(await execute()).toBe("not_claimed");
	await letTimePass();
	expect(await execute()).toBe("succeeded");
	expect(await stepRow("create_settings")).toMatchObject({ status: "succeeded", attempts: 1 });
	expect(await stepRow("bootstrap_product")).toMatchObject({ status: "succeeded", attempts: 2, error: null });
	expect(await openRisks(keyturn, runId)).toEqual([]);
});

test("an error that stays fails the run at once: the cause, a risk, a mail to the administrators, and no step more", async () => {
	expect(await execute({ bootstrap_product: refused })).toBe("failed");
	const step = await stepRow("bootstrap_product");
	expect(step).toMatchObject({ status: "failed", attempts: 1, error: "The casino belongs to another company." });
	expect(await runRow()).toEqual({ status: "failed", error: "The casino belongs to another company.", claim: null });
	expect(await stepRow("invite_administrator")).toMatchObject({ status: "pending", attempts: 0 });
	expect(await openRisks(keyturn, runId)).toEqual(["run_failed"]);
	expect(await mailsTo(keyturn, admin.email)).toContain("run_failed");
	expect(await auditOf(keyturn, step?.id ?? "")).toEqual(["step.failed"]);
	expect(await execute()).toBe("not_claimed");
});

test("an error nobody foresaw fails the run, too, and says what it was in one line", async () => {
	const surprise = async () => {
		throw new TypeError("cannot read 'x'\nof undefined");
	};
	expect(await execute({ create_settings: surprise })).toBe("failed");
	expect((await runRow())?.error).toBe("An unexpected error: cannot read 'x'");
});

test("a step that goes on failing waits longer each time and gives up after five; a retry gives it five again", async () => {
	const waits: (number | null | undefined)[] = [];
	for (let attempt = 1; attempt < 5; attempt++) {
		expect(await execute({ create_settings: unreachable })).toBe("deferred");
		waits.push((await stepRow("create_settings"))?.waits);
		await letTimePass();
	}
	expect(waits).toEqual([2, 4, 8, 16]);
	expect(await execute({ create_settings: unreachable })).toBe("failed");
	expect(await stepRow("create_settings")).toMatchObject({ status: "failed", attempts: 5 });
	const mails = async () => (await mailsTo(keyturn, admin.email)).filter((name) => name === "run_failed").length;
	const before = await mails();
	const { retryRun } = await import("@/operations/runs/resumeRun");
	const req = await keyturn.requestOf(admin.user);
	await retryRun({ req, runId, override: false, reason: null });
	expect(await openRisks(keyturn, runId)).toEqual([]);
	expect(await execute({ create_settings: unreachable })).toBe("deferred");
	await letTimePass();
	expect(await execute({ create_settings: refused })).toBe("failed");
	expect(await mails()).toBe(before + 1);
	expect(await openRisks(keyturn, runId)).toEqual(["run_failed"]);
	await retryRun({ req, runId, override: false, reason: null });
	expect(await execute()).toBe("succeeded");
});

test("a step whose process dies in each try fails after the fifth, with its reason, a risk and no sixth", async () => {
	const { createLedger } = await import("@/operations/runs/createLedger");
	const ledger = createLedger(keyturn.payload);
	for (let death = 1; death <= 5; death++) {
		const { claim = "", steps: rows = [] } = (await ledger.claimRun(runId)) ?? {};
		const next = rows.find(({ status }) => status === "pending");
		await ledger.beginStep({ claim, runId, stepId: next?.id ?? "" });
		await letTimePass();
	}
	expect(await execute()).toBe("failed");
	const reason = "Each process that ran it ended before it did; the last was try 5 of 5.";
	expect(await stepRow("confirm_tenant")).toMatchObject({ status: "failed", attempts: 5, error: reason });
	expect(await runRow()).toEqual({ status: "failed", error: reason, claim: null });
	expect(await openRisks(keyturn, runId)).toEqual(["run_failed"]);
	const { retryRun } = await import("@/operations/runs/resumeRun");
	await retryRun({ req: await keyturn.requestOf(admin.user), runId, override: false, reason: null });
	expect(await execute()).toBe("succeeded");
	expect(await stepRow("confirm_tenant")).toMatchObject({ status: "succeeded", attempts: 6 });
});

test("a step that is slower than a lease keeps its run", async () => {
	let second: string | undefined;
	vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
	const slow: AnyStep["execute"] = async (context, given) => {
		await query(keyturn, "UPDATE provisioning_runs SET lease_until = now() + interval '1 second' WHERE id = $1", [
			runId,
		]);
		await vi.advanceTimersByTimeAsync(6000);
		await vi.waitFor(async () => {
			const rows = "SELECT 1 FROM provisioning_runs WHERE id = $1 AND lease_until > now() + interval '10 seconds'";
			expect(await query(keyturn, rows, [runId])).toHaveLength(1);
		}, 20_000);
		second = await execute();
		return steps.create_settings?.execute(context, given) ?? {};
	};
	try {
		expect(await execute({ create_settings: slow })).toBe("succeeded");
	} finally {
		vi.useRealTimers();
	}
	expect(second).toBe("not_claimed");
});

test("of five workers at once one works, and nothing happens twice", async () => {
	const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => execute()));
	expect(outcomes.sort()).toEqual(["not_claimed", "not_claimed", "not_claimed", "not_claimed", "succeeded"]);
	const rows = await query(
		keyturn,
		"SELECT DISTINCT attempts::int FROM provisioning_steps WHERE run_id = $1 AND status = 'succeeded'",
		[runId],
	);
	expect(rows).toEqual([{ attempts: 1 }]);
	expect(await auditOf(keyturn, runId)).toEqual(["run.opened", "run.started", "run.succeeded"]);
});

test("a worker that slept loses its run to another, and writes nothing when it wakes", async () => {
	let second: string | undefined;
	const sleepy: AnyStep["execute"] = async (context, given) => {
		await letTimePass();
		second = await execute();
		return steps.create_settings?.execute(context, given) ?? {};
	};
	expect(await execute({ create_settings: sleepy })).toBe("not_claimed");
	expect(second).toBe("succeeded");
	expect(await runRow()).toEqual({ status: "succeeded", error: null, claim: null });
	const step = await stepRow("create_settings");
	expect(step).toMatchObject({ status: "succeeded", attempts: 2 });
	expect(await auditOf(keyturn, step?.id ?? "")).toEqual(["step.succeeded"]);
	const settings = await query(keyturn, "SELECT 1 FROM casino_settings WHERE casino_id = $1", [setup.casino.id]);
	expect(settings).toHaveLength(1);
});

test("a worker that lost its run does not fail it either", async () => {
	const sleepy: AnyStep["execute"] = async () => {
		await letTimePass();
		await execute();
		return refused();
	};
	expect(await execute({ create_settings: sleepy })).toBe("not_claimed");
	expect(await runRow()).toMatchObject({ status: "succeeded" });
	expect(await openRisks(keyturn, runId)).toEqual([]);
});

test("an automation that nobody knows fails the run instead of being passed over", async () => {
	await query(
		keyturn,
		"UPDATE provisioning_steps SET step = 'read_minds' WHERE run_id = $1 AND step = 'create_settings'",
		[runId],
	);
	expect(await execute()).toBe("failed");
	expect((await runRow())?.error).toBe("There is no automation called read_minds.");
});

test("a failed step that a queued run still holds is done, never passed over", async () => {
	expect(await execute({ create_settings: refused })).toBe("failed");
	await query(keyturn, "UPDATE provisioning_runs SET status = 'queued' WHERE id = $1", [runId]);
	expect(await execute()).toBe("succeeded");
	expect(await stepRow("create_settings")).toMatchObject({ status: "succeeded" });
});
