import { afterAll, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/build.mjs";
import { paidBy, paidEvent } from "../harness/paidEvent";
import { killStarted, startWebProcess, startWorkerProcess } from "../harness/startProcess";
import { openCustomers } from "./parts/openCustomers";
import { onceEach, readEffects } from "./parts/readEffects";
import { sendWebhook } from "./parts/sendWebhook";
import { untilRunsSucceeded } from "./parts/untilRunsSucceeded";

/** Enough that each of five processes works on several at once, from the first to the last. */
const CUSTOMERS = 40;
/** As many deliveries wait for an answer at once. */
const AT_ONCE = 16;

afterAll(killStarted);

test("two web and three worker processes provision forty customers who pay at once, each once", {
	timeout: 1_800_000,
}, async () => {
	await ensureBuilt();
	const { environment, customers } = await openCustomers(CUSTOMERS);
	const webs = await Promise.all([startWebProcess({ environment }), startWebProcess({ environment })]);
	const workers = await Promise.all([0, 1, 2].map(() => startWorkerProcess(environment)));

	const deliveries = customers.flatMap((customer) => {
		const body = paidEvent(paidBy(customer));
		return [...webs, ...webs].map(({ address }) => ({ address, body }));
	});
	const statuses = new Set<number>();
	const deliver = async () => {
		for (let next = deliveries.shift(); next; next = deliveries.shift()) {
			statuses.add(await sendWebhook(next.address, next.body));
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, deliver));
	expect(statuses).toEqual(new Set([200]));

	await untilRunsSucceeded(environment, customers);
	for (const customer of customers) expect(await readEffects(environment, customer)).toEqual(onceEach);
	await Promise.all([...workers, ...webs].map((each) => each.stop()));
});
