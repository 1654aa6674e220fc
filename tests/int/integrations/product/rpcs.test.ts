import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Conflict, InvalidInput, NotFound, VendorFailed } from "@/errors";
import { createReferenceProduct } from "@/integrations/product/createReferenceProduct";
import { migrateProduct } from "@/integrations/product/migrateProduct";
import { openProductDatabase, type ProductDatabase } from "./openProductDatabase";
import { actAsStaff, sampleCasino } from "./sampleCasino";

let database: ProductDatabase;
let product: ReturnType<typeof createReferenceProduct>;
let client: Client;

const count = async (table: string, casinoId: string) => {
	const { rows } = await client.query<{ count: number }>(
		`SELECT count(*)::int AS count FROM floor.${table} WHERE casino_id = $1`,
		[casinoId],
	);
	return rows[0]?.count;
};

beforeAll(async () => {
	database = await openProductDatabase();
	product = createReferenceProduct({ connectionString: database.url, maxConnections: 8 });
	client = new Client({ connectionString: database.url });
	await client.connect();
});

afterAll(async () => {
	await client?.end();
	await product?.close();
	await database?.close();
});

describe("the schema", () => {
	it("migrates once when several start at the same moment", async () => {
		const empty = await openProductDatabase({ migrate: false });
		await Promise.all(Array.from({ length: 5 }, () => migrateProduct(empty.url)));
		const fresh = createReferenceProduct({ connectionString: empty.url, maxConnections: 1 });
		await fresh.ping();
		await fresh.close();
		await empty.close();
	});

	it("behind this build fails the ping and says what to do", async () => {
		await client.query("CREATE TABLE held AS SELECT * FROM floor.schema_version");
		await client.query("DELETE FROM floor.schema_version WHERE version > 2");
		await expect(product.ping()).rejects.toThrow(/schema is at version 2 .* npm run migrate/);
		await client.query("INSERT INTO floor.schema_version SELECT * FROM held WHERE version > 2");
		await product.ping();
	});

	it("is left alone, quickly, when nothing is pending", async () => {
		const times: number[] = [];
		for (let round = 0; round < 5; round++) {
			const started = performance.now();
			await migrateProduct(database.url);
			times.push(performance.now() - started);
		}
		expect(Math.min(...times)).toBeLessThan(50);
	});
});

describe("bootstrap", () => {
	it("creates casino, settings, and the administrator as invited", async () => {
		const input = sampleCasino();
		const answer = await product.bootstrapCasino(input);
		expect(answer.casinoId).toBe(input.casinoId);
		expect(await product.findCasino(input.casinoId)).toEqual({
			casinoId: input.casinoId,
			name: input.name,
			slug: input.slug,
			timezone: input.timezone,
			status: "active",
			staff: [{ email: input.admin.email, role: "admin", status: "invited" }],
		});
		const { rows } = await client.query(
			`SELECT working_hours, default_travel_buffer_minutes, default_job_duration_minutes
			FROM floor.casino_settings WHERE casino_id = $1`,
			[input.casinoId],
		);
		expect(rows).toEqual([
			{
				working_hours: input.settings.workingHours,
				default_travel_buffer_minutes: 30,
				default_job_duration_minutes: 60,
			},
		]);
	});

	it("repeated, with other facts even, answers what is there and changes nothing", async () => {
		const input = sampleCasino();
		const first = await product.bootstrapCasino(input);
		const before = await product.findCasino(input.casinoId);
		const again = await product.bootstrapCasino({
			...input,
			name: "Other",
			admin: { name: "Eve", email: "eve@elsewhere.example" },
		});
		expect(again).toEqual(first);
		expect(await product.findCasino(input.casinoId)).toEqual(before);
	});

	it("eight at once make one tenant", async () => {
		const input = sampleCasino();
		const answers = await Promise.all(Array.from({ length: 8 }, () => product.bootstrapCasino(input)));
		expect(new Set(answers.map((answer) => answer.adminStaffId)).size).toBe(1);
		expect(await count("staff", input.casinoId)).toBe(1);
		expect(await count("staff_invite", input.casinoId)).toBe(1);
	});

	it("refuses a slug that another casino has, and leaves nothing", async () => {
		const taken = sampleCasino();
		await product.bootstrapCasino(taken);
		const other = sampleCasino(taken.slug);
		await expect(product.bootstrapCasino(other)).rejects.toThrow(Conflict);
		expect(await product.findCasino(other.casinoId)).toBeNull();
	});

	it("fails for good on a time zone that does not exist", async () => {
		const input = { ...sampleCasino(), timezone: "Mars/Olympus" };
		await expect(product.bootstrapCasino(input)).rejects.toMatchObject({ code: "vendor_failed", isTransient: false });
		expect(await product.findCasino(input.casinoId)).toBeNull();
	});
});

