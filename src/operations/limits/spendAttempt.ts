import type { Payload } from "payload";
import { RateLimiterRes } from "rate-limiter-flexible";
import { TooManyRequests } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { hashKey, type Limit, limiterOf } from "./limiterOf";
import { type LimitName, limits } from "./limits";

/**
 * Counts one attempt, before it is made. Outside any transaction: what is rolled back was tried all the same.
 * @throws TooManyRequests with the seconds to wait
 */
export async function spendAttempt(input: { payload: Payload; limit: LimitName; key: string }): Promise<void> {
	const { payload, limit, key } = input;
	const wait = await spendPoint({ payload, limit: { name: limit, ...limits[limit] }, key });
	if (wait !== null) throw new TooManyRequests(wait);
}

/** @returns the seconds to wait when nothing is left of the limit; null when there was */
export async function spendPoint(input: { payload: Payload; limit: Limit; key: string }): Promise<number | null> {
	const limiter = limiterOf(await sqlOf({ payload: input.payload }), input.limit);
	try {
		await limiter.consume(hashKey(input.key));
		return null;
	} catch (refusal) {
		if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext / 1000;
		throw refusal;
	}
}
