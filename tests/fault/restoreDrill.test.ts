import { type ChildProcess, spawn } from "node:child_process";
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../harness/createTestDatabase";
import { startKeyturn } from "../harness/startKeyturn";
import { samplePassword, testEnvironment } from "../harness/testEnvironment";
import { onServer, urlsOf } from "../harness/testServer";
import { withDatabase } from "./parts/openCustomers";
import { until } from "./parts/until";

const root = join(import.meta.dirname, "../..");
const passphrase = "what opens it: correct horse";
const erasedPerson = "ops@keyturn.example";
const folder = mkdtempSync(join(tmpdir(), "keyturn-drill-"));
const [from, to] = [join(folder, "from"), join(folder, "to")];
const backup = join(folder, "keyturn.backup");
const targetName = `restored_${process.pid}`;

let source: TestDatabase;
let sourceEnvironment: Record<string, string>;
let targetEnvironment: Record<string, string>;

beforeAll(async () => {
	for (const each of [from, to]) {
		mkdirSync(join(each, "media"), { recursive: true });
		// The list of common passwords is read where the packages are.
		symlinkSync(join(root, "node_modules"), join(each, "node_modules"));
	}
	source = await createTestDatabase();
	const shared = {
		...testEnvironment,
		NODE_ENV: "production",
		BACKUP_PASSPHRASE: passphrase,
		KEYTURN_SAMPLE_PASSWORD: samplePassword,
	};
	sourceEnvironment = {
		...shared,
		...{ DATABASE_URL: source.databaseUrl, MIGRATION_DATABASE_URL: source.ownerUrl },
		PRODUCT_DATABASE_URL: source.productDatabaseUrl,
	};
	const { adminUrl } = inject("testServer");
	await onServer(adminUrl, (client) => client.query(`CREATE DATABASE ${targetName}`));
	targetEnvironment = { ...shared, ...urlsOf(adminUrl, targetName, `${targetName}_product`) };
	const prepared = await run("prepare.ts", ["--samples"], from, sourceEnvironment);
	expect(prepared, prepared.output).toMatchObject({ code: 0 });
});
afterAll(async () => {
	await source.drop();
	await onServer(inject("testServer").adminUrl, async (client) => {
		for (const name of [targetName, `${targetName}_product`])
			await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
	});
	rmSync(folder, { recursive: true });
});

