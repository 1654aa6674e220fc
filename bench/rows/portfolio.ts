import type { Client } from "pg";
import { runScript } from "../../tests/harness/runScript";
import { startWebProcess } from "../../tests/harness/startProcess";
import { buildServer } from "../parts/buildServer";
import { connectTo } from "../parts/connectTo";
import { fillOnboardings } from "../parts/fillOnboardings";
import type { Databases } from "../parts/openDatabases";
import { type Row, shown } from "../parts/result";
import { type Prepared, send, sendRequests } from "../parts/sendRequests";

const ONBOARDINGS = 10_000;
const REQUESTS = 200;
const TICKS = 300;
const WARM_UP = 20;
const READ_MS = 300;
const TICK_MS = 50;

/** Board, my work, an onboarding's page and a tick, among 10 000 onboardings of 80 items. */
export async function benchPortfolio(databases: Databases): Promise<Row> {
	const folder = await buildServer({
		name: "app",
		overlay: { "src/app/bench-bare/route.ts": "bench/routes/bareInsert.ts" },
	});
	const environment = await databases.environmentOf("bench_portfolio");
	await runScript<null>({ file: "bench/parts/createOperator.ts", environment });
	const database = await connectTo(environment.DATABASE_URL);
	await fillOnboardings({ database, count: ONBOARDINGS });
	const server = await startWebProcess({ folder, environment });
	try {
		const get = await signIn(server.port);
		const measure = (requests: Prepared[]) => measureAlone(server.port, requests);
		const [open, mine] = await Promise.all([chooseOnboardings(database), chooseItems(database)]);
		const repeat = (path: string) => Array.from({ length: WARM_UP + REQUESTS }, () => get(path));
		return rowOf({
			board: await measure(repeat("/admin/portfolio?view=board")),
			myWork: await measure(repeat("/api/my-work")),
			onboarding: await measure(open.map((id) => get(`/api/onboardings/${id}/page`))),
			tick: await measure(
				mine.map((id) => ({ ...get(`/api/checklist-items/${id}/tick`), method: "POST", body: "{}" })),
			),
		});
	} finally {
		await server.stop();
		await database.end();
	}
}

type Latencies = { p50: number; p95: number };

function rowOf(measured: Record<"board" | "myWork" | "onboarding" | "tick", Latencies>): Row {
	const { board, myWork, onboarding, tick } = measured;
	const say = ({ p50, p95 }: Latencies) => `median ${shown(p50, "ms")}, p95 ${shown(p95, "ms")}`;
	return {
		name: "Portfolio of 10 000 onboardings with 80 items each",
		target: "board, my work and one onboarding p95 ≤ 300 ms each; ticking an item p95 ≤ 50 ms",
		figures: {
			board: say(board),
			"my work": say(myWork),
			"one onboarding": say(onboarding),
			"ticking an item": say(tick),
		},
		ratio: null,
		isMet: [board, myWork, onboarding].every(({ p95 }) => p95 <= READ_MS) && tick.p95 <= TICK_MS,
		method: `Over HTTP, one request after the other, as an operator: the whole page of the board (every open onboarding, three playbooks, rendered), the answers behind my work and an onboarding's page (${REQUESTS} each, of different onboardings), and ${TICKS} ticks of different items with all that follows from them. How many statements each takes is counted by tests.`,
	};
}

/** @returns what prepares a request of the operator */
async function signIn(port: number): Promise<(path: string) => Prepared> {
	const answer = await send(undefined, port, {
		path: "/api/users/login",
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ email: "olga@keyturn.example", password: "a password for the bench" }),
	});
	const { token } = JSON.parse(answer) as { token: string };
	const headers = {
		cookie: `payload-token=${token}`,
		authorization: `JWT ${token}`,
		"content-type": "application/json",
	};
	return (path) => ({ path, method: "GET", headers });
}

async function measureAlone(port: number, requests: Prepared[]): Promise<Latencies> {
	await sendRequests({ port, requests: requests.slice(0, WARM_UP), concurrency: 1 });
	return sendRequests({ port, requests: requests.slice(WARM_UP), concurrency: 1 });
}

async function chooseOnboardings(database: Client): Promise<string[]> {
	const { rows } = await database.query<{ id: string }>(
		"SELECT id FROM onboardings WHERE status = 'open' ORDER BY md5(id::text) LIMIT $1",
		[WARM_UP + REQUESTS],
	);
	return rows.map(({ id }) => id);
}

/** Items that can be ticked at a click: nothing comes before them and nothing has to be shown for them. */
async function chooseItems(database: Client): Promise<string[]> {
	const { rows } = await database.query<{ id: string }>(
		`SELECT DISTINCT ON (i.onboarding_id) i.id FROM checklist_items i JOIN onboardings o ON o.id = i.onboarding_id
		 WHERE o.status = 'open' AND i.status = 'open' AND i.evidence = 'none' AND i.rule -> 'after' = '[]'
		 ORDER BY i.onboarding_id, i.position LIMIT $1`,
		[WARM_UP + TICKS],
	);
	return rows.map(({ id }) => id);
}
