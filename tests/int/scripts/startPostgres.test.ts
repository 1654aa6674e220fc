import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choosePlace, type Place } from "../../../scripts/postgres/choosePlace";
import { findPostgres, type PostgresServer, startPostgres } from "../../../scripts/postgres/startPostgres";

const password = "an odd pass/word: 100 %";
let root: string;
let place: Place;
let server: PostgresServer;

const start = () => startPostgres({ place, name: "postgres", password, settings: { shared_buffers: "16MB" } });
const lockFile = () => join(place.home, "postgres/postmaster.pid");
const serverPid = () => Number(readFileSync(lockFile(), "utf8").split("\n")[0]);

async function query(sql: string): Promise<Record<string, unknown>[]> {
	const client = new Client({ connectionString: server.url("postgres") });
	client.on("error", () => {});
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
}

beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), "keyturn-postgres-"));
	// mkdtemp makes it private; the account that runs PostgreSQL for root must be able to enter.
	place = choosePlace(root);
	server = await start();
});
afterAll(async () => {
	await server.stop();
	rmSync(root, { recursive: true });
	if (place.home !== join(root, ".data")) rmSync(place.home, { recursive: true });
});

test("after kill -9 the next start serves what was committed", async () => {
	await query("CREATE TABLE paid (id int)");
	await query("INSERT INTO paid VALUES (1)");
	process.kill(serverPid(), "SIGKILL");
	server = await start();
	expect(await query("SELECT id FROM paid")).toEqual([{ id: 1 }]);
});

test("a server that a killed start left running is taken over, not doubled", async () => {
	const before = serverPid();
	server = await start();
	expect(serverPid()).toBe(before);
	expect(await findPostgres({ place, name: "postgres", password })).toBeDefined();
});

test("a lock file whose process number belongs to another program does not stop the start", async () => {
	const bystander = spawn("sleep", ["60"]);
	const contents = readFileSync(lockFile(), "utf8").split("\n");
	await server.stop();
	writeFileSync(lockFile(), [String(bystander.pid), ...contents.slice(1)].join("\n"));
	server = await start();
	expect(serverPid()).not.toBe(bystander.pid);
	expect(bystander.exitCode).toBeNull();
	bystander.kill();
});

test("a password that is another installation's is refused with the server running or not, and does not disturb it", async () => {
	const wrong = () =>
		startPostgres({ place, name: "postgres", password: "another", settings: { shared_buffers: "16MB" } });
	const before = serverPid();
	await expect(wrong()).rejects.toThrow(/does not take the password kept for it: .* Nothing was changed/);
	expect(serverPid()).toBe(before);
	await server.stop();
	await expect(wrong()).rejects.toThrow(/does not take the password kept for it/);
	server = await start();
	expect(await query("SELECT id FROM paid")).toEqual([{ id: 1 }]);
});
