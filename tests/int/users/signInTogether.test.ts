import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createCustomer, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { rowsOf } from "../invites/inviteWorld";

let keyturn: Keyturn;
/** Somebody else who works on the account at the same moment. */
let other: Client;
beforeAll(async () => {
	keyturn = await startKeyturn();
});
afterAll(() => keyturn.stop());
beforeEach(async () => {
	other = new Client({ connectionString: keyturn.databaseUrl });
	await other.connect();
});
afterEach(() => other.end());

let peers = 0;
const signIn = ({ email, password }: Person) =>
	keyturn.rest("POST", "/users/login", {
		body: { email, password },
		headers: { "x-keyturn-peer": `together-${++peers}` },
	});
const meOf = async (token: string) => {
	const { body } = await keyturn.rest("GET", "/users/me", { as: { token } });
	return (body as { user: { id: string } | null }).user;
};
const tokenOf = ({ body }: { body: unknown }) => (body as { token: string }).token;

/** Lets work go on until it waits for the account's row, which is held meanwhile; then commits the change. */
async function changeMeanwhile<Result>(
	{ user }: Person,
	change: { sql: string; values: unknown[] },
	work: () => Promise<Result>,
): Promise<Result> {
	await other.query("BEGIN");
	await other.query("SELECT 1 FROM users WHERE id = $1 FOR UPDATE", [user.id]);
	await other.query(change.sql, change.values);
	const working = work();
	await vi.waitFor(
		async () =>
			expect(
				await rowsOf(
					keyturn,
					"SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
				),
			).not.toEqual([]),
		{ timeout: 20_000 },
	);
	await other.query("COMMIT");
	return working;
}

const sessionSql = `INSERT INTO users_sessions (_order, _parent_id, id, created_at, expires_at)
	VALUES (9, $1, $2, now(), now() + interval '1 hour')`;
const sessionsOf = async ({ user }: Person) =>
	(await rowsOf<{ id: string }>(keyturn, "SELECT id FROM users_sessions WHERE _parent_id = $1", [user.id])).map(
		({ id }) => id,
	);

test("of one account eight sign-ins at once all hold, and its memberships stay", async () => {
	const { casino } = await createCustomerSetup(keyturn);
	const memberships = [{ casino: casino.id, roles: ["casino_admin" as const, "finance_contact" as const] }];
	const person = await createCustomer(keyturn, memberships);
	const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(person)));
	expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
	for (const answer of answers) expect(await meOf(tokenOf(answer))).toMatchObject({ id: person.user.id });
	const found = await keyturn.payload.findByID({
		collection: "users",
		id: person.user.id,
		depth: 0,
		overrideAccess: true,
	});
	expect(found.memberships).toMatchObject(memberships);
});

test("a role that is taken away while its holder signs in is gone", async () => {
	const person = await createVendor(keyturn, "admin");
	const demotion = { sql: "UPDATE users SET vendor_role = 'ops' WHERE id = $1", values: [person.user.id] };
	expect((await changeMeanwhile(person, demotion, () => signIn(person))).status).toBe(200);
	expect(await rowsOf(keyturn, "SELECT vendor_role FROM users WHERE id = $1", [person.user.id])).toEqual([
		{ vendor_role: "ops" },
	]);
});

test.each([
	["another password", "UPDATE users SET hash = repeat('0', 64) WHERE id = $1"],
	["no account any more", "DELETE FROM users WHERE id = $1"],
])("who has %s by the time the old one is found right is not signed in", async (_what, sql) => {
	const person = await createVendor(keyturn, "ops");
	const before = await sessionsOf(person);
	const answer = await changeMeanwhile(person, { sql, values: [person.user.id] }, () => signIn(person));
	expect(answer.status).toBe(401);
	expect((await sessionsOf(person)).filter((id) => !before.includes(id))).toEqual([]);
});

test.each([
	["lengthened", "/users/refresh-token", true],
	["ended", "/users/logout", false],
])("a session that is %s leaves alone one that begins at the same moment", async (_what, path, remains) => {
	const person = await createVendor(keyturn, "ops");
	const token = tokenOf(await signIn(person));
	const begun = { sql: sessionSql, values: [person.user.id, `begun by ${path}`] };
	const answer = await changeMeanwhile(person, begun, () => keyturn.rest("POST", path, { as: { token } }));
	expect(answer.status).toBe(200);
	expect(await sessionsOf(person)).toContain(`begun by ${path}`);
	expect((await meOf(token)) !== null).toBe(remains);
});
