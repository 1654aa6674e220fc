import {
	commitTransaction,
	createLocalReq,
	initTransaction,
	killTransaction,
	type Payload,
	type PayloadRequest,
} from "payload";

/**
 * Runs work as one transaction: all of it is committed or none.
 *
 * A request that is in a transaction already lends it. Payload reports a failed COMMIT (a lost connection) as success;
 * callers for whom that matters read their effect back, or are run again by the sweep.
 */
export async function inTransaction<Result>(
	req: PayloadRequest,
	work: (req: PayloadRequest) => Promise<Result>,
): Promise<Result> {
	const isOurs = await initTransaction(req);
	try {
		const result = await work(req);
		if (isOurs) await commitTransaction(req);
		return result;
	} catch (error) {
		if (isOurs) await killTransaction(req);
		throw error;
	}
}

/** A request of the system's own, for jobs and schedules: nobody is signed in, and `why` stands in the record. */
export function systemRequest(payload: Payload, why: string): Promise<PayloadRequest> {
	return createLocalReq({ context: { why } }, payload);
}
