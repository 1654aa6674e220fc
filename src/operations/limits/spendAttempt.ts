import type { Payload } from "payload";
import { RateLimiterRes } from "rate-limiter-flexible";
import { TooManyRequests } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { hashKey, limiterOf } from "./limiterOf";
import type { LimitName } from "./limits";

/**
 * Counts one attempt, before it is made. Outside any transaction: what is rolled back was tried all the same.
 * @throws TooManyRequests with the seconds to wait
 */
export async function spendAttempt(input: { payload: Payload; limit: LimitName; key: string }): Promise<void> {
	const limiter = limiterOf(await sqlOf({ payload: input.payload }), input.limit);
	try {
		await limiter.consume(hashKey(input.key));
	} catch (refusal) {
		if (refusal instanceof RateLimiterRes) throw new TooManyRequests(refusal.msBeforeNext / 1000);
		throw refusal;
	}
}
