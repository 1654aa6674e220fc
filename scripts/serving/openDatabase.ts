import { join } from "node:path";
import { Client } from "pg";
import { holdLock } from "../bootstrap/holdLock.mjs";
import { APPLICATION_ROLE, DATABASE, embeddedEnvironment, PRODUCT_DATABASE } from "../environment/embeddedEnvironment";
import { readSecrets } from "../environment/readSecrets";
import { choosePlace } from "../postgres/choosePlace";
import { ensureDatabase } from "../postgres/ensureDatabase";
import { ensureLogin } from "../postgres/ensureLogin";
import { type PostgresServer, startPostgres } from "../postgres/startPostgres";
import { keepRunning, type Running } from "./keepRunning";

/** Held, by a session that lives as long as the starter, so that one folder serves once. */
const SERVING_LOCK = 7_305_112;

/** 200 sessions: web, worker and whoever looks on. Commits wait for the disk: nothing paid is ever lost. */
export const serverSettings = {
	max_connections: 200,
	shared_buffers: "256MB",
	synchronous_commit: "on",
	wal_compression: "on",
	random_page_cost: 1.1,
	effective_io_concurrency: 32,
};

export type OpenDatabase = {
	/** Where it can be reached now. */
	environment(): Record<string, string>;
	/** Settles when it can be reached. */
	whenUp(): Promise<void>;
	/** Calls when it came back at another address than before. */
	onMoved(tell: () => void): void;
	close(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL under `.data/postgres` with both databases, and again whenever it ends, until it is closed.
 * @param root whose `.data` it is
 * @param say is told what somebody should know
 * @throws one sentence when this folder is being served already
 */
export async function openEmbeddedDatabase(root: string, say: (line: string) => void): Promise<OpenDatabase> {
	const secrets = readSecrets(root);
	const place = choosePlace(root, say);
	const start = (port?: number) =>
		holdLock({
			path: join(root, ".data/postgres.lock"),
			onWait: () => say("Another start is at work in this folder. Waiting for it…"),
			work: async () => {
				const options = { place, name: "postgres", password: secrets.postgresPassword, settings: serverSettings };
				const server = await startPostgres({ ...options, ...(port === undefined ? {} : { port }) });
				return holdServer(server, await takeServingLock(server), say);
			},
		});
	let current = await start();
	const owner = current.server.url("postgres");
	await ensureDatabase(owner, DATABASE);
	await ensureDatabase(owner, PRODUCT_DATABASE);
	await ensureLogin(owner, APPLICATION_ROLE, secrets.applicationPassword);
	let moved = () => {};
	const closing = new AbortController();
	const kept = keepRunning({
		name: "PostgreSQL",
		running: current,
		start: async () => {
			const before = current.server.port;
			current = await start(before);
			if (current.server.port !== before) moved();
			return current;
		},
		stop: closing.signal,
		say,
	});
	return {
		environment: () => embeddedEnvironment(secrets, current.server.url),
		whenUp: kept.whenUp,
		onMoved: (tell) => {
			moved = tell;
		},
		close: async () => {
			closing.abort();
			await kept.done;
		},
	};
}

/** A server as long as the session that holds its lock lives: PostgreSQL ends all sessions when it ends. */
function holdServer(
	server: PostgresServer,
	lock: Client,
	say: (line: string) => void,
): Running & { server: PostgresServer } {
	const ended = new Promise<string>((resolve) => {
		lock.once("error", ({ message }) => resolve(message));
		lock.once("end", () => resolve("its sessions ended"));
	});
	const stop = async () => {
		await lock.end().catch(() => {});
		await server.stop().catch((error: Error) => say(`PostgreSQL was not stopped: ${error.message}`));
	};
	return { server, ended, stop };
}

async function takeServingLock(server: PostgresServer): Promise<Client> {
	const client = new Client({ connectionString: server.url("postgres"), application_name: "keyturn starter" });
	client.on("error", () => {});
	await client.connect();
	const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1) AS taken", [SERVING_LOCK]);
	if (rows[0]?.taken) return client;
	await client.end();
	throw new Error(
		"Keyturn is already running from this folder: use that one, or stop it first. A second one needs a clone of its own.",
	);
}
