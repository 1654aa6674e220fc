import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { bootstrap } from "../invites/inviteWorld";

let keyturn: Keyturn;
let setup: CustomerSetup;
let ops: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
});
afterAll(() => keyturn?.stop());

beforeEach(async () => {
	setup = await createCustomerSetup(keyturn);
	await bootstrap(keyturn, setup.casino, setup.adminContact);
});

const sync = (as: Person | undefined = ops, casino = setup.casino.id) =>
	keyturn.rest("POST", `/casinos/${casino}/floor-sync`, { as });
const take = (kind: string, csv: string) =>
	keyturn.rest("POST", `/casinos/${setup.casino.id}/floor-import`, { as: ops, body: { kind, csv, apply: true } });
const query = async <Row>(sql: string, values: unknown[] = [setup.casino.id]): Promise<Row[]> =>
	(await keyturn.payload.db.pool.query(sql, values)).rows as Row[];
const codeOf = (body: unknown) => (body as { errors: { code: string }[] }).errors[0]?.code;

async function furnish(): Promise<void> {
	await take("areas", "name\nMain pit");
	await take("tables", "name,area,game,min_bet\nBJ-1,Main pit,blackjack,25\nBJ-2,Main pit,,\nBJ-3,,poker,");
}

describe("a sync", () => {
	test("brings complete tables into the product, names the others, and marks what is there", async () => {
		await furnish();
		const { status, body } = await sync();
		expect([status, body]).toMatchObject([
			200,
			{
				areas: 1,
				tables: 1,
				left: [
					{ name: "BJ-2", why: "It has no game." },
					{ name: "BJ-3", why: "It has no area." },
				],
			},
		]);
		expect(
			await query("SELECT name, synced_at IS NOT NULL AS there FROM gaming_tables WHERE casino_id = $1 ORDER BY 1"),
		).toEqual([
			{ name: "BJ-1", there: true },
			{ name: "BJ-2", there: false },
			{ name: "BJ-3", there: false },
		]);
	});

	test("a second time answers the same and writes nothing", async () => {
		await furnish();
		const first = await sync();
		const look = async () => [
			await query("SELECT * FROM floor_areas WHERE casino_id = $1"),
			await query("SELECT * FROM gaming_tables WHERE casino_id = $1 ORDER BY id"),
			await query("SELECT * FROM staff WHERE casino_id = $1"),
			await query("SELECT count(*) FROM audit_entries WHERE casino_id = $1"),
		];
		const before = await look();
		expect((await sync()).body).toEqual(first.body);
		expect(await look()).toEqual(before);
	});

	test("compares the roster: roles are noted, recorded, and the plan hears of it", async () => {
		const { email, name } = setup.adminContact;
		await take("roster", `name,email,role\n${name},${email},casino_admin\nPia,pia@sync.example,pit_boss`);
		await query("UPDATE staff SET status = 'active' WHERE casino_id = $1");
		const { body } = await sync();
		expect(body).toMatchObject({
			people: { matching: 1, differing: [{ email: "pia@sync.example", role: "pit_boss", productRole: null }] },
		});
		expect(await query("SELECT email, product_role FROM staff WHERE casino_id = $1 ORDER BY email")).toEqual([
			{ email, product_role: "casino_admin" },
			{ email: "pia@sync.example", product_role: null },
		]);
		expect(
			await query("SELECT 1 FROM audit_entries WHERE casino_id = $1 AND reason = 'compared with the product'"),
		).toHaveLength(1);
		const [item] = await query<{ says: string }>(
			"SELECT says FROM checklist_items WHERE casino_id = $1 AND criterion = 'roles_match'",
		);
		expect(item?.says).toContain("pia@sync.example");
	});

	test("without a tenant in the product, or while it is away, marks nothing", async () => {
		await furnish();
		const { product } = keyturn.ports;
		const { readRoster } = product;
		product.readRoster = () => Promise.reject(new Error("away"));
		expect((await sync()).status).toBe(500);
		product.readRoster = readRoster;
		expect(await query("SELECT 1 FROM floor_areas WHERE casino_id = $1 AND synced_at IS NOT NULL")).toEqual([]);
		const unprovisioned = await createCustomerSetup(keyturn);
		const missing = await sync(ops, unprovisioned.casino.id);
		expect([missing.status, codeOf(missing.body)]).toEqual([404, "not_found"]);
	});

	test("is refused while the go-live has frozen the floor", async () => {
		await query(
			"UPDATE onboardings SET freeze_from = now() - interval '1 hour', freeze_until = now() + interval '1 hour' WHERE casino_id = $1",
		);
		const { status, body } = await sync();
		expect([status, codeOf(body)]).toEqual([409, "frozen"]);
	});
});

test("operations and the casino's administrator may, and nobody else", async () => {
	const casino = setup.casino.id;
	const other = await createCustomerSetup(keyturn);
	expect((await keyturn.rest("POST", `/casinos/${casino}/floor-sync`)).status).toBe(401);
	const people: [Person, number][] = [
		[await createVendor(keyturn, "manager"), 403],
		[await createCustomer(keyturn, [{ casino, roles: ["pit_boss"] }]), 403],
		[await createCustomer(keyturn, [{ casino: other.casino.id, roles: ["casino_admin"] }]), 404],
		[await createCustomer(keyturn, [{ casino, roles: ["casino_admin"] }]), 200],
	];
	for (const [as, status] of people) expect([as.email, (await sync(as)).status]).toEqual([as.email, status]);
	expect((await sync(ops, crypto.randomUUID())).status).toBe(404);
	expect((await sync(ops, "none")).status).toBe(400);
});
