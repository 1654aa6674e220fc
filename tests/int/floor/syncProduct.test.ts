import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import { baselineWorkingHours } from "@/domain/workingHours";
import { Conflict, VendorFailed } from "@/errors";
import { markLive } from "@/operations/casinos/moveTenant";
import { inTransaction } from "@/operations/inTransaction";
import { syncProduct } from "@/operations/product/syncProduct";
import { sweep } from "@/operations/schedule/sweep";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { countJobs, workQueues } from "../../harness/workQueues";
import { actAsStaff } from "../integrations/product/sampleCasino";
import { bootstrap, goodPassword, invite } from "../invites/inviteWorld";

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
const syncDue = () => workQueues(keyturn, ["syncProduct"]);
const inProduct = async (sql: string, values: unknown[] = [setup.casino.id]) => {
	const client = new Client({ connectionString: keyturn.productDatabaseUrl });
	await client.connect();
	try {
		return (await client.query(sql, values)).rows as unknown[];
	} finally {
		await client.end();
	}
};
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

	test("brings the roster: who was invited is there, roles are noted, and the plan hears of it", async () => {
		const { email, name } = setup.adminContact;
		await take("roster", `name,email,role\n${name},${email},casino_admin\nPia,pia@sync.example,pit_boss`);
		await sync();
		expect(await query("SELECT email, product_role FROM staff WHERE casino_id = $1 ORDER BY email")).toEqual([
			{ email, product_role: "casino_admin" },
			{ email: "pia@sync.example", product_role: "pit_boss" },
		]);
		expect(
			await query("SELECT 1 FROM audit_entries WHERE casino_id = $1 AND reason = 'compared with the product'"),
		).toHaveLength(2);
	});

	test("without a tenant in the product, or while it is away, marks nothing", async () => {
		await furnish();
		const { product } = keyturn.ports;
		const { syncCasino } = product;
		product.syncCasino = () => Promise.reject(new Error("away"));
		expect((await sync()).status).toBe(500);
		product.syncCasino = syncCasino;
		expect(await query("SELECT 1 FROM floor_areas WHERE casino_id = $1 AND synced_at IS NOT NULL")).toEqual([]);
		const unprovisioned = await createCustomerSetup(keyturn);
		const missing = await sync(ops, unprovisioned.casino.id);
		expect([missing.status, codeOf(missing.body)]).toEqual([404, "not_found"]);
	});

	test("leaves what the go-live has frozen, says until when, and tries again then", async () => {
		await furnish();
		const until = new Date(Date.now() + 3_600_000).toISOString();
		await query(
			"UPDATE onboardings SET freeze_from = now() - interval '1 hour', freeze_until = $2 WHERE casino_id = $1",
			[setup.casino.id, until],
		);
		const { status, body } = await sync();
		expect([status, body]).toMatchObject([200, { frozenUntil: until, areas: 0 }]);
		expect(await query("SELECT 1 FROM floor_areas WHERE casino_id = $1 AND synced_at IS NOT NULL")).toEqual([]);
		const [row] = await query<{ next: Date }>("SELECT next_try_at AS next FROM product_syncs WHERE casino_id = $1");
		expect(row?.next.toISOString()).toBe(until);
		await query("UPDATE onboardings SET freeze_until = now() - interval '1 second' WHERE casino_id = $1");
		await query("UPDATE product_syncs SET next_try_at = now() - interval '1 second' WHERE casino_id = $1");
		await query("UPDATE casinos SET status = 'live' WHERE id = $1");
		await syncProduct({ payload: keyturn.payload, casinoId: setup.casino.id });
		expect(await inProduct("SELECT name FROM floor.floor_area WHERE casino_id = $1")).toEqual([{ name: "Main pit" }]);
	});
});

