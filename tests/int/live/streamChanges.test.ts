import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import { createCustomer, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";

let keyturn: Keyturn;
let ops: Person;
const open: Stream[] = [];

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
});
afterEach(() => Promise.all(open.splice(0).map((stream) => stream.leave())));
afterAll(() => keyturn?.stop());

type Event = { event: string; data: unknown };

/** A watcher: what it was told, in order. */
class Stream {
	readonly events: Event[] = [];
	isOver = false;
	private constructor(
		readonly response: Response,
		private readonly leaving: AbortController,
	) {}

	static open(onboarding: string, as?: Person): Promise<Stream> {
		return Stream.at(`/onboardings/${onboarding}/events`, as);
	}

	static async at(path: string, as?: Person): Promise<Stream> {
		const leaving = new AbortController();
		const headers = as ? { authorization: `JWT ${as.token}` } : undefined;
		const response = await keyturn.request(path, { headers, signal: leaving.signal });
		const stream = new Stream(response, leaving);
		open.push(stream);
		if (response.ok) void stream.read();
		return stream;
	}

	private async read(): Promise<void> {
		const decoder = new TextDecoder();
		let rest = "";
		for await (const chunk of this.response.body as unknown as AsyncIterable<Uint8Array>) {
			const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
			rest = parts.pop() ?? "";
			for (const part of parts) this.take(part);
		}
		this.isOver = true;
	}

	private take(part: string): void {
		const event = /^event: (.*)$/m.exec(part)?.[1];
		const data = /^data: (.*)$/m.exec(part)?.[1];
		if (event && data) this.events.push({ event, data: JSON.parse(data) });
	}

	get last(): OnboardingLive | undefined {
		return this.events.findLast(({ event }) => event === "snapshot")?.data as OnboardingLive | undefined;
	}

	async until(isDone: () => boolean, seconds = 8): Promise<boolean> {
		for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(20)) if (isDone()) return true;
		return isDone();
	}

	async leave(): Promise<void> {
		this.leaving.abort();
		await sleep(10);
	}
}

const hold = (onboarding: string, status: "open" | "on_hold") =>
	keyturn.rest("PATCH", `/onboardings/${onboarding}`, { as: ops, body: { status } });

async function listeners(): Promise<number[]> {
	const { rows } = await keyturn.payload.db.pool.query<{ pid: number }>(
		"SELECT pid FROM pg_stat_activity WHERE application_name = 'keyturn-live' AND datname = current_database()",
	);
	return rows.map(({ pid }) => pid);
}

test("a watcher gets how it stands at once, and again after a change", async () => {
	const { onboarding } = await createCustomerSetup(keyturn);
	const stream = await Stream.open(onboarding.id, ops);
	expect(stream.response.headers.get("content-type")).toContain("text/event-stream");
	expect(stream.response.headers.get("cache-control")).toContain("no-transform");
	expect(await stream.until(() => stream.last?.status === "open")).toBe(true);
	await hold(onboarding.id, "on_hold");
	expect(await stream.until(() => stream.last?.status === "on_hold")).toBe(true);
});

test("many changes at once are one snapshot or two, and another onboarding's are none", async () => {
	const [{ onboarding }, other] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
	const stream = await Stream.open(onboarding.id, ops);
	await stream.until(() => stream.events.length > 0);
	await sleep(500);
	const before = stream.events.length;
	await keyturn.payload.db.pool.query("SELECT pg_notify('keyturn_live', $1) FROM generate_series(1, 200)", [
		onboarding.id,
	]);
	for (let i = 0; i < 20; i++) {
		await keyturn.payload.db.pool.query("SELECT pg_notify('keyturn_live', $1)", [onboarding.id]);
	}
	await sleep(600);
	expect(stream.events.length - before).toBeGreaterThanOrEqual(1);
	expect(stream.events.length - before).toBeLessThanOrEqual(3);
	const settled = stream.events.length;
	await hold(other.onboarding.id, "on_hold");
	await sleep(400);
	expect(stream.events.length).toBe(settled);
});

test("who follows everything hears of any onboarding, and nothing of what changed", async () => {
	const [one, other] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
	const stream = await Stream.at("/news", ops);
	for (const { onboarding } of [one, other]) {
		await sleep(300);
		const before = stream.events.length;
		await hold(onboarding.id, "on_hold");
		expect(await stream.until(() => stream.events.length > before)).toBe(true);
	}
	expect(stream.events.at(-1)).toEqual({ event: "snapshot", data: { role: "ops" } });
});

test("all watchers share one connection; it is closed after the last has left", async () => {
	const [{ onboarding }, other] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
	const streams = [
		await Stream.open(onboarding.id, ops),
		await Stream.open(onboarding.id, ops),
		await Stream.open(other.onboarding.id, ops),
	];
	for (const stream of streams) await stream.until(() => stream.events.length > 0);
	await expect.poll(async () => (await listeners()).length).toBe(1);
	await Promise.all(streams.map((stream) => stream.leave()));
	await expect.poll(async () => (await listeners()).length).toBe(0);
});

