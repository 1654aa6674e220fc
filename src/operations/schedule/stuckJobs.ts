import type { Payload } from "payload";
import { inTransaction, systemRequest } from "../inTransaction";
import { raiseRisk } from "../risks/raiseRisk";
import { resolveRisk } from "../risks/resolveRisk";

const why = "a scheduled job";
const riskKey = (queue: string) => `job:${queue}`;

/** Calls a person for a scheduled job that ends its process each time. */
export async function reportStuckJob(input: { payload: Payload; queue: string; cause: string }): Promise<void> {
	const { payload, queue, cause } = input;
	const req = await systemRequest(payload, why);
	await inTransaction(req, () =>
		raiseRisk({
			req,
			key: riskKey(queue),
			kind: "other",
			severity: "high",
			title: `The scheduled job ${queue} does not get to its end`,
			detail: `${cause} It is tried once an hour. The worker's log says how it ended.`,
			casinoId: null,
		}),
	);
}

export async function resolveStuckJob({ payload, queue }: { payload: Payload; queue: string }): Promise<void> {
	const req = await systemRequest(payload, why);
	await inTransaction(req, () => resolveRisk({ req, key: riskKey(queue), resolution: "It got to its end." }));
}
