import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, Pool } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Sql } from "@/queue/sqlOf";
import { asOwner } from "../../harness/asOwner";
import { createTestDatabase } from "../../harness/createTestDatabase";
import { testEnvironment } from "../../harness/testEnvironment";

const next = "the secret that comes after the first one";
const root = join(import.meta.dirname, "../../..");
let db: { databaseUrl: string; pool: Pool; sql: Sql };

beforeAll(async () => {
	const { databaseUrl, productDatabaseUrl } = await createTestDatabase();
	const variables = { ...testEnvironment, DATABASE_URL: databaseUrl, PRODUCT_DATABASE_URL: productDatabaseUrl };
	for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
	const pool = new Pool({ connectionString: databaseUrl, application_name: "a test" });
	db = { databaseUrl, pool, sql: async (text, values = []) => (await pool.query(text, [...values])).rows as never };
});
afterAll(async () => {
	vi.unstubAllEnvs();
	await db.pool.end();
});

/** The audit record as a process that was started with this secret sees it. */
async function processWith(secret: string) {
	vi.resetModules();
	vi.stubEnv("PAYLOAD_SECRET", secret);
	const [{ appendAudit }, { openPersonal }, { openSealed, personOf }, { erasePerson }] = await Promise.all([
		import("@/audit/appendAudit"),
		import("@/audit/openPersonal"),
		import("@/audit/personKeys"),
		import("@/audit/erasePerson"),
	]);
	return { appendAudit, openPersonal, openSealed, personOf, erasePerson };
}
type Process = Awaited<ReturnType<typeof processWith>>;

async function mention({ appendAudit }: Process, email: string): Promise<string> {
	const document = crypto.randomUUID();
	const after = { email, vendorRole: "ops" };
	await appendAudit({
		sql: db.sql,
		entries: [{ actor: "system:test", action: "create", collection: "users", document, after }],
	});
	return document;
}

async function readEmail({ openPersonal }: Process, document: string): Promise<unknown> {
	const [row] = await db.sql<{ after: { email?: string } }>("SELECT after FROM audit_entries WHERE document = $1", [
		document,
	]);
	const [after] = await openPersonal(db.sql, [row?.after ?? null]);
	return (after as { email?: unknown } | null)?.email;
}

function runRekey(environment: Record<string, string>) {
	const variables = { ...process.env, ...testEnvironment, DATABASE_URL: db.databaseUrl, ...environment };
	const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/rekey.ts"], {
		cwd: root,
		env: variables as NodeJS.ProcessEnv,
		encoding: "utf8",
	});
	return { status, said: `${stdout}${stderr}` };
}

const stored = () => db.sql("SELECT id, key FROM audit_person_keys ORDER BY id");

test("npm run rekey seals everything with another secret and signs everybody out; the record stays readable and erasable", async () => {
	const before = await processWith(testEnvironment.PAYLOAD_SECRET);
	const ada = await mention(before, "ada@example.com");
	const bob = await mention(before, "bob@example.com");
	const [user] = await db.sql<{ id: string }>(
		"INSERT INTO users (email, name) VALUES ('ada@example.com', 'Ada') RETURNING id",
	);
	await db.sql(
		"INSERT INTO users_sessions (_order, _parent_id, id, expires_at) VALUES (1, $1, 'hers', now() + interval '1 hour')",
		[user?.id],
	);
	const keys = await stored();

	const wrong = runRekey({ PAYLOAD_SECRET: "not the secret this is sealed with", PAYLOAD_SECRET_NEXT: next });
	expect([wrong.status, wrong.said]).toEqual([1, expect.stringContaining("not the one this database is sealed with")]);
	const short = runRekey({ PAYLOAD_SECRET_NEXT: "short" });
	expect([short.status, short.said]).toEqual([1, expect.stringContaining("PAYLOAD_SECRET_NEXT must be")]);
	const other = new Client({ connectionString: db.databaseUrl, application_name: "keyturn" });
	await other.connect();
	const busy = runRekey({ PAYLOAD_SECRET_NEXT: next });
	await other.end();
	expect([busy.status, busy.said]).toEqual([1, expect.stringContaining("Stop Keyturn first")]);
	expect(await stored(), "nothing changed until now").toEqual(keys);
	expect(await db.sql("SELECT id FROM users_sessions")).toHaveLength(1);

	const done = runRekey({ PAYLOAD_SECRET_NEXT: next });
	expect([done.status, done.said]).toEqual([0, expect.stringContaining(`Sealed ${keys.length} keys anew`)]);
	const again = runRekey({ PAYLOAD_SECRET_NEXT: next });
	expect([again.status, again.said]).toEqual([0, expect.stringContaining("already")]);
	expect(await db.sql("SELECT id FROM users_sessions")).toEqual([]);
	expect(await db.sql("SELECT actor FROM audit_entries WHERE action = 'secret.changed'")).toEqual([
		{ actor: "system:rekey" },
	]);

	await expect(before.openSealed(db.sql), "a start with the old secret").rejects.toThrow(
		"PAYLOAD_SECRET is not the one",
	);
	const after = await processWith(next);
	await after.openSealed(db.sql);
	expect(after.personOf("Ada@example.com")).toBe(before.personOf("ada@example.com"));
	expect([await readEmail(after, ada), await readEmail(after, bob)]).toEqual(["ada@example.com", "bob@example.com"]);
	const logFile = join(mkdtempSync(join(tmpdir(), "keyturn-rekey-")), "erasures.jsonl");
	const erasure = { email: "ada@example.com", actor: "user:1", reason: "asked", logFile };
	expect(await after.erasePerson({ sql: db.sql, ...erasure })).toEqual({ keys: 1 });
	expect([await readEmail(after, ada), await readEmail(after, bob)]).toEqual(["(erased)", "bob@example.com"]);

	const third = "and a third secret, which is long enough too";
	expect(runRekey({ PAYLOAD_SECRET: next, PAYLOAD_SECRET_NEXT: third }).status).toBe(0);
	const last = await processWith(third);
	await last.openSealed(db.sql);
	expect([last.personOf("bob@example.com"), await readEmail(last, bob)]).toEqual([
		before.personOf("bob@example.com"),
		"bob@example.com",
	]);
});

test("where nothing is sealed yet it says that the secret before cannot be checked, and goes on", async () => {
	await asOwner(db, "DELETE FROM sealing_secrets; DELETE FROM audit_person_keys");
	const done = runRekey({ PAYLOAD_SECRET: "whatever secret held here until this day", PAYLOAD_SECRET_NEXT: next });
	expect(done).toMatchObject({ status: 0, said: expect.stringMatching(/Sealed 0 keys anew.*could not be checked/s) });
	const again = runRekey({ PAYLOAD_SECRET_NEXT: next });
	expect(again).toMatchObject({ status: 0, said: expect.stringContaining("already") });
	const third = runRekey({ PAYLOAD_SECRET_NEXT: "a third one, by somebody without the second" });
	expect(third).toMatchObject({ status: 1, said: expect.stringContaining("not the one this database is sealed with") });
});
