import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { hashToken } from "@/operations/invites/mintLink";
import type { RenderedMessage } from "@/provisioning/ports";
import { createCustomer, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { workQueues } from "../../harness/workQueues";
import { codeOf, goodPassword, invite, rowsOf, sessionOf } from "../invites/inviteWorld";

let keyturn: Keyturn;
let person: Person;
type Sent = RenderedMessage & { to: string };
const sent: Sent[] = [];
let addresses = 0;

beforeAll(async () => {
	keyturn = await startKeyturn();
	person = await createVendor(keyturn, "ops");
	keyturn.ports.mail = {
		...keyturn.ports.mail,
		send: async (mail) => {
			sent.push(mail);
		},
	};
});
afterAll(() => keyturn.stop());
beforeEach(() => {
	sent.length = 0;
});

const post = (path: string, body: object) =>
	keyturn.rest("POST", path, { body, headers: { "x-keyturn-peer": `link-${++addresses}` } });
const use = (token: string) => post("/sign-in-link/use", { token });

/** Delivers what waits, as the worker does, and gives the token in the last mail. */
async function deliver(): Promise<string> {
	const { deliverMessage } = await import("@/operations/messages/deliverMessage");
	await workQueues(keyturn, ["mailAccount"]);
	for (const { id } of await rowsOf<{ id: string }>(keyturn, "SELECT id FROM messages WHERE status = 'queued'")) {
		await deliverMessage({ payload: keyturn.payload, messageId: id });
	}
	return sent.at(-1)?.text.match(/#([A-Za-z0-9_-]{43})/)?.[1] ?? "";
}

async function mailToken(to = person.email): Promise<string> {
	expect((await post("/sign-in-link", { email: to })).status).toBe(200);
	return deliver();
}

test("a mailed link signs in once, and is a sign-in in the audit record", async () => {
	const token = await mailToken(` ${person.email.toUpperCase()} `.trim());
	expect(sent).toMatchObject([{ to: person.email, subject: expect.stringContaining("sign-in link") }]);
	const answer = await use(token);
	expect(answer.status, JSON.stringify(answer.body)).toBe(200);
	expect(answer.body).toEqual({ user: { id: person.user.id, email: person.email, name: person.user.name } });
	const me = await keyturn.rest("GET", "/users/me", { as: sessionOf(answer.headers) ?? undefined });
	expect(me.body).toMatchObject({ user: { id: person.user.id } });
	const again = await use(token);
	expect([again.status, codeOf(again.body), sessionOf(again.headers)]).toEqual([410, "sign_in_link_used", null]);
	expect(
		await rowsOf(
			keyturn,
			"SELECT actor, reason FROM audit_entries WHERE action = 'sign_in' AND document = $1 AND reason = 'sign-in link'",
			[person.user.id],
		),
	).toEqual([{ actor: `user:${person.user.id}`, reason: "sign-in link" }]);
	// Who was signed in by password before still is.
	expect((await keyturn.rest("GET", "/users/me", { as: person })).body).toMatchObject({ user: { id: person.user.id } });
});

test("of twenty uses at once one signs in", async () => {
	const token = await mailToken();
	const answers = await Promise.all(Array.from({ length: 20 }, () => use(token)));
	expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 410]));
});

test("signing in by one link ends the person's others", async () => {
	const [first, second] = [await mailToken(), await mailToken()];
	expect((await use(second)).status).toBe(200);
	expect(codeOf((await use(first)).body)).toBe("sign_in_link_used");
});

test("after a quarter of an hour it has expired; the mail says until when it was good", async () => {
	const other = await createVendor(keyturn, "manager");
	const token = await mailToken(other.email);
	const [link] = await rowsOf<{ minutes: number }>(
		keyturn,
		"SELECT extract(epoch FROM expires_at - now()) / 60 AS minutes FROM sign_in_links WHERE user_id = $1",
		[other.user.id],
	);
	expect(Number(link?.minutes)).toBeGreaterThan(14);
	expect(Number(link?.minutes)).toBeLessThanOrEqual(15);
	await keyturn.payload.db.pool.query(
		"UPDATE sign_in_links SET expires_at = now() - interval '1 second' WHERE user_id = $1",
		[other.user.id],
	);
	const answer = await use(token);
	expect([answer.status, codeOf(answer.body)]).toEqual([410, "sign_in_link_expired"]);
});

