import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { Place } from "./choosePlace";
import { findFreePort } from "./findFreePort";
import { runTool } from "./runTool";

export type PostgresServer = {
	port: number;
	/** @returns the connection string of one of its databases */
	url(database: string): string;
	/** Ends all sessions and stops the server; what was committed is on disk. */
	stop(): Promise<void>;
};

const USER = "keyturn";
const WRONG_PASSWORD = "28P01";

/**
 * Starts PostgreSQL on a data directory, which it creates when missing. The server is a daemon of its own session:
 * neither Ctrl-C nor a killed parent takes it down halfway. One that a killed start left running is taken over.
 * @param input.name the data directory's name inside the place's home
 * @param input.settings postgresql.conf settings
 * @param input.port to listen on when it is free; left out, any free one
 */
export async function startPostgres(input: {
	place: Place;
	name: string;
	password: string;
	settings: Record<string, string | number>;
	port?: number;
}): Promise<PostgresServer> {
	const directory = join(input.place.home, input.name);
	if (!existsSync(join(directory, "PG_VERSION"))) await initialise(input.place, directory, input.password);
	const running = await findRunning(directory, input.password);
	const port = running ?? (await launch(input.place, directory, input.settings, input.port));
	const stop = () => runTool(input.place, "pg_ctl", ["stop", "-D", directory, "-m", "fast", "-w", "-t", "60"]);
	if (running === undefined && (await askDirectory(port, input.password)) === WRONG_PASSWORD) {
		await stop();
		throw refusedPassword(directory);
	}
	return { port, url: urlOf(port, input.password), stop };
}

/**
 * Looks for the server that already serves a data directory.
 * @returns how to reach its databases, or undefined
 */
export async function findPostgres(input: {
	place: Place;
	name: string;
	password: string;
}): Promise<PostgresServer["url"] | undefined> {
	const port = await findRunning(join(input.place.home, input.name), input.password);
	return port === undefined ? undefined : urlOf(port, input.password);
}

function urlOf(port: number, password: string): PostgresServer["url"] {
	return (database) => `postgresql://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Made beside its place and moved there when complete: a start killed here leaves nothing half made. */
async function initialise(place: Place, directory: string, password: string): Promise<void> {
	const draft = `${directory}.new`;
	const passwordFile = `${directory}.pw`;
	rmSync(draft, { recursive: true, force: true });
	mkdirSync(draft, { mode: 0o700 });
	writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
	if (place.account.uid !== undefined && place.account.gid !== undefined) {
		chownSync(draft, place.account.uid, place.account.gid);
		chownSync(passwordFile, place.account.uid, place.account.gid);
	}
	try {
		await runTool(place, "initdb", [
			`--pgdata=${draft}`,
			`--username=${USER}`,
			`--pwfile=${passwordFile}`,
			"--auth=scram-sha-256",
			"--encoding=UTF8",
			"--locale=C",
			"--locale-provider=icu",
			"--icu-locale=und",
			"--no-instructions",
		]);
	} finally {
		rmSync(passwordFile, { force: true });
	}
	renameSync(draft, directory);
}

/**
 * @returns the port of the server that serves this very directory, or undefined
 * @throws when that one does not take the password
 */
async function findRunning(directory: string, password: string): Promise<number | undefined> {
	const [pid, port] = readLock(directory);
	if (port === undefined) return undefined;
	const answer = await askDirectory(port, password);
	// Another program, also another PostgreSQL, may have the port that a killed server wrote down.
	if (answer === WRONG_PASSWORD && servesDirectory(pid, directory)) throw refusedPassword(directory);
	return answer === directory ? port : undefined;
}

const refusedPassword = (directory: string) =>
	new Error(
		`The database in ${directory} does not take the password kept for it: the secrets.json is another installation's. Nothing was changed. Put back the one that belongs to this database: docs/operations.md says how.`,
	);

/** @returns which directory the server on this port serves, or the code of what went wrong */
async function askDirectory(port: number, password: string): Promise<string | undefined> {
	const client = new Client({
		connectionString: urlOf(port, password)("postgres"),
		connectionTimeoutMillis: 2000,
	});
	client.on("error", () => {});
	try {
		await client.connect();
		const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
		return rows[0]?.data_directory;
	} catch (error) {
		return (error as { code?: string }).code;
	} finally {
		await client.end().catch(() => {});
	}
}

/** PostgreSQL writes its process number on the first line of its lock file, and its port on the fourth. */
function readLock(directory: string): [pid: number, port: number | undefined] {
	const file = join(directory, "postmaster.pid");
	const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
	const port = Number(lines[3]);
	return [Number(lines[0]), Number.isInteger(port) && port > 0 ? port : undefined];
}

async function launch(
	place: Place,
	directory: string,
	settings: Record<string, string | number>,
	wantedPort: number | undefined,
): Promise<number> {
	// A killed server's last backends hold its memory for a moment; one that hangs is asked to stop.
	for (let attempt = 1; ; attempt++) {
		// After two attempts some other program may have the port that is wanted.
		const port = (attempt <= 2 && wantedPort) || (await findFreePort());
		const options = { listen_addresses: "127.0.0.1", unix_socket_directories: "", port, ...settings };
		const flags = Object.entries(options).map(([name, value]) => `-c ${name}=${value}`);
		try {
			await runTool(place, "pg_ctl", [
				...["start", "-D", directory, "-l", join(directory, "server.log")],
				...["-w", "-t", "120", "-s", "-o", flags.join(" ")],
			]);
			return port;
		} catch (error) {
			if (attempt === 4) throw new Error(explain(directory, error));
			await releaseDirectory(place, directory);
			await sleep(500 * attempt);
		}
	}
}

async function releaseDirectory(place: Place, directory: string): Promise<void> {
	const lock = join(directory, "postmaster.pid");
	if (!existsSync(lock)) return;
	const [pid] = readLock(directory);
	if (servesDirectory(pid, directory)) {
		await runTool(place, "pg_ctl", ["stop", "-D", directory, "-m", "immediate", "-w", "-t", "20"]).catch(() => {});
	} else if (existsSync("/proc/self")) {
		// The number in the lock file now belongs to some other program.
		rmSync(lock, { force: true });
	}
}

function servesDirectory(pid: number, directory: string): boolean {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(directory);
	} catch {
		return false;
	}
}

function explain(directory: string, error: unknown): string {
	const log = join(directory, "server.log");
	const last = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").slice(-5).join("\n") : String(error);
	return `The embedded PostgreSQL does not start on ${directory}. It says:\n${last}`;
}