describe("a change after the casino went live", () => {
	beforeEach(async () => {
		await query("UPDATE casinos SET status = 'live' WHERE id = $1");
		await syncDue();
	});
	const asAdmin = (method: string, path: string, body?: object) => keyturn.rest(method, path, { as: ops, body });
	const staffThere = (email: string) =>
		inProduct("SELECT role, status FROM floor.staff WHERE casino_id = $1 AND email = $2", [setup.casino.id, email]);
	const idOf = (body: unknown) => (body as { doc: { id: string } }).doc.id;
	const settings = async () =>
		(
			await keyturn.payload.create({
				collection: "casino-settings",
				data: {
					casino: setup.casino.id,
					workingHours: baselineWorkingHours,
					defaultTravelBuffer: 30,
					defaultJobDuration: 60,
				},
				depth: 0,
				...asSystem(await keyturn.requestOf(), "test"),
			})
		).id;

	test("of settings and games reaches the product by a job after the commit", async () => {
		const casino = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["casino_admin"] }]);
		const body = { defaultJobDuration: 45, games: [{ game: "poker", variant: "Hold'em", minBet: 500, maxBet: 9_000 }] };
		expect((await keyturn.rest("PATCH", `/casino-settings/${await settings()}`, { as: casino, body })).status).toBe(
			200,
		);
		const look = () =>
			inProduct(
				`SELECT s.default_job_duration_minutes AS minutes, g.game, g.variant, g.min_bet::int AS min
				 FROM floor.casino_settings s LEFT JOIN floor.game_setting g ON g.casino_id = s.casino_id WHERE s.casino_id = $1`,
			);
		expect(await look()).toMatchObject([{ minutes: 60, game: null }]);
		await syncDue();
		expect(await look()).toEqual([{ minutes: 45, game: "poker", variant: "Hold'em", min: 500 }]);
	});

	test("of areas, tables and the time zone does so too, also their deletion", async () => {
		const pit = { casino: setup.casino.id, name: "Main pit", kind: "pit" };
		const area = idOf((await asAdmin("POST", "/floor-areas", pit)).body);
		const table = { casino: setup.casino.id, name: "P-1", area, game: "poker" };
		const tableId = idOf((await asAdmin("POST", "/gaming-tables", table)).body);
		await asAdmin("PATCH", `/casinos/${setup.casino.id}`, { timezone: "Europe/Malta" });
		await syncDue();
		const there = () =>
			inProduct(
				`SELECT c.timezone, t.label, t.status, t.max_bet::int AS max FROM floor.gaming_table t JOIN floor.casino c ON c.id = t.casino_id
				 WHERE t.casino_id = $1`,
			);
		expect(await there()).toEqual([{ timezone: "Europe/Malta", label: "P-1", status: "closed", max: null }]);
		await asAdmin("PATCH", `/gaming-tables/${tableId}`, { maxBet: 70_000 });
		await syncDue();
		expect(await there()).toMatchObject([{ max: 70_000 }]);
		await asAdmin("DELETE", `/gaming-tables/${tableId}`);
		await syncDue();
		expect(await there()).toMatchObject([{ status: "out_of_service" }]);
	});

	test("of the roster: an import brings people, a new role and a disabled person follow", async () => {
		await take("roster", "name,email,role\nPia,pia@after.example,pit_boss");
		await syncDue();
		expect(await staffThere("pia@after.example")).toEqual([{ role: "pit_boss", status: "invited" }]);
		const [pia] = await query<{ id: string }>(
			"SELECT id FROM staff WHERE casino_id = $1 AND email = 'pia@after.example'",
		);
		await asAdmin("PATCH", `/staff/${pia?.id}`, { role: "cashier" });
		await syncDue();
		expect(await staffThere("pia@after.example")).toEqual([{ role: "cashier", status: "invited" }]);
		await asAdmin("PATCH", `/staff/${pia?.id}`, { status: "disabled" });
		await syncDue();
		expect(await staffThere("pia@after.example")).toEqual([{ role: "cashier", status: "disabled" }]);
	});

	test.each([
		["loses their membership", "PATCH", { memberships: [] }],
		["loses their account", "DELETE", undefined],
	])("who %s may not work in the product either", async (what, method, body) => {
		const email = `${what.split(" ").at(-1)}@after.example`;
		const { token } = await invite(keyturn, { casino: setup.casino.id, email, role: "pit_boss" });
		await keyturn.rest("POST", "/invites/accept", { body: { token, name: "Lee", password: goodPassword } });
		await syncDue();
		expect(await staffThere(email)).toEqual([{ role: "pit_boss", status: "active" }]);
		const [user] = await query<{ id: string }>("SELECT id FROM users WHERE email = $1", [email]);
		const admin = await createVendor(keyturn, "admin");
		expect((await keyturn.rest(method, `/users/${user?.id}`, { as: admin, body })).status).toBe(200);
		await syncDue();
		expect(await staffThere(email)).toEqual([{ role: "pit_boss", status: "disabled" }]);
	});

	test("that was entered before it went live is brought along", async () => {
		await query("UPDATE casinos SET status = 'provisioning' WHERE id = $1");
		await furnish();
		await syncDue();
		expect(await inProduct("SELECT name FROM floor.floor_area WHERE casino_id = $1")).toEqual([]);
		const req = await keyturn.requestOf();
		await inTransaction(req, () => markLive({ req, casinoId: setup.casino.id }));
		await syncDue();
		expect(await inProduct("SELECT name FROM floor.floor_area WHERE casino_id = $1")).toEqual([{ name: "Main pit" }]);
	});

	const state = async () =>
		(
			await query<{ done: boolean; attempts: number; problem: string | null }>(
				"SELECT revision = synced_revision AS done, attempts, problem FROM product_syncs WHERE casino_id = $1",
			)
		)[0];
	const risks = () =>
		query<{ status: string }>(
			"SELECT status::text, detail FROM risks WHERE casino_id = $1 AND key LIKE 'product-sync:%'",
		);
	const failing = async (error: Error, times: number) => {
		const { product } = keyturn.ports;
		const { syncCasino } = product;
		product.syncCasino = () => Promise.reject(error);
		for (let time = 1; time <= times; time++) {
			await query("UPDATE product_syncs SET next_try_at = now() - interval '1 second' WHERE casino_id = $1");
			await syncProduct({ payload: keyturn.payload, casinoId: setup.casino.id });
		}
		product.syncCasino = syncCasino;
	};
	const away = new VendorFailed({
		vendor: "The product",
		message: "it cannot be reached just now.",
		isTransient: true,
	});

	test("is tried again while the product is away, a person is called when that goes on, and it heals", async () => {
		await furnish();
		await failing(away, 4);
		expect(await state()).toEqual({ done: false, attempts: 4, problem: "The product: it cannot be reached just now." });
		expect(await risks()).toEqual([]);
		await failing(away, 1);
		expect(await risks()).toMatchObject([{ status: "open" }]);
		const [due] = await query<{ wait: number }>(
			"SELECT extract(epoch FROM next_try_at - now())::int AS wait FROM product_syncs WHERE casino_id = $1",
		);
		expect(due?.wait).toBeGreaterThan(60);
		await query("UPDATE product_syncs SET next_try_at = now() - interval '1 second' WHERE casino_id = $1");
		await syncDue();
		expect(await state()).toEqual({ done: true, attempts: 0, problem: null });
		expect(await risks()).toMatchObject([{ status: "resolved" }]);
	});

	test("that the product refuses calls a person at once, with the reason", async () => {
		await furnish();
		await failing(new Conflict("The product has another area or table of its own called Main pit."), 1);
		expect(await risks()).toMatchObject([{ status: "open", detail: expect.stringContaining("called Main pit.") }]);
	});

	test("whose job was lost gets another one; what is not due is left", async () => {
		await furnish();
		await query("DELETE FROM pgboss.job WHERE name = 'sync_product'", []);
		await query("UPDATE product_syncs SET next_try_at = now() - interval '1 minute' WHERE casino_id = $1");
		await sweep({ payload: keyturn.payload });
		expect(await countJobs(keyturn, "syncProduct")).toBe(1);
		await syncDue();
		await sweep({ payload: keyturn.payload });
		expect(await countJobs(keyturn, "syncProduct")).toBe(0);
	});

	test("made while an earlier one is on its way ends as the newest, in whatever order they arrive", async () => {
		await furnish();
		const { product } = keyturn.ports;
		const { syncCasino } = product;
		const job = () => syncProduct({ payload: keyturn.payload, casinoId: setup.casino.id });
		// The first snapshot is held back until a second one, with a newer name, has been brought.
		product.syncCasino = async (ours) => {
			product.syncCasino = syncCasino;
			await asAdmin("PATCH", `/casinos/${setup.casino.id}`, { name: "Newest" });
			await job();
			return syncCasino(ours);
		};
		await job();
		expect(await inProduct("SELECT name FROM floor.casino WHERE id = $1")).toEqual([{ name: "Newest" }]);
		expect(await state()).toMatchObject({ done: true });
	});

	test("is brought although the product has seen newer revisions than a restored database knows", async () => {
		await furnish();
		await syncDue();
		await query("UPDATE product_syncs SET revision = 1, synced_revision = 1 WHERE casino_id = $1");
		await asAdmin("PATCH", `/casinos/${setup.casino.id}`, { name: "After the restore" });
		await syncDue();
		expect(await inProduct("SELECT name FROM floor.casino WHERE id = $1")).toEqual([{ name: "After the restore" }]);
		expect(await state()).toMatchObject({ done: true });
	});

	test("of a casino that has no tenant in the product is said, not dropped", async () => {
		const other = await createCustomerSetup(keyturn);
		await query("UPDATE casinos SET status = 'live' WHERE id = $1", [other.casino.id]);
		await asAdmin("PATCH", `/casinos/${other.casino.id}`, { name: "Nowhere" });
		await syncDue();
		const [row] = await query<{ problem: string }>("SELECT problem FROM product_syncs WHERE casino_id = $1", [
			other.casino.id,
		]);
		expect(row?.problem).toMatch(/product/);
	});
});

