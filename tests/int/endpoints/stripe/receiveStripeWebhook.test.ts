import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createTestDatabase } from "../../../harness/createTestDatabase";
import { type Interruptible, openInterruptible } from "../../../harness/openInterruptible";
import { readStripeEventBodies } from "../../../harness/readStripeEventBodies";
import { signStripeBody } from "../../../harness/signStripeBody";
import { type Keyturn, startKeyturn } from "../../../harness/startKeyturn";

let keyturn: Keyturn;
let line: Interruptible;
let pool: Keyturn["payload"]["db"]["pool"];
const secret = "whsec_old";

beforeAll(async () => {
	const { databaseUrl, productDatabaseUrl } = await createTestDatabase();
	line = await openInterruptible(databaseUrl);
	keyturn = await startKeyturn({
		databaseUrl: line.databaseUrl,
		productDatabaseUrl,
		environment: { STRIPE_WEBHOOK_SECRET: `whsec_new,${secret}` },
	});
	pool = keyturn.payload.db.pool;
});
afterAll(async () => {
	await keyturn.stop();
	await line.close();
});

const bodyOf = (id: string, values: Record<string, unknown> = {}) =>
	JSON.stringify({
		id,
		object: "event",
		type: "invoice.paid",
		created: 1_790_000_000,
		data: { object: { id: "in_1" } },
		...values,
	});
const post = (body: string, signature: string | null = signStripeBody({ body, secret })) =>
	keyturn.request("/stripe/webhooks", {
		method: "POST",
		body,
		headers: { "content-type": "application/json", ...(signature === null ? {} : { "stripe-signature": signature }) },
	});
const countOf = async (eventId: string) => {
	const { rows } = await pool.query(
		`SELECT count(DISTINCT e.id)::int AS events, count(j.id)::int AS jobs FROM payment_events e
		LEFT JOIN pgboss.job j ON j.data->>'eventId' = e.id::text WHERE event_id = $1`,
		[eventId],
	);
	return rows[0];
};

test("a signed event is answered 200 and is then in the inbox, with its job", async () => {
	const response = await post(bodyOf("evt_signed"));
	expect([response.status, await response.json()]).toEqual([200, { received: true }]);
	expect(await countOf("evt_signed")).toEqual({ events: 1, jobs: 1 });
});

test("each secret is taken while one is being replaced", async () => {
	const body = bodyOf("evt_rotated");
	expect((await post(body, signStripeBody({ body, secret: "whsec_new" }))).status).toBe(200);
});

test("an event that comes many times at once is answered 200 each time and kept once", async () => {
	const responses = await Promise.all(Array.from({ length: 25 }, () => post(bodyOf("evt_many"))));
	expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]));
	expect(await countOf("evt_many")).toEqual({ events: 1, jobs: 1 });
});

test("the raw bytes are what is signed: order, spaces and letters outside ASCII survive", async () => {
	const body = `{ "type":"customer.updated",\n\t"created":1790000000, "id":"evt_raw", "data":{"object":{"name":"Spielbank Köln ♠ 日本"}}}\n`;
	expect((await post(body)).status).toBe(200);
	const { rows } = await pool.query("SELECT payload FROM payment_events WHERE event_id = 'evt_raw'");
	expect(rows[0]?.payload.data.object.name).toBe("Spielbank Köln ♠ 日本");
});

