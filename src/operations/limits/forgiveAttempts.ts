import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { hashKey, limiterOf } from "./limiterOf";
import { limits } from "./limits";

/** A try to sign in, and whom it counted against: a browser that is known to the account, or a stranger at an address. */
export type Attempt = { account: string } & ({ device: string } | { address: string });

/**
 * A sign-in that succeeded: who tried starts again, and an address gets back the one attempt it spent. On the request's own
 * connection: waiting for a second one while holding the first could starve the pool.
 */
export async function forgiveAttempts({ req, attempt }: { req: PayloadRequest; attempt: Attempt }): Promise<void> {
	const sql = await sqlOf(req);
	const limiter = (name: keyof typeof limits) => limiterOf(sql, { name, ...limits[name] });
	if ("device" in attempt) {
		await limiter("signInByDevice").delete(hashKey(attempt.device));
		return;
	}
	await limiter("signInByAccount").delete(hashKey(attempt.account));
	await limiter("signInByAddress").reward(hashKey(attempt.address), 1);
}
