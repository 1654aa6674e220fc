import { type JobData, type QueueKey, queues } from "./queues";
import type { Sql } from "./sqlOf";

/**
 * Puts a job on a queue inside the caller's transaction: it exists exactly when what it is about does.
 * @param sql the caller's connection (`await sqlOf(req)`)
 * @param startAfter ISO 8601; left out, the job is due at once and a worker is woken at the commit
 */
export async function enqueue<Key extends QueueKey>(input: {
	sql: Sql;
	queue: Key;
	data: JobData[Key];
	startAfter?: string;
}): Promise<void> {
	await input.sql("SELECT enqueue_job($1, $2::jsonb, $3::timestamptz)", [
		queues[input.queue].name,
		JSON.stringify(input.data),
		input.startAfter ?? null,
	]);
}
