import { Pool } from "pg";
import type { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createBoss } from "@/queue/createBoss";
import { enqueue } from "@/queue/enqueue";
import { type QueueKey, queues } from "@/queue/queues";
import type { Sql } from "@/queue/sqlOf";
import { wakeWorkers } from "@/queue/wakeWorkers";
import { createTestDatabase } from "../../harness/createTestDatabase";

let pool: Pool;
let boss: PgBoss;
const sql: Sql = async (text, values = []) => (await pool.query(text, [...values])).rows as never;

beforeAll(async () => {
	const { databaseUrl } = await createTestDatabase();
	pool = new Pool({ connectionString: databaseUrl, max: 4 });
	boss = createBoss({ connectionString: databaseUrl, maxConnections: 2 });
	boss.on("error", () => {});
	await boss.start();
});
afterAll(async () => {
	await boss.stop({ graceful: false });
	await pool.end();
});

const jobs = async (marker: string) =>
	(await pool.query("SELECT * FROM pgboss.job WHERE data->>'marker' = $1", [marker])).rows;

/** What differs between any two jobs: identity, and moments, which are told relative to the job's own creation. */
function comparable({ id, data, ...job }: Record<string, unknown>) {
	const created = job.created_on as Date;
	return Object.fromEntries(
		Object.entries(job).map(([column, value]) => [
			column,
			value instanceof Date ? Math.round((value.getTime() - created.getTime()) / 1000) : value,
		]),
	);
}

test.each(Object.keys(queues) as QueueKey[])(
	"a job put on %s by SQL is the job pg-boss would have sent",
	async (queue) => {
		const marker = `compare ${queue}`;
		await enqueue({ sql, queue, data: { marker } as never });
		const [ours] = await jobs(marker);
		await pool.query("DELETE FROM pgboss.job WHERE id = $1", [ours?.id]);
		await boss.send(queues[queue].name, { marker });
		const [theirs] = await jobs(marker);
		expect(comparable(ours ?? {})).toEqual(comparable(theirs ?? {}));
		expect(ours?.data).toEqual(theirs?.data);
		const many = [{ marker: `${marker} 1` }, { marker: `${marker} 2` }];
		await sql("SELECT enqueue_jobs($1, ARRAY(SELECT jsonb_array_elements($2::jsonb)))", [
			queues[queue].name,
			JSON.stringify(many),
		]);
		for (const each of many) {
			const [one, ...others] = await jobs(each.marker);
			expect(others).toEqual([]);
			expect(comparable(one ?? {})).toEqual(comparable(theirs ?? {}));
		}
	},
);

test("a job for later is the one pg-boss would have sent for then, and wakes nobody now", async () => {
	const startAfter = new Date(Date.now() + 3_600_000);
	const woken = await listenWhile(async () => {
		await enqueue({
			sql,
			queue: "keepAppointments",
			data: { marker: "later" } as never,
			startAfter: startAfter.toISOString(),
		});
	});
	expect(woken).toEqual([]);
	const [ours] = await jobs("later");
	await pool.query("DELETE FROM pgboss.job WHERE id = $1", [ours?.id]);
	await boss.send(queues.keepAppointments.name, { marker: "later" }, { startAfter });
	const [theirs] = await jobs("later");
	expect(ours?.start_after).toEqual(startAfter);
	expect(comparable(ours ?? {})).toEqual(comparable(theirs ?? {}));
});

test("a due job wakes whom pg-boss would have woken, in its words", async () => {
	const byUs = await listenWhile(() => enqueue({ sql, queue: "provisionRun", data: { marker: "wake" } as never }));
	const byBoss = await listenWhile(() => boss.send(queues.provisionRun.name, { marker: "wake" }));
	expect(byUs).toHaveLength(1);
	expect(byUs).toEqual(byBoss);
});

test("a burst of jobs put down in silence wakes the workers with a few notifications, the last one after the last job", async () => {
	const quiet = await listenWhile(() => sql("SELECT enqueue_job('provision_run', '{}'::jsonb, NULL, false)"));
	expect(quiet).toEqual([]);
	const woken = await listenWhile(async (heard) => {
		for (let job = 0; job < 50; job++) wakeWorkers({ pool, queue: "provisionRun" });
		await vi.waitFor(() => expect(heard).toHaveLength(2));
	});
	expect(woken.every((notification) => notification.endsWith(" provision_run"))).toBe(true);
});

test("a job exists exactly when the transaction that asked for it does", async () => {
	const client = await pool.connect();
	try {
		const inside: Sql = async (text, values = []) => (await client.query(text, [...values])).rows as never;
		await client.query("BEGIN");
		await enqueue({ sql: inside, queue: "provisionRun", data: { marker: "undone" } as never });
		await client.query("ROLLBACK");
	} finally {
		client.release();
	}
	expect(await jobs("undone")).toEqual([]);
});

test("a queue that does not exist is an error, not a lost job", async () => {
	await expect(sql("SELECT enqueue_job('no_such_queue', '{}'::jsonb, NULL)")).rejects.toThrow(/no queue no_such_queue/);
});

/** The notifications on pg-boss's channel that `work` causes. */
async function listenWhile(work: (heard: readonly string[]) => Promise<unknown>): Promise<string[]> {
	const client = await pool.connect();
	const heard: string[] = [];
	const hear = ({ channel, payload }: { channel: string; payload?: string }) => heard.push(`${channel} ${payload}`);
	const [named] = await sql<{ channel: string }>(
		"SELECT 'pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24) AS channel",
	);
	try {
		client.on("notification", hear);
		await client.query(`LISTEN "${named?.channel}"`);
		await work(heard);
		// Notifications are delivered before the answer to a statement that follows them.
		await client.query("SELECT 1");
		return heard;
	} finally {
		client.off("notification", hear);
		await client.query("UNLISTEN *");
		client.release();
	}
}
