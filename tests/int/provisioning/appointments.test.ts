import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CustomerSetup, createCustomerSetup, createVendor } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { paidInvoice, recordStripeEvent, stripeEvent } from "../../harness/stripeEvents";
import { countJobs, workQueues } from "../../harness/workQueues";
import { eventState, mailsTo, openRisks, query, tell } from "../payments/stage";

let keyturn: Keyturn;

beforeAll(async () => {
	keyturn = await startKeyturn();
});
afterAll(() => keyturn?.stop());

async function goLive(): Promise<CustomerSetup> {
	const setup = await createCustomerSetup(keyturn);
	await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice)));
	await workQueues(keyturn);
	return setup;
}

const days = (count: number) => new Date(Date.now() + count * 86_400_000);

async function keep(now: Date) {
	const { runScheduledTasks } = await import("@/operations/schedule/runScheduledTasks");
	await runScheduledTasks({ payload: keyturn.payload, now });
}

const checkInsOf = ({ casino }: CustomerSetup) =>
	query<{ day: number; status: string }>(
		keyturn,
		"SELECT day::int, status::text FROM check_ins WHERE casino_id = $1 ORDER BY day",
		[casino.id],
	);
const mailsOf = async ({ adminContact }: CustomerSetup) =>
	(await mailsTo(keyturn, adminContact.email)).filter((template) => template === "check_in").length;

describe("on its day a check-in", () => {
	test("is not made of a customer whose onboarding was cancelled: no mail, and nobody is called", async () => {
		const setup = await goLive();
		await keep(days(2));
		expect([await mailsOf(setup), await openRisks(keyturn, setup.onboarding.id)]).toEqual([1, ["no_sign_in"]]);
		const as = await createVendor(keyturn, "ops");
		const body = { status: "cancelled", statusReason: "They went elsewhere." };
		expect((await keyturn.rest("PATCH", `/onboardings/${setup.onboarding.id}`, { as, body })).status).toBe(200);
		expect((await checkInsOf(setup)).map(({ status }) => status)).toEqual(["cancelled", "cancelled", "cancelled"]);
		// As a release before left it.
		await query(keyturn, "UPDATE check_ins SET status = 'scheduled' WHERE casino_id = $1", [setup.casino.id]);
		await keep(days(9));
		expect([await mailsOf(setup), await openRisks(keyturn, setup.onboarding.id)]).toEqual([1, []]);
	});

	test("of an administrator who has signed in is done, with a mail and no entry in the queue", async () => {
		const setup = await goLive();
		const { asSystem } = await import("@/access/authority");
		const user = await keyturn.payload.create({
			collection: "users",
			data: { name: "Ada", email: setup.adminContact.email, password: "turn the key, twice over" },
			depth: 0,
			...asSystem(await keyturn.requestOf(), "test"),
		});
		await query(keyturn, "UPDATE users SET last_sign_in_at = now() WHERE id = $1", [user.id]);
		await keep(days(0));
		expect((await checkInsOf(setup)).map(({ status }) => status)).toEqual(["scheduled", "scheduled", "scheduled"]);
		await keep(days(2));
		expect((await checkInsOf(setup)).map(({ status }) => status)).toEqual(["done", "scheduled", "scheduled"]);
		expect(await mailsOf(setup)).toBe(1);
		const [done] = await query<{ outcome: string }>(
			keyturn,
			"SELECT outcome FROM check_ins WHERE casino_id = $1 AND status = 'done'",
			[setup.casino.id],
		);
		expect(done?.outcome).toMatch(
			/was last seen on \d+ [A-Z][a-z]+ \d{4} at \d\d:\d\d [A-Z]+\S*\. The message to them is held: there is no mail server\.$/,
		);
		expect(await openRisks(keyturn, setup.onboarding.id)).toEqual([]);
		await keep(days(2));
		expect(await mailsOf(setup)).toBe(1);
	});

	test("of one who never came asks for attention, graver by day 7, and is closed when they come", async () => {
		const setup = await goLive();
		await keep(days(2));
		expect((await checkInsOf(setup))[0]).toEqual({ day: 1, status: "attention" });
		expect(await mailsOf(setup)).toBe(1);
		const risk = async () =>
			(
				await query<{ severity: string; status: string }>(
					keyturn,
					"SELECT severity::text, status::text FROM risks WHERE key = 'no-sign-in:' || $1",
					[setup.onboarding.id],
				)
			)[0];
		expect(await risk()).toEqual({ severity: "medium", status: "open" });
		await query(keyturn, "UPDATE check_ins SET due_at = now() WHERE casino_id = $1 AND day = 7", [setup.casino.id]);
		await keep(days(1));
		expect(await risk()).toEqual({ severity: "high", status: "open" });
		const { asSystem } = await import("@/access/authority");
		const user = await keyturn.payload.create({
			collection: "users",
			data: { name: "Ada", email: setup.adminContact.email, password: "turn the key, twice over" },
			depth: 0,
			...asSystem(await keyturn.requestOf(), "test"),
		});
		await query(keyturn, "UPDATE users SET last_sign_in_at = now() WHERE id = $1", [user.id]);
		await keep(days(9));
		expect(await risk()).toMatchObject({ status: "resolved" });
	});

	test("that cannot be kept does not keep the others from theirs", async () => {
		const [broken, setup] = [await goLive(), await goLive()];
		// Earlier than the other, and its mail has nobody it can go to.
		await query(keyturn, "UPDATE onboardings SET admin_contact_email = 'no address' WHERE id = $1", [
			broken.onboarding.id,
		]);
		await query(keyturn, "UPDATE check_ins SET due_at = due_at - interval '20 hours' WHERE casino_id = $1", [
			broken.casino.id,
		]);
		await expect(keep(days(2))).rejects.toThrow("Some scheduled tasks failed");
		expect((await checkInsOf(setup))[0]).toEqual({ day: 1, status: "attention" });
		expect((await checkInsOf(broken))[0]).toEqual({ day: 1, status: "scheduled" });
		await query(keyturn, "UPDATE onboardings SET admin_contact_email = NULL WHERE id = $1", [broken.onboarding.id]);
		await keep(days(2));
		expect((await checkInsOf(broken))[0]).toEqual({ day: 1, status: "attention" });
		const [said] = await query<{ outcome: string }>(
			keyturn,
			"SELECT outcome FROM check_ins WHERE casino_id = $1 AND day = 1",
			[broken.casino.id],
		);
		expect(said?.outcome).toMatch(/Nobody was written to: no admin contact is named\. A risk is open\.$/);
		expect(await openRisks(keyturn, broken.onboarding.id)).toEqual(["no_sign_in"]);
	});
});

