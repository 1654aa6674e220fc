import type { Payload } from "payload";
import type { Pool } from "pg";
import type { PgBoss } from "pg-boss";
import { startSealer } from "@/audit/startSealer";
import { env } from "@/env";
import { recordCountedDenials } from "@/operations/audit/countDenial";
import { projectPayments } from "@/operations/payments/projectPayments";
import { sweep } from "@/operations/schedule/sweep";
import { createBoss } from "@/queue/createBoss";
import { type QueueKey, queues } from "@/queue/queues";
import { createHandlers, doJob, type Handlers } from "./handlers";
import { startTimer } from "./startTimer";

export type Worker = { stop(): Promise<void> };

/** How many jobs of a queue one worker has in hand at once. Two cores; most of a job is waiting for the database. */
const concurrency: Record<QueueKey, number> = {
	settlePaymentEvent: 4,
	provisionRun: 6,
	deliverMessage: 2,
	mailAccount: 1,
	syncCompany: 1,
	syncProduct: 2,
	reconcilePayments: 1,
	closeAtProvider: 1,
	keepAppointments: 1,
};

/**
 * Starts taking jobs: woken by the database, polling only in case a call was missed. Also seals the audit record and, every
 * few seconds, gives a new job to rows that lost theirs.
 */
export async function startWorker(payload: Payload): Promise<Worker> {
	const onError = (error: unknown) => payload.logger.error({ err: error, msg: "The worker met an error" });
	const boss = createBoss({ connectionString: env().DATABASE_URL, maxConnections: 4 });
	boss.on("error", onError);
	await boss.start();
	const handlers = createHandlers(payload);
	for (const queue of Object.keys(queues) as QueueKey[]) {
		const handler = handlers[queue] as Handlers["keepAppointments"];
		await takeJobs(boss, queue, (data) => doJob({ payload, queue: queue as "keepAppointments", handler, data }));
	}
	await boss.schedule(queues.reconcilePayments.name, "7 * * * *");
	await boss.schedule(queues.keepAppointments.name, "* * * * *");
	const projecting = projectPayments({ payload }).catch(onError);
	const stopSealer = startSealer({ pool: payload.db.pool as unknown as Pool, onError });
	const sweeper = startTimer({ everySeconds: 5, task: () => sweep({ payload }), onError });
	const counter = startTimer({ everySeconds: 20, task: () => recordCountedDenials({ payload }), onError });
	return {
		stop: async () => {
			await sweeper.stop();
			await counter.stop();
			await projecting;
			await boss.stop({ graceful: true, timeout: 10_000 });
			await stopSealer();
		},
	};
}

async function takeJobs(boss: PgBoss, key: QueueKey, handle: (data: never) => Promise<void>): Promise<void> {
	const options = { batchSize: 1, localConcurrency: 1, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5 };
	for (let taker = 1; taker <= concurrency[key]; taker++) {
		let id = "";
		id = await boss.work(queues[key].name, options, async ([job]) => {
			try {
				if (job) await handle(job.data as never);
			} finally {
				// Where there was one job there may be more: left alone, it would look again only after its interval.
				boss.notifyWorker(id);
			}
		});
	}
}
