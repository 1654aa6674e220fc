import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFullDisk } from "@/operations/health/findFullDisk";
import { probeDiskSql } from "@/operations/health/schema";
import { choosePlace, type Place } from "../../scripts/postgres/choosePlace";
import { type PostgresServer, startPostgres } from "../../scripts/postgres/startPostgres";

let root: string;
let place: Place;
let server: PostgresServer;
let client: Client;

beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), "keyturn-full-"));
	place = choosePlace(root);
	server = await startPostgres({ place, name: "postgres", password: "full", settings: { shared_buffers: "16MB" } });
	client = new Client({ connectionString: server.url("postgres") });
	await client.connect();
	await client.query(probeDiskSql);
});
afterAll(async () => {
	await client.end();
	await server.stop();
	rmSync(root, { recursive: true });
	if (place.home !== join(root, ".data")) rmSync(place.home, { recursive: true });
});

const judge = () =>
	findFullDisk({
		sql: async (text) => (await client.query(text)).rows as never,
		folders: [],
		statfs: async () => never(),
	});

function never(): never {
	throw new Error("There are no folders to judge.");
}

/** What this session writes to a temporary file next goes to a device that has no space left, ever. */
async function fillDisk(): Promise<void> {
	const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
	const folder = join(place.home, "postgres/base/pgsql_tmp");
	mkdirSync(folder, { recursive: true });
	for (let file = 0; file < 20; file++) symlinkSync("/dev/full", join(folder, `pgsql_tmp${rows[0]?.pid}.${file}`));
}

test("the kernel's own “No space left on device” under PostgreSQL is said to be a full disk", async () => {
	expect(await judge()).toBe("ok");
	await fillDisk();
	expect(await judge()).toBe("The database's disk is full.");
});
