import { afterAll, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/build.mjs";
import { paidBy, paidEvent } from "../harness/paidEvent";
import { killStarted, startWebProcess, startWorkerProcess } from "../harness/startProcess";
import { openCustomers, withDatabase } from "./parts/openCustomers";
import { onceEach, readEffects } from "./parts/readEffects";
import { sendWebhook } from "./parts/sendWebhook";
import { until } from "./parts/until";
import { untilRunsSucceeded } from "./parts/untilRunsSucceeded";

afterAll(killStarted);

test("an event whose receiver died between the commit and the answer is sent again and settles once", {
	timeout: 1_200_000,
}, async () => {
	await ensureBuilt();
	const { environment, customers } = await openCustomers(1);
	const [customer] = customers;
	if (!customer) throw new Error("There is no customer.");
	const body = paidEvent(paidBy(customer));
	const web = await startWebProcess({ environment });
	await withDatabase(environment.DATABASE_URL, async (database) => {
		// The insertion waits for the table while the server is frozen: it is committed, and nobody is left to answer.
		await database.query("BEGIN; LOCK TABLE payment_events IN SHARE MODE");
		const answer = sendWebhook(web.address, body).then(
			(status) => status,
			() => "no answer",
		);
		await withDatabase(environment.DATABASE_URL, (looker) =>
			until("an insertion that waits", async () => {
				const { rows } = await looker.query(
					"SELECT 1 FROM pg_locks WHERE relation = 'payment_events'::regclass AND NOT granted",
				);
				return rows.length > 0;
			}),
		);
		web.freeze();
		await database.query("COMMIT");
		await until("the event's row", async () => (await database.query("SELECT 1 FROM payment_events")).rowCount);
		await web.kill();
		expect(await answer).toBe("no answer");
	});

	const again = await startWebProcess({ environment, port: web.port });
	expect(await sendWebhook(again.address, body)).toBe(200);
	const worker = await startWorkerProcess(environment);
	await untilRunsSucceeded(environment, customers);
	expect(await readEffects(environment, customer)).toEqual(onceEach);
	await Promise.all([worker.stop(), again.stop()]);
});
