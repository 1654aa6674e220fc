import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
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
let ops: Person;
let administrator: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
});
afterAll(() => keyturn?.stop());

beforeEach(async () => {
	setup = await createCustomerSetup(keyturn);
	administrator = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["casino_admin"] }]);
});

type Result = {
	isApplied: boolean;
	create: number;
	change: number;
	keep: number;
	invited: number;
	problems: { line: number; column: string | null; message: string }[];
	rows: { line: number; act: string; before: object | null; after: object }[];
};

const send = (body: object, as: Person | undefined = ops, casino = setup.casino.id) =>
	keyturn.rest("POST", `/casinos/${casino}/floor-import`, { as, body });
const take = async (kind: string, csv: string, more: object = {}) => {
	const { status, body } = await send({ kind, csv, apply: true, ...more });
	expect([status, JSON.stringify(body)]).toEqual([200, expect.anything()]);
	return body as Result;
};
const query = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
	(await keyturn.payload.db.pool.query(sql, values)).rows as Row[];
const ofCasino = <Row>(sql: string) => query<Row>(sql, [setup.casino.id]);

const areas = "name,kind\nMain pit,pit\nPoker,poker room";
const tables =
	"name,area,game,min_bet,max_bet,currency\nBJ-1,Main pit,blackjack,25,500,usd\nP-1,poker,poker,5,100.50,usd";

describe("a preview", () => {
	test("tells what each line would do, and writes nothing", async () => {
		await take("areas", areas);
		const { status, body } = await send({ kind: "areas", csv: `${areas.replace("poker room", "other")}\nEast,pit` });
		expect(status).toBe(200);
		expect(body).toMatchObject({ isApplied: false, create: 1, change: 1, keep: 1, problems: [] });
		expect((body as Result).rows[1]).toMatchObject({
			line: 3,
			act: "change",
			before: { kind: "poker_room" },
			after: { kind: "other" },
		});
		expect(await ofCasino("SELECT name FROM floor_areas WHERE casino_id = $1")).toHaveLength(2);
	});

	test("tells every wrong cell by line and column", async () => {
		const { status, body } = await send({ kind: "tables", csv: "name,area,min_bet\nBJ-1,Roof,x\n,," });
		expect(status).toBe(200);
		expect((body as Result).problems.map(({ line, column }) => [line, column])).toEqual([
			[2, "min_bet"],
			[2, "area"],
		]);
	});
});

describe("an applied file", () => {
	test("becomes areas and tables, in minor units, each on the record, and the plan knows", async () => {
		expect(await take("areas", areas)).toMatchObject({ isApplied: true, create: 2 });
		await take("tables", tables);
		expect(
			await ofCasino(
				`SELECT t.name, a.name AS area, t.min_bet::int AS min, t.max_bet::int AS max, t.currency
				 FROM gaming_tables t JOIN floor_areas a ON a.id = t.area_id WHERE t.casino_id = $1 ORDER BY 1`,
			),
		).toEqual([
			{ name: "BJ-1", area: "Main pit", min: 2_500, max: 50_000, currency: "usd" },
			{ name: "P-1", area: "Poker", min: 500, max: 10_050, currency: "usd" },
		]);
		const recorded = await ofCasino<{ actor: string; collection: string; known: boolean }>(
			`SELECT e.actor, e.collection, EXISTS (SELECT 1 FROM floor_areas a WHERE a.id::text = e.document)
				OR EXISTS (SELECT 1 FROM gaming_tables t WHERE t.id::text = e.document) AS known
			 FROM audit_entries e WHERE e.casino_id = $1 AND e.reason = 'imported'`,
		);
		expect(recorded).toHaveLength(4);
		expect(recorded.every(({ known, actor }) => known && actor === `user:${ops.user.id}`)).toBe(true);
		const [item] = await query<{ says: string }>(
			"SELECT says FROM checklist_items WHERE onboarding_id = $1 AND criterion = 'floor_ready'",
			[setup.onboarding.id],
		);
		expect(item?.says).toMatch(
			/^The floor is not ready in all active areas, as no scope is agreed yet: .*nobody is active as/,
		);
	});

	test("taken in twice changes nothing the second time", async () => {
		await take("areas", areas);
		await take("tables", tables);
		const before = await ofCasino("SELECT * FROM gaming_tables WHERE casino_id = $1 ORDER BY id");
		expect(await take("areas", areas)).toMatchObject({ create: 0, change: 0, keep: 2 });
		expect(await take("tables", tables)).toMatchObject({ create: 0, change: 0, keep: 2 });
		expect(await ofCasino("SELECT * FROM gaming_tables WHERE casino_id = $1 ORDER BY id")).toEqual(before);
		expect(await ofCasino("SELECT 1 FROM audit_entries WHERE casino_id = $1 AND reason = 'imported'")).toHaveLength(4);
	});

	test("twice in the same moment is there once", async () => {
		const answers = await Promise.all([1, 2, 3].map(() => send({ kind: "areas", csv: areas, apply: true })));
		expect(answers.map(({ body }) => (body as Result).create).sort()).toEqual([0, 0, 2]);
		expect(await ofCasino("SELECT 1 FROM floor_areas WHERE casino_id = $1")).toHaveLength(2);
	});

	test("with one wrong line changes nothing at all", async () => {
		await take("areas", areas);
		const csv = `${tables}\nR-1,Roof,roulette,5,10,usd`;
		const { status, body } = await send({ kind: "tables", csv, apply: true });
		expect(status).toBe(400);
		expect(body).toMatchObject({
			errors: [
				{
					code: "invalid_input",
					data: [{ path: "line 4, area", message: "There is no area “Roof” here. Import or add it first." }],
				},
			],
		});
		expect(await ofCasino("SELECT 1 FROM gaming_tables WHERE casino_id = $1")).toEqual([]);
	});

	test("does not touch another casino's floor of the same names", async () => {
		await take("areas", areas);
		const other = await createCustomerSetup(keyturn);
		await send({ kind: "areas", csv: areas.replace("pit\n", "other\n"), apply: true }, ops, other.casino.id);
		expect(await ofCasino("SELECT DISTINCT kind FROM floor_areas WHERE casino_id = $1 AND name = 'Main pit'")).toEqual([
			{ kind: "pit" },
		]);
	});

	test("of five thousand tables is one transaction of a few statements", async () => {
		await take("areas", areas);
		const lines = Array.from({ length: 5_000 }, (_, index) => `T-${index},Main pit,poker`);
		const result = await take("tables", ["name,area,game", ...lines].join("\n"));
		expect([result.create, result.rows.length]).toEqual([5_000, 5_000]);
		expect(await ofCasino("SELECT count(*)::int AS n FROM gaming_tables WHERE casino_id = $1")).toEqual([{ n: 5_000 }]);
	});

	test("is refused while the go-live has frozen the floor, but a roster is not", async () => {
		await query(
			"UPDATE onboardings SET freeze_from = now() - interval '1 hour', freeze_until = now() + interval '1 hour' WHERE id = $1",
			[setup.onboarding.id],
		);
		const { status, body } = await send({ kind: "areas", csv: areas, apply: true });
		expect([status, body]).toMatchObject([409, { errors: [{ code: "frozen" }] }]);
		expect((await send({ kind: "areas", csv: areas })).status).toBe(200);
		await take("roster", "name,email,role\nPia,pia@freeze.example,pit_boss");
	});
});

