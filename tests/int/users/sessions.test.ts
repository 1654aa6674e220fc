import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Casino } from "@/payload-types";
import { createCustomer, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { codeOf, rowsOf } from "../invites/inviteWorld";
import { nextEmail } from "./accountWorld";

let keyturn: Keyturn;
let casino: Casino;

beforeAll(async () => {
	keyturn = await startKeyturn();
	casino = (await createCustomerSetup(keyturn)).casino;
});
afterAll(() => keyturn.stop());

type Sender = Person | { token: string };
const post = (path: string, body: object, as?: Sender) => keyturn.rest("POST", path, { body, as });
const get = (path: string, as?: Sender) => keyturn.rest("GET", path, { as });
const isIn = async (as: Sender) => (((await get("/users/me", as)).body as { user: object | null }).user ? "in" : "out");
const signInOn = async ({ email, password }: Person, userAgent: string) => {
	const headers = { "user-agent": userAgent };
	const { body } = await keyturn.rest("POST", "/users/login", { body: { email, password }, headers });
	return { token: (body as { token: string }).token };
};
/** All sessions of the person were begun, and proved, so long ago; they were lengthened just now. */
const age = async ({ user }: Person, interval: string) => {
	await rowsOf(keyturn, `UPDATE users_sessions SET created_at = now() - interval '${interval}' WHERE _parent_id = $1`, [
		user.id,
	]);
	await rowsOf(keyturn, `UPDATE session_details SET proved_at = now() - interval '${interval}' WHERE user_id = $1`, [
		user.id,
	]);
};
type Listed = { id: string; device: string; isOwn: boolean };
const listed = async (as: Sender) => ((await get("/users/sessions", as)).body as { sessions: Listed[] }).sessions;
const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

describe("one's own sessions", () => {
	test("are listed with where they were begun, the one that asks marked; one is ended, then all others", async () => {
		const person = await createVendor(keyturn, "ops");
		const office = await signInOn(person, firefox);
		const script = await signInOn(person, "curl/8.1");
		const seen = await listed(person);
		expect(seen.map(({ device }) => device).sort()).toEqual(["Firefox on Windows", "Unknown device", "curl"]);
		expect(seen.filter(({ isOwn }) => isOwn)).toHaveLength(1);
		const id = seen.find(({ device }) => device === "curl")?.id;
		expect((await post("/users/sessions/end", { id }, person)).body).toEqual({ ended: 1 });
		expect((await post("/users/sessions/end", { id }, person)).body).toEqual({ ended: 0 });
		expect([await isIn(script), await isIn(office), await isIn(person)]).toEqual(["out", "in", "in"]);
		expect((await post("/users/sessions/end", { others: true }, person)).body).toEqual({ ended: 1 });
		expect([await isIn(office), await isIn(person)]).toEqual(["out", "in"]);
		expect(
			await rowsOf(keyturn, "SELECT after FROM audit_entries WHERE action = 'sessions.ended' AND document = $1", [
				person.user.id,
			]),
		).toEqual([{ after: { ended: 1 } }, { after: { ended: 1 } }]);
	});

	test("are nobody else's to end, and one's own one signs out of", async () => {
		const [person, other] = [await createVendor(keyturn, "ops"), await createVendor(keyturn, "ops")];
		const [own] = await listed(person);
		expect((await post("/users/sessions/end", { id: own?.id }, other)).body).toEqual({ ended: 0 });
		expect((await post("/users/sessions/end", { id: own?.id }, person)).status).toBe(400);
		expect((await post("/users/sessions/end", {}, person)).status).toBe(400);
		expect([
			(await post("/users/sessions/end", { others: true })).status,
			(await get("/users/sessions")).status,
		]).toEqual([401, 401]);
		expect(await isIn(person)).toBe("in");
	});

	test("are ended by an administrator, with a reason, and by nobody else", async () => {
		const [admin, ops] = [await createVendor(keyturn, "admin"), await createVendor(keyturn, "ops")];
		const path = `/users/${ops.user.id}/end-sessions`;
		const reason = "The laptop was lost";
		expect((await post(path, { reason }, await createVendor(keyturn, "manager"))).status).toBe(403);
		expect((await post(path, {}, admin)).status).toBe(400);
		expect((await post(path, { reason }, admin)).body).toEqual({ ended: 1 });
		expect(await isIn(ops)).toBe("out");
		const [entry] = await rowsOf(
			keyturn,
			"SELECT actor, reason FROM audit_entries WHERE action = 'sessions.ended' AND document = $1",
			[ops.user.id],
		);
		expect(entry).toMatchObject({ actor: `user:${admin.user.id}`, reason });
	});
});

describe("a session ends", () => {
	test("so many hours after the sign-in, however often it is lengthened: sooner for the vendor's people", async () => {
		const vendor = await createVendor(keyturn, "ops");
		const customer = await createCustomer(keyturn, [{ casino: casino.id, roles: ["cashier"] }]);
		await age(vendor, "11 hours");
		await age(customer, "11 hours");
		expect((await post("/users/refresh-token", {}, vendor)).status).toBe(200);
		expect([await isIn(vendor), await isIn(customer)]).toEqual(["in", "in"]);
		await age(vendor, "12 hours 1 minute");
		await age(customer, "12 hours 1 minute");
		expect([await isIn(vendor), await isIn(customer)]).toEqual(["out", "in"]);
		expect((await post("/users/refresh-token", {}, vendor)).status).toBe(403);
		await age(customer, "7 days 1 minute");
		expect(await isIn(customer)).toBe("out");
	});

	test("when it was not lengthened in time, whatever its token says", async () => {
		const person = await createVendor(keyturn, "ops");
		await rowsOf(keyturn, "UPDATE users_sessions SET expires_at = now() - interval '1 second' WHERE _parent_id = $1", [
			person.user.id,
		]);
		expect(await isIn(person)).toBe("out");
	});
});

describe("a sign-in of more than 15 minutes ago", () => {
	let admin: Person;
	let other: Person;
	let staleInvite: string;
	beforeAll(async () => {
		admin = await createVendor(keyturn, "admin");
		other = await createVendor(keyturn, "manager");
		const made = await post(
			"/staff-invites",
			{ casino: casino.id, email: nextEmail(), name: "Ina", role: "cashier" },
			admin,
		);
		staleInvite = (made.body as { doc: { id: string } }).doc.id;
	});
	const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
	const erasure = () => {
		const email = nextEmail();
		return { email, confirm: email, reason: "They asked for it" };
	};
	const acts: [what: string, method: "POST" | "PATCH" | "DELETE", path: () => string, body: () => object][] = [
		[
			"makes no key",
			"POST",
			() => "/api-clients",
			() => ({ name: "Key", casino: casino.id, scopes: ["casinos:read"], expiresAt: tomorrow() }),
		],
		["makes no account", "POST", () => "/users", () => ({ name: "New", email: nextEmail(), vendorRole: "ops" })],
		["gives no role", "PATCH", () => `/users/${other.user.id}`, () => ({ vendorRole: "compliance" })],
		[
			"gives no membership, also in bulk",
			"PATCH",
			() => `/users?where[id][equals]=${other.user.id}`,
			() => ({ memberships: [{ casino: casino.id, roles: ["cashier"] }] }),
		],
		["moves no address", "PATCH", () => `/users/${other.user.id}`, () => ({ email: nextEmail() })],
		["makes no link into an account", "POST", () => `/users/${other.user.id}/link`, () => ({})],
		["makes no link to an invitation", "POST", () => `/staff-invites/${staleInvite}/link`, () => ({})],
		["erases nobody", "POST", () => "/audit/erase-person", erasure],
		[
			"moves no limit",
			"POST",
			() => "/globals/settings",
			() => ({
				purchaseOrders: { secondApproverAbove: Math.floor(Math.random() * 1e6), currency: "usd", validDays: 90 },
			}),
		],
		["ends no other session", "POST", () => "/users/sessions/end", () => ({ others: true })],
		["deletes no account", "DELETE", () => `/users/${other.user.id}`, () => ({})],
	];

	test.each(acts)("%s until the password is entered again", async (_what, method, path, body) => {
		await age(admin, "16 minutes");
		const before = await rowsOf(keyturn, "SELECT id, email, vendor_role FROM users ORDER BY id");
		const send = () => keyturn.rest(method, path(), { as: admin, body: body() });
		const refused = await send();
		expect([refused.status, codeOf(refused.body)]).toEqual([401, "reauthentication_required"]);
		expect(await rowsOf(keyturn, "SELECT id, email, vendor_role FROM users ORDER BY id")).toEqual(before);
		expect((await post("/users/reauthenticate", { password: admin.password }, admin)).status).toBe(200);
		expect([200, 201]).toContain((await send()).status);
	});

	test("still does what needs no more, and a name is saved with rights that do not change", async () => {
		const target = await createVendor(keyturn, "manager");
		await age(admin, "16 minutes");
		const body = { name: "Renamed", email: target.email, vendorRole: "manager", memberships: [] };
		expect((await keyturn.rest("PATCH", `/users/${target.user.id}`, { as: admin, body })).status).toBe(200);
		const settings = await keyturn.rest("POST", "/globals/settings", { as: admin, body: { supportPhone: "+356 21" } });
		expect(settings.status).toBe(200);
	});

	test("is not made fresh by a wrong password, by nobody, nor by a program's key; and its session is the same one", async () => {
		const person = await createVendor(keyturn, "admin");
		await age(person, "16 minutes");
		const wrong = await post("/users/reauthenticate", { password: "not the password" }, person);
		expect([wrong.status, wrong.body]).toMatchObject([400, { errors: [{ data: [{ path: "password" }] }] }]);
		expect((await post("/users/reauthenticate", { password: "any" })).status).toBe(401);
		expect(codeOf((await post(`/users/${other.user.id}/link`, {}, person)).body)).toMatch(/reauthentication|not_found/);
		expect((await post("/users/reauthenticate", { password: person.password }, person)).status).toBe(200);
		expect(await listed(person)).toHaveLength(1);
	});
});
