import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { verifyAudit } from "@/audit/verifyAudit";
import type { Sql } from "@/queue/sqlOf";
import { ensureBuilt } from "../../scripts/build.mjs";
import { choosePlace } from "../../scripts/postgres/choosePlace";
import { runTool } from "../../scripts/postgres/runTool";
import { startPostgres } from "../../scripts/postgres/startPostgres";
import { createVendor, type Person } from "../harness/factories";
import { paidBy, paidEvent } from "../harness/paidEvent";
import { runScript } from "../harness/runScript";
import { killStarted, startWebProcess, startWorkerProcess } from "../harness/startProcess";
import { testEnvironment } from "../harness/testEnvironment";
import { openCustomers, withDatabase } from "./parts/openCustomers";
import { onceEach, readEffects } from "./parts/readEffects";
import { sendUntilTaken } from "./parts/sendWebhook";
import { until } from "./parts/until";
import { untilRunsSucceeded } from "./parts/untilRunsSucceeded";
import { watchOnboarding } from "./parts/watchOnboarding";

const CUSTOMERS = 30;
const root = join(import.meta.dirname, "../..");
const place = choosePlace(root);
// A name that the harness knows how to clear away when this process is killed.
const name = `test-${process.pid}`;

afterAll(killStarted);

test("a database that is stopped and that crashes under load costs no event, and everybody finds back by themselves", {
	timeout: 1_800_000,
}, async () => {
	await ensureBuilt();
	const server = await startPostgres({ place, name, password: "test", settings: { max_connections: 200 } });
	try {
		const addresses = { DATABASE_URL: server.url("postgres"), PRODUCT_DATABASE_URL: server.url("product") };
		await runScript<null>({ file: "scripts/prepare.ts", environment: { ...testEnvironment, ...addresses } });
		let watcher: Person | undefined;
		const { environment, customers } = await openCustomers(
			CUSTOMERS,
			{ databaseUrl: addresses.DATABASE_URL, productDatabaseUrl: addresses.PRODUCT_DATABASE_URL },
			async (keyturn) => {
				watcher = await createVendor(keyturn, "ops");
			},
		);
		const web = await startWebProcess({ environment });
		const worker = await startWorkerProcess(environment);
		const last = customers.at(-1);
		if (!watcher || !last) throw new Error("There is nobody to watch, or nothing to be watched.");
		const watching = watchOnboarding({ address: web.address, person: watcher, onboarding: last.onboarding });

		const restarts = restartTwice();
		const sent = customers.map(async (customer, index) => {
			await sleep(index * 300);
			return sendUntilTaken(web.address, paidEvent(paidBy(customer)));
		});
		await Promise.all([...sent, restarts]);

		await untilRunsSucceeded(environment, customers);
		for (const customer of customers) expect(await readEffects(environment, customer)).toEqual(onceEach);
		await until(
			"a live view that saw the end",
			async () => watching.statuses(),
			(seen) => seen.includes("succeeded"),
		);
		await watching.stop();
		await expectSealed(environment.DATABASE_URL);
		expect(web.isEnded()).toBe(false);
		expect(worker.isEnded()).toBe(false);
		await Promise.all([worker.stop(), web.stop()]);
	} finally {
		await killStarted();
		await server.stop();
		rmSync(join(place.home, name), { recursive: true, force: true });
	}
});

/** Once as an administrator does it, and once as a power cut does. The second finds everybody at work again. */
async function restartTwice(): Promise<void> {
	const directory = join(place.home, name);
	for (const mode of ["fast", "immediate"]) {
		await sleep(3000);
		const log = ["-l", join(directory, "server.log")];
		await runTool(place, "pg_ctl", ["restart", "-D", directory, ...log, "-m", mode, "-w", "-s"]);
	}
}

/** The sealer of the worker came back too: every entry has its place in one whole chain. */
async function expectSealed(databaseUrl: string): Promise<void> {
	await withDatabase(databaseUrl, async (database) => {
		const sql: Sql = async (text, values = []) => (await database.query(text, [...values])).rows as never;
		const isSealed = async () => (await verifyAudit({ sql })).unsealed === 0;
		await until("a sealed record", isSealed);
		expect(await verifyAudit({ sql })).toMatchObject({ ok: true, unsealed: 0 });
	});
}
