import { toVendorFailed } from "./askStripe";
import type { Stripe } from "./stripeSdk";

const DAY = 86_400;
/** Stripe keeps events for 30 days. */
const KEPT = 30 * DAY;

/**
 * Events since a moment, oldest first. Stripe lists the newest first, so they are fetched a day at a time and each day
 * turned round: what is held in memory is one day.
 * @param since ISO 8601; what is older than Stripe keeps is not there any more
 */
export async function* listEvents(stripe: Stripe, since: string): AsyncGenerator<Record<string, unknown>> {
	const now = Math.floor(Date.now() / 1000);
	let from = Math.max(Math.floor(Date.parse(since) / 1000), now - KEPT);
	for (let isLast = false; !isLast; from += DAY) {
		isLast = from + DAY > now;
		const created = isLast ? { gte: from } : { gte: from, lt: from + DAY };
		yield* (await listWindow(stripe, created)).reverse();
	}
}

async function listWindow(stripe: Stripe, created: Stripe.RangeQueryParam): Promise<Record<string, unknown>[]> {
	const events: Record<string, unknown>[] = [];
	try {
		for await (const event of stripe.events.list({ created, limit: 100 })) {
			events.push(JSON.parse(JSON.stringify(event)));
		}
	} catch (error) {
		throw toVendorFailed(error);
	}
	return events;
}