test("a connection that was cut is opened again, and what changed meanwhile is told", async () => {
	const { onboarding } = await createCustomerSetup(keyturn);
	const stream = await Stream.open(onboarding.id, ops);
	await stream.until(() => stream.events.length > 0);
	await expect.poll(async () => (await listeners()).length).toBe(1);
	const [pid] = await listeners();
	await keyturn.payload.db.pool.query("SELECT pg_terminate_backend($1)", [pid]);
	await keyturn.payload.db.pool.query("UPDATE onboardings SET status = 'on_hold' WHERE id = $1", [onboarding.id]);
	expect(await stream.until(() => stream.last?.status === "on_hold")).toBe(true);
	expect((await listeners())[0]).not.toBe(pid);
});

test("a role that was taken and a session that ended end the stream", async () => {
	const setup = await createCustomerSetup(keyturn);
	const customer = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["casino_admin"] }]);
	const vendor = await createVendor(keyturn, "manager");
	const [theirs, ours] = [
		await Stream.open(setup.onboarding.id, customer),
		await Stream.open(setup.onboarding.id, vendor),
	];
	await theirs.until(() => theirs.events.length > 0);
	await ours.until(() => ours.events.length > 0);
	expect(theirs.last?.isRedacted).toBe(true);
	const taken = await keyturn.rest("PATCH", `/users/${customer.user.id}`, { as: ops, body: { memberships: [] } });
	expect(taken.status).toBe(200);
	expect((await keyturn.rest("POST", "/users/logout", { as: vendor })).status).toBe(200);
	await hold(setup.onboarding.id, "on_hold");
	expect(await theirs.until(() => theirs.isOver)).toBe(true);
	expect(await ours.until(() => ours.isOver)).toBe(true);
	expect(theirs.events.at(-1)).toMatchObject({ event: "end", data: { code: "sign_in_required" } });
	expect(ours.events.at(-1)).toMatchObject({ event: "end", data: { code: "sign_in_required" } });
	expect(theirs.last?.status).toBe("open");
});

test("a change is read once for all who may see the same of it", async () => {
	const { onboarding, casino } = await createCustomerSetup(keyturn);
	const people = [
		...(await Promise.all(Array.from({ length: 4 }, () => createVendor(keyturn, "ops")))),
		...(await Promise.all(
			Array.from({ length: 4 }, () => createCustomer(keyturn, [{ casino: casino.id, roles: ["pit_boss"] }])),
		)),
	];
	const streams = await Promise.all(people.map((each) => Stream.open(onboarding.id, each)));
	for (const stream of streams) await stream.until(() => stream.last?.status === "open");
	await sleep(300);
	const query = vi.spyOn(keyturn.payload.db.pool, "query");
	await hold(onboarding.id, "on_hold");
	for (const stream of streams) expect(await stream.until(() => stream.last?.status === "on_hold")).toBe(true);
	const reads = query.mock.calls.filter(([statement]) =>
		(statement as unknown as { text?: string }).text?.includes("'mayReopen', EXISTS"),
	);
	query.mockRestore();
	// Two audiences; a second notification of the same save may come after the first was read.
	expect(reads.length).toBeGreaterThanOrEqual(2);
	expect(reads.length).toBeLessThanOrEqual(4);
	expect(streams.map(({ last }) => last?.isRedacted)).toEqual([...Array(4).fill(false), ...Array(4).fill(true)]);
});

test("one cashier does not take the live pages of all others", async () => {
	const { onboarding, casino } = await createCustomerSetup(keyturn);
	const cashier = await createCustomer(keyturn, [{ casino: casino.id, roles: ["cashier"] }]);
	const statuses: number[] = [];
	for (let page = 0; page < 8; page++) statuses.push((await Stream.open(onboarding.id, cashier)).response.status);
	expect(statuses).toEqual([...Array(6).fill(200), 429, 429]);
	expect((await Stream.open(onboarding.id, ops)).response.status).toBe(200);
});

test("who may not watch is refused before a stream begins", async () => {
	const [setup, other] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
	const stranger = await createCustomer(keyturn, [{ casino: other.casino.id, roles: ["casino_admin"] }]);
	const statuses = [
		(await Stream.open(setup.onboarding.id)).response.status,
		(await Stream.open(setup.onboarding.id, stranger)).response.status,
		(await Stream.open("00000000-0000-4000-8000-000000000000", ops)).response.status,
		(await Stream.open("nothing", ops)).response.status,
	];
	expect(statuses).toEqual([401, 404, 404, 400]);
	await expect.poll(async () => (await listeners()).length).toBe(0);
});
