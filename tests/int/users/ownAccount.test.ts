import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import type { Casino } from "@/payload-types";
import { createCustomer, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { codeOf, goodPassword, invite, rowsOf, sessionOf } from "../invites/inviteWorld";
import {
	accountOf,
	createBy,
	deliverTo,
	enterByLink,
	nextEmail,
	type Sent,
	turnMailOff,
	turnMailOn,
} from "./accountWorld";

let keyturn: Keyturn;
let casino: Casino;
let admin: Person;
let ops: Person;
let customer: Person;
let sent: Sent[];

beforeAll(async () => {
	keyturn = await startKeyturn();
	casino = (await createCustomerSetup(keyturn)).casino;
	admin = await createVendor(keyturn, "admin");
	ops = await createVendor(keyturn, "ops");
	customer = await createCustomer(keyturn, [{ casino: casino.id, roles: ["executive_sponsor"] }]);
	sent = turnMailOn(keyturn);
});
afterAll(() => keyturn.stop());

const post = (path: string, body: object, as?: Person | { token: string }) => keyturn.rest("POST", path, { body, as });
const hashOf = async ({ email }: { email: string }) =>
	(await rowsOf<{ hash: string; salt: string }>(keyturn, "SELECT hash, salt FROM users WHERE email = $1", [email]))[0];

describe("another's password", () => {
	const password = "chosen by somebody else";
	test.each<[way: string, send: (as: Person) => Promise<{ status: number }>]>([
		["a change", (as) => keyturn.rest("PATCH", `/users/${customer.user.id}`, { as, body: { password } })],
		[
			"a bulk change",
			(as) => keyturn.rest("PATCH", `/users?where[id][equals]=${customer.user.id}`, { as, body: { password } }),
		],
		["a new account", (as) => post("/users", { name: "Eve", email: nextEmail(), password }, as)],
		[
			"the admin form",
			(as) =>
				keyturn.rest("PATCH", `/users/${customer.user.id}`, {
					as,
					body: { name: "A", password, "confirm-password": password },
				}),
		],
	])("is not set by %s, also by an administrator", async (_way, send) => {
		const before = await hashOf(customer);
		expect([(await send(admin)).status, (await send(ops)).status]).toEqual([403, 403]);
		expect(await hashOf(customer)).toEqual(before);
	});

	test.each([
		["its hash", { hash: "0".repeat(128), salt: "0".repeat(64) }],
		["a reset token", { resetPasswordToken: "mine", resetPasswordExpiration: "2099-01-01T00:00:00.000Z" }],
		["a session", { sessions: [{ id: "mine", expiresAt: "2099-01-01T00:00:00.000Z" }] }],
		["a proof", { addressProvedAt: null, createdBy: null }],
	])("nor is %s, over REST", async (_what, body) => {
		const columns = "hash, salt, reset_password_token, address_proved_at, created_by_id";
		const read = () => rowsOf(keyturn, `SELECT ${columns} FROM users WHERE id = $1`, [customer.user.id]);
		const before = await read();
		await keyturn.rest("PATCH", `/users/${customer.user.id}`, { as: admin, body });
		expect(await read()).toEqual(before);
		expect(await rowsOf(keyturn, "SELECT 1 FROM users_sessions WHERE id = 'mine'")).toEqual([]);
	});

	test("nobody registers over the network", async () => {
		const body = { email: nextEmail(), password, name: "First", vendorRole: "admin" };
		expect((await post("/users/first-register", body)).status).toBe(403);
		expect(await rowsOf(keyturn, "SELECT 1 FROM users WHERE email = $1", [body.email])).toEqual([]);
	});
});

describe("one's own password", () => {
	const next = "another password, also long";
	test("is changed with the current one, and other sessions end", async () => {
		const person = await createVendor(keyturn, "ops");
		const other = await keyturn.signIn(person.email, person.password);
		const body = { currentPassword: person.password, password: next };
		expect((await post("/users/password", body, person)).status).toBe(200);
		expect((await keyturn.rest("GET", "/users/me", { as: person })).body).toMatchObject({
			user: { id: person.user.id },
		});
		expect((await keyturn.rest("GET", "/users/me", { as: other })).body).toMatchObject({ user: null });
		expect((await accountOf(keyturn, person.email)).sessions).toBe(1);
		expect(
			await rowsOf(
				keyturn,
				`SELECT count(*)::int AS told FROM messages WHERE template = 'password_changed' AND "to" = $1`,
				[person.email],
			),
		).toEqual([{ told: 1 }]);
		await keyturn.signIn(person.email, next);
	});

	test("leaves no mailed link that signs in or chooses another", async () => {
		const person = await createVendor(keyturn, "ops");
		const tokenBy = async (path: string) => {
			await post(path, { email: person.email });
			return deliverTo(keyturn, sent, person.email);
		};
		const [reset, signIn] = [await tokenBy("/users/forgot-password"), await tokenBy("/sign-in-link")];
		expect(new Set([reset, signIn, ""]).size).toBe(3);
		const body = { currentPassword: person.password, password: next };
		expect((await post("/users/password", body, person)).status).toBe(200);
		const answers = [
			await post("/users/reset-password", { token: reset, password: "chosen by who has the mail" }),
			await post("/sign-in-link/use", { token: signIn }),
		];
		expect(answers.map(({ status }) => status)).toEqual([404, 404]);
		await keyturn.signIn(person.email, next);
	});

	test.each(["123456789012", "Password1234", "iloveyou1234", "qwertyuiop123", "administrator"])(
		"is not one that many use, at any door: %s",
		async (common) => {
			const person = await createVendor(keyturn, "ops");
			const email = await createBy(keyturn, ops);
			const token = await deliverTo(keyturn, sent, email);
			await post("/users/forgot-password", { email: person.email });
			const reset = await deliverTo(keyturn, sent, person.email);
			const answers = [
				await post("/users/password", { currentPassword: person.password, password: common }, person),
				await post("/invites/accept", { token, name: "Nia", password: common }),
				await post("/users/reset-password", { token: reset, password: common }),
			];
			for (const { status, body } of answers) {
				expect([status, body]).toMatchObject([400, { errors: [{ data: [{ path: "password" }] }] }]);
			}
			const data = { email: nextEmail(), name: "First", password: common };
			const system = asSystem(await keyturn.requestOf(), "first administrator");
			await expect(keyturn.payload.create({ collection: "users", data, ...system })).rejects.toThrow("password");
		},
	);

	test.each([
		["a wrong current one", { currentPassword: "not the one", password: next }, "currentPassword", 400],
		["a poor new one", { currentPassword: "any", password: "short" }, "password", 400],
		["no current one", { password: next }, "currentPassword", 400],
	])("is not changed with %s", async (_what, body, path, status) => {
		const person = await createVendor(keyturn, "ops");
		const before = await hashOf(person);
		const answer = await post("/users/password", body, person);
		expect([answer.status, answer.body]).toMatchObject([status, { errors: [{ data: [{ path }] }] }]);
		expect(await hashOf(person)).toEqual(before);
	});

	test("is not changed by a plain save, nor by nobody", async () => {
		const answer = await keyturn.rest("PATCH", `/users/${ops.user.id}`, { as: ops, body: { password: next } });
		expect([answer.status, JSON.stringify(answer.body)]).toEqual([403, expect.stringContaining("by its owner")]);
		expect((await post("/users/password", { currentPassword: "a", password: next })).status).toBe(401);
	});
});

describe("an account that a person creates", () => {
	test("begins with a mailed link, which proves the address and chooses the password", async () => {
		const email = await createBy(keyturn, ops);
		expect(await accountOf(keyturn, email)).toMatchObject({ createdBy: ops.user.id, isProved: false, sessions: 0 });
		const token = await deliverTo(keyturn, sent, email);
		const [message] = await rowsOf(keyturn, `SELECT template, data FROM messages WHERE "to" = $1`, [email]);
		expect([message, JSON.stringify(message).includes(token)]).toEqual([
			expect.objectContaining({ template: "account_invite" }),
			false,
		]);
		const look = await post("/invites/look", { token });
		expect(look.body).toMatchObject({ email, casinoName: null, role: null, hasAccount: false });
		expect((await post("/invites/accept", { token, name: "Nia", password: "short" })).status).toBe(400);
		const entered = await post("/invites/accept", { token, name: "Nia", password: goodPassword });
		expect([entered.status, entered.body]).toMatchObject([
			200,
			{ user: { email, name: "Nia" }, casino: null, role: null },
		]);
		expect(sessionOf(entered.headers)).not.toBeNull();
		expect(await accountOf(keyturn, email)).toMatchObject({ isProved: true, createdBy: ops.user.id, sessions: 1 });
		expect(codeOf((await post("/invites/accept", { token, name: "Nia", password: goodPassword })).body)).toBe(
			"invite_accepted",
		);
		await keyturn.signIn(email, goodPassword);
	});

	test("is mailed again to whoever has not come, and to nobody else", async () => {
		const email = await createBy(keyturn, ops);
		const { id } = await accountOf(keyturn, email);
		const first = await deliverTo(keyturn, sent, email);
		expect((await post(`/users/${id}/invite`, {}, ops)).status).toBe(200);
		const second = await deliverTo(keyturn, sent, email);
		expect(codeOf((await post("/invites/look", { token: first })).body)).toBe("invite_unknown");
		expect((await post("/invites/accept", { token: second, name: "Nia", password: goodPassword })).status).toBe(200);
		expect((await post(`/users/${id}/invite`, {}, ops)).status).toBe(409);
		expect((await post(`/users/${id}/invite`, {}, customer)).status).toBe(403);
	});
});

describe("an address is proved", () => {
	const unproved = async () => {
		const email = await createBy(keyturn, admin, { vendorRole: "manager" });
		const entered = await enterByLink(keyturn, admin, email, goodPassword);
		return { email, session: sessionOf(entered.headers) ?? { token: "" } };
	};

	test("by a sign-in link; the password and sessions of whoever came in before end", async () => {
		const { email, session } = await unproved();
		await post("/sign-in-link", { email });
		const token = await deliverTo(keyturn, sent, email);
		expect((await post("/sign-in-link/use", { token })).status).toBe(200);
		expect(await accountOf(keyturn, email)).toMatchObject({ isProved: true, hasPassword: false, sessions: 1 });
		expect((await keyturn.rest("GET", "/users/me", { as: session })).body).toMatchObject({ user: null });
		await expect(keyturn.signIn(email, goodPassword)).rejects.toThrow("could not sign in");
	});

	test("by the link to a new password", async () => {
		const { email } = await unproved();
		await post("/users/forgot-password", { email });
		await deliverTo(keyturn, sent, email);
		const token = sent
			.filter(({ to }) => to === email)
			.at(-1)
			?.html.match(/new-password#([\w-]+)/)?.[1];
		expect((await post("/users/reset-password", { token, password: "a third password, long" })).status).toBe(200);
		expect(await accountOf(keyturn, email)).toMatchObject({ isProved: true, hasPassword: true, sessions: 1 });
		await keyturn.signIn(email, "a third password, long");
	});

	test("and no longer when somebody else changes it: sessions and links end with it", async () => {
		const person = await createVendor(keyturn, "manager");
		await post("/sign-in-link", { email: person.email });
		const token = await deliverTo(keyturn, sent, person.email);
		const moved = nextEmail();
		const move = async (as: Person) =>
			(await keyturn.rest("PATCH", `/users/${person.user.id}`, { as, body: { email: moved } })).status;
		const theirs = await createCustomer(keyturn, [{ casino: casino.id, roles: ["cashier"] }]);
		const byOps = await keyturn.rest("PATCH", `/users/${theirs.user.id}`, { as: ops, body: { email: nextEmail() } });
		expect([byOps.status, await move(admin)]).toEqual([403, 200]);
		expect(await accountOf(keyturn, moved)).toMatchObject({ isProved: false, createdBy: admin.user.id, sessions: 0 });
		expect(codeOf((await post("/sign-in-link/use", { token })).body)).toBe("sign_in_link_unknown");
	});
});

describe("who has not proved their address", () => {
	const ask = async (as: { token: string }) => {
		const { onboarding } = await createCustomerSetup(keyturn);
		const answer = await keyturn.rest("POST", `/onboardings/${onboarding.id}/go-no-go`, {
			as,
			body: { etaConfidence: "high" },
		});
		return { ...answer, onboardingId: onboarding.id };
	};
	const enter = async () => {
		const email = await createBy(keyturn, admin, { vendorRole: "manager" });
		return sessionOf((await enterByLink(keyturn, admin, email, goodPassword)).headers) ?? { token: "" };
	};

	test("decides nothing while mail is on, and is told how to prove it", async () => {
		const answer = await ask(await enter());
		expect([answer.status, codeOf(answer.body)]).toEqual([403, "address_not_proved"]);
		expect(JSON.stringify(answer.body)).toContain("follow it");
	});

	test("does so while mail is off: marked in the packet and in the record", async () => {
		turnMailOff(keyturn);
		const answer = await ask(await enter());
		expect(answer.status).toBe(200);
		const [{ packet } = { packet: {} }] = await rowsOf<{ packet: object }>(
			keyturn,
			"SELECT packet FROM decisions WHERE onboarding_id = $1",
			[answer.onboardingId],
		);
		expect(packet).toMatchObject({ asked: { by: { name: "Nia New", isUnproved: true } } });
		const marked = "SELECT reason FROM audit_entries WHERE collection = 'decisions' AND document = $1";
		expect(await rowsOf(keyturn, marked, [(answer.body as { id: string }).id])).toEqual([
			{ reason: expect.stringContaining("address not proved") },
		]);
		sent = turnMailOn(keyturn);
	});
});

test("an invitation of a casino that is accepted with an account's password proves its address", async () => {
	const person = await createCustomer(keyturn, [], { addressProvedAt: null });
	const { token } = await invite(keyturn, { casino: casino.id, email: person.email, role: "cashier" });
	expect((await post("/invites/accept", { token, password: person.password })).status).toBe(200);
	expect(await accountOf(keyturn, person.email)).toMatchObject({ isProved: true, hasPassword: true });
});

describe("an address that is moved", () => {
	test("is not the mailbox of whoever moves it, though they gave the account its roles while it was another's", async () => {
		const memberships = [{ casino: casino.id, roles: ["executive_sponsor"] }];
		for (const as of [ops, admin]) {
			const { id } = await accountOf(keyturn, await createBy(keyturn, as, { memberships }));
			const email = as.email.replace("@", "+sponsor@");
			expect((await keyturn.rest("PATCH", `/users/${id}`, { as, body: { email } })).status).toBe(403);
		}
	});

	test("is not proved by a link that was mailed to the one before, and its owner stays signed in", async () => {
		const mover = await createVendor(keyturn, "admin");
		await post("/sign-in-link", { email: mover.email });
		const token = await deliverTo(keyturn, sent, mover.email);
		expect(token).toHaveLength(43);
		const email = nextEmail("moved");
		expect((await keyturn.rest("PATCH", `/users/${mover.user.id}`, { as: mover, body: { email } })).status).toBe(200);
		expect((await post("/sign-in-link/use", { token })).status).toBe(404);
		expect(await accountOf(keyturn, email)).toMatchObject({ isProved: false, sessions: 1 });
	});
});
