import { setTimeout } from "node:timers/promises";
import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Unavailable } from "@/errors";
import { recordEvent } from "@/inbox/recordEvent";
import { asOwner } from "../../harness/asOwner";
import { createTestDatabase } from "../../harness/createTestDatabase";
import { readStripeEventBodies } from "../../harness/readStripeEventBodies";

let pool: Pool;
let databaseUrl: string;
const receivedAt = "2026-11-20T12:00:00.250Z";

beforeAll(async () => {
	({ databaseUrl } = await createTestDatabase());
	pool = new Pool({ connectionString: databaseUrl, max: 12 });
});
afterAll(() => pool.end());

const record = (event: Record<string, unknown>, provider: "stripe" | "xero" = "stripe") =>
	recordEvent({ pool, provider, event, receivedAt });
const eventOf = (id: string, values: Record<string, unknown> = {}) => ({
	id,
	type: "invoice.paid",
	created: 1_790_000_000,
	data: { object: { id: `in_of_${id}`, object: "invoice" } },
	...values,
});
const rowsOf = async (eventId: string) =>
	(await pool.query("SELECT * FROM payment_events WHERE event_id = $1", [eventId])).rows;
const jobsOf = async (id: string) =>
	(await pool.query("SELECT name, state, data FROM pgboss.job WHERE data->>'eventId' = $1", [id])).rows;

test("an event is kept word for word, with the job that settles it", async () => {
	const event = eventOf("evt_kept", { livemode: false, note: "grüße ♠ \\u0000 \\" });
	const { isNew, id } = await record(event);
	expect(isNew).toBe(true);
	const [row, ...others] = await rowsOf("evt_kept");
	expect(others).toEqual([]);
	expect(row).toMatchObject({
		id,
		provider: "stripe",
		type: "invoice.paid",
		status: "received",
		payload: event,
		object_id: "in_of_evt_kept",
		occurred_at: new Date(1_790_000_000_000),
		received_at: new Date(receivedAt),
		settled_at: null,
	});
	expect(await jobsOf(id)).toEqual([{ name: "settle_payment_event", state: "created", data: { eventId: id } }]);
});

test("an event that comes many times at once is kept once, with one job", async () => {
	const answers = await Promise.all(Array.from({ length: 40 }, () => record(eventOf("evt_many"))));
	expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
	const [first] = answers;
	expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([first?.id]));
	expect(await rowsOf("evt_many")).toHaveLength(1);
	expect(await jobsOf(first?.id ?? "")).toHaveLength(1);
});

test("a worker that waits is told of a new event once it is committed, and of a repetition not at all", async () => {
	const client = await pool.connect();
	const heard: string[] = [];
	const hear = async ({ payload }: { payload?: string }) => {
		heard.push(`${payload} ${(await rowsOf("evt_told")).length}`);
	};
	try {
		const { rows } = await pool.query(
			"SELECT 'pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24) AS channel",
		);
		client.on("notification", hear);
		await client.query(`LISTEN "${rows[0].channel}"`);
		// What was recorded before may still be told now.
		await vi.waitFor(async () => {
			const before = heard.length;
			await setTimeout(200);
			expect(heard.length).toBe(before);
		});
		heard.length = 0;
		await record(eventOf("evt_told"));
		await vi.waitFor(() => expect(heard).toEqual(["settle_payment_event 1"]));
		await record(eventOf("evt_told"));
		await record(eventOf("evt_told_next"));
		await vi.waitFor(() => expect(heard).toHaveLength(2));
	} finally {
		client.off("notification", hear);
		await client.query("UNLISTEN *");
		client.release();
	}
});

test("a repetition changes nothing of what was recorded", async () => {
	const { id } = await record(eventOf("evt_same"));
	await pool.query("UPDATE payment_events SET status = 'settled' WHERE id = $1", [id]);
	expect(await record(eventOf("evt_same", { type: "invoice.voided" }))).toEqual({ isNew: false, id });
	expect((await rowsOf("evt_same"))[0]).toMatchObject({ status: "settled", type: "invoice.paid" });
});

test("two providers may use one id for different events", async () => {
	const both = [await record(eventOf("evt_shared")), await record(eventOf("evt_shared"), "xero")];
	expect(both.map(({ isNew }) => isNew)).toEqual([true, true]);
});

test("characters that the database cannot keep do not lose the event", async () => {
	const description = "nul \u0000, lone \ud800 and \udfff, pair 😀, literal \\u0000 \\\\ud800";
	await record(eventOf("evt_characters", { description, "key\u0000": 1 }));
	expect((await rowsOf("evt_characters"))[0]?.payload).toMatchObject({
		description: "nul \ufffd, lone \ufffd and \ufffd, pair 😀, literal \\u0000 \\\\ud800",
		"key\ufffd": 1,
	});
});

test.each([
	["no object", { data: undefined }],
	["an object without an id", { data: { object: { object: "balance" } } }],
	["an object whose id is no text", { data: { object: { id: 7 } } }],
])("an event about %s is kept all the same", async (_what, values) => {
	const id = `evt_about_${Object.keys(values)}_${JSON.stringify(values).length}`;
	expect(await record(eventOf(id, values))).toMatchObject({ isNew: true });
	expect((await rowsOf(id))[0]).toMatchObject({ object_id: null });
});

