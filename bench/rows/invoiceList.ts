import { isDeepStrictEqual } from "node:util";
import type { Client } from "pg";
import { runScript } from "../../tests/harness/runScript";
import { startWebProcess } from "../../tests/harness/startProcess";
import { buildApp } from "../parts/buildApp";
import { buildServer } from "../parts/buildServer";
import { connectTo } from "../parts/connectTo";
import { fillInvoices, listedCasino } from "../parts/fillInvoices";
import type { Databases } from "../parts/openDatabases";
import { type Row, shown } from "../parts/result";
import { type Prepared, quantile, send, sendRequests } from "../parts/sendRequests";

const PATH = "/api/invoices?limit=25&depth=0";
const FEW = 20_000;
const MANY = 200_000;
const CONCURRENCY = 8;
const ROUNDS = 11;
const PER_ROUND = 300;

type Side = { port: number; database: Client; request: Prepared; stop(): Promise<void> };

/** A customer's list of 25 invoices against plain Payload on the same data, and against itself with a tenth of it. */
export async function benchInvoiceList(databases: Databases): Promise<Row> {
	const ours = await openOurs(databases);
	const plain = await openPlain(databases);
	try {
		for (const { database } of [ours, plain]) await fillInvoices({ database, from: 1, to: FEW });
		await measureAlone(ours);
		const few = await measureAlone(ours);
		for (const { database } of [ours, plain]) await fillInvoices({ database, from: FEW + 1, to: MANY });
		await requireSameDocs(ours, plain);
		await measureAlone(ours);
		const many = await measureAlone(ours);
		const rounds = await compare(ours, plain);
		return rowOf({ rounds, few, many });
	} finally {
		for (const side of [ours, plain]) {
			await side.database.end();
			await side.stop();
		}
	}
}

function rowOf({ rounds, few, many }: { rounds: { ours: number; plain: number }[]; few: number; many: number }): Row {
	const middle = (numbers: number[]) => quantile(numbers, 0.5);
	const ratio = middle(rounds.map(({ ours, plain }) => ours / plain));
	const growth = many / few;
	return {
		name: "Casino-scoped list of 25 invoices, 1 000 casinos, 200 000 invoices",
		target: "≥ 1.5 × the rate of unmodified Payload with deep-equal docs; p95 within 1.3 × from 20 000 to 200 000 rows",
		figures: {
			Keyturn: shown(middle(rounds.map(({ ours }) => ours)), "requests/s"),
			"plain Payload": shown(middle(rounds.map(({ plain }) => plain)), "requests/s"),
			"p95 at 20 000": shown(few, "ms"),
			"p95 at 200 000": shown(many, "ms"),
			"p95 grows by": `${growth.toFixed(2)} ×`,
		},
		ratio,
		isMet: ratio >= 1.5 && growth <= 1.3,
		method: `GET ${PATH} as a customer's finance contact. Plain Payload: the same fields in tables and indexes that Payload makes itself, access by { casino: { in } }, the fields this person may not read hidden by a rule each, no hooks; a production build of its own with the same data. Concurrency ${CONCURRENCY}, ${ROUNDS} alternating rounds of ${PER_ROUND}, median of the rounds' ratios; p95 of ${PER_ROUND} requests one after the other, the median of five such runs.`,
	};
}

async function openOurs(databases: Databases): Promise<Side> {
	const folder = await buildApp();
	return openSide({ folder, environment: await databases.environmentOf("bench_list"), kind: "ours" });
}

async function openPlain(databases: Databases): Promise<Side> {
	const folder = await buildServer({
		name: "plain",
		overlay: {
			"payload.config.ts": "bench/plain/payload.config.ts",
			"plainCollection.ts": "bench/plain/plainCollection.ts",
			// What is left is Payload's own REST route.
			...{ "src/app/(public)": null, "src/app/(portal)": null, "src/app/(payload)/admin": null },
			...{ "src/app/(payload)/layout.tsx": null, "src/app/(payload)/api/stripe": null },
			...{ "src/instrumentation.ts": null, "src/proxy.ts": null },
		},
	});
	const environment = {
		DATABASE_URL: await databases.createEmpty("bench_list_plain"),
		PAYLOAD_SECRET: "a secret for the bench, long enough",
	};
	return openSide({ folder, environment, kind: "plain" });
}

async function openSide(input: {
	folder: string;
	environment: Record<string, string>;
	kind: "ours" | "plain";
}): Promise<Side> {
	const database = await connectTo(input.environment.DATABASE_URL);
	const casino = await listedCasino(database);
	const environment = { ...input.environment, NODE_ENV: input.kind === "plain" ? "development" : "production" };
	const making = { file: "bench/parts/createReader.ts", environment, args: [input.kind, casino] };
	await runScript<null>(making);
	const server = await startWebProcess(input);
	const request = await signIn(server.port);
	return { port: server.port, database, request, stop: server.stop };
}

async function signIn(port: number): Promise<Prepared> {
	const answer = await send(undefined, port, {
		path: "/api/users/login",
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ email: "finn@casino.example", password: "a password for the bench" }),
	});
	const { token } = JSON.parse(answer) as { token: string };
	return { path: PATH, method: "GET", headers: { authorization: `JWT ${token}` } };
}

async function requireSameDocs(ours: Side, plain: Side): Promise<void> {
	const [one, other] = await Promise.all(
		[ours, plain].map(
			async ({ port, request }) => JSON.parse(await send(undefined, port, request)) as { docs: object[] },
		),
	);
	if (one?.docs.length === 25 && isDeepStrictEqual(one, other)) return;
	const [first, second] = [one?.docs[0], other?.docs[0]].map((doc) => JSON.stringify(doc));
	throw new Error(`Both sides must answer alike, totals included.\n${first}\n${second}`);
}

/** One request after the other. @returns the median of five runs' p95, in milliseconds */
async function measureAlone({ port, request }: Side): Promise<number> {
	const runs: number[] = [];
	for (let run = 0; run < 5; run++) {
		const requests = Array.from({ length: PER_ROUND }, () => request);
		runs.push((await sendRequests({ port, requests, concurrency: 1 })).p95);
	}
	return quantile(runs, 0.5);
}

async function compare(ours: Side, plain: Side): Promise<{ ours: number; plain: number }[]> {
	const rounds: { ours: number; plain: number }[] = [];
	const rateOf = async ({ port, request }: Side) => {
		const requests = Array.from({ length: PER_ROUND }, () => request);
		return (await sendRequests({ port, requests, concurrency: CONCURRENCY })).rate;
	};
	for (const side of [ours, plain]) await rateOf(side);
	for (let round = 0; round < ROUNDS; round++) {
		// Who goes first changes, so that a noisy neighbour meets both.
		const first = round % 2 === 0 ? await rateOf(ours) : await rateOf(plain);
		const second = round % 2 === 0 ? await rateOf(plain) : await rateOf(ours);
		rounds.push(round % 2 === 0 ? { ours: first, plain: second } : { ours: second, plain: first });
	}
	return rounds;
}
