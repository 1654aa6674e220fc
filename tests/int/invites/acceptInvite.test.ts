import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCustomer, createCustomerSetup, createVendor } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { bootstrap, codeOf, createLiveCasino, goodPassword, invite, mintToken, rowsOf, sessionOf } from "./inviteWorld";

let keyturn: Keyturn;
beforeAll(async () => {
	keyturn = await startKeyturn();
});
afterAll(() => keyturn.stop());

let people = 0;
/** Each from an address of its own, unless said otherwise: what one address may do is `limits.test.ts`'s matter. */
const accept = (body: object, as?: { token: string }, peer = `person-${++people}`) =>
	keyturn.rest("POST", "/invites/accept", { body, as, headers: { "x-keyturn-peer": peer } });
const admin = (name: string) => ({ name: "Ada Admin", email: `${name}@acceptance.example` });

describe("accepting an invitation", () => {
	test("makes the account, signs it in and binds it to the casino, in Keyturn and in the product", async () => {
		const person = admin("ada");
		const casino = await createLiveCasino(keyturn, person);
		const { id, token } = await invite(keyturn, { casino: casino.id, ...person });
		const answer = await accept({ token, name: "Ada Lovelace", password: goodPassword });
		expect(answer.status, JSON.stringify(answer.body)).toBe(200);
		const { user } = answer.body as { user: { id: string } };
		expect(answer.body).toMatchObject({
			user: { email: person.email, name: "Ada Lovelace" },
			casino: { id: casino.id, name: casino.name },
			role: "casino_admin",
		});

		const as = sessionOf(answer.headers);
		const me = await keyturn.rest("GET", "/users/me", { as: as ?? undefined });
		expect(me.body).toMatchObject({ user: { id: user.id, memberships: [{ roles: ["casino_admin"] }] } });
		await expect(keyturn.signIn(person.email, goodPassword)).resolves.toHaveProperty("token");

		const [row] = await rowsOf(keyturn, "SELECT status, accepted_by_id, accepted_at FROM staff_invites WHERE id = $1", [
			id,
		]);
		expect(row).toMatchObject({ status: "accepted", accepted_by_id: user.id, accepted_at: expect.any(Date) });
		const [staff] = await rowsOf(
			keyturn,
			"SELECT status, user_id, name, product_staff_id FROM staff WHERE casino_id = $1",
			[casino.id],
		);
		expect(staff).toMatchObject({
			status: "active",
			user_id: user.id,
			name: "Ada Lovelace",
			product_staff_id: expect.any(String),
		});
		const product = await keyturn.ports.product.findCasino(casino.id);
		expect(product?.staff).toEqual([{ email: person.email, role: "admin", status: "active" }]);

		const audited = await rowsOf<{ action: string; collection: string }>(
			keyturn,
			"SELECT action, collection FROM audit_entries WHERE document IN ($1, $2)",
			[id, user.id],
		);
		expect(audited).toEqual(
			expect.arrayContaining([
				{ action: "create", collection: "users" },
				{ action: "update", collection: "staff-invites" },
				{ action: "sign_in", collection: "users" },
			]),
		);
	});

	test("brings a pit boss into the product, whom nobody invited there before", async () => {
		const casino = await createLiveCasino(keyturn, admin("first"));
		const person = admin("pit");
		const { token } = await invite(keyturn, { casino: casino.id, ...person, role: "pit_boss" });
		expect((await accept({ token, name: "Pit", password: goodPassword })).status).toBe(200);
		const product = await keyturn.ports.product.findCasino(casino.id);
		expect(product?.staff).toContainEqual({ email: person.email, role: "pit_boss", status: "active" });
	});

	test("leaves the product alone for a role that does not work in it", async () => {
		const casino = await createLiveCasino(keyturn, admin("second"));
		const person = admin("sponsor");
		const { token } = await invite(keyturn, { casino: casino.id, ...person, role: "executive_sponsor" });
		expect((await accept({ token, name: "Sponsor", password: goodPassword })).status).toBe(200);
		const product = await keyturn.ports.product.findCasino(casino.id);
		expect(product?.staff.map(({ email }) => email)).not.toContain(person.email);
	});

	test("works without a password for who wants to sign in by link", async () => {
		const { casino } = await createCustomerSetup(keyturn);
		const person = admin("linker");
		const { token } = await invite(keyturn, { casino: casino.id, ...person });
		const answer = await accept({ token, name: "Linker", signInLink: true });
		expect(answer.status).toBe(200);
		expect(sessionOf(answer.headers)).not.toBeNull();
	});

	test("happens once: a second time says that it was used", async () => {
		const { casino } = await createCustomerSetup(keyturn);
		const { token } = await invite(keyturn, { casino: casino.id, ...admin("twice") });
		expect((await accept({ token, name: "Once", password: goodPassword })).status).toBe(200);
		const again = await accept({ token, name: "Twice", password: goodPassword });
		expect(again.status).toBe(410);
		expect(codeOf(again.body)).toBe("invite_accepted");
		expect(sessionOf(again.headers)).toBeNull();
	});

	test("of a hundred at once one succeeds, and there is one account, one membership, one staff row", async () => {
		const person = admin("crowd");
		const casino = await createLiveCasino(keyturn, person);
		const { token } = await invite(keyturn, { casino: casino.id, ...person });
		const answers = await Promise.all(
			Array.from({ length: 100 }, (_, index) =>
				accept({ token, name: `Person ${index}`, password: goodPassword }, undefined, "one room"),
			),
		);
		const statuses = answers.map(({ status }) => status);
		expect(statuses.filter((status) => status === 200)).toHaveLength(1);
		expect(new Set(statuses.filter((status) => status !== 200))).toEqual(new Set([410]));
		expect(answers.filter(({ headers }) => sessionOf(headers))).toHaveLength(1);
		const [counts] = await rowsOf(
			keyturn,
			`SELECT (SELECT count(*)::int FROM users WHERE email = $1) AS users,
				(SELECT count(*)::int FROM users_memberships WHERE casino_id = $2) AS memberships,
				(SELECT count(*)::int FROM staff WHERE casino_id = $2) AS staff`,
			[person.email, casino.id],
		);
		expect(counts).toEqual({ users: 1, memberships: 1, staff: 1 });
	});

	test("two invitations of one new person, accepted at once, never make two accounts", async () => {
		const [one, two] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
		const person = admin("both");
		const links = [
			await invite(keyturn, { casino: one.casino.id, ...person }),
			await invite(keyturn, { casino: two.casino.id, ...person }),
		];
		const answers = await Promise.all(
			links.map(({ token }) => accept({ token, name: "Both", password: goodPassword })),
		);
		// The later one finds the account: had it not looked before the other began, it would have been asked to sign in.
		expect(answers.map(({ status }) => status).toSorted()[0]).toBe(200);
		for (const { status, body } of answers) if (status !== 200) expect(codeOf(body)).toBe("account_exists");
		expect(await rowsOf(keyturn, "SELECT id FROM users WHERE email = $1", [person.email])).toHaveLength(1);
	});
});

