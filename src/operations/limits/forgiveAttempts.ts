import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { hashKey, limiterOf } from "./limiterOf";

/**
 * A sign-in that succeeded: the account starts anew, and the address gets back the one attempt it spent.
 * On the request's own connection: waiting for a second one while holding the first could starve the pool.
 */
export async function forgiveAttempts(input: { req: PayloadRequest; account: string; address: string }): Promise<void> {
	const sql = await sqlOf(input.req);
	await limiterOf(sql, "signInByAccount").delete(hashKey(input.account));
	await limiterOf(sql, "signInByAddress").reward(hashKey(input.address), 1);
}
