import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { query } from "../payments/stage";

let keyturn: Keyturn;
let manager: Person;
let ops: Person;
let setup: CustomerSetup;

beforeAll(async () => {
	keyturn = await startKeyturn();
	manager = await createVendor(keyturn, "manager");
	ops = await createVendor(keyturn, "ops");
	setup = await createCustomerSetup(keyturn);
});
afterAll(() => keyturn.stop());

/** As if the onboarding had been opened, and its health found, so many hours earlier. */
async function letHoursPass(hours: number, onboarding = setup.onboarding.id): Promise<void> {
	await query(
		keyturn,
		`UPDATE onboardings SET created_at = created_at - $2 * interval '1 hour', health_since = health_since - $2 * interval '1 hour',
			reviewed_at = reviewed_at - $2 * interval '1 hour' WHERE id = $1`,
		[onboarding, hours],
	);
}
async function keepPlans(): Promise<void> {
	const now = new Date();
	const { reviewPlans } = await import("@/operations/plan/reviewPlans");
	const { escalateHealth } = await import("@/operations/plan/escalateHealth");
	await reviewPlans({ payload: keyturn.payload, now });
	await escalateHealth({ payload: keyturn.payload, now });
}
async function standing() {
	const [row] = await query<{ health: string; since: Date | null; rules: string[] }>(
		keyturn,
		`SELECT health::text, health_since AS since,
			ARRAY(SELECT reason ->> 'rule' FROM jsonb_array_elements(coalesce(health_reasons, '[]')) AS reason) AS rules
		 FROM onboardings WHERE id = $1`,
		[setup.onboarding.id],
	);
	if (!row) throw new Error("The onboarding is gone.");
	return row;
}
const mails = () =>
	query<{ to: string; data: { level: string; reasons: string[] } }>(
		keyturn,
		`SELECT "to", data FROM messages WHERE template = 'health_changed' AND casino_id = $1 ORDER BY created_at`,
		[setup.casino.id],
	);
const risks = () =>
	query<{ status: string; severity: string }>(
		keyturn,
		"SELECT status::text, severity::text FROM risks WHERE key = $1",
		[`health:${setup.onboarding.id}`],
	);
const acknowledge = (as: Person | undefined, note = "Called the lead; they deliver on Monday.") =>
	keyturn.rest("POST", `/onboardings/${setup.onboarding.id}/acknowledge`, { as, body: { note } });

test("a new onboarding is green, and there is nothing to acknowledge", async () => {
	expect((await standing()).health).toBe("green");
	expect((await acknowledge(manager)).status).toBe(409);
});

test("what becomes overdue with time alone turns it yellow or red, and the manager hears why, once", async () => {
	await letHoursPass(20 * 24);
	await keepPlans();
	await keepPlans();
	const { health, rules } = await standing();
	expect(health).toBe("red");
	expect(rules).toContain("our_items_overdue");
	const sent = await mails();
	expect(sent).toHaveLength(1);
	expect(sent[0]).toMatchObject({ to: manager.email, data: { level: "red" } });
	expect(sent[0]?.data.reasons[0]).toMatch(/overdue|late/);
	expect(await risks()).toEqual([]);
});

test("unacknowledged for longer than the settings allow, it becomes a risk; acknowledged, it is one no more", async () => {
	expect(await risks()).toEqual([]);
	await letHoursPass(25);
	await keepPlans();
	expect(await risks()).toEqual([{ status: "open", severity: "high" }]);
	expect([(await acknowledge(undefined)).status, (await acknowledge(manager, "")).status]).toEqual([401, 400]);
	expect((await acknowledge(manager)).status).toBe(200);
	expect(await risks()).toEqual([{ status: "resolved", severity: "high" }]);
	await keepPlans();
	expect(await risks()).toEqual([{ status: "resolved", severity: "high" }]);
	expect(await mails()).toHaveLength(1);
});

test("an onboarding's own manager hears of it instead of all of them", async () => {
	const mine = await createCustomerSetup(keyturn, { onboarding: { manager: ops.user.id } });
	await letHoursPass(20 * 24, mine.onboarding.id);
	await keepPlans();
	const sent = await query(keyturn, `SELECT "to" FROM messages WHERE template = 'health_changed' AND casino_id = $1`, [
		mine.casino.id,
	]);
	expect(sent).toEqual([{ to: ops.email }]);
});

test("somebody who signs in and a welcome that goes out have the plan looked at again, once", async () => {
	const { reviewPlans } = await import("@/operations/plan/reviewPlans");
	const { stampSignIn } = await import("@/operations/users/stampSignIn");
	const review = async () => {
		// The database rounds to the millisecond: what has just happened may stand a moment ahead.
		await sleep(5);
		return reviewPlans({ payload: keyturn.payload, now: new Date() });
	};
	const person = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["casino_admin"] }]);
	await review();
	expect(await review()).toBe(0);
	await stampSignIn({ req: await keyturn.requestOf(person.user), userId: person.user.id });
	expect([await review(), await review()]).toEqual([1, 0]);
	await query(
		keyturn,
		`INSERT INTO messages ("to", subject, template, data, status, casino_id, key, sent_at)
		 VALUES ('ada@casino.example', 'Welcome', 'welcome', '{}', 'sent', $1, 'welcome:here', now())`,
		[setup.casino.id],
	);
	expect([await review(), await review()]).toEqual([1, 0]);
});