describe("a freeze", () => {
	beforeEach(() => query("UPDATE casinos SET status = 'live' WHERE id = $1"));
	const edit = async () => {
		const client = new Client({ connectionString: keyturn.productDatabaseUrl });
		await client.connect();
		const who = { casinoId: setup.casino.id, email: setup.adminContact.email };
		const change = "UPDATE floor.casino_settings SET default_job_duration_minutes = default_job_duration_minutes + 1";
		try {
			return (await actAsStaff(client, who, () => client.query(change))).rowCount;
		} catch (error) {
			return (error as Error).message;
		} finally {
			await client.end();
		}
	};
	const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
	const setWindow = async (from: number, until: number) => {
		const freeze = { from: inHours(from), until: inHours(until) };
		const answer = await keyturn.rest("PATCH", `/onboardings/${setup.onboarding.id}`, { as: ops, body: { freeze } });
		expect(answer.status).toBe(200);
		await syncDue();
	};

	test("that is set here holds in the product, also for its own administrator, until two people lift it", async () => {
		await setWindow(1, 2);
		expect(await edit()).toBe(1);
		await setWindow(-1, 2);
		expect(await edit()).toMatch(/^Settings are frozen for the go-live until/);
		const body = { reason: "A table limit is wrong", expiresAt: inHours(1) };
		const asked = await keyturn.rest("POST", `/onboardings/${setup.onboarding.id}/freeze-override`, { as: ops, body });
		await syncDue();
		expect(await edit()).toMatch(/frozen/);
		const manager = await createVendor(keyturn, "manager");
		const { id } = asked.body as { id: string };
		const verdict = { decision: "approve", reason: "It is" };
		expect((await keyturn.rest("POST", `/decisions/${id}/decide`, { as: manager, body: verdict })).status).toBe(200);
		await syncDue();
		expect(await edit()).toBe(1);
	});

	test("of an onboarding that is over holds no more", async () => {
		await setWindow(-1, 2);
		expect(await edit()).toMatch(/frozen/);
		const body = { status: "cancelled", statusReason: "Contract ended" };
		const answer = await keyturn.rest("PATCH", `/onboardings/${setup.onboarding.id}`, { as: ops, body });
		expect(answer.status).toBe(200);
		await syncDue();
		expect(await edit()).toBe(1);
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
