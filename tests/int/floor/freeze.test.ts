import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import { baselineWorkingHours } from "@/domain/workingHours";
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
let areaId: string;
let settingsId: string;

const hour = 3_600_000;
const fromNow = (hours: number) => new Date(Date.now() + hours * hour).toISOString();

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
	setup = await createCustomerSetup(keyturn);
	const casino = setup.casino.id;
	administrator = await createCustomer(keyturn, [{ casino, roles: ["casino_admin"] }]);
	const authority = asSystem(await keyturn.requestOf(), "test");
	const area = await keyturn.payload.create({
		collection: "floor-areas",
		data: { casino, name: "Main pit", kind: "pit", status: "active" },
		depth: 0,
		...authority,
	});
	areaId = area.id;
	const settings = await keyturn.payload.create({
		collection: "casino-settings",
		data: { casino, workingHours: baselineWorkingHours, defaultTravelBuffer: 30, defaultJobDuration: 60 },
		depth: 0,
		...authority,
	});
	settingsId = settings.id;
});
afterAll(() => keyturn?.stop());

const freeze = (from: string | null, until: string | null) =>
	keyturn.payload.db.pool.query("UPDATE onboardings SET freeze_from = $2, freeze_until = $3 WHERE id = $1", [
		setup.onboarding.id,
		from,
		until,
	]);

async function override(status: string, liftedUntil: string | null): Promise<void> {
	await keyturn.payload.create({
		collection: "decisions",
		data: {
			casino: setup.casino.id,
			onboarding: setup.onboarding.id,
			title: "Freeze override",
			kind: "freeze_override",
			status,
			liftedUntil,
		} as never,
		depth: 0,
		...asSystem(await keyturn.requestOf(), "test"),
	});
}

beforeEach(async () => {
	await keyturn.payload.db.pool.query("DELETE FROM decisions");
	await freeze(fromNow(-1), fromNow(1));
});

const writes: [string, () => [method: string, path: string, body?: object]][] = [
	["settings", () => ["PATCH", `/casino-settings/${settingsId}`, { defaultJobDuration: 45 }]],
	["an area", () => ["PATCH", `/floor-areas/${areaId}`, { kind: "high_limit" }]],
	["a new table", () => ["POST", "/gaming-tables", { casino: setup.casino.id, name: "BJ-9", game: "poker" }]],
	["a deletion", () => ["DELETE", `/floor-areas/${areaId}`]],
	["a bulk change", () => ["PATCH", `/floor-areas?where[casino][equals]=${setup.casino.id}`, { kind: "other" }]],
];

describe("while a go-live freezes the settings", () => {
	test.each(writes)("%s is refused to operations and to the casino's administrator", async (_what, write) => {
		const [method, path, body] = write();
		for (const as of [ops, administrator]) {
			const answer = await keyturn.rest(method, path, { as, body });
			expect(JSON.stringify(answer.body)).toMatch(/frozen for the go-live until .* ask for an override/);
			expect([400, 409]).toContain(answer.status);
		}
		const area = await keyturn.rest("GET", `/floor-areas/${areaId}`, { as: ops });
		expect(area.body).toMatchObject({ kind: "pit" });
	});

	test("one change at a time is answered with 409", async () => {
		const answer = await keyturn.rest("PATCH", `/floor-areas/${areaId}`, { as: ops, body: { kind: "other" } });
		expect(answer.status).toBe(409);
	});

	test("the system goes on", async () => {
		await keyturn.payload.update({
			collection: "casino-settings",
			id: settingsId,
			data: { defaultJobDuration: 50 },
			depth: 0,
			...asSystem(await keyturn.requestOf(), "provisioning"),
		});
	});

	test("another casino's settings are free", async () => {
		const other = await createCustomerSetup(keyturn);
		const body = { casino: other.casino.id, name: "East", kind: "pit" };
		expect((await keyturn.rest("POST", "/floor-areas", { as: ops, body })).status).toBe(201);
	});

	test("somebody from another casino hears nothing of it", async () => {
		const other = await createCustomerSetup(keyturn);
		const stranger = await createCustomer(keyturn, [{ casino: other.casino.id, roles: ["casino_admin"] }]);
		const body = { casino: setup.casino.id, name: "Foreign", kind: "pit" };
		const answers = [
			await keyturn.rest("POST", "/floor-areas", { as: stranger, body }),
			await keyturn.rest("PATCH", `/floor-areas/${areaId}`, { as: stranger, body: { kind: "other" } }),
			await keyturn.rest("DELETE", `/floor-areas/${areaId}`, { as: stranger }),
		];
		for (const { status, body: said } of answers) {
			expect([400, 403, 404]).toContain(status);
			expect(JSON.stringify(said)).not.toContain("frozen");
		}
	});
});

describe("the freeze does not hold", () => {
	const change = async () =>
		(await keyturn.rest("PATCH", `/floor-areas/${areaId}`, { as: administrator, body: { kind: "pit" } })).status;

	test("before its first moment and from its last one on", async () => {
		await freeze(fromNow(1), fromNow(2));
		expect(await change()).toBe(200);
		await freeze(fromNow(-2), fromNow(-1));
		expect(await change()).toBe(200);
	});

	test("under an approved override, until that expires", async () => {
		await override("approved", fromNow(-0.1));
		expect(await change()).toBe(409);
		await override("approved", fromNow(0.5));
		expect(await change()).toBe(200);
	});

	test.each(["proposed", "rejected", "expired"])("but an override that is %s lifts nothing", async (status) => {
		await override(status, fromNow(1));
		expect(await change()).toBe(409);
	});

	test("when the onboarding is over", async () => {
		await keyturn.payload.db.pool.query("UPDATE onboardings SET status = 'completed' WHERE id = $1", [
			setup.onboarding.id,
		]);
		expect(await change()).toBe(200);
		await keyturn.payload.db.pool.query("UPDATE onboardings SET status = 'open' WHERE id = $1", [setup.onboarding.id]);
	});
});
