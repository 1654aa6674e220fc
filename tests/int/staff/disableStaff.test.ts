import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import type { CustomerRole } from "@/access/roles";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { codeOf, goodPassword, invite, rowsOf, sessionOf } from "../invites/inviteWorld";

let keyturn: Keyturn;
let setup: CustomerSetup;
let admin: Person;
let casinoAdmin: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	setup = await createCustomerSetup(keyturn);
	admin = await createVendor(keyturn, "admin");
	casinoAdmin = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["casino_admin"] }]);
});
afterAll(() => keyturn.stop());

let made = 0;

/** Somebody who came in by invitation, and their staff row. */
async function hire(role: CustomerRole) {
	const email = `hired-${++made}@staff.example`;
	const { token } = await invite(keyturn, { casino: setup.casino.id, email, role });
	const body = { token, name: "Hanna Hired", password: goodPassword };
	const entered = await keyturn.rest("POST", "/invites/accept", { body });
	const [row] = await rowsOf<{ id: string; user: string }>(
		keyturn,
		"SELECT id, user_id AS user FROM staff WHERE email = $1",
		[email],
	);
	return {
		email,
		staffId: row?.id ?? "",
		userId: row?.user ?? "",
		session: sessionOf(entered.headers) ?? { token: "" },
	};
}

const set = (staffId: string, status: string, as: Person) =>
	keyturn.rest("PATCH", `/staff/${staffId}?depth=0`, { as, body: { status } });
const reads = async (as: { token: string }) =>
	(await keyturn.rest("GET", `/casinos/${setup.casino.id}`, { as })).status;
const rolesOf = (userId: string) =>
	rowsOf(
		keyturn,
		"SELECT r.value::text AS role FROM users_memberships m JOIN users_memberships_roles r ON r.parent_id = m.id WHERE m._parent_id = $1 ORDER BY 1",
		[userId],
	);

/** The next event of a stream that is none of its heartbeats; with `past`, the next of another name. */
async function nextEvent(reader: ReadableStreamDefaultReader<Uint8Array>, past?: string): Promise<string> {
	for (;;) {
		const { value, done } = await reader.read();
		if (done) return "closed";
		const name = new TextDecoder().decode(value).match(/event: (\w+)/)?.[1];
		if (name && name !== past) return name;
	}
}

async function watch(as: { token: string }, signal: AbortSignal) {
	const path = `/onboardings/${setup.onboarding.id}/events`;
	const response = await keyturn.request(path, { headers: { authorization: `JWT ${as.token}` }, signal });
	const reader = (response.body as ReadableStream<Uint8Array>).getReader();
	expect(await nextEvent(reader)).toBe("snapshot");
	return reader;
}

test("disabling ends membership, sessions, links and an open page in one act, and enabling gives back what was held", async () => {
	const { staffId, userId, email, session } = await hire("pit_boss");
	await rowsOf(keyturn, "INSERT INTO sign_in_links VALUES ('waits', $1, now() + interval '1 hour', NULL)", [userId]);
	const stop = new AbortController();
	const reader = await watch(session, stop.signal);
	expect(await reads(session)).toBe(200);
	// The hub listens on a connection of its own.
	await sleep(300);
	expect((await set(staffId, "disabled", casinoAdmin)).status).toBe(200);
	expect(await nextEvent(reader, "snapshot")).toBe("end");
	expect([await reads(session), await rolesOf(userId)]).toEqual([403, []]);
	expect(await rowsOf(keyturn, "SELECT 1 FROM users_sessions WHERE _parent_id = $1", [userId])).toEqual([]);
	expect(await rowsOf(keyturn, "SELECT 1 FROM sign_in_links WHERE user_id = $1", [userId])).toEqual([]);
	const again = await keyturn.signIn(email, goodPassword);
	expect(await reads(again)).toBe(403);
	expect((await set(staffId, "active", casinoAdmin)).status).toBe(200);
	expect([await reads(again), await rolesOf(userId)]).toEqual([200, [{ role: "pit_boss" }]]);
	stop.abort();
});

test("what a person holds elsewhere stays", async () => {
	const other = await createCustomerSetup(keyturn);
	const { staffId, email, userId } = await hire("cashier");
	const { addMembership } = await import("@/operations/users/addMembership");
	await addMembership({
		req: await keyturn.requestOf(),
		userId,
		casinoId: other.casino.id,
		role: "cashier",
		why: "test",
	});
	await set(staffId, "disabled", casinoAdmin);
	const session = await keyturn.signIn(email, goodPassword);
	expect([
		await reads(session),
		(await keyturn.rest("GET", `/casinos/${other.casino.id}`, { as: session })).status,
	]).toEqual([404, 200]);
});

test("a role that the casino's administrator may not give is given back by the vendor alone", async () => {
	const { staffId, userId } = await hire("finance_contact");
	expect((await set(staffId, "disabled", casinoAdmin)).status).toBe(200);
	const refused = await set(staffId, "active", casinoAdmin);
	expect([refused.status, await rolesOf(userId)]).toEqual([403, []]);
	expect((await set(staffId, "active", admin)).status).toBe(200);
	expect(await rolesOf(userId)).toEqual([{ role: "finance_contact" }]);
});

test("somebody who never came loses their invitation; nobody is made active who has no account", async () => {
	const email = "waiting@staff.example";
	const { token } = await invite(keyturn, { casino: setup.casino.id, email, role: "cashier" });
	const [row] = await rowsOf<{ id: string }>(keyturn, "SELECT id FROM staff WHERE email = $1", [email]);
	const id = row?.id ?? "";
	expect((await set(id, "active", casinoAdmin)).status).toBe(400);
	expect((await set(id, "disabled", casinoAdmin)).status).toBe(200);
	expect(codeOf((await keyturn.rest("POST", "/invites/look", { body: { token } })).body)).toBe("invite_revoked");
	expect((await set(id, "active", casinoAdmin)).status).toBe(403);
	expect((await set(id, "invited", casinoAdmin)).status).toBe(200);
});

