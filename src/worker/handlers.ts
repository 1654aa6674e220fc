import { createHash } from "node:crypto";
import type { Payload } from "payload";
import { giveUpCompanySync, syncCompany } from "@/operations/companies/syncCompany";
import { deliverMessage } from "@/operations/messages/deliverMessage";
import { mailAccount } from "@/operations/messages/mailAccount";
import { closeAtProvider, giveUpClosing } from "@/operations/payments/closeAtProvider";
import { giveUpEvent } from "@/operations/payments/failEvent";
import { reconcilePayments } from "@/operations/payments/reconcilePayments";
import { settlePaymentEvent } from "@/operations/payments/settlePaymentEvent";
import { recordFailure, syncProduct } from "@/operations/product/syncProduct";
import { giveUpRun, provisionRun } from "@/operations/runs/provisionRun";
import { runScheduledTasks } from "@/operations/schedule/runScheduledTasks";
import { reportStuckJob, resolveStuckJob } from "@/operations/schedule/stuckJobs";
import { beginJob, endJob } from "@/queue/jobStarts";
import { type JobData, type QueueKey, queues } from "@/queue/queues";
import { sqlOf } from "@/queue/sqlOf";

type Handler<Key extends QueueKey> = {
	/** What the job is about; "" where there is one of its kind. */
	keyOf(data: JobData[Key]): string;
	handle(data: JobData[Key]): Promise<unknown>;
	/** Says that it ends its process again and again, where a person sees it. */
	giveUp(data: JobData[Key], cause: string): Promise<unknown>;
	/** Whether the schedule asks for it again and again: then it is tried once an hour, and what is one record's once a day. */
	isScheduled?: true;
};

export type Handlers = { [Key in QueueKey]: Handler<Key> };

/** What is done with a job of each queue. */
export function createHandlers(payload: Payload): Handlers {
	const scheduled = (queue: QueueKey, handle: () => Promise<unknown>) => ({
		keyOf: () => "",
		handle,
		giveUp: (_data: unknown, cause: string) => reportStuckJob({ payload, queue: queues[queue].name, cause }),
		isScheduled: true as const,
	});
	return {
		settlePaymentEvent: {
			keyOf: ({ eventId }) => eventId,
			handle: ({ eventId }) => settlePaymentEvent({ payload, eventId }),
			giveUp: ({ eventId }, cause) => giveUpEvent({ payload, eventId, cause }),
		},
		provisionRun: {
			keyOf: ({ runId }) => runId,
			handle: ({ runId }) => provisionRun({ payload, runId }),
			giveUp: ({ runId }, cause) => giveUpRun({ payload, runId, cause }),
		},
		deliverMessage: {
			keyOf: ({ messageId }) => messageId,
			handle: ({ messageId }) => deliverMessage({ payload, messageId }),
			// It counts its own tries, fewer than these, and gives itself up.
			giveUp: async () => {},
		},
		mailAccount: {
			// What outlives the job names nobody.
			keyOf: (asked) => createHash("sha256").update(JSON.stringify(asked)).digest("hex"),
			handle: (asked) => mailAccount({ payload, ...asked }),
			// There is no record of it yet. Whoever asked and got no mail asks again.
			giveUp: async (_asked, cause) =>
				payload.logger.error({ msg: "A mail about an account was given up", reason: cause }),
		},
		syncCompany: {
			keyOf: ({ companyId }) => companyId,
			handle: ({ companyId }) => syncCompany({ payload, companyId }),
			giveUp: ({ companyId }, cause) => giveUpCompanySync({ payload, companyId, cause }),
		},
		syncProduct: {
			keyOf: ({ casinoId }) => casinoId,
			handle: ({ casinoId }) => syncProduct({ payload, casinoId }),
			giveUp: ({ casinoId }, cause) => recordFailure({ payload, casinoId, cause, mayPass: false }),
		},
		closeAtProvider: {
			keyOf: ({ invoiceId }) => invoiceId,
			handle: ({ invoiceId }) => closeAtProvider({ payload, invoiceId }),
			giveUp: ({ invoiceId }, cause) => giveUpClosing({ payload, invoiceId, cause }),
		},
		reconcilePayments: scheduled("reconcilePayments", () => reconcilePayments({ payload })),
		keepAppointments: scheduled("keepAppointments", () => runScheduledTasks({ payload, now: new Date() })),
	};
}

/** Does a job, unless it has ended its process again and again: then it is given up, with that as the reason. */
export async function doJob<Key extends QueueKey>(input: {
	payload: Payload;
	queue: Key;
	handler: Handler<Key>;
	data: JobData[Key];
}): Promise<void> {
	const { payload, queue, handler, data } = input;
	const sql = await sqlOf({ payload });
	const key = handler.keyOf(data);
	const { mayRun, unfinished } = await beginJob({ sql, queue, key, pauseHours: handler.isScheduled ? 1 : 24 });
	if (!mayRun) {
		const cause = `The process that worked on it ended before it did, ${unfinished} times in a row.`;
		await handler.giveUp(data, cause);
		return;
	}
	try {
		await handler.handle(data);
		if (handler.isScheduled && unfinished > 1) await resolveStuckJob({ payload, queue: queues[queue].name });
	} finally {
		// A count that stays because the database is away is one too many, which seven more in a row would have to follow.
		await endJob({ sql, queue, key }).catch(() => {});
	}
}
