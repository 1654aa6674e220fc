import crypto from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createVendor } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { testPassword } from "../../harness/testEnvironment";
import { codeOf, rowsOf } from "../invites/inviteWorld";

let keyturn: Keyturn;
beforeAll(async () => {
	keyturn = await startKeyturn();
});
afterAll(() => keyturn.stop());

const from = (peer: string) => ({ headers: { "x-keyturn-peer": peer } });
const signIn = (email: string, password: string, peer: string) =>
	keyturn.rest("POST", "/users/login", { body: { email, password }, ...from(peer) });

test("the ninth try on one account waits, from wherever it comes and whoever it is, and says how long", async () => {
	const person = await createVendor(keyturn, "manager");
	for (const email of [person.email, "nobody@nowhere.example"]) {
		for (let attempt = 1; attempt <= 8; attempt++) {
			expect((await signIn(email, "wrong", `guess-${attempt}`)).status).toBe(401);
		}
		const refused = await signIn(email.toUpperCase(), "wrong", "guess-9");
		expect(refused.status).toBe(429);
		const seconds = Number(refused.headers.get("retry-after"));
		expect(seconds).toBeGreaterThan(0);
		expect(seconds).toBeLessThanOrEqual(600);
		expect(refused.body).toMatchObject({ errors: [{ message: expect.stringContaining("Too many attempts") }] });
	}
});

const cookieOf = (headers: Headers) =>
	headers
		.getSetCookie()
		.find((each) => each.startsWith("keyturn-known="))
		?.split(";")[0] ?? "";

test("whoever guesses shuts nobody out whose browser has signed in before, in the same office either", async () => {
	const owner = await createVendor(keyturn, "manager");
	const colleague = await createVendor(keyturn, "manager");
	const own = cookieOf((await signIn(owner.email, owner.password, "office")).headers);
	expect(own).toMatch(/^keyturn-known=[\w-]+\.[\w-]+$/);
	// One browser, two people: it is known to both.
	const shared = await keyturn.rest("POST", "/users/login", {
		body: { email: colleague.email, password: colleague.password },
		headers: { "x-keyturn-peer": "office", cookie: own },
	});
	const both = cookieOf(shared.headers);
	const { limits } = await import("@/operations/limits/limits");
	for (let guess = 0; guess < limits.signInByAccount.points; guess++) await signIn(owner.email, "wrong", "office");
	for (let guess = 0; guess < limits.signInByAddress.points; guess++) {
		await signIn(`office-${guess}@nowhere.example`, testPassword, "office");
	}
	for (const { email, password } of [owner, colleague]) {
		expect((await signIn(email, password, "office")).status).toBe(429);
		const known = { body: { email, password }, headers: { "x-keyturn-peer": "office", cookie: both } };
		expect((await keyturn.rest("POST", "/users/login", known)).status).toBe(200);
	}
	// It is a mark of that browser and those accounts: no other account profits, and guesses in it count.
	const other = await createVendor(keyturn, "manager");
	const guess = (email: string, password: string) =>
		keyturn.rest("POST", "/users/login", {
			body: { email, password },
			headers: { "x-keyturn-peer": "office", cookie: both },
		});
	expect((await guess(other.email, other.password)).status).toBe(429);
	for (let attempt = 1; attempt <= 8; attempt++) expect((await guess(owner.email, "wrong")).status).toBe(401);
	expect((await guess(owner.email, owner.password)).status).toBe(429);
	expect((await guess(colleague.email, colleague.password)).status).toBe(200);
});

test("a wrong password costs the same work where nobody has the address, or has no password", async () => {
	const known = await createVendor(keyturn, "manager");
	const linkOnly = await createVendor(keyturn, "manager");
	await keyturn.payload.db.pool.query("UPDATE users SET hash = NULL, salt = NULL WHERE id = $1", [linkOnly.user.id]);
	const query = vi.spyOn(keyturn.payload.db.pool, "query");
	const hash = vi.spyOn(crypto, "pbkdf2");
	const workOf = async (email: string) => {
		query.mockClear();
		hash.mockClear();
		const { status, body } = await signIn(email, "wrong password", "timing");
		const hashes = hash.mock.calls.map(([, , iterations, keyLength, digest]) => [iterations, keyLength, digest]);
		return { status, body, hashes, statements: query.mock.calls.length };
	};
	const work = await workOf(known.email);
	expect([work.status, work.hashes]).toEqual([401, [[600_000, 32, "sha256"]]]);
	expect(await workOf("nobody@timing.example")).toEqual(work);
	expect(await workOf(linkOnly.email)).toEqual(work);
	vi.restoreAllMocks();
});