/** Begins one of the scripts with its files in a folder of its own. */
function begin(script: string, args: string[], cwd: string, environment: Record<string, string>) {
	const loader = join(root, "node_modules/tsx/dist/loader.mjs");
	const child: ChildProcess = spawn(process.execPath, ["--import", loader, join(root, "scripts", script), ...args], {
		cwd,
		env: { ...process.env, TSX_TSCONFIG_PATH: join(root, "tsconfig.json"), ...environment },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
	const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
		child.once("close", (code) => resolve({ code, output })),
	);
	return { ended, kill: () => child.kill("SIGKILL") };
}

const run = (...input: Parameters<typeof begin>) => begin(...input).ended;

/** Kills a script as soon as a file is there, which it makes in the middle of its work. */
async function killWhen(path: string, ...input: Parameters<typeof begin>): Promise<void> {
	const { ended, kill } = begin(...input);
	await until(path, async () => existsSync(path));
	kill();
	await ended;
}

const countIn = (url: string, table: string) =>
	withDatabase(url, async (client) => {
		const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
		return rows[0]?.count ?? -1;
	});

const restore = (file: string, ...args: string[]) => run("restore.ts", [file, ...args], to, targetEnvironment);

/** Writes numbered rows, one a commit, until told to stop: a backup of one moment has the first so many of them, no gap. */
function keepWriting() {
	let isStopping = false;
	let written = 0;
	const done = withDatabase(source.databaseUrl, async (client) => {
		while (!isStopping) {
			await client.query(
				"INSERT INTO denials (minute, key, entry) VALUES ('2000-01-01', lpad($1::text, 8, '0'), '{}')",
				[written],
			);
			written++;
		}
	});
	return {
		count: () => written,
		stop: async () => {
			isStopping = true;
			await done;
		},
	};
}

async function erasePersonNow(): Promise<string> {
	const keyturn = await startKeyturn({
		databaseUrl: source.databaseUrl,
		productDatabaseUrl: source.productDatabaseUrl,
	});
	try {
		const { erasePerson } = await import("@/audit/erasePerson");
		const { personOf } = await import("@/audit/personKeys");
		const { sqlOf } = await import("@/queue/sqlOf");
		const sql = await sqlOf({ payload: keyturn.payload });
		const logFile = join(from, "media/.erasures.jsonl");
		const { keys } = await erasePerson({ sql, email: erasedPerson, actor: "user:1", reason: "asked", logFile });
		expect(keys).toBeGreaterThan(0);
		return personOf(erasedPerson);
	} finally {
		await keyturn.stop();
	}
}

const liveKeysOf = (url: string, person: string) =>
	withDatabase(url, async (client) => {
		const sql = "SELECT FROM audit_person_keys WHERE person = $1 AND key IS NOT NULL";
		return (await client.query(sql, [person])).rowCount;
	});

test("a backup while it is written to, killed and made again, restores whole into an empty place, and the erased stay erased", async () => {
	const writing = keepWriting();
	const killed = join(folder, "killed.backup");
	await killWhen(`${killed}.part`, "backup.ts", [killed], from, sourceEnvironment);
	expect(existsSync(killed)).toBe(false);

	const before = writing.count();
	const made = await run("backup.ts", [backup], from, sourceEnvironment);
	const after = writing.count();
	await writing.stop();
	expect(made).toMatchObject({
		code: 0,
		output: expect.stringMatching(/is written: \d+ tables with \d+ rows, \d+ files/),
	});
	expect(statSync(backup).mode & 0o777).toBe(0o600);
	expect(readFileSync(backup).includes(erasedPerson)).toBe(false);
	expect((await run("backup.ts", [backup], from, sourceEnvironment)).output).toContain("is there already");

	const person = await erasePersonNow();
	copyFileSync(join(from, "media/.erasures.jsonl"), join(folder, "erasures.jsonl"));

	const wrong = await run("restore.ts", [backup], to, {
		...targetEnvironment,
		BACKUP_PASSPHRASE: "another passphrase",
	});
	expect(wrong).toEqual({ code: 1, output: "The passphrase does not open this backup. Nothing was changed.\n" });
	const damaged = join(folder, "damaged.backup");
	const bytes = readFileSync(backup);
	bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
	writeFileSync(damaged, bytes);
	expect((await restore(damaged)).output).toContain("The backup was altered or cut short");
	copyFileSync(backup, damaged);
	truncateSync(damaged, bytes.length - 100_000);
	expect((await restore(damaged)).output).toContain("The backup was altered or cut short");
	expect(await countIn(targetEnvironment.MIGRATION_DATABASE_URL ?? "", "pg_class WHERE relname = 'users'")).toBe(0);

	await killWhen(join(to, "media.restoring"), "restore.ts", [backup], to, targetEnvironment);
	const restored = await restore(backup, "--erasures", join(folder, "erasures.jsonl"));
	expect(restored.output).toContain("all as in the backup.");
	expect(restored.output).toContain("1 erasures since the backup were repeated.");
	expect(restored.output).toMatch(/Records of erased persons came back with it, .*: users\/[0-9a-f-]{36}/);
	expect(restored.output).toContain("The audit record is whole");
	expect(restored.code).toBe(0);

	const target = targetEnvironment.MIGRATION_DATABASE_URL ?? "";
	for (const table of ["users", "onboardings", "checklist_items", "invoices", "provisioning_steps", "pgboss.queue"]) {
		expect([table, await countIn(target, table)]).toEqual([table, await countIn(source.ownerUrl, table)]);
	}
	const kept = await countIn(target, "denials WHERE minute = '2000-01-01'");
	expect(kept).toBeGreaterThanOrEqual(before);
	expect(kept).toBeLessThanOrEqual(after + 1);
	expect(await countIn(target, `denials WHERE minute = '2000-01-01' AND key::int >= ${kept}`)).toBe(0);
	const filesOf = (place: string) => readdirSync(join(place, "media")).filter((name) => !name.startsWith("."));
	expect(filesOf(to)).toEqual(filesOf(from));
	for (const name of filesOf(from).slice(0, 5)) {
		expect(readFileSync(join(to, "media", name)).equals(readFileSync(join(from, "media", name)))).toBe(true);
	}
	expect(await liveKeysOf(target, person)).toBe(0);

	expect((await restore(backup)).output).toContain(`The database ${targetName} is not empty.`);
	expect((await restore(backup, "--replace", "another")).output).toContain(`The database ${targetName} is not empty.`);
	// Replaced without the log: the database that goes knows who was erased.
	rmSync(join(to, "media/.erasures.jsonl"), { force: true });
	expect(await restore(backup, "--replace", targetName)).toMatchObject({ code: 0 });
	expect(await liveKeysOf(target, person)).toBe(0);
});
