import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { JobData, QueueKey } from "@/queue/queues";
import { createCustomerSetup } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { paidInvoice, recordStripeEvent, stripeEvent } from "../../harness/stripeEvents";
import { eventState, openRisks, query, tell } from "../payments/stage";

let keyturn: Keyturn;
let worker: typeof import("@/worker/handlers");
let starts: typeof import("@/queue/jobStarts");

beforeAll(async () => {
	keyturn = await startKeyturn();
	worker = await import("@/worker/handlers");
	starts = await import("@/queue/jobStarts");
});
afterAll(() => keyturn?.stop());
beforeEach(() => query(keyturn, "DELETE FROM job_starts"));

async function work<Key extends QueueKey>(queue: Key, data: JobData[Key], handle?: () => Promise<unknown>) {
	const handler = worker.createHandlers(keyturn.payload)[queue];
	await worker.doJob({ payload: keyturn.payload, queue, handler: { ...handler, ...(handle ? { handle } : {}) }, data });
}

/** A process takes the job, and dies. */
async function dieWith(queue: QueueKey, key: string, times: number) {
	const { sqlOf } = await import("@/queue/sqlOf");
	const sql = await sqlOf({ payload: keyturn.payload });
	for (let death = 1; death <= times; death++) await starts.beginJob({ sql, queue, key, pauseHours: 24 });
}

test("an event that ends its process each time fails with that reason, and is not begun again at once", async () => {
	const { invoice } = await createCustomerSetup(keyturn);
	const eventId = await recordStripeEvent(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice)));
	await dieWith("settlePaymentEvent", eventId, 8);
	await work("settlePaymentEvent", { eventId });
	const why = "The process that worked on it ended before it did, 8 times in a row.";
	expect(await eventState(keyturn, eventId)).toMatchObject({ status: "failed", why });
	let begun = 0;
	await work("settlePaymentEvent", { eventId }, async () => (begun += 1));
	expect(begun).toBe(0);
	await query(keyturn, "UPDATE job_starts SET last_started_at = last_started_at - interval '1 day'");
	await work("settlePaymentEvent", { eventId });
	expect(await eventState(keyturn, eventId)).toMatchObject({ status: "settled" });
	expect(await query(keyturn, "SELECT 1 FROM job_starts")).toEqual([]);
});

test("a run that ends its process outside of its steps is failed, with a risk; a retry begins it again", async () => {
	const { invoice, onboarding } = await createCustomerSetup(keyturn);
	await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice)));
	const run = async () =>
		(
			await query<{ id: string; status: string; error: string | null }>(
				keyturn,
				"SELECT id, status::text, error FROM provisioning_runs WHERE onboarding_id = $1",
				[onboarding.id],
			)
		)[0];
	const runId = (await run())?.id ?? "";
	await dieWith("provisionRun", runId, 8);
	await work("provisionRun", { runId });
	expect(await run()).toMatchObject({ status: "failed", error: expect.stringContaining("8 times in a row") });
	expect(await openRisks(keyturn, runId)).toEqual(["run_failed"]);
	const { retryRun } = await import("@/operations/runs/resumeRun");
	await retryRun({ req: await keyturn.requestOf(), runId, override: false, reason: null });
	await work("provisionRun", { runId });
	expect(await run()).toMatchObject({ status: "succeeded" });
});

test("seven deaths, and an error, are no reason to give up: what ends is counted from nothing", async () => {
	await dieWith("keepAppointments", "", 7);
	const failing = () => work("keepAppointments", {}, () => Promise.reject(new Error("not now")));
	for (let round = 1; round <= 9; round++) await expect(failing()).rejects.toThrow("not now");
	expect(await query(keyturn, "SELECT 1 FROM job_starts")).toEqual([]);
});

test("a scheduled job that ends its process is reported, tried once an hour, and the report ends when it gets to its end", async () => {
	await dieWith("reconcilePayments", "", 8);
	let begun = 0;
	const attempt = () => work("reconcilePayments", {}, async () => (begun += 1));
	const risk = () => query(keyturn, "SELECT status::text FROM risks WHERE key = 'job:reconcile_payments'");
	await attempt();
	expect([begun, await risk()]).toEqual([0, [{ status: "open" }]]);
	await query(keyturn, "UPDATE job_starts SET last_started_at = last_started_at - interval '1 hour'");
	await attempt();
	expect([begun, await risk()]).toEqual([1, [{ status: "resolved" }]]);
});
