import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Holder } from "@/operations/live/streamPlaces";
import { createWatchHub } from "@/operations/live/watchHub";
import { createTestDatabase } from "../../harness/createTestDatabase";

let databaseUrl: string;

beforeAll(async () => {
	({ databaseUrl } = await createTestDatabase());
});

const connect = () => new Client({ connectionString: databaseUrl });
const leaving: (() => void)[] = [];
afterAll(() => {
	for (const leave of leaving) leave();
});

const limits = {
	all: 10,
	vendorReserve: 3,
	customer: { session: 2, person: 3, casino: 4 },
	vendor: { session: 8, person: 9 },
};
const openHub = () => {
	const hub = createWatchHub({ connect, limits });
	const watch = (holder: Partial<Holder>) => {
		const whole = { isVendor: false, session: "s", person: "p", casinos: ["c"], ...holder };
		const leave = hub.watch({ topic: "an onboarding", holder: whole, onChange: () => {} });
		leaving.push(leave);
		return leave;
	};
	return { hub, watch };
};
const customer = (at: number, casino = at) => ({ session: `s${at}`, person: `p${at}`, casinos: [`c${casino}`] });
const vendor = (at: number) => ({ isVendor: true, session: `v${at}`, person: `v${at}`, casinos: [] });

test.each([
	["browser", 2, () => ({})],
	["person", 3, (at: number) => ({ session: `s${at}` })],
	["casino", 4, (at: number) => ({ session: `s${at}`, person: `p${at}` })],
])("one %s follows %d pages, is told so, and may follow another when it leaves one", (_whose, most, holderOf) => {
	const { hub, watch } = openHub();
	const first = watch(holderOf(0));
	for (let at = 1; at < most; at++) watch(holderOf(at));
	expect(() => watch(holderOf(most))).toThrow(
		expect.objectContaining({
			status: 429,
			code: "too_many_streams",
			publicMessage: expect.stringContaining(`${most}`),
		}),
	);
	watch(customer(99));
	first();
	first();
	expect(hub.countWatchers()).toBe(most);
	watch(holderOf(most));
});

test("customers together leave the vendor's reserve, and above all of it everybody is refused with a 503", () => {
	const { watch } = openHub();
	for (let at = 0; at < 7; at++) watch(customer(at));
	expect(() => watch(customer(7))).toThrow(expect.objectContaining({ status: 503, code: "unavailable" }));
	for (let at = 0; at < 3; at++) watch(vendor(at));
	expect(() => watch(vendor(3))).toThrow(expect.objectContaining({ status: 503, code: "unavailable" }));
});

test("what is read is shared by those who may see the same, until something changes", async () => {
	const { hub, watch } = openHub();
	watch({});
	let reads = 0;
	const share = (audience: string, isFresh = false) =>
		hub.share({ topic: "an onboarding", audience, isFresh, read: async () => ++reads });
	expect(await Promise.all([share("ops"), share("ops"), share("cashier"), share("ops")])).toEqual([1, 1, 2, 1]);
	expect([await share("ops", true), await share("ops")]).toEqual([3, 3]);
	const client = connect();
	await client.connect();
	await expect
		.poll(async () => {
			await client.query("SELECT pg_notify('keyturn_live', 'an onboarding')");
			return share("ops");
		})
		.toBeGreaterThan(3);
	await client.end();
	const fails = () =>
		hub.share({ topic: "an onboarding", audience: "x", read: () => Promise.reject(new Error("away")) });
	await expect(fails()).rejects.toThrow("away");
	expect(await share("x")).toBe(reads);
});