test("whoever is invited again is back with the invitation's role", async () => {
	const { staffId, email, userId } = await hire("cashier");
	await set(staffId, "disabled", casinoAdmin);
	const { token } = await invite(keyturn, { casino: setup.casino.id, email, role: "pit_boss" });
	const accepted = await keyturn.rest("POST", "/invites/accept", { body: { token, password: goodPassword } });
	expect(accepted.status).toBe(200);
	expect(await rolesOf(userId)).toEqual([{ role: "pit_boss" }]);
	expect(await rowsOf(keyturn, "SELECT status::text FROM staff WHERE id = $1", [staffId])).toEqual([
		{ status: "active" },
	]);
});

test("nobody disables themselves", async () => {
	const { staffId, session } = await hire("casino_admin");
	const answer = await keyturn.rest("PATCH", `/staff/${staffId}`, { as: session, body: { status: "disabled" } });
	expect([answer.status, JSON.stringify(answer.body)]).toEqual([403, expect.stringContaining("disable yourself")]);
});

test.each<[what: string, end: (person: Person) => Promise<{ status: number }>]>([
	["deleted", ({ user }) => keyturn.rest("DELETE", `/users/${user.id}`, { as: admin })],
	[
		"without a role",
		({ user }) => keyturn.rest("PATCH", `/users/${user.id}`, { as: admin, body: { vendorRole: null } }),
	],
	[
		"past their time",
		({ user }) =>
			keyturn.rest("PATCH", `/users/${user.id}`, { as: admin, body: { accessEndsAt: "2026-01-02T00:00:00.000Z" } }),
	],
])(
	"of the vendor's, who is %s is signed out, their open page ends, and so do the keys they keep",
	async (_what, end) => {
		const person = await createVendor(keyturn, "admin");
		const body = {
			name: "Key",
			casino: setup.casino.id,
			scopes: ["casinos:read"],
			expiresAt: "2099-01-01T00:00:00.000Z",
		};
		const client = (await keyturn.rest("POST", "/api-clients?depth=0", { as: person, body })).body as {
			doc: { key: string; holder: string };
		};
		expect(client.doc.holder).toBe(person.user.id);
		const readsByKey = async () => (await keyturn.rest("GET", "/casinos", { as: { key: client.doc.key } })).status;
		expect(await readsByKey()).toBe(200);
		const stop = new AbortController();
		const reader = await watch(person, stop.signal);
		await sleep(300);
		expect((await end(person)).status).toBe(200);
		expect(await nextEvent(reader, "snapshot")).toBe("end");
		expect((await keyturn.rest("GET", "/users/me", { as: person })).body).toMatchObject({ user: null });
		expect(await readsByKey()).toBe(403);
		stop.abort();
	},
);

test("a key that a customer's person keeps ends with their membership and comes back with it", async () => {
	const { staffId, userId } = await hire("it_contact");
	const made = await keyturn.payload.create({
		collection: "api-clients",
		data: {
			name: "Theirs",
			casino: setup.casino.id,
			holder: userId,
			scopes: ["casinos:read"],
			expiresAt: "2099-01-01T00:00:00.000Z",
		},
		depth: 0,
		...asSystem(await keyturn.requestOf(), "test"),
	});
	const readsByKey = async () => (await keyturn.rest("GET", "/casinos", { as: { key: String(made.key) } })).status;
	expect(await readsByKey()).toBe(200);
	await set(staffId, "disabled", casinoAdmin);
	expect(await readsByKey()).toBe(403);
	await set(staffId, "active", casinoAdmin);
	expect(await readsByKey()).toBe(200);
});

test("who was listed but came in another way than by invitation loses access too, and gets it back", async () => {
	const roles: CustomerRole[] = ["pit_boss"];
	const person = await createCustomer(keyturn, [{ casino: setup.casino.id, roles }]);
	const body = { casino: setup.casino.id, name: "Listed", email: person.email, role: "pit_boss" };
	const made = await keyturn.rest("POST", "/staff?depth=0", { as: casinoAdmin, body });
	const { id } = (made.body as { doc: { id: string } }).doc;
	expect(await reads(person)).toBe(200);
	expect((await set(id, "disabled", casinoAdmin)).status).toBe(200);
	expect(await reads(person)).not.toBe(200);
	expect(await rolesOf(person.user.id)).toEqual([]);
	expect((await set(id, "active", casinoAdmin)).status).toBe(200);
	expect(await rolesOf(person.user.id)).toEqual([{ role: "pit_boss" }]);
});

test("nobody gives themselves roles back by a row that shows another's address", async () => {
	const hired = await hire("casino_admin");
	await set(hired.staffId, "disabled", admin);
	const memberships = [{ casino: setup.casino.id, roles: ["casino_admin"] }];
	await keyturn.rest("PATCH", `/users/${hired.userId}`, { as: admin, body: { memberships } });
	await rowsOf(keyturn, "UPDATE staff SET suspended_roles = '[\"operations_lead\"]' WHERE id = $1", [hired.staffId]);
	const own = await keyturn.signIn(hired.email, goodPassword);
	const move = { as: own, body: { email: "somebody@staff.example" } };
	expect((await keyturn.rest("PATCH", `/staff/${hired.staffId}`, move)).status).toBe(200);
	expect((await set(hired.staffId, "active", own as Person)).status).toBe(403);
	expect(await rolesOf(hired.userId)).toEqual([{ role: "casino_admin" }]);
});
