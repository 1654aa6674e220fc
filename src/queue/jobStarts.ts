import type { QueueKey } from "./queues";
import type { Sql } from "./sqlOf";

/** So many starts in a row without an end, and a job counts as one that ends its process. */
const startsUntilPoison = 8;

export type JobStart = {
	/** False: it has ended its process too often, and is not begun now. */
	mayRun: boolean;
	/** Starts in a row without an end, this one included. */
	unfinished: number;
};

/**
 * Counts the start of a job, committed before anything is done. The queue's own counter does not do: it begins again with
 * each job that replaces one a dead process held. What ends, well or with an error, calls `endJob`; what never does is
 * stopped after 8 starts, lest one job end every process that takes it, and tried once more after each pause.
 * @param key what the job is about, or "" where there is one of its queue
 */
export async function beginJob(input: {
	sql: Sql;
	queue: QueueKey;
	key: string;
	pauseHours: number;
}): Promise<JobStart> {
	const { sql, queue, key, pauseHours } = input;
	const mayRun = "s.unfinished < $3 OR s.last_started_at <= now() - $4 * interval '1 hour'";
	const [start] = await sql<JobStart>(
		`INSERT INTO job_starts AS s (queue, key, unfinished, last_started_at) VALUES ($1, $2, 1, now())
		 ON CONFLICT (queue, key) DO UPDATE SET
			unfinished = CASE WHEN ${mayRun} THEN s.unfinished + 1 ELSE s.unfinished END,
			last_started_at = CASE WHEN ${mayRun} THEN now() ELSE s.last_started_at END
		 RETURNING unfinished, last_started_at = now() AS "mayRun"`,
		[queue, key, startsUntilPoison, pauseHours],
	);
	if (!start) throw new Error("An upsert answers one row.");
	return start;
}

/** Its process lives: it starts from nothing next time. Also for a person who wants it tried again now. */
export async function endJob({ sql, queue, key }: { sql: Sql; queue: QueueKey; key: string }): Promise<void> {
	await sql("DELETE FROM job_starts WHERE queue = $1 AND key = $2", [queue, key]);
}
