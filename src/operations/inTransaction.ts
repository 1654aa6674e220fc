import {
	commitTransaction,
	createLocalReq,
	initTransaction,
	killTransaction,
	type Payload,
	type PayloadRequest,
} from "payload";

/** How often work is begun that ended in a deadlock: of two that wait for each other PostgreSQL ends one, which may go again. */
const attempts = 3;

/**
 * Runs work as one transaction: all of it is committed or none. Work that PostgreSQL ended because of a deadlock is rolled back
 * and begun again.
 *
 * A request that is in a transaction already lends it. Payload reports a failed COMMIT (a lost connection) as success;
 * callers for whom that matters read their effect back, or are run again by the sweep.
 */
export async function inTransaction<Result>(
	req: PayloadRequest,
	work: (req: PayloadRequest) => Promise<Result>,
): Promise<Result> {
	for (let attempt = 1; ; attempt++) {
		const isOurs = await initTransaction(req);
		try {
			const result = await work(req);
			if (isOurs) await commitTransaction(req);
			return result;
		} catch (error) {
			if (isOurs) await killTransaction(req);
			if (!isOurs || !isDeadlock(error) || attempt === attempts) throw error;
		}
	}
}

/** Whether PostgreSQL says so, of the error or of what caused it: layers between wrap what they are told. */
function isDeadlock(error: unknown): boolean {
	if (typeof error !== "object" || error === null) return false;
	return ("code" in error && error.code === "40P01") || ("cause" in error && isDeadlock(error.cause));
}

/** A request of the system's own, for jobs and schedules: nobody is signed in, and `why` stands in the record. */
export function systemRequest(payload: Payload, why: string): Promise<PayloadRequest> {
	return createLocalReq({ context: { why } }, payload);
}