describe("invitation", () => {
	it("twenty at once bind one person once", async () => {
		const input = sampleCasino();
		const { adminStaffId } = await product.bootstrapCasino(input);
		const acceptance = {
			casinoId: input.casinoId,
			email: `ADMIN@${input.slug}.example`,
			name: "Ana",
			userId: "u-1",
		};
		const answers = await Promise.all(Array.from({ length: 20 }, () => product.acceptStaff(acceptance)));
		expect(new Set(answers.map((answer) => answer.staffId))).toEqual(new Set([adminStaffId]));
		const { rows } = await client.query(
			"SELECT count(*)::int AS accepted FROM floor.audit_log WHERE casino_id = $1 AND table_name = 'staff' AND after ->> 'status' = 'active'",
			[input.casinoId],
		);
		expect(rows).toEqual([{ accepted: 1 }]);
	});

	it("accepted by one person is refused to another", async () => {
		const input = sampleCasino();
		await product.bootstrapCasino(input);
		const acceptance = { casinoId: input.casinoId, email: input.admin.email, name: "Ana" };
		await product.acceptStaff({ ...acceptance, userId: "u-1" });
		await expect(product.acceptStaff({ ...acceptance, userId: "u-2" })).rejects.toThrow(Conflict);
		const { rows } = await client.query("SELECT user_id FROM floor.staff WHERE casino_id = $1", [input.casinoId]);
		expect(rows).toEqual([{ user_id: "u-1" }]);
	});

	it("never given cannot be accepted", async () => {
		const input = sampleCasino();
		await product.bootstrapCasino(input);
		await expect(
			product.acceptStaff({ casinoId: input.casinoId, email: "nobody@x.example", name: "N", userId: "u" }),
		).rejects.toThrow(NotFound);
	});

	it("withdrawn cannot be accepted until it is given again", async () => {
		const input = sampleCasino();
		await product.bootstrapCasino(input);
		const person = { casinoId: input.casinoId, email: "pit@x.example", name: "Pit" };
		const { staffId } = await product.inviteStaff({ ...person, role: "pit_boss" });
		await actAsStaff(client, { casinoId: input.casinoId, email: input.admin.email }, () =>
			client.query("UPDATE floor.staff_invite SET status = 'revoked' WHERE staff_id = $1", [staffId]),
		);
		await expect(product.acceptStaff({ ...person, userId: "u" })).rejects.toThrow(/withdrawn/);
		await product.inviteStaff({ ...person, role: "pit_boss" });
		expect(await product.acceptStaff({ ...person, userId: "u" })).toEqual({ staffId });
	});

	it("repeated and at once is one staff row and one invitation", async () => {
		const input = sampleCasino();
		await product.bootstrapCasino(input);
		const person = { casinoId: input.casinoId, email: "cash@x.example", name: "Cash", role: "cashier" };
		const answers = await Promise.all(Array.from({ length: 8 }, () => product.inviteStaff(person)));
		expect(new Set(answers.map((answer) => answer.staffId)).size).toBe(1);
		expect(await count("staff", input.casinoId)).toBe(2);
		expect(await count("staff_invite", input.casinoId)).toBe(2);
	});

	it("needs a casino that is there and a role the product knows", async () => {
		const person = { casinoId: randomUUID(), email: "a@x.example", name: "A" };
		await expect(product.inviteStaff({ ...person, role: "cashier" })).rejects.toThrow(NotFound);
		await expect(product.inviteStaff({ ...person, role: "finance_contact" })).rejects.toThrow(InvalidInput);
	});
});