test("who paid and has no access after ten minutes hears once that it is on its way", async () => {
	const setup = await createCustomerSetup(keyturn, { invoice: { amountDue: 3_000_000_000 } });
	await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice)));
	const heard = async () =>
		(await mailsTo(keyturn, setup.invoice.purchaserEmail ?? "")).filter((name) => name === "access_delayed");
	const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
	await keep(later(9));
	expect(await heard()).toEqual([]);
	await keep(later(11));
	await keep(later(30));
	expect(await heard()).toEqual(["access_delayed"]);
	await workQueues(keyturn);
	const done = await goLive();
	await keep(later(60));
	expect(await mailsTo(keyturn, done.invoice.purchaserEmail ?? "")).not.toContain("access_delayed");
});

test("an invitation whose time is over expires", async () => {
	const { casino } = await goLive();
	const status = async () =>
		(await query(keyturn, "SELECT status::text FROM staff_invites WHERE casino_id = $1", [casino.id]))[0];
	await query(keyturn, "DELETE FROM check_ins");
	await keep(days(1));
	expect(await status()).toEqual({ status: "pending" });
	await keep(days(60));
	expect(await status()).toEqual({ status: "expired" });
});

test("without a mail server a message is held, not lost, and the invitation's link is not made", async () => {
	const { casino } = await goLive();
	await workQueues(keyturn, ["deliverMessage"]);
	const rows = await query<{ template: string }>(
		keyturn,
		"SELECT template FROM messages WHERE casino_id = $1 AND status = 'held' AND sent_at IS NULL ORDER BY template",
		[casino.id],
	);
	expect(rows.map(({ template }) => template)).toEqual([
		"payment_confirmation_finance",
		"payment_received",
		"staff_invite",
		"welcome",
	]);
	const [invite] = await query(keyturn, "SELECT token_hash AS hash FROM staff_invites WHERE casino_id = $1", [
		casino.id,
	]);
	expect(invite).toEqual({ hash: null });
});

describe("the sweep gives a new job to", () => {
	const sweepNow = async () => (await import("@/operations/schedule/sweep")).sweep({ payload: keyturn.payload });
	const dropJobs = () => query(keyturn, "DELETE FROM pgboss.job");

	test("an event, a run and a message that lost theirs, once each, and to nothing else", async () => {
		await dropJobs();
		await query(keyturn, "UPDATE messages SET status = 'held'");
		const setup = await createCustomerSetup(keyturn);
		const event = await recordStripeEvent(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice)));
		await dropJobs();
		expect(await sweepNow()).toBe(0);
		await query(keyturn, "UPDATE payment_events SET received_at = now() - interval '1 minute' WHERE id = $1", [event]);
		expect(await sweepNow()).toBe(1);
		expect(await sweepNow()).toBe(0);
		await workQueues(keyturn, ["settlePaymentEvent"]);
		expect(await eventState(keyturn, event)).toMatchObject({ status: "settled" });
		await dropJobs();
		await query(keyturn, "UPDATE provisioning_runs SET updated_at = now() - interval '1 minute'");
		await query(
			keyturn,
			"UPDATE messages SET status = 'queued', created_at = now() - interval '1 minute' WHERE casino_id = $1",
			[setup.casino.id],
		);
		expect(await sweepNow()).toBe(2);
		expect([await countJobs(keyturn, "provisionRun"), await countJobs(keyturn, "deliverMessage")]).toEqual([1, 1]);
		await workQueues(keyturn);
		const [run] = await query(keyturn, "SELECT status::text FROM provisioning_runs WHERE onboarding_id = $1", [
			setup.onboarding.id,
		]);
		expect(run).toEqual({ status: "succeeded" });
	});

	test("a run whose worker fell silent", async () => {
		const setup = await createCustomerSetup(keyturn);
		await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice)));
		await dropJobs();
		const lease = (until: string) =>
			query(
				keyturn,
				`UPDATE provisioning_runs SET status = 'running', claim = 'gone', lease_until = now() + $2::interval WHERE onboarding_id = $1`,
				[setup.onboarding.id, until],
			);
		await lease("5 seconds");
		await sweepNow();
		expect(await countJobs(keyturn, "provisionRun")).toBe(0);
		await lease("-1 seconds");
		await sweepNow();
		expect(await countJobs(keyturn, "provisionRun")).toBe(1);
	});
});