describe("an account that exists", () => {
	test("is not entered by the link alone, and its password is not changed", async () => {
		const vendor = await createVendor(keyturn, "admin");
		const { casino } = await createCustomerSetup(keyturn);
		const { id, token } = await invite(keyturn, { casino: casino.id, email: vendor.email });
		const withoutProof = await accept({ token, name: "Mallory", signInLink: true });
		expect(withoutProof.status).toBe(409);
		expect(codeOf(withoutProof.body)).toBe("account_exists");
		const wrong = await accept({ token, name: "Mallory", password: "mallory's own choice" });
		expect(wrong.status).toBe(401);
		expect(codeOf(wrong.body)).toBe("sign_in_failed");
		expect([withoutProof, wrong].map(({ headers }) => sessionOf(headers))).toEqual([null, null]);
		await expect(keyturn.signIn(vendor.email, vendor.password)).resolves.toHaveProperty("token");
		expect(await rowsOf(keyturn, "SELECT 1 FROM users_memberships WHERE _parent_id = $1", [vendor.user.id])).toEqual(
			[],
		);
		expect(await rowsOf(keyturn, "SELECT status FROM staff_invites WHERE id = $1", [id])).toEqual([
			{ status: "pending" },
		]);
		expect(
			await rowsOf(keyturn, "SELECT reason FROM audit_entries WHERE action = 'sign_in_failed' AND document = $1", [
				vendor.user.id,
			]),
		).toEqual([{ reason: "wrong password" }]);
	});

	test("takes the membership beside those it has, proven by its password", async () => {
		const [home, away] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
		const person = await createCustomer(keyturn, [{ casino: home.casino.id, roles: ["cashier"] }]);
		const { token } = await invite(keyturn, { casino: away.casino.id, email: person.email, role: "pit_boss" });
		const answer = await accept({ token, password: person.password });
		expect(answer.status, JSON.stringify(answer.body)).toBe(200);
		expect(answer.body).toMatchObject({ user: { id: person.user.id, name: person.user.name } });
		const me = await keyturn.rest("GET", "/users/me", { as: sessionOf(answer.headers) ?? undefined });
		expect((me.body as { user: { memberships: unknown[] } }).user.memberships).toMatchObject([
			{ roles: ["cashier"] },
			{ roles: ["pit_boss"] },
		]);
	});

	test("accepts with one press when signed in, and adds a role to the casino it is in", async () => {
		const { casino } = await createCustomerSetup(keyturn);
		const person = await createCustomer(keyturn, [{ casino: casino.id, roles: ["cashier"] }]);
		const { token } = await invite(keyturn, { casino: casino.id, email: person.email.toUpperCase(), role: "pit_boss" });
		const answer = await accept({ token }, person);
		expect(answer.status, JSON.stringify(answer.body)).toBe(200);
		expect(sessionOf(answer.headers)).toBeNull();
		const me = await keyturn.rest("GET", "/users/me", { as: person });
		expect((me.body as { user: { memberships: unknown[] } }).user.memberships).toMatchObject([
			{ roles: ["cashier", "pit_boss"] },
		]);
	});

	test("is not somebody else's who happens to be signed in", async () => {
		const { casino } = await createCustomerSetup(keyturn);
		const [invited, other] = [await createCustomer(keyturn, []), await createVendor(keyturn, "ops")];
		const { token } = await invite(keyturn, { casino: casino.id, email: invited.email });
		expect(codeOf((await accept({ token }, other)).body)).toBe("account_exists");
	});
});