describe("what is refused leaves nothing behind and says why", () => {
	const refused = bodyOf("evt_refused");
	test.each([
		["no signature", null, /missing/],
		["an empty signature", "", /missing/],
		["another's signature", signStripeBody({ body: refused, secret: "whsec_other" }), /wrong/],
		["an old signature", signStripeBody({ body: refused, secret, timestamp: 1_790_000_000 - 400_000_000 }), /stale/],
		[
			"a signature from the future",
			signStripeBody({ body: refused, secret, timestamp: Math.floor(Date.now() / 1000) + 400 }),
			/future/,
		],
		["half a signature", "t=1", /no timestamp or no v1/],
	])("%s: 400", async (_what, signature, reason) => {
		const response = await post(refused, signature);
		expect(response.status).toBe(400);
		expect(await response.json()).toEqual({
			errors: [{ message: expect.stringMatching(reason), code: "signature_refused" }],
		});
		expect(await countOf("evt_refused")).toEqual({ events: 0, jobs: 0 });
	});

	test.each([
		["no JSON", "invoice paid!"],
		["no object", "[]"],
	])("signed, but %s: 400", async (_what, body) => {
		const response = await post(body);
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({ errors: [{ code: "invalid_input" }] });
	});

	test.each([
		["no id", bodyOf("evt_x1", { id: undefined })],
		["no type", bodyOf("evt_x2", { type: undefined })],
		["no time", bodyOf("evt_x3", { created: "yesterday" })],
	])("signed, of a shape nobody has seen (%s): kept, 200", async (_what, body) => {
		const count = async () =>
			(await keyturn.payload.db.pool.query("SELECT count(*)::int AS n FROM payment_events")).rows;
		const [before] = await count();
		expect((await post(body)).status).toBe(200);
		expect((await post(body)).status).toBe(200);
		expect(await count()).toEqual([{ n: before.n + 1 }]);
	});

	test.each([true, false])("a body beyond the limit, its length told (%s): 413", async (isLengthTold) => {
		const body = bodyOf("evt_large", { padding: "x".repeat(1_000_000) });
		const stream = new Blob([body]).stream();
		const response = await keyturn.request("/stripe/webhooks", {
			method: "POST",
			headers: {
				"stripe-signature": signStripeBody({ body, secret }),
				...(isLengthTold ? { "content-length": String(body.length) } : {}),
			},
			body: stream,
			duplex: "half",
		} as RequestInit);
		expect(response.status).toBe(413);
		expect(await response.json()).toMatchObject({ errors: [{ code: "body_too_large" }] });
		expect(await countOf("evt_large")).toEqual({ events: 0, jobs: 0 });
	});

	test("any other method: there is no such route", async () => {
		expect((await keyturn.request("/stripe/webhooks")).status).toBe(404);
	});
});

test("while the database is down the answer is 503 without a word about it, and the next try is kept", async () => {
	const log = vi.spyOn(keyturn.payload.logger, "error").mockImplementation(() => {});
	const warn = vi.spyOn(keyturn.payload.logger, "warn").mockImplementation(() => {});
	const body = bodyOf("evt_during_outage", { data: { object: { id: "in_1", email: "secret@example.com" } } });
	await line.interrupt();
	const response = await post(body);
	expect(response.status).toBe(503);
	const answer = await response.text();
	expect(JSON.parse(answer)).toMatchObject({ errors: [{ code: "unavailable" }] });
	expect(answer).not.toMatch(/ECONN|payment_events|127\.0\.0\.1/);
	expect(log).toHaveBeenCalledOnce();
	expect(JSON.stringify(log.mock.calls)).toMatch(/ECONNREFUSED|terminated/);
	expect(JSON.stringify(log.mock.calls)).not.toContain("secret@example.com");
	log.mockRestore();
	warn.mockRestore();
	await line.resume();
	expect((await post(body)).status).toBe(200);
	expect(await countOf("evt_during_outage")).toEqual({ events: 1, jobs: 1 });
});

const bodies = readStripeEventBodies();

describe.skipIf(bodies.length === 0)("event bodies written by others", () => {
	test("are all taken in", async () => {
		const unique = bodies.map(({ file, body }) =>
			JSON.stringify({ ...JSON.parse(body), id: `evt_${file.replace(/\W/g, "_")}` }),
		);
		for (const body of unique) expect([(await post(body)).status, body]).toEqual([200, body]);
		const { rows } = await pool.query(
			"SELECT count(*)::int AS kept FROM payment_events WHERE event_id LIKE 'evt_stripe\\_%'",
		);
		expect(rows[0]?.kept).toBe(bodies.length);
	});
});
