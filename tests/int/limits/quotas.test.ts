import { afterAll, beforeAll, expect, test } from "vitest";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";

let keyturn: Keyturn;
let setup: CustomerSetup;
let admin: Person;
beforeAll(async () => {
	keyturn = await startKeyturn();
	setup = await createCustomerSetup(keyturn);
	admin = await createVendor(keyturn, "admin");
});
afterAll(() => keyturn.stop());

const member = () => createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["casino_admin"] }]);
const prefer = (as: Person, key: string, value: unknown = 1) =>
	keyturn.rest("POST", `/payload-preferences/${key}`, { as, body: { value } });

/** As if this had been done so often already. */
async function spend(quota: string, whose: string, key: string, points: number): Promise<void> {
	const { hashKey } = await import("@/operations/limits/limiterOf");
	await keyturn.payload.db.pool.query(
		`INSERT INTO rate_limits (key, points, expire) VALUES ($1, $2, $3) ON CONFLICT (key) DO UPDATE SET points = $2`,
		[`quota:${quota}:${whose}:${hashKey(key)}`, points, Date.now() + 1_800_000],
	);
}

test("one person's quota is told in words with the time to wait, and is theirs alone", async () => {
	const { quotas } = await import("@/operations/limits/limits");
	const [busy, other] = [await member(), await member()];
	await spend("preferences", "person", busy.user.id, quotas.preferences.person - 1);
	expect((await prefer(busy, "a")).status).toBe(200);
	const refused = await prefer(busy, "b");
	expect([refused.status, refused.body]).toEqual([
		429,
		{
			errors: [
				{
					code: "too_many_requests",
					message: expect.stringMatching(
						/^The limit of 300 changes of your saved views an hour a person is reached\. Try again in \d+ minutes\.$/,
					),
					data: { retryAfterSeconds: expect.any(Number) },
				},
			],
		},
	]);
	expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
	expect((await prefer(other, "a")).status).toBe(200);
});

test.each([
	[
		"uploads",
		60,
		(as: Person) =>
			keyturn.rest("POST", "/media", {
				as,
				file: { name: "a.txt", type: "text/plain", data: "a" },
				body: { casino: setup.casino.id },
			}),
	],
	[
		"invitations",
		60,
		(as: Person) =>
			keyturn.rest("POST", "/staff-invites", {
				as,
				body: { casino: setup.casino.id, email: "x@quota.example", role: "cashier" },
			}),
	],
	["resends", 20, (as: Person) => keyturn.rest("POST", `/staff-invites/${setup.casino.id}/resend`, { as })],
	["issues", 60, (as: Person) => keyturn.rest("POST", "/pilot-issues", { as, body: {} })],
	["imports", 60, (as: Person) => keyturn.rest("POST", `/casinos/${setup.casino.id}/floor-import`, { as, body: {} })],
	["exports", 60, (as: Person) => keyturn.rest("GET", `/exports/decisions/${setup.casino.id}.pdf`, { as })],
] as const)("%s: %d an hour for a customer's person, a thousand for the vendor's", async (quota, points, act) => {
	const person = await member();
	await spend(quota, "person", person.user.id, points - 1);
	expect((await act(person)).status).not.toBe(429);
	expect((await act(person)).status).toBe(429);
	const vendor = await createVendor(keyturn, "ops");
	await spend(quota, "person", vendor.user.id, 999);
	expect((await act(vendor)).status).not.toBe(429);
	expect((await act(vendor)).status).toBe(429);
});

test("a casino's people share its quota, and another casino has its own", async () => {
	const { quotas } = await import("@/operations/limits/limits");
	const other = await createCustomerSetup(keyturn);
	const stranger = await createCustomer(keyturn, [{ casino: other.casino.id, roles: ["casino_admin"] }]);
	await spend("preferences", "casino", setup.casino.id, quotas.preferences.casino);
	for (const as of [await member(), await member()]) {
		expect((await prefer(as, "a")).body).toMatchObject({
			errors: [{ message: expect.stringContaining("3000 changes of your saved views an hour a casino") }],
		});
	}
	expect((await prefer(stranger, "a")).status).toBe(200);
	await keyturn.payload.db.pool.query("DELETE FROM rate_limits");
});

test("what is saved of a screen is small, and every way to save it counts", async () => {
	const person = await member();
	const large = await keyturn.rest("POST", "/payload-preferences/large", {
		as: person,
		body: { value: "x".repeat(70_000) },
		headers: { "content-length": "70020" },
	});
	expect(large.status).toBe(400);
	await spend("preferences", "person", person.user.id, 300);
	const created = await keyturn.rest("POST", "/payload-preferences", { as: person, body: { key: "k", value: 1 } });
	expect(created.status).toBe(429);
});

test.each([
	["limit=100000", "limit"],
	[`where[number][in]=${Array.from({ length: 1001 }, (_, at) => at).join(",")}`, "where"],
	[Array.from({ length: 201 }, (_, at) => `where[or][${at}][number][equals]=${at}`).join("&"), "where"],
	[`where=${encodeURIComponent(JSON.stringify(nest(30)))}`, "where"],
	[`sort=${Array(11).fill("number").join(",")}`, "sort"],
	[Array.from({ length: 301 }, (_, at) => `select[f${at}]=true`).join("&"), "select"],
])("a query that costs too much is refused, naming what: case %#", async (query, path) => {
	for (const as of [undefined, await member(), admin]) {
		const answer = await keyturn.rest("GET", `/invoices?${query}`, { as });
		expect(answer.status).toBe(400);
		expect(answer.body).toMatchObject({ errors: [{ code: "invalid_input", data: [{ path }] }] });
	}
});

test("all rows are as many as one answer may have, and it says how many there are", async () => {
	const answer = await keyturn.rest("GET", "/casinos?limit=0&pagination=false", { as: admin });
	expect(answer.body).toMatchObject({ limit: 10_000 });
	expect((await keyturn.rest("GET", "/casinos?limit=0", { as: await member() })).body).toMatchObject({
		limit: 1000,
		totalDocs: 1,
		hasNextPage: false,
	});
});

function nest(levels: number): object {
	return levels === 0 ? { number: { equals: "1" } } : { and: [nest(levels - 1)] };
}
