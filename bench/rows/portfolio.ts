import type { Client } from "pg";
import { runScript } from "../../tests/harness/runScript";
import { startWebProcess } from "../../tests/harness/startProcess";
import { buildApp } from "../parts/buildApp";
import { connectTo } from "../parts/connectTo";
import { fillOnboardings } from "../parts/fillOnboardings";
import type { Databases } from "../parts/openDatabases";
import { readStatements } from "../parts/readStatements";
import type { Row } from "../parts/result";
import { type Measured, type Prepared, send, sendRequests } from "../parts/sendRequests";
import { signIn } from "../parts/signIn";
import { type Counted, homesRow, openingRow, portfolioRow, type View } from "./portfolioRows";

const FEW = 100;
const MANY = 10_000;
const WARM_UP = 20;
const REQUESTS = 200;
const TICKS = 300;
const OPENINGS = 100;
/** Customers who look at their portal. */
const PORTALS = 10;

type World = { port: number; database: Client };

/**
 * The screens over 10 000 onboardings of 80 items, what a tick and an opening take among them, and how many statements
 * each needs with 100 and with 10 000.
 */
export async function benchPortfolio(databases: Databases): Promise<Row[]> {
	const folder = await buildApp();
	const environment = await databases.environmentOf("bench_portfolio");
	const database = await connectTo(environment.DATABASE_URL);
	await fillOnboardings({ database, from: 1, to: FEW });
	const casinos = await chooseIds(database, "casino_id", PORTALS);
	await runScript<null>({ file: "bench/parts/createPeople.ts", environment, args: casinos });
	const server = await startWebProcess({ folder, environment });
	try {
		const world = { port: server.port, database };
		const views = await prepareViews(world);
		const few = await countEach(world, views);
		await fillOnboardings({ database, from: FEW + 1, to: MANY });
		const many = await countEach(world, views);
		return await measureAll(world, { few, many });
	} finally {
		await server.stop();
		await database.end();
	}
}

async function measureAll(world: World, { few, many }: { few: Counted; many: Counted }): Promise<Row[]> {
	const { port, database } = world;
	const operator = await signIn(port, "olga@keyturn.example");
	const measure = async (requests: Prepared[]) => {
		await sendRequests({ port, requests: requests.slice(0, WARM_UP), concurrency: 1 });
		return sendRequests({ port, requests: requests.slice(WARM_UP), concurrency: 1 });
	};
	const taken = {} as Record<View, Measured>;
	for (const [view, requests] of Object.entries(await prepareViews(world)))
		taken[view as View] = await measure(requests);
	const items = await chooseItems(database);
	const tick = await measure(items.map((id) => operator(`/api/checklist-items/${id}/tick`, {})));
	const playbook = await choosePlaybook(database);
	const opening = (await chooseIds(database, "casino_id", WARM_UP + OPENINGS)).map((casino) =>
		operator("/api/onboardings?depth=0", { casino, gateStandard: "paid", playbook }),
	);
	const opened = await measure(opening);
	const [again = operator("/")] = opening;
	return [
		portfolioRow({ few, many, taken, tick, counted: { requests: REQUESTS, ticks: TICKS } }),
		openingRow({ opened, statements: insideTransaction(await readStatements(port, again)) }),
		homesRow({ few, many, taken, requests: REQUESTS }),
	];
}

/** The requests for each screen; every one of another onboarding, casino or customer where there are many. */
async function prepareViews({ port, database }: World): Promise<Record<View, Prepared[]>> {
	const operator = await signIn(port, "olga@keyturn.example");
	const customers = await Promise.all(
		Array.from({ length: PORTALS }, (_, index) => signIn(port, `ada-${index}@casino.example`)),
	);
	const count = WARM_UP + REQUESTS;
	const repeat = (path: string) => Array.from({ length: count }, () => operator(path));
	const ofEach = async (column: "id" | "casino_id", pathOf: (id: string) => string) =>
		(await chooseIds(database, column, count)).map((id) => operator(pathOf(id)));
	return {
		board: repeat("/admin/portfolio?view=board"),
		myWork: repeat("/admin/my-work"),
		onboarding: await ofEach("id", (id) => `/admin/collections/onboardings/${id}/overview`),
		dashboard: repeat("/admin"),
		casino360: await ofEach("casino_id", (id) => `/admin/collections/casinos/${id}/overview`),
		portal: Array.from({ length: count }, (_, index) => customers[index % PORTALS]?.("/portal")).filter(
			(each) => each !== undefined,
		),
	};
}

/** What only a page with its data on it says: one that failed is fast. */
const shownOn: Record<View, string> = {
	board: "Phase four",
	myWork: "of phase one",
	onboarding: "of phase one",
	dashboard: "Customer ",
	casino360: "Customer ",
	portal: "of phase one",
};

async function countEach({ port }: World, views: Record<View, Prepared[]>): Promise<Counted> {
	const counted = {} as Counted;
	for (const [view, [request]] of Object.entries(views) as [View, Prepared[]][]) {
		if (!request) throw new Error(`Nothing asks for ${view}.`);
		const page = await send(undefined, port, request);
		if (!page.includes(shownOn[view])) throw new Error(`${request.path} does not show “${shownOn[view]}”.`);
		counted[view] = (await readStatements(port, request)).length;
	}
	return counted;
}

/** What stands between the first BEGIN and its COMMIT. */
function insideTransaction(statements: string[]): number {
	const begin = statements.findIndex((text) => /^begin/i.test(text));
	return statements.findIndex((text, index) => index > begin && /^commit/i.test(text)) - begin - 1;
}

/** Open onboardings, or their casinos, in an order that is not the one they were written in. */
async function chooseIds(database: Client, column: "id" | "casino_id", count: number): Promise<string[]> {
	const { rows } = await database.query<{ id: string }>(
		`SELECT ${column} AS id FROM onboardings WHERE status = 'open' ORDER BY md5(id::text) LIMIT $1`,
		[count],
	);
	return rows.map(({ id }) => id);
}

async function choosePlaybook(database: Client): Promise<string | undefined> {
	const { rows } = await database.query<{ id: string }>("SELECT id FROM playbooks WHERE key = 'alpha'");
	return rows[0]?.id;
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
