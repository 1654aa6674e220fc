import type { QueueKey } from "@/queue/queues";
import type { Keyturn } from "./startKeyturn";

type Job = { queue: string; data: Record<string, string> };

/** Takes what is due now off the queues and does it, as workers would; with what that adds, until nothing is left. */
export async function workQueues(
	keyturn: Keyturn,
	only: readonly QueueKey[] = ["settlePaymentEvent", "provisionRun"],
): Promise<void> {
	const { payload } = keyturn;
	const { queues } = await import("@/queue/queues");
	const { createHandlers } = await import("@/worker/handlers");
	const created = createHandlers(payload);
	const handlers = Object.fromEntries(
		only.map((key) => [queues[key].name, created[key].handle as (data: Record<string, string>) => Promise<unknown>]),
	);
	const names = only.map((key) => queues[key].name);
	for (let round = 0; round < 50; round++) {
		const { rows } = await payload.db.pool.query<Job>(
			`DELETE FROM pgboss.job WHERE name = ANY($1::text[]) AND state = 'created' AND start_after <= now()
			 RETURNING name AS queue, data`,
			[names],
		);
		if (rows.length === 0) return;
		for (const { queue, data } of rows) await handlers[queue]?.(data);
	}
	throw new Error("The queues do not become empty.");
}

/** How many jobs wait on a queue, due or not. */
export async function countJobs(keyturn: Keyturn, queue: QueueKey): Promise<number> {
	const { queues } = await import("@/queue/queues");
	const { rows } = await keyturn.payload.db.pool.query<{ count: number }>(
		"SELECT count(*)::int AS count FROM pgboss.job WHERE name = $1 AND state IN ('created', 'retry')",
		[queues[queue].name],
	);
	return rows[0]?.count ?? 0;
}