test.each(["/sign-in-link", "/users/forgot-password"])(
	"%s answers the same and does the same work whether or not anybody has the address, and when mail fails",
	async (path) => {
		const { send } = keyturn.ports.mail;
		keyturn.ports.mail.send = async () => {
			throw new Error("The mail server is away.");
		};
		const someone = await createVendor(keyturn, "manager");
		const query = vi.spyOn(keyturn.payload.db.pool, "query");
		const ask = async (email: string) => {
			query.mockClear();
			const { status, body } = await post(path, { email });
			return {
				status,
				body,
				statements: query.mock.calls.map(([statement]) => (statement as unknown as { text: string }).text),
			};
		};
		const [known, unknown] = [await ask(someone.email), await ask("nobody@work.example")];
		expect(known.status).toBe(200);
		expect(unknown).toEqual(known);
		query.mockRestore();
		const before = await rowsOf(keyturn, "SELECT id FROM messages");
		await workQueues(keyturn, ["mailAccount"]);
		expect(await rowsOf(keyturn, "SELECT id FROM messages")).toHaveLength(before.length + 1);
		keyturn.ports.mail.send = send;
	},
);

test("a link for a new password is minted when its mail goes out, and sets it once", async () => {
	const forgetful = await createVendor(keyturn, "manager");
	expect((await post("/users/forgot-password", { email: forgetful.email })).body).toEqual({ message: "Success" });
	await deliver();
	expect(sent.at(-1)?.to).toBe(forgetful.email);
	const token = sent.at(-1)?.text.match(/\/new-password#([\w-]{43})/)?.[1] ?? "";
	const set = async (password: string) => {
		const { status, body } = await post("/users/reset-password", { token, password });
		return [status, codeOf(body)];
	};
	const columns = "reset_password_token, reset_password_expiration";
	expect(await rowsOf(keyturn, `SELECT ${columns} FROM users WHERE email = $1`, [forgetful.email])).toEqual([
		{ reset_password_token: null, reset_password_expiration: null },
	]);
	expect(await rowsOf(keyturn, "SELECT kind FROM sign_in_links WHERE token_hash = $1", [hashToken(token)])).toEqual([
		{ kind: "password_reset" },
	]);
	// It signs nobody in as a sign-in link, and a password that is refused does not use it up.
	expect(codeOf((await use(token)).body)).toBe("sign_in_link_unknown");
	expect(await set("123456789012")).toEqual([400, "invalid_input"]);
	const atOnce = await Promise.all([set(goodPassword), set(goodPassword)]);
	expect(atOnce.sort()).toEqual([
		[200, undefined],
		[410, "password_reset_used"],
	]);
	await keyturn.signIn(forgetful.email, goodPassword);
	expect(sent.filter(({ to }) => to === forgetful.email).map(({ subject }) => subject)).toHaveLength(1);
	await deliver();
	expect(sent.at(-1)).toMatchObject({ to: forgetful.email, subject: expect.stringContaining("was changed") });
	expect(await rowsOf(keyturn, "SELECT 1 FROM messages m WHERE m::text LIKE '%' || $1 || '%'", [token])).toEqual([]);
});

test("what is no address, no token, or unknown is refused", async () => {
	expect((await post("/sign-in-link", { email: "nobody" })).status).toBe(400);
	expect((await post("/sign-in-link", {})).status).toBe(400);
	expect((await post("/sign-in-link/use", {})).status).toBe(400);
	const unknown = await use("x".repeat(43));
	expect([unknown.status, codeOf(unknown.body)]).toEqual([404, "sign_in_link_unknown"]);
});

test("the token stands in the mail and in no record", async () => {
	const { email } = await createVendor(keyturn, "manager");
	const token = await mailToken(email);
	expect(token).toHaveLength(43);
	for (const table of ["messages", "sign_in_links", "audit_entries", "users"]) {
		expect(await rowsOf(keyturn, `SELECT 1 FROM ${table} t WHERE t::text LIKE '%' || $1 || '%'`, [token])).toEqual([]);
	}
});

test("an invitation's link is minted when its mail goes out; one withdrawn before is not sent", async () => {
	const { createCustomerSetup } = await import("../../harness/factories");
	const { casino } = await createCustomerSetup(keyturn);
	const { id } = await invite(keyturn, { casino: casino.id, email: "mailed@links.example" });
	const token = await deliver();
	const accepted = await post("/invites/accept", { token, name: "Mailed", password: goodPassword });
	expect(accepted.status).toBe(200);
	const withdrawn = await invite(keyturn, { casino: casino.id, email: "withdrawn@links.example" });
	await keyturn.payload.db.pool.query("UPDATE staff_invites SET status = 'revoked' WHERE id = $1", [withdrawn.id]);
	sent.length = 0;
	await deliver();
	expect(sent).toEqual([]);
	expect(
		await rowsOf(keyturn, "SELECT status FROM messages WHERE invite_id IN ($1, $2) ORDER BY created_at", [
			id,
			withdrawn.id,
		]),
	).toEqual([{ status: "sent" }, { status: "failed" }]);
});

test("a customer whose account was removed gets no link that was on its way", async () => {
	const leaver = await createCustomer(keyturn, []);
	await post("/sign-in-link", { email: leaver.email });
	await keyturn.payload.db.pool.query("DELETE FROM users WHERE id = $1", [leaver.user.id]);
	await deliver();
	expect(sent).toEqual([]);
});
