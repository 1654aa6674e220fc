import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { type QueueKey, queues } from "./queues";

type Wakeable = Pick<Pool, "query">;

/** Between two notifications of one queue: a rush is told some forty times a second, not once a commit. */
const PAUSE_MS = 25;

/** The queues of each pool that are being told, and whether there has been another reason since. */
const telling = new WeakMap<Wakeable, Map<QueueKey, { isAgain: boolean }>>();

/**
 * Tells waiting workers, after the commit, that a queue has a job: the first time at once, what follows within the
 * pause in one notification at its end. PostgreSQL lets one notifying transaction commit at a time, flush to disk
 * included: inside a busy write it halves the rate. One that is lost costs a delay, not the job: workers also look on
 * their own.
 */
export function wakeWorkers({ pool, queue }: { pool: Wakeable; queue: QueueKey }): void {
	const ofPool = telling.get(pool) ?? new Map<QueueKey, { isAgain: boolean }>();
	telling.set(pool, ofPool);
	const current = ofPool.get(queue);
	if (current) {
		current.isAgain = true;
		return;
	}
	const started = { isAgain: false };
	ofPool.set(queue, started);
	pool
		// Nothing is written: there is no reason to wait for the disk.
		.query("SELECT set_config('synchronous_commit', 'off', true), wake_workers($1)", [queues[queue].name])
		.catch(() => {})
		.then(() => sleep(PAUSE_MS))
		.then(() => {
			ofPool.delete(queue);
			if (started.isAgain) wakeWorkers({ pool, queue });
		});
}