describe("what cannot be accepted", () => {
	test("an unknown token", async () => {
		const answer = await accept({ token: "x".repeat(43), name: "Nobody", password: goodPassword });
		expect([answer.status, codeOf(answer.body)]).toEqual([404, "invite_unknown"]);
	});

	test("a link that was replaced by a fresh one", async () => {
		const { casino } = await createCustomerSetup(keyturn);
		const { id, token } = await invite(keyturn, { casino: casino.id, ...admin("replaced") });
		const fresh = await mintToken(keyturn, id);
		expect(codeOf((await accept({ token, name: "Late", password: goodPassword })).body)).toBe("invite_unknown");
		expect((await accept({ token: fresh, name: "Late", password: goodPassword })).status).toBe(200);
	});

	test.each([
		["expired", "UPDATE staff_invites SET expires_at = now() - interval '1 minute' WHERE id = $1"],
		["expired", "UPDATE staff_invites SET status = 'expired' WHERE id = $1"],
		["revoked", "UPDATE staff_invites SET status = 'revoked' WHERE id = $1"],
	])("an invitation that is %s", async (state, sql) => {
		const { casino } = await createCustomerSetup(keyturn);
		const { id, token } = await invite(keyturn, { casino: casino.id, ...admin(`${state}${sql.length}`) });
		await keyturn.payload.db.pool.query(sql, [id]);
		for (const path of ["/invites/look", "/invites/accept"]) {
			const answer = await keyturn.rest("POST", path, { body: { token, name: "Late", password: goodPassword } });
			expect([answer.status, codeOf(answer.body)]).toEqual([410, `invite_${state}`]);
		}
		expect(await rowsOf(keyturn, "SELECT 1 FROM users_memberships WHERE casino_id = $1", [casino.id])).toEqual([]);
	});

	test("with a poor password, no password, or no name: the field says what to do, and the link still works", async () => {
		const person = admin("chooser");
		const { casino } = await createCustomerSetup(keyturn);
		const { token } = await invite(keyturn, { casino: casino.id, ...person });
		const problemsOf = async (body: object) => {
			const answer = await accept({ token, ...body });
			expect([answer.status, codeOf(answer.body)]).toEqual([400, "invalid_input"]);
			return (answer.body as { errors: { data: { path: string }[] }[] }).errors[0]?.data.map(({ path }) => path);
		};
		expect(await problemsOf({ name: "Ada", password: "short" })).toEqual(["password"]);
		expect(await problemsOf({ name: "Ada", password: person.email.toUpperCase() })).toEqual(["password"]);
		expect(await problemsOf({ name: "Ada" })).toEqual(["password"]);
		expect(await problemsOf({ name: "  ", password: goodPassword })).toEqual(["name"]);
		expect((await accept({ token, name: "Ada", password: goodPassword })).status).toBe(200);
	});

	test("without a token, or with a body that is no JSON", async () => {
		expect((await accept({ name: "Ada" })).status).toBe(400);
		expect((await keyturn.request("/invites/accept", { method: "POST", body: "{" })).status).toBe(400);
	});
});