describe("a roster", () => {
	const someone = () => `p${Math.random().toString(36).slice(2)}@roster.example`;

	test("lists people as invited, and mails nobody unless it is asked to", async () => {
		const email = someone();
		expect(await take("roster", `name,email,role\nPia,${email},Pit boss`)).toMatchObject({ create: 1, invited: 0 });
		expect(await query("SELECT name, role, status FROM staff WHERE email = $1", [email])).toEqual([
			{ name: "Pia", role: "pit_boss", status: "invited" },
		]);
		expect(await query("SELECT 1 FROM staff_invites WHERE email = $1", [email])).toEqual([]);
	});

	test("invites with one mail each, once, however often it is taken in", async () => {
		const [pia, ian] = [someone(), someone()];
		const csv = `name,email,role\nPia,${pia},pit_boss\nIan,${ian},cashier`;
		expect(await take("roster", csv, { invite: true })).toMatchObject({ create: 2, invited: 2 });
		expect(await take("roster", csv, { invite: true })).toMatchObject({ keep: 2, invited: 0 });
		expect(
			await query(
				"SELECT i.role, m.template FROM staff_invites i JOIN messages m ON m.invite_id = i.id WHERE i.email = ANY($1) ORDER BY 1",
				[[pia, ian]],
			),
		).toEqual([
			{ role: "pit_boss", template: "staff_invite" },
			{ role: "cashier", template: "staff_invite" },
		]);
	});

	test("invites nobody who works there already", async () => {
		const email = someone();
		await take("roster", `name,email,role\nPia,${email},pit_boss`);
		await query("UPDATE staff SET status = 'active' WHERE email = $1", [email]);
		expect(await take("roster", `name,email,role\nPia,${email},pit_boss`, { invite: true })).toMatchObject({
			invited: 0,
		});
	});
});

describe("who may", () => {
	test("operations and the casino's administrator, and nobody else", async () => {
		const casino = setup.casino.id;
		const other = await createCustomerSetup(keyturn);
		const people: [Person | undefined, number][] = [
			[undefined, 401],
			[await createVendor(keyturn, "finance"), 403],
			[await createVendor(keyturn, "auditor", { accessEndsAt: "2999-01-01T00:00:00.000Z" }), 403],
			[await createCustomer(keyturn, [{ casino, roles: ["pit_boss"] }]), 403],
			[await createCustomer(keyturn, [{ casino: other.casino.id, roles: ["casino_admin"] }]), 404],
		];
		for (const kind of ["areas", "tables", "roster"]) {
			for (const [as, status] of people) {
				const answer = await keyturn.rest("POST", `/casinos/${casino}/floor-import`, {
					as,
					body: { kind, csv: areas, apply: true },
				});
				expect([kind, as?.email, answer.status]).toEqual([kind, as?.email, status]);
			}
		}
		expect(await ofCasino("SELECT 1 FROM floor_areas WHERE casino_id = $1")).toEqual([]);
		expect((await send({ kind: "areas", csv: areas, apply: true }, administrator)).status).toBe(200);
		const roster = { kind: "roster", csv: "name,email,role\nA,a@own.example,cashier", apply: true, invite: true };
		expect((await send(roster, administrator)).body).toMatchObject({ create: 1, invited: 1 });
	});

	test("a casino that is not there, no id, another kind and a file too large are told", async () => {
		expect((await send({ kind: "areas", csv: areas }, ops, crypto.randomUUID())).status).toBe(404);
		expect((await send({ kind: "areas", csv: areas }, ops, "none")).status).toBe(400);
		expect((await send({ kind: "games", csv: areas })).status).toBe(400);
		expect((await send({ kind: "areas" })).status).toBe(400);
		expect((await send({ kind: "areas", csv: "x".repeat(1_000_001) })).status).toBe(400);
	});
});
