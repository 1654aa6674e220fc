import { afterAll, beforeAll, expect, test } from "vitest";
import { createCustomer, createCustomerSetup } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { rowsOf } from "../invites/inviteWorld";

let keyturn: Keyturn;
beforeAll(async () => {
	keyturn = await startKeyturn();
});
afterAll(() => keyturn.stop());

type Entry = { actor: string; action: string; collection: string; after: { path: string; times?: number } };
const entries = () =>
	rowsOf<Entry>(
		keyturn,
		"SELECT actor, action, collection, after FROM audit_entries WHERE action IN ('denied', 'sign_in_failed') ORDER BY at, id",
	);

/** As if the minute were over. */
async function endMinute(): Promise<void> {
	const { recordCountedDenials } = await import("@/operations/audit/countDenial");
	await keyturn.payload.db.pool.query("UPDATE denials SET minute = minute - interval '1 hour'");
	await Promise.all([recordCountedDenials(keyturn), recordCountedDenials(keyturn)]);
}

test("three hundred refusals of one route are an entry at once and one with their number", async () => {
	const from = (peer: string) => ({ headers: { "x-keyturn-peer": peer } });
	for (let asked = 0; asked < 300; asked += 50) {
		const answers = await Promise.all(
			Array.from({ length: 50 }, () => keyturn.rest("GET", `/invoices/${crypto.randomUUID()}`, from("one"))),
		);
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
	}
	await keyturn.rest("GET", `/invoices/${crypto.randomUUID()}`, from("another"));
	await keyturn.rest("GET", "/companies", from("one"));
	// Should a minute have ended meanwhile, there is one more of each.
	expect((await entries()).length).toBeLessThanOrEqual(5);
	await endMinute();
	const written = await entries();
	expect(written.length).toBeLessThanOrEqual(7);
	const invoices = written.filter(({ collection }) => collection === "invoices");
	expect(invoices.reduce((sum, { after }) => sum + (after.times ?? 1), 0)).toBe(301);
	expect(invoices.find(({ after }) => after.times)).toMatchObject({
		actor: "anonymous",
		action: "denied",
		after: { path: "/api/invoices/:", method: "GET", minute: expect.stringMatching(/Z$/) },
	});
	expect(await rowsOf(keyturn, "SELECT key FROM denials")).toEqual([]);
	await endMinute();
	expect(await entries()).toEqual(written);
});

test("each person's, and each account's failed sign-ins, are counted for themselves", async () => {
	const before = (await entries()).length;
	const { casino } = await createCustomerSetup(keyturn);
	const people = await Promise.all(
		[1, 2].map(() => createCustomer(keyturn, [{ casino: casino.id, roles: ["cashier"] }])),
	);
	for (const as of people) for (let asked = 0; asked < 3; asked++) await keyturn.rest("GET", "/companies", { as });
	for (const { email } of people) {
		for (let asked = 0; asked < 3; asked++) {
			await keyturn.rest("POST", "/users/login", { body: { email, password: "wrong" } });
		}
	}
	await endMinute();
	const written = (await entries()).slice(before);
	const sumOf = (is: (entry: Entry) => boolean) =>
		written.filter(is).reduce((sum, { after }) => sum + (after.times ?? 1), 0);
	for (const { user } of people) {
		expect(sumOf(({ actor, action }) => action === "denied" && actor === `user:${user.id}`)).toBe(3);
		expect(sumOf(({ action, after }) => action === "sign_in_failed" && after.path.includes(String(user.id)))).toBe(2);
	}
	expect(sumOf(({ action }) => action === "sign_in_failed")).toBe(6);
});