test.each([
	["id", { id: undefined }],
	["id", { id: "" }],
	["id", { id: "evt_\u0000" }],
	["id", { id: "e".repeat(256) }],
	["type", { type: undefined, id: "evt_strange_5" }],
	["type", { type: 7, id: "evt_strange_6" }],
	["created", { created: undefined, id: "evt_strange_1" }],
	["created", { id: "evt_strange_2", created: "2026-11-20T12:00:00Z" }],
	["created", { created: 1.5, id: "evt_strange_3" }],
	["created", { created: 1e300, id: "evt_strange_4" }],
])("a body whose %s is none that we know (%j) is kept once all the same", async (path, values) => {
	const event = { ...eventOf("evt_strange"), ...values, note: JSON.stringify(values) };
	const first = await record(event);
	expect(await record(event)).toEqual({ isNew: false, id: first.id });
	const { rows } = await pool.query("SELECT event_id, type, occurred_at, payload FROM payment_events WHERE id = $1", [
		first.id,
	]);
	expect(rows).toHaveLength(1);
	if (path === "id") expect(rows[0].event_id).toMatch(/^unknown_[0-9a-f]{40}$/);
	if (path === "type") expect(rows[0].type).toBe("unknown");
	const isTime = path === "created" && typeof event.created === "string";
	const at = path === "created" ? (isTime ? String(event.created) : receivedAt.replace(".250", "")) : 1_790_000_000_000;
	expect(rows[0].occurred_at).toEqual(new Date(at));
});

test("a database that is down is said to be, with the cause kept for the log", async () => {
	const gone = new Pool({ connectionString: "postgres://nobody@127.0.0.1:1/none" });
	const error = await recordEvent({ pool: gone, provider: "stripe", event: eventOf("evt_down"), receivedAt }).catch(
		(reason: unknown) => reason,
	);
	await gone.end();
	expect(error).toBeInstanceOf(Unavailable);
	expect(error).toMatchObject({ status: 503, cause: { code: "ECONNREFUSED" } });
});

test("without its job the event is not kept either", async () => {
	await asOwner({ databaseUrl }, "ALTER FUNCTION enqueue_jobs RENAME TO enqueue_jobs_away");
	try {
		await expect(record(eventOf("evt_no_job"))).rejects.toBeInstanceOf(Unavailable);
	} finally {
		await asOwner({ databaseUrl }, "ALTER FUNCTION enqueue_jobs_away RENAME TO enqueue_jobs");
	}
	expect(await rowsOf("evt_no_job")).toEqual([]);
	expect(await record(eventOf("evt_no_job"))).toMatchObject({ isNew: true });
});

test("events that come in a rush are each kept, and one that the database cannot take keeps none of the others out", async () => {
	await asOwner(
		{ databaseUrl },
		`CREATE FUNCTION refuse_event() RETURNS trigger LANGUAGE plpgsql AS
		$$ BEGIN RAISE EXCEPTION 'cannot take it' USING ERRCODE = '22000'; END $$`,
	);
	await asOwner(
		{ databaseUrl },
		"CREATE TRIGGER refuse BEFORE INSERT ON payment_events FOR EACH ROW WHEN (NEW.event_id = 'evt_refused') EXECUTE FUNCTION refuse_event()",
	);
	const ids = Array.from({ length: 60 }, (_, index) => (index === 30 ? "evt_refused" : `evt_rush_${index % 50}`));
	const outcomes = await Promise.allSettled(ids.map((id) => record(eventOf(id))));
	await asOwner({ databaseUrl }, "DROP TRIGGER refuse ON payment_events");
	for (const [index, outcome] of outcomes.entries()) {
		if (ids[index] === "evt_refused") expect(outcome).toMatchObject({ reason: expect.any(Unavailable) });
		else expect(outcome.status).toBe("fulfilled");
	}
	const kept = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
	expect(kept.filter(({ isNew }) => isNew)).toHaveLength(49);
	const [first, second] = ["evt_rush_3", "evt_rush_4"].map((id) => kept[ids.indexOf(id)]?.id);
	expect(await rowsOf("evt_rush_3")).toMatchObject([{ id: first, payload: { id: "evt_rush_3" } }]);
	expect(await rowsOf("evt_rush_4")).toMatchObject([{ id: second, payload: { id: "evt_rush_4" } }]);
	const { rows } = await pool.query<{ jobs: number }>(
		`SELECT count(j.id)::int AS jobs FROM payment_events e
		 LEFT JOIN pgboss.job j ON j.name = 'settle_payment_event' AND j.data = jsonb_build_object('eventId', e.id)
		 WHERE e.event_id LIKE 'evt_rush_%' GROUP BY e.id`,
	);
	expect(rows.map(({ jobs }) => jobs)).toEqual(Array.from({ length: 49 }, () => 1));
});

const bodies = readStripeEventBodies();

describe.skipIf(bodies.length === 0)("event bodies written by others", () => {
	test.each(bodies)("$file is kept as it was written", async ({ file, body }) => {
		const event = { ...JSON.parse(body), id: `evt_${file.replace(/\W/g, "_")}` };
		expect(await record(event)).toMatchObject({ isNew: true });
		expect((await rowsOf(event.id))[0]).toMatchObject({
			type: event.type,
			payload: event,
			object_id: event.data.object.id,
			occurred_at: new Date(event.created * 1000),
		});
	});
});
