import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { paidEvent } from "../../tests/harness/paidEvent";
import { signStripeBody } from "../../tests/harness/signStripeBody";
import { startWebProcess } from "../../tests/harness/startProcess";
import { buildApp } from "../parts/buildApp";
import { connectTo } from "../parts/connectTo";
import type { Databases } from "../parts/openDatabases";
import { type Row, shown } from "../parts/result";
import { type Prepared, quantile, sendRequests } from "../parts/sendRequests";

const CONCURRENCY = 16;
const ROUNDS = 11;
const PER_ROUND = 1200;

/** Webhook → committed → 200, against a bare route of the same server that inserts the same body. */
export async function benchWebhook(databases: Databases): Promise<Row> {
	const folder = await buildApp();
	const environment = await databases.environmentOf("bench_webhook");
	const database = await connectTo(environment.DATABASE_URL);
	await database.query(
		"CREATE TABLE bench_bare (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body jsonb NOT NULL)",
	);
	const server = await startWebProcess({ folder, environment });
	try {
		const measure = (path: string, count = PER_ROUND) =>
			sendRequests({ port: server.port, requests: signedEvents(path, count), concurrency: CONCURRENCY });
		for (const path of [WEBHOOK, BARE]) await measure(path, 2 * PER_ROUND);
		const rounds: { ours: number; bare: number; p95: number }[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			// Who goes first changes, so that a checkpoint or a noisy neighbour meets both.
			const order = round % 2 === 0 ? [WEBHOOK, BARE] : [BARE, WEBHOOK];
			const results = new Map<string, Awaited<ReturnType<typeof measure>>>();
			for (const path of order) results.set(path, await measure(path));
			const ours = results.get(WEBHOOK);
			const bare = results.get(BARE);
			if (ours && bare) rounds.push({ ours: ours.rate, bare: bare.rate, p95: ours.p95 });
		}
		await requireRows(database, (2 + ROUNDS) * PER_ROUND);
		const ratio = quantile(
			rounds.map(({ ours, bare }) => ours / bare),
			0.5,
		);
		return {
			name: "Webhook → committed → 200",
			target: "≥ 0.8 × the rate of a bare route in the same server doing one INSERT",
			figures: {
				webhook: shown(
					quantile(
						rounds.map(({ ours }) => ours),
						0.5,
					),
					"requests/s",
				),
				"bare route": shown(
					quantile(
						rounds.map(({ bare }) => bare),
						0.5,
					),
					"requests/s",
				),
				"webhook p95": shown(
					quantile(
						rounds.map(({ p95 }) => p95),
						0.5,
					),
					"ms",
				),
			},
			ratio,
			isMet: ratio >= 0.8,
			method: `A Next route handler in the same build and process, beside the product's routes, inserts the body into a table with one key. Concurrency ${CONCURRENCY}, ${ROUNDS} alternating rounds of ${PER_ROUND} signed bodies each, median of the rounds' ratios. Commits wait for the disk on both sides.`,
		};
	} finally {
		await database.end();
		await server.stop();
	}
}

const WEBHOOK = "/api/stripe/webhooks";
const BARE = "/bench-bare";

function signedEvents(path: string, count: number): Prepared[] {
	return Array.from({ length: count }, () => {
		const body = paidEvent({ id: randomUUID(), amountDue: 120_000, currency: "usd" });
		const headers = {
			"content-type": "application/json",
			"content-length": String(Buffer.byteLength(body)),
			"stripe-signature": signStripeBody({ body, secret: "whsec_bench" }),
		};
		return { path, method: "POST" as const, headers, body };
	});
}

/** An answer of 200 that left no row would make the rate worthless. */
async function requireRows(database: Client, expected: number): Promise<void> {
	const { rows } = await database.query<{ events: number; bare: number; jobs: number }>(
		`SELECT (SELECT count(*)::int FROM payment_events) AS events, (SELECT count(*)::int FROM bench_bare) AS bare,
			(SELECT count(*)::int FROM pgboss.job WHERE name = 'settle_payment_event') AS jobs`,
	);
	const [counted] = rows;
	if (counted?.events === expected && counted.bare === expected && counted.jobs === expected) return;
	throw new Error(`${expected} requests of each kind were answered 200; there are ${JSON.stringify(counted)}.`);
}