test("ten accounts from one address within a minute sign in, again and again", async () => {
	const people = await Promise.all(Array.from({ length: 10 }, () => createVendor(keyturn, "manager")));
	for (const round of [1, 2]) {
		const answers = await Promise.all(people.map(({ email, password }) => signIn(email, password, "one shift")));
		expect([round, new Set(answers.map(({ status }) => status))]).toEqual([round, new Set([200])]);
	}
});

test("a right password ends the account's count", async () => {
	const person = await createVendor(keyturn, "manager");
	for (let attempt = 1; attempt <= 7; attempt++) await signIn(person.email, "wrong", "forgetful");
	expect((await signIn(person.email, person.password, "forgetful")).status).toBe(200);
	for (let attempt = 1; attempt <= 7; attempt++) {
		expect((await signIn(person.email, "wrong", "forgetful")).status).toBe(401);
	}
	expect((await signIn(person.email, person.password, "forgetful")).status).toBe(200);
});

test("an address that guesses among accounts waits, and others do not", async () => {
	const person = await createVendor(keyturn, "manager");
	const { limits } = await import("@/operations/limits/limits");
	for (let attempt = 0; attempt < limits.signInByAddress.points; attempt++) {
		await signIn(`guess-${attempt}@nowhere.example`, testPassword, "2001:db8:1:2:3::4");
	}
	// A neighbour in the same /64 is the same machine, for all one knows.
	expect((await signIn(person.email, person.password, "2001:db8:1:2:ffff::5")).status).toBe(429);
	expect((await signIn(person.email, person.password, "2001:db8:1:3::4")).status).toBe(200);
});

test("invitations and sign-in links are counted by address", async () => {
	const { limits } = await import("@/operations/limits/limits");
	for (const [path, body, points] of [
		["/invites/look", { token: "nope" }, limits.invitesByAddress.points],
		["/sign-in-link/use", { token: "nope" }, limits.linkByAddress.points],
	] as const) {
		const answers = await Promise.all(
			Array.from({ length: points + 1 }, () => keyturn.rest("POST", path, { body, ...from("busy") })),
		);
		expect(answers.filter(({ status }) => status === 404)).toHaveLength(points);
		const refused = answers.filter(({ status }) => status === 429);
		expect(refused.map(({ body }) => codeOf(body))).toEqual(["too_many_requests"]);
		expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
	}
});

test("links for one account are counted, known or not", async () => {
	for (let asked = 1; asked <= 5; asked++) {
		expect(
			(
				await keyturn.rest("POST", "/sign-in-link", {
					body: { email: "nobody@links.example" },
					...from(`asker-${asked}`),
				})
			).status,
		).toBe(200);
	}
	expect(
		(await keyturn.rest("POST", "/sign-in-link", { body: { email: "NOBODY@links.example" }, ...from("asker-6") }))
			.status,
	).toBe(429);
});

test("webhooks are not counted", async () => {
	const answers = await Promise.all(
		Array.from({ length: 150 }, () => keyturn.rest("POST", "/stripe/webhooks", { body: {}, ...from("busy hook") })),
	);
	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
});

test("every way in notes when, and records no edit", async () => {
	const person = await createVendor(keyturn, "manager");
	const read = async () =>
		(await rowsOf<{ at: Date }>(keyturn, "SELECT last_sign_in_at AS at FROM users WHERE id = $1", [person.user.id]))[0];
	const before = await read();
	expect(before?.at).toBeInstanceOf(Date);
	await keyturn.signIn(person.email, person.password);
	const after = await read();
	expect(after?.at.getTime()).toBeGreaterThan(before?.at.getTime() ?? 0);
	const audited = await rowsOf(keyturn, "SELECT action FROM audit_entries WHERE document = $1 ORDER BY action", [
		person.user.id,
	]);
	expect(audited).toEqual([{ action: "create" }, { action: "sign_in" }, { action: "sign_in" }]);
});

test("what is counted names nobody", async () => {
	await signIn("tell.tale@nowhere.example", "wrong", "198.51.100.7");
	const keys = (await rowsOf<{ key: string }>(keyturn, "SELECT key FROM rate_limits")).map(({ key }) => key).join(" ");
	expect(keys).not.toMatch(/tell\.tale|198\.51/);
});

test("counters and links that are over are forgotten", async () => {
	const { forgetExpired } = await import("@/operations/limits/forgetExpired");
	await forgetExpired({ payload: keyturn.payload, now: new Date(Date.now() + 3_600_000) });
	expect(await rowsOf(keyturn, "SELECT key FROM rate_limits")).toEqual([]);
});
