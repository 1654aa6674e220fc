import { Pool } from "pg";
import { recordEvent } from "@/inbox/recordEvent";
import type { CopiedCustomer } from "../../harness/copyCustomers";
import { paidBy, paidEvent } from "../../harness/paidEvent";
import { startWorkerProcess } from "../../harness/startProcess";
import { type Addresses, withDatabase } from "./openCustomers";
import { holdAt } from "./stops";
import { until } from "./until";

/** Lets a real worker work a payment off, kills it where it is held, and lets another one finish. */
export async function killWorkerAt(input: {
	place: string;
	environment: Record<string, string> & Addresses;
	customer: CopiedCustomer;
}): Promise<void> {
	const { place, environment, customer } = input;
	const stop = await holdAt(environment.DATABASE_URL, place);
	await receivePayment(environment.DATABASE_URL, customer);
	const first = await startWorkerProcess(environment);
	await stop.reached();
	await first.kill();
	await stop.release();
	const second = await startWorkerProcess(environment);
	await withDatabase(environment.DATABASE_URL, (database) =>
		until("a run that succeeded", async () => {
			const { rows } = await database.query(
				"SELECT 1 FROM provisioning_runs WHERE onboarding_id = $1::uuid AND status = 'succeeded'",
				[customer.onboarding],
			);
			return rows.length > 0;
		}),
	);
	await second.stop();
}

/** A payment of the customer in the inbox, with its job, as a webhook leaves it. */
export async function receivePayment(databaseUrl: string, customer: CopiedCustomer): Promise<void> {
	const pool = new Pool({ connectionString: databaseUrl, max: 2 });
	const body = paidEvent(paidBy(customer));
	const event = JSON.parse(body) as Record<string, unknown>;
	await recordEvent({ pool, provider: "stripe", event, receivedAt: new Date().toISOString() });
	await pool.end();
}