describe("with the product down", () => {
	test("the person comes in all the same, and is bound there when it is back", async () => {
		const person = admin("patient");
		const casino = await createLiveCasino(keyturn, person);
		const { token } = await invite(keyturn, { casino: casino.id, ...person });
		const { product } = keyturn.ports;
		const { VendorFailed } = await import("@/errors");
		keyturn.ports.product = {
			...product,
			inviteStaff: async () => {
				throw new VendorFailed({ vendor: "The product", message: "it cannot be reached just now.", isTransient: true });
			},
		};
		expect((await accept({ token, name: "Patient", password: goodPassword })).status).toBe(200);
		expect(
			await rowsOf(keyturn, "SELECT status, product_staff_id FROM staff WHERE casino_id = $1", [casino.id]),
		).toEqual([{ status: "active", product_staff_id: null }]);
		keyturn.ports.product = product;
		const { bindAcceptedStaff } = await import("@/operations/invites/bindInProduct");
		await bindAcceptedStaff({ payload: keyturn.payload });
		expect((await product.findCasino(casino.id))?.staff).toEqual([
			{ email: person.email, role: "admin", status: "active" },
		]);
		expect(await bindAcceptedStaff({ payload: keyturn.payload })).toBe(0);
	});

	test("who accepts before their casino is provisioned is bound when it is", async () => {
		const person = admin("early");
		const { casino } = await createCustomerSetup(keyturn);
		const { token } = await invite(keyturn, { casino: casino.id, ...person });
		expect((await accept({ token, name: "Early", password: goodPassword })).status).toBe(200);
		const { bindAcceptedStaff } = await import("@/operations/invites/bindInProduct");
		expect(await bindAcceptedStaff({ payload: keyturn.payload })).toBe(0);
		await keyturn.payload.db.pool.query("UPDATE casinos SET status = 'provisioning' WHERE id = $1", [casino.id]);
		// The tenant is not there yet: nobody is alarmed, and nothing is bound.
		await bindAcceptedStaff({ payload: keyturn.payload });
		expect(await rowsOf(keyturn, "SELECT product_staff_id FROM staff WHERE casino_id = $1", [casino.id])).toEqual([
			{ product_staff_id: null },
		]);
		expect(await rowsOf(keyturn, "SELECT 1 FROM risks WHERE casino_id = $1", [casino.id])).toEqual([]);
		await bootstrap(keyturn, casino, person);
		await bindAcceptedStaff({ payload: keyturn.payload });
		expect((await keyturn.ports.product.findCasino(casino.id))?.staff).toMatchObject([{ status: "active" }]);
	});

	test("a refusal of the product calls a person", async () => {
		const person = admin("refused");
		const casino = await createLiveCasino(keyturn, person);
		await keyturn.ports.product.acceptStaff({
			casinoId: casino.id,
			email: person.email,
			name: "Other",
			userId: "other",
		});
		const { token } = await invite(keyturn, { casino: casino.id, ...person });
		expect((await accept({ token, name: "Refused", password: goodPassword })).status).toBe(200);
		expect(await rowsOf(keyturn, "SELECT status, kind FROM risks WHERE casino_id = $1", [casino.id])).toEqual([
			{ status: "open", kind: "other" },
		]);
	});
});

describe("looking at an invitation", () => {
	test("says who invites whom where, and neither token nor ids", async () => {
		const { casino } = await createCustomerSetup(keyturn);
		const { token } = await invite(keyturn, { casino: casino.id, ...admin("looker") });
		const answer = await keyturn.rest("POST", "/invites/look", { body: { token } });
		expect(answer.status).toBe(200);
		expect(answer.body).toEqual({
			vendorName: "Keyturn",
			casinoName: casino.name,
			email: "looker@acceptance.example",
			name: "Ada Admin",
			role: "casino_admin",
			expiresAt: expect.any(String),
			hasAccount: false,
			signedInAs: null,
		});
	});

	test("without a token is refused, with an unknown one it is unknown", async () => {
		expect((await keyturn.rest("POST", "/invites/look", { body: {} })).status).toBe(400);
		expect((await keyturn.rest("POST", "/invites/look", { body: { token: "nope" } })).status).toBe(404);
	});
});
