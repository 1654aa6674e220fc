import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Casino } from "@/payload-types";
import { createCustomer, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { codeOf, goodPassword, invite, rowsOf } from "./inviteWorld";

let keyturn: Keyturn;
let casino: Casino;
const people: Record<string, Person> = {};
let made = 0;
const someone = () => `someone-${++made}@invitations.example`;

beforeAll(async () => {
	keyturn = await startKeyturn();
	casino = (await createCustomerSetup(keyturn)).casino;
	const elsewhere = (await createCustomerSetup(keyturn)).casino;
	people.admin = await createVendor(keyturn, "admin");
	people.ops = await createVendor(keyturn, "ops");
	people.finance = await createVendor(keyturn, "finance");
	people.casinoAdmin = await createCustomer(keyturn, [{ casino: casino.id, roles: ["casino_admin"] }]);
	people.sponsor = await createCustomer(keyturn, [{ casino: casino.id, roles: ["executive_sponsor"] }]);
	people.cashier = await createCustomer(keyturn, [{ casino: casino.id, roles: ["cashier"] }]);
	people.stranger = await createCustomer(keyturn, [{ casino: elsewhere.id, roles: ["casino_admin"] }]);
});
afterAll(() => keyturn.stop());

const act = (verb: string, id: string, who?: string) =>
	keyturn.rest("POST", `/staff-invites/${id}/${verb}`, { as: who ? people[who] : undefined, body: {} });
const accept = (token: string) =>
	keyturn.rest("POST", "/invites/accept", { body: { token, name: "Someone", password: goodPassword } });
const statusOf = async (id: string) =>
	(await rowsOf<{ status: string }>(keyturn, "SELECT status FROM staff_invites WHERE id = $1", [id]))[0]?.status;

describe("who may", () => {
	const statuses: [verb: string, expected: Record<string, number>][] = [
		[
			"link",
			{
				admin: 200,
				ops: 403,
				finance: 403,
				casinoAdmin: 403,
				sponsor: 403,
				cashier: 403,
				stranger: 403,
				anonymous: 401,
			},
		],
		[
			"resend",
			{
				admin: 200,
				ops: 200,
				finance: 403,
				casinoAdmin: 200,
				sponsor: 403,
				cashier: 404,
				stranger: 404,
				anonymous: 401,
			},
		],
		[
			"revoke",
			{
				admin: 200,
				ops: 200,
				finance: 403,
				casinoAdmin: 200,
				sponsor: 403,
				cashier: 404,
				stranger: 404,
				anonymous: 401,
			},
		],
	];
	for (const [verb, expected] of statuses) {
		test.each(Object.entries(expected))(`${verb}: %s gets %i`, async (who, status) => {
			const { id } = await invite(keyturn, { casino: casino.id, email: someone() });
			const answer = await act(verb, id, who === "anonymous" ? undefined : who);
			expect(answer.status, JSON.stringify(answer.body)).toBe(status);
			expect(await statusOf(id)).toBe(verb === "revoke" && status === 200 ? "revoked" : "pending");
		});
		test(`${verb}: a missing invitation is 404, no id is 400`, async () => {
			expect((await act(verb, crypto.randomUUID(), "admin")).status).toBe(404);
			expect((await act(verb, "nonsense", "admin")).status).toBe(400);
		});
	}
});

describe("a fresh link", () => {
	test("works, and the one before it dies", async () => {
		const { id, token } = await invite(keyturn, { casino: casino.id, email: someone() });
		const { url } = (await act("link", id, "admin")).body as { url: string };
		expect(url).toMatch(/^http:\/\/localhost:\d+\/invite#[A-Za-z0-9_-]{43}$/);
		expect(codeOf((await accept(token)).body)).toBe("invite_unknown");
		expect((await accept(url.slice(url.indexOf("#") + 1))).status).toBe(200);
	});

	test("is kept as a hash, and in no record", async () => {
		const { id } = await invite(keyturn, { casino: casino.id, email: someone() });
		const { url } = (await act("link", id, "admin")).body as { url: string };
		const token = url.slice(url.indexOf("#") + 1);
		const tables = ["staff_invites", "messages", "audit_entries"];
		for (const table of tables) {
			expect(await rowsOf(keyturn, `SELECT 1 FROM ${table} t WHERE t::text LIKE '%' || $1 || '%'`, [token])).toEqual(
				[],
			);
		}
		expect(
			await rowsOf(
				keyturn,
				"SELECT actor FROM audit_entries WHERE action = 'invite.link_minted' AND document = $1 ORDER BY sequence DESC NULLS FIRST, at DESC LIMIT 1",
				[id],
			),
		).toEqual([{ actor: `user:${people.admin?.user.id}` }]);
	});

	test("brings an expired invitation back for as long as a new one", async () => {
		const { id } = await invite(keyturn, { casino: casino.id, email: someone() });
		await keyturn.payload.db.pool.query(
			"UPDATE staff_invites SET status = 'expired', expires_at = now() - interval '1 day' WHERE id = $1",
			[id],
		);
		const { url, expiresAt } = (await act("link", id, "admin")).body as { url: string; expiresAt: string };
		expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
		expect((await accept(url.slice(url.indexOf("#") + 1))).status).toBe(200);
	});

	test("is not made for an expired invitation whose person has a newer one", async () => {
		const email = someone();
		const { id } = await invite(keyturn, { casino: casino.id, email });
		await keyturn.payload.db.pool.query(
			"UPDATE staff_invites SET status = 'expired', expires_at = now() - interval '1 day' WHERE id = $1",
			[id],
		);
		await invite(keyturn, { casino: casino.id, email });
		expect((await act("link", id, "admin")).status).toBe(409);
	});

	test.each(["accepted", "revoked"])("is not made for one that is %s", async (status) => {
		const { id } = await invite(keyturn, { casino: casino.id, email: someone() });
		await keyturn.payload.db.pool.query("UPDATE staff_invites SET status = $2 WHERE id = $1", [id, status]);
		for (const verb of ["link", "resend", "revoke"]) {
			const answer = await act(verb, id, "admin");
			expect([verb, answer.status, codeOf(answer.body)]).toEqual([verb, 410, `invite_${status}`]);
		}
	});
});

describe("sending again", () => {
	test("writes one more mail, however often it is pressed at once", async () => {
		const { id } = await invite(keyturn, { casino: casino.id, email: someone() });
		const mails = () => rowsOf(keyturn, "SELECT template, status FROM messages WHERE invite_id = $1", [id]);
		expect(await mails()).toHaveLength(1);
		const answers = await Promise.all([1, 2, 3].map(() => act("resend", id, "casinoAdmin")));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		const after = (await mails()).length;
		expect(after).toBeGreaterThanOrEqual(2);
		expect(after).toBeLessThanOrEqual(4);
	});
});

describe("withdrawing", () => {
	test("closes the link and takes the person who never came off the staff", async () => {
		const email = someone();
		const { id, token } = await invite(keyturn, { casino: casino.id, email });
		expect(await rowsOf(keyturn, "SELECT status FROM staff WHERE email = $1", [email])).toEqual([
			{ status: "invited" },
		]);
		expect((await act("revoke", id, "casinoAdmin")).status).toBe(200);
		expect(codeOf((await accept(token)).body)).toBe("invite_revoked");
		expect(await rowsOf(keyturn, "SELECT status FROM staff WHERE email = $1", [email])).toEqual([]);
	});

	test("leaves somebody alone who works there already", async () => {
		const email = someone();
		const first = await invite(keyturn, { casino: casino.id, email });
		expect((await accept(first.token)).status).toBe(200);
		const second = await invite(keyturn, { casino: casino.id, email, role: "pit_boss" });
		expect((await act("revoke", second.id, "ops")).status).toBe(200);
		expect(await rowsOf(keyturn, "SELECT status, role FROM staff WHERE email = $1", [email])).toEqual([
			{ status: "active", role: "casino_admin" },
		]);
	});
});

describe("time", () => {
	test("an invitation whose time is over is marked, once, and its page says so", async () => {
		const { id, token } = await invite(keyturn, { casino: casino.id, email: someone() });
		await keyturn.payload.db.pool.query(
			"UPDATE staff_invites SET expires_at = now() - interval '1 second' WHERE id = $1",
			[id],
		);
		const { expireInvites } = await import("@/operations/invites/expireInvites");
		expect(await expireInvites({ payload: keyturn.payload, now: new Date() })).toBe(1);
		expect(await expireInvites({ payload: keyturn.payload, now: new Date() })).toBe(0);
		expect(await statusOf(id)).toBe("expired");
		expect(codeOf((await accept(token)).body)).toBe("invite_expired");
	});
});

test("somebody whose invitation has just run out is invited again, before the calendar has marked it", async () => {
	const email = someone();
	const body = { casino: casino.id, email, role: "pit_boss" };
	const first = await keyturn.rest("POST", "/staff-invites?depth=0", { as: people.ops, body });
	expect(first.status).toBe(201);
	const { id } = (first.body as { doc: { id: string } }).doc;
	await rowsOf(keyturn, "UPDATE staff_invites SET expires_at = now() - interval '1 second' WHERE id = $1", [id]);
	expect((await keyturn.rest("POST", "/staff-invites?depth=0", { as: people.ops, body })).status).toBe(201);
	expect(await statusOf(id)).toBe("expired");
});
