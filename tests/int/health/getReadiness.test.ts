import { afterAll, beforeAll, expect, test } from "vitest";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";

let keyturn: Keyturn;
beforeAll(async () => {
	keyturn = await startKeyturn();
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
	await query(damage);
	const answer = await ready();
	await query(repair);
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