describe("last seen", () => {
	it("is empty until acceptance and moves when the person works", async () => {
		const input = sampleCasino();
		await product.bootstrapCasino(input);
		const who = { casinoId: input.casinoId, email: input.admin.email };
		expect(await product.lastSeenAt(who)).toBeNull();
		await product.acceptStaff({ ...who, name: "Ana", userId: "u-1" });
		const accepted = await product.lastSeenAt(who);
		expect(Date.now() - Date.parse(accepted ?? "")).toBeLessThan(60_000);

		await client.query("UPDATE floor.staff SET last_seen_at = now() - interval '2 days' WHERE casino_id = $1", [
			input.casinoId,
		]);
		await actAsStaff(client, who, () => client.query("SELECT id FROM floor.casino"));
		expect(Date.now() - Date.parse((await product.lastSeenAt(who)) ?? "")).toBeLessThan(60_000);
	});
});

describe("removal", () => {
	const work: Record<string, string> = {
		"floor areas were set up": "INSERT INTO floor.floor_area (casino_id, name) VALUES (floor.current_casino(), 'Main')",
		"more staff were invited": `INSERT INTO floor.staff (casino_id, email, name, role)
			VALUES (floor.current_casino(), 'c@x.example', 'C', 'cashier')`,
		"its settings were changed": "UPDATE floor.casino_settings SET default_travel_buffer_minutes = 5",
	};

	it.each(Object.entries(work))("is refused when %s", async (reason, sql) => {
		const input = sampleCasino();
		await product.bootstrapCasino(input);
		await actAsStaff(client, { casinoId: input.casinoId, email: input.admin.email }, () => client.query(sql));
		const refusal = await product.removeCasino(input.casinoId).catch((error: unknown) => error);
		expect(refusal).toBeInstanceOf(Conflict);
		expect((refusal as Conflict).publicMessage).toContain(reason);
		expect(await product.findCasino(input.casinoId)).not.toBeNull();
	});

	it("is refused when the administrator has accepted", async () => {
		const input = sampleCasino();
		await product.bootstrapCasino(input);
		await product.acceptStaff({ casinoId: input.casinoId, email: input.admin.email, name: "A", userId: "u" });
		await expect(product.removeCasino(input.casinoId)).rejects.toThrow(/accepted/);
	});

	it("of a bare bootstrap leaves only the audit log, and may be repeated", async () => {
		const input = sampleCasino();
		await product.bootstrapCasino(input);
		expect(await product.removeCasino(input.casinoId)).toEqual({ removed: true });
		expect(await product.removeCasino(input.casinoId)).toEqual({ removed: false });
		expect(await product.findCasino(input.casinoId)).toBeNull();
		for (const table of ["casino_settings", "staff", "staff_invite"]) {
			expect(await count(table, input.casinoId)).toBe(0);
		}
		expect(await count("audit_log", input.casinoId)).toBe(4);
		await product.bootstrapCasino(input);
	});
});

describe("failures", () => {
	it("of a server that is away are worth a retry", async () => {
		const away = createReferenceProduct({ connectionString: "postgresql://a:b@127.0.0.1:1/x", maxConnections: 1 });
		const failure = await away.ping().catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(VendorFailed);
		expect((failure as VendorFailed).isTransient).toBe(true);
		await away.close();
	});

	it("of a password are not", async () => {
		const wrong = createReferenceProduct({
			connectionString: database.urlFor("nobody_here", "wrong"),
			maxConnections: 1,
		});
		await expect(wrong.ping()).rejects.toMatchObject({ code: "vendor_failed", isTransient: false });
		await wrong.close();
	});
});
