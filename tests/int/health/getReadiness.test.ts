import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { asOwner } from "../../harness/asOwner";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";

const token = "a-token-for-prometheus";

let keyturn: Keyturn;
beforeAll(async () => {
	keyturn = await startKeyturn({ environment: { METRICS_TOKEN: token } });
});
afterAll(() => keyturn.stop());

const ready = () => keyturn.rest("GET", "/health/ready");
const query = (sql: string) => keyturn.payload.db.pool.query(sql);

test("a process that is up says so to anybody", async () => {
	expect(await keyturn.rest("GET", "/health/live")).toMatchObject({ status: 200, body: { status: "live" } });
});

test("is ready with database, migrations, queue and product", async () => {
	expect(await ready()).toMatchObject({
		status: 200,
		body: { status: "ready", parts: { database: "ok", migrations: "ok", queue: "ok", storage: "ok", product: "ok" } },
	});
});

test.each([
	[
		"migrations",
		"DELETE FROM payload_migrations WHERE name LIKE '%initial'",
		"INSERT INTO payload_migrations (name, batch) VALUES ('20261120_140722_initial', 1)",
	],
	["queue", "ALTER TABLE pgboss.queue RENAME TO queue_gone", "ALTER TABLE pgboss.queue_gone RENAME TO queue"],
	[
		"storage",
		`ALTER FUNCTION probe_disk RENAME TO probe_disk_away;
		 CREATE FUNCTION probe_disk() RETURNS bigint LANGUAGE plpgsql AS
			$$ BEGIN RAISE 'could not write to file: No space left on device' USING ERRCODE = '53100'; END $$`,
		"DROP FUNCTION probe_disk; ALTER FUNCTION probe_disk_away RENAME TO probe_disk",
	],
])("is not ready when %s is not right, and says which part", async (part, damage, repair) => {
	await asOwner(keyturn, damage);
	const answer = await ready();
	await asOwner(keyturn, repair);
	expect(answer.status).toBe(503);
	const { parts, errors } = answer.body as { parts: Record<string, string>; errors: { code: string }[] };
	expect(Object.keys(parts).filter((name) => parts[name] !== "ok")).toEqual([part]);
	expect(errors).toMatchObject([{ code: "not_ready" }]);
	expect((await ready()).status).toBe(200);
});

test("is not ready while the product is away, and tells nothing of its address", async () => {
	const { ping } = keyturn.ports.product;
	keyturn.ports.product.ping = async () => {
		throw new Error("connect ECONNREFUSED 10.0.0.7:5432");
	};
	const answer = await ready();
	keyturn.ports.product.ping = ping;
	expect(answer).toMatchObject({ status: 503, body: { parts: { product: "The product cannot be reached." } } });
	expect(JSON.stringify(answer.body)).not.toContain("10.0.0.7");
});

const scrape = async (authorization?: string) =>
	keyturn.request("/metrics", authorization ? { headers: { authorization } } : {});

/** The value of one line of the answer. */
const valueIn = (text: string, metric: string) =>
	Number(
		text
			.split("\n")
			.find((line) => line.startsWith(`${metric} `))
			?.split(" ")
			.at(-1),
	);

test.each([
	undefined,
	"Bearer",
	"Bearer ",
	`Bearer ${token}x`,
	`Bearer ${token.slice(0, -1)}`,
	`Basic ${token}`,
	token,
])("the metrics are nobody's who sends %s", async (authorization) => {
	const answer = await scrape(authorization);
	expect(answer.status).toBe(401);
	expect(await answer.json()).toMatchObject({ errors: [{ code: "metrics_token_required" }] });
});

test("a scrape tells the queue, what is held, runs, seal lag and connections, in one statement", async () => {
	await query(`INSERT INTO payment_events (provider, event_id, type, status, hold_reason, received_at, occurred_at)
		VALUES ('stripe', 'evt_held', 'invoice.paid', 'held', 'no_workspace', now(), now())`);
	await query(
		"SELECT enqueue_job('sync_company', '{}', now() - interval '90 seconds'), enqueue_job('sync_company', '{}', now() + interval '1 hour')",
	);
	await query(`INSERT INTO audit_entries (id, at, actor, action, collection)
		VALUES (gen_random_uuid(), now() - interval '40 seconds', 'test', 'test', 'test')`);
	const statements = vi.spyOn(keyturn.payload.db.pool, "query");
	const answer = await scrape(`Bearer ${token}`);
	expect(statements).toHaveBeenCalledTimes(1);
	statements.mockRestore();
	expect(answer.status).toBe(200);
	expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
	const text = await answer.text();
	expect(valueIn(text, "keyturn_database_up")).toBe(1);
	expect(valueIn(text, 'keyturn_held_events{reason="no_workspace"}')).toBe(1);
	expect(valueIn(text, 'keyturn_held_events{reason="amount_mismatch"}')).toBe(0);
	expect(valueIn(text, 'keyturn_queue_jobs_due{queue="sync_company"}')).toBe(1);
	expect(valueIn(text, 'keyturn_queue_jobs_later{queue="sync_company"}')).toBe(1);
	expect(valueIn(text, 'keyturn_queue_jobs_active{queue="provision_run"}')).toBe(0);
	expect(valueIn(text, 'keyturn_queue_oldest_due_seconds{queue="sync_company"}')).toBeGreaterThanOrEqual(90);
	expect(valueIn(text, 'keyturn_provisioning_runs{status="failed"}')).toBe(0);
	expect(valueIn(text, "keyturn_audit_seal_lag_seconds")).toBeGreaterThanOrEqual(40);
	expect(valueIn(text, 'keyturn_database_pool_connections{state="total"}')).toBeGreaterThanOrEqual(1);
	expect(valueIn(text, "process_resident_memory_bytes")).toBeGreaterThan(1_000_000);
});

test("while the database is away the process's own metrics are answered, and nothing old of the database", async () => {
	const away = vi.spyOn(keyturn.payload.db.pool, "query").mockImplementation(() => Promise.reject(new Error("away")));
	const answer = await scrape(`Bearer ${token}`);
	away.mockRestore();
	const text = await answer.text();
	expect(answer.status).toBe(200);
	expect(valueIn(text, "keyturn_database_up")).toBe(0);
	expect(text).not.toMatch(/^keyturn_(held_events|queue_jobs_due|audit_seal_lag_seconds)[ {]/m);
});

test("a request is counted under its route's pattern, never under an id", async () => {
	const { routeOf } = await import("@/operations/metrics/routePatterns");
	const id = "3f1c9a52-6a0e-4a58-9d0b-6c1d1c2b3a4f";
	expect([
		routeOf("GET", `/api/invoices/${id}?depth=0`),
		routeOf("PATCH", `/api/invoices/${id}`),
		routeOf("GET", "/api/invoices"),
		routeOf("POST", `/api/invoices/${id}/void`),
		routeOf("GET", `/api/onboardings/${id}/events`),
		routeOf("GET", "/api/metrics"),
		routeOf("GET", "/api/globals/settings"),
		routeOf("GET", `/admin/collections/invoices/${id}`),
		routeOf("GET", "/"),
		routeOf("GET", `/api/${id}/x`),
		routeOf("GET", `/${id}`),
	]).toEqual([
		"/api/invoices/:id",
		"/api/invoices/:id",
		"/api/invoices",
		"/api/invoices/:id/void",
		"/api/onboardings/:id/events",
		"/api/metrics",
		"/api/globals/settings",
		"/admin",
		"/",
		"other",
		"other",
	]);
});
