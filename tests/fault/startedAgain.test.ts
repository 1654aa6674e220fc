import { connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/build.mjs";
import { findFreePort } from "../../scripts/postgres/findFreePort";
import { ownerOfProduct } from "../../scripts/postgres/ownerOfProduct";
import type { CopiedCustomer } from "../harness/copyCustomers";
import { createVendor, type Person } from "../harness/factories";
import { paidBy, paidEvent } from "../harness/paidEvent";
import { openCustomers } from "./parts/openCustomers";
import { onceEach, readEffects } from "./parts/readEffects";
import { sendUntilTaken } from "./parts/sendWebhook";
import { makeFolder, startFolder } from "./parts/startFolder";
import { until } from "./parts/until";
import { untilRunsSucceeded } from "./parts/untilRunsSucceeded";
import { watchOnboarding } from "./parts/watchOnboarding";

const served = makeFolder();
let serving: Awaited<ReturnType<typeof startFolder>> | undefined;

afterAll(async () => {
	serving?.signal("SIGTERM");
	await serving?.exit;
	served.remove();
});

const isListening = (port: number) =>
	new Promise<boolean>((resolve) => {
		const probe = connect({ port, host: "127.0.0.1" }, () => resolve(true));
		probe.once("error", () => resolve(false));
		probe.once("connect", () => probe.destroy());
	});
const isAlive = (pid: number) => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

test("whatever of a start is killed is started again and serves; SIGINT and SIGTERM stop all of it", {
	timeout: 1_800_000,
}, async () => {
	await ensureBuilt();
	const port = await findFreePort();
	const address = `http://localhost:${port}`;
	const started = await startFolder({ folder: served.folder, port });
	serving = started;
	const { environment } = started;
	// The connector's own login may do its work in the product, and look at nothing else.
	const asOwner = { ...environment, PRODUCT_DATABASE_URL: ownerOfProduct(environment) };
	let watcher: Person | undefined;
	const databases = { databaseUrl: environment.DATABASE_URL, productDatabaseUrl: environment.PRODUCT_DATABASE_URL };
	const { customers } = await openCustomers(3, databases, async (keyturn) => {
		watcher = await createVendor(keyturn, "ops");
	});
	const provision = async (customer: CopiedCustomer | undefined) => {
		if (!customer || !watcher) throw new Error("There is nobody to provision, or nobody to watch.");
		const watching = watchOnboarding({ address, person: watcher, onboarding: customer.onboarding });
		await sendUntilTaken(address, paidEvent(paidBy(customer)));
		await untilRunsSucceeded(environment, [customer]);
		expect(await readEffects(asOwner, customer)).toEqual(onceEach);
		await until(
			"a live view that saw the end",
			async () => watching.statuses(),
			(seen) => seen.includes("succeeded"),
		);
		await watching.stop();
	};

	// The worker is inside the web process: both end, and both have to come back.
	const firstWeb = started.webPid();
	process.kill(firstWeb, "SIGKILL");
	await provision(customers[0]);
	expect(started.output()).toContain("The server ended (SIGKILL). Starting it again.");

	process.kill(served.postgresPid(), "SIGKILL");
	await provision(customers[1]);
	expect(started.output()).toMatch(/PostgreSQL ended \(.+\)\. Starting it again\./);
	expect(started.output()).toContain("PostgreSQL is back.");

	process.kill(served.postgresPid(), "SIGKILL");
	process.kill(started.webPid(), "SIGKILL");
	await provision(customers[2]);

	const web = started.webPid();
	started.signal("SIGINT");
	expect(await started.exit).toBe(0);
	expect([await isListening(port), isAlive(web)]).toEqual([false, false]);
	expect(() => served.postgresPid()).toThrow("ENOENT");

	const again = await startFolder({ folder: served.folder, port });
	serving = again;
	const webAgain = again.webPid();
	again.signal("SIGTERM");
	expect(await again.exit).toBe(0);
	expect([await isListening(port), isAlive(webAgain)]).toEqual([false, false]);
	expect(() => served.postgresPid()).toThrow("ENOENT");
});
