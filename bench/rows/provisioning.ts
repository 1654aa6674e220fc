import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import type { CopiedCustomer } from "../../tests/harness/copyCustomers";
import { paidBy, paidEvent } from "../../tests/harness/paidEvent";
import { runScript } from "../../tests/harness/runScript";
import { signStripeBody } from "../../tests/harness/signStripeBody";
import { startWebProcess, startWorkerProcess } from "../../tests/harness/startProcess";
import { buildApp } from "../parts/buildApp";
import { connectTo } from "../parts/connectTo";
import type { Databases } from "../parts/openDatabases";
import { type Row, shown } from "../parts/result";
import { type Prepared, quantile, send, sendRequests } from "../parts/sendRequests";

const WARM_UP = 20;
const ALONE = 60;
const BURST = 200;

/** Paid event → tenant live, one at a time and in a burst, with one web and one worker process. */
export async function benchProvisioning(databases: Databases): Promise<Row> {
	const folder = await buildApp();
	const environment = await databases.environmentOf("bench_provisioning");
	const count = WARM_UP + ALONE + BURST;
	const seeding = { file: "bench/parts/seedCustomers.ts", environment, args: [String(count)] };
	const customers = await runScript<CopiedCustomer[]>(seeding);
	const database = await connectTo(environment.DATABASE_URL);
	await database.query("ANALYZE");
	const server = await startWebProcess({ folder, environment });
	const worker = await startWorkerProcess(environment);
	try {
		const payAlone = async (customer: CopiedCustomer) => {
			const start = performance.now();
			await send(undefined, server.port, webhookOf(customer));
			await untilLive(database, [customer], 2);
			return performance.now() - start;
		};
		for (const customer of customers.slice(0, WARM_UP)) await payAlone(customer);
		const latencies: number[] = [];
		for (const customer of customers.slice(WARM_UP, WARM_UP + ALONE)) {
			latencies.push(await payAlone(customer));
			await sleep(50);
		}
		const burst = customers.slice(WARM_UP + ALONE);
		const start = performance.now();
		await sendRequests({ port: server.port, requests: burst.map(webhookOf), concurrency: 16 });
		await untilLive(database, burst, 25);
		const seconds = (performance.now() - start) / 1000;
		await requireOneRunEach(database, customers);
		return rowOf(latencies, BURST / seconds);
	} finally {
		await worker.stop();
		await server.stop();
		await database.end();
	}
}

function rowOf(latencies: number[], rate: number): Row {
	const p95 = quantile(latencies, 0.95);
	return {
		name: "Paid event → tenant live",
		target: "p95 ≤ 1.5 s alone; ≥ 8 runs/s sustained with one worker",
		figures: {
			"alone, median": shown(quantile(latencies, 0.5), "ms", 0),
			"alone, p95": shown(p95, "ms", 0),
			"sustained, one worker": shown(rate, "runs/s"),
		},
		ratio: null,
		isMet: p95 <= 1500 && rate >= 8,
		method: `From sending the signed webhook until the run has succeeded and the casino is live in the database. ${ALONE} customers one after the other; then ${BURST} paid at once, from the first request to the last run. Web and worker are processes of their own, the product is the reference product on the same server.`,
	};
}

function webhookOf(customer: CopiedCustomer): Prepared {
	const body = paidEvent(paidBy(customer));
	const headers = {
		"content-type": "application/json",
		"stripe-signature": signStripeBody({ body, secret: "whsec_bench" }),
	};
	return { path: "/api/stripe/webhooks", method: "POST", headers, body };
}

async function untilLive(database: Client, customers: CopiedCustomer[], everyMs: number): Promise<void> {
	const onboardings = customers.map(({ onboarding }) => onboarding);
	const deadline = Date.now() + 180_000;
	for (;;) {
		const { rows } = await database.query<{ live: number; states: string }>(
			`SELECT count(*) FILTER (WHERE r.status = 'succeeded' AND c.status = 'live')::int AS live,
				string_agg(DISTINCT r.status || ' ' || coalesce(r.error, ''), ', ') AS states
			 FROM provisioning_runs r JOIN casinos c ON c.id = r.casino_id WHERE r.onboarding_id = ANY($1::uuid[])`,
			[onboardings],
		);
		if (rows[0]?.live === customers.length) return;
		if (Date.now() > deadline) {
			throw new Error(`${rows[0]?.live} of ${customers.length} tenants are live; the runs are: ${rows[0]?.states}`);
		}
		await sleep(everyMs);
	}
}

/** A rate of runs that were done twice would be worth nothing. */
async function requireOneRunEach(database: Client, customers: CopiedCustomer[]): Promise<void> {
	const { rows } = await database.query<{ runs: number; invites: number }>(
		"SELECT (SELECT count(*)::int FROM provisioning_runs) AS runs, (SELECT count(*)::int FROM staff_invites) AS invites",
	);
	const [counted] = rows;
	if (counted?.runs === customers.length && counted.invites === customers.length) return;
	throw new Error(`${customers.length} customers paid once; there are ${JSON.stringify(counted)}.`);
}
