import { afterAll, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/build.mjs";
import { paidBy, paidEvent } from "../harness/paidEvent";
import { killStarted, startWebProcess, startWorkerProcess } from "../harness/startProcess";
import { openCustomers } from "./parts/openCustomers";
import { onceEach, readEffects } from "./parts/readEffects";
import { sendWebhook } from "./parts/sendWebhook";
import { untilRunsSucceeded } from "./parts/untilRunsSucceeded";

const CUSTOMERS = 100;

afterAll(killStarted);

test("two web and three worker processes provision a hundred customers who pay at once, each once", {
	timeout: 900_000,
}, async () => {
	await ensureBuilt();
	const { environment, customers } = await openCustomers(CUSTOMERS);
	const webs = await Promise.all([startWebProcess({ environment }), startWebProcess({ environment })]);
	const workers = await Promise.all([0, 1, 2].map(() => startWorkerProcess(environment)));

	const deliveries = customers.flatMap((customer) => {
		const body = paidEvent(paidBy(customer));
		return [...webs, ...webs].map(({ address }) => sendWebhook(address, body));
	});
	expect(new Set(await Promise.all(deliveries))).toEqual(new Set([200]));

	await untilRunsSucceeded(environment, customers, 240);
	for (const customer of customers) expect(await readEffects(environment, customer)).toEqual(onceEach);
	await Promise.all([...workers, ...webs].map((each) => each.stop()));
});
