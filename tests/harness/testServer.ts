import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { choosePlace, type Place } from "../../scripts/postgres/choosePlace";
import { ensureLogin } from "../../scripts/postgres/ensureLogin";
import { runTool } from "../../scripts/postgres/runTool";
import { startPostgres } from "../../scripts/postgres/startPostgres";
import { testEnvironment } from "./testEnvironment";

/** What a test needs to make databases of its own. */
export type TestServer = { adminUrl: string; template: string; productTemplate: string };

export type RunningTestServer = TestServer & { stop(): Promise<void> };

export type DatabaseUrls = { DATABASE_URL: string; MIGRATION_DATABASE_URL: string; PRODUCT_DATABASE_URL: string };

/** What web and worker log in as, in tests too: a privilege that is missing shows wherever it is needed. */
const application = { role: "keyturn_app_test", password: "test" } as const;

const root = join(import.meta.dirname, "../..");

/**
 * Starts one throw-away PostgreSQL (or uses TEST_DATABASE_URL) and builds the two template databases on it, once; inside
 * `npm test`, whose stages share one, answers that.
 * @returns what tests need, and `stop`, which leaves nothing behind
 */
export async function startTestServer(): Promise<RunningTestServer> {
	const shared = process.env.KEYTURN_TEST_SERVER;
	if (shared) return { ...(JSON.parse(shared) as TestServer), stop: async () => {} };
	const { adminUrl, stop } = process.env.TEST_DATABASE_URL
		? { adminUrl: process.env.TEST_DATABASE_URL, stop: async () => {} }
		: await startThrowAway();
	const suffix = randomUUID().slice(0, 8);
	const server = { adminUrl, template: `template_${suffix}`, productTemplate: `template_product_${suffix}` };
	try {
		await buildTemplates(server);
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		...server,
		stop: async () => {
			await onServer(adminUrl, async (client) => {
				for (const name of [server.template, server.productTemplate]) {
					await client.query(`DROP DATABASE IF EXISTS ${name}`);
				}
			});
			await stop();
		},
	};
}

/**
 * Copies both templates.
 * @param name of the first copy; the product's is named after it
 */
export async function copyTemplates(server: TestServer, name: string): Promise<DatabaseUrls> {
	await onServer(server.adminUrl, async (client) => {
		await client.query(`CREATE DATABASE ${name} TEMPLATE ${server.template} STRATEGY FILE_COPY`);
		await client.query(`CREATE DATABASE ${name}_product TEMPLATE ${server.productTemplate} STRATEGY FILE_COPY`);
	});
	return urlsOf(server.adminUrl, name, `${name}_product`);
}

/** The product is looked into by tests as its owner; its connector's own rights are tested with it. */
export function urlsOf(adminUrl: string, name: string, productName: string): DatabaseUrls {
	const owner = databaseUrl(adminUrl, name);
	const url = new URL(owner);
	url.username = application.role;
	url.password = application.password;
	return {
		DATABASE_URL: url.href,
		MIGRATION_DATABASE_URL: owner,
		PRODUCT_DATABASE_URL: databaseUrl(adminUrl, productName),
	};
}

/** The same server, another database. */
export function databaseUrl(adminUrl: string, name: string): string {
	const url = new URL(adminUrl);
	url.pathname = `/${name}`;
	return url.href;
}

/** Runs `work` with one connection to the server's own database, and closes it. */
export async function onServer<T>(adminUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
	const client = new Client({ connectionString: adminUrl, application_name: "test harness" });
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

async function startThrowAway() {
	const place = choosePlace(root);
	await removeAbandoned(place);
	const name = `test-${process.pid}`;
	const server = await startPostgres({
		place,
		name,
		password: "test",
		// Speed over safety: nothing here outlives the run.
		settings: {
			max_connections: 300,
			shared_buffers: "256MB",
			fsync: "off",
			synchronous_commit: "off",
			full_page_writes: "off",
			max_wal_size: "4GB",
			autovacuum: "off",
		},
	});
	return {
		adminUrl: server.url("postgres"),
		stop: async () => {
			await server.stop();
			rmSync(join(place.home, name), { recursive: true, force: true });
		},
	};
}

/** Servers of earlier runs that were killed before they could clean up. */
async function removeAbandoned(place: Place): Promise<void> {
	for (const name of readdirSync(place.home)) {
		const pid = Number(/^test-(\d+)(\.new|\.pw)?$/.exec(name)?.[1]);
		if (!pid || isAlive(pid)) continue;
		const directory = join(place.home, name);
		if (existsSync(join(directory, "postmaster.pid"))) {
			await runTool(place, "pg_ctl", ["stop", "-D", directory, "-m", "immediate", "-w"]).catch(() => {});
		}
		rmSync(directory, { recursive: true, force: true });
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}

async function buildTemplates({ adminUrl, template, productTemplate }: TestServer): Promise<void> {
	await onServer(adminUrl, async (client) => {
		for (const name of [template, productTemplate]) await client.query(`CREATE DATABASE ${name}`);
	});
	await ensureLogin(adminUrl, application.role, application.password);
	await prepareTemplate(urlsOf(adminUrl, template, productTemplate));
	await onServer(adminUrl, async (client) => {
		// A template must have no sessions while it is copied: nobody may connect to it by mistake.
		for (const name of [template, productTemplate]) {
			await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
		}
	});
}

/** In a process of its own: the configuration reads the environment once. */
function prepareTemplate(urls: DatabaseUrls): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "prepareTemplate.ts")], {
			cwd: root,
			env: { ...process.env, ...testEnvironment, ...urls },
			stdio: ["ignore", "pipe", "pipe"],
		});
		let output = "";
		for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
		child.on("error", reject);
		child.on("exit", (code) =>
			code === 0 ? resolve() : reject(new Error(`The test databases could not be prepared.\n${output}`)),
		);
	});
}
