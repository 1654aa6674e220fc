import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner, ownerUrlOf } from "../../harness/asOwner";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";

let keyturn: Keyturn;
beforeAll(async () => {
	keyturn = await startKeyturn();
});
afterAll(() => keyturn.stop());

const query = async (sql: string) => (await keyturn.payload.db.pool.query(sql)).rows as Record<string, unknown>[];

test.each([
	"CREATE TABLE mine (id int)",
	"CREATE TABLE pgboss.mine (id int)",
	"CREATE SCHEMA mine",
	"CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
	"CREATE INDEX mine ON invoices (number)",
	"CREATE TRIGGER mine BEFORE INSERT ON invoices FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
	"CREATE EXTENSION pgcrypto",
	"CREATE ROLE mine SUPERUSER",
	"ALTER TABLE invoices ADD COLUMN mine int",
	"ALTER TABLE invoices OWNER TO CURRENT_USER",
	"ALTER TABLE audit_entries DISABLE TRIGGER audit_no_delete",
	"ALTER TABLE audit_entries DISABLE TRIGGER ALL",
	"ALTER FUNCTION audit_refuse() RENAME TO mine",
	"CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
	"DROP TRIGGER audit_no_delete ON audit_entries",
	"DROP TABLE invoices",
	"DROP TABLE pgboss.job",
	"DROP FUNCTION audit_refuse() CASCADE",
	"TRUNCATE invoices CASCADE",
	"TRUNCATE audit_entries",
	"TRUNCATE pgboss.job",
	"SET session_replication_role = replica",
	"DELETE FROM audit_entries",
	"UPDATE audit_entries SET actor = 'nobody'",
	"DELETE FROM audit_person_keys",
	"UPDATE audit_verifications SET ok = true",
	"DELETE FROM payload_migrations",
	"UPDATE pgboss.version SET version = 1",
	'SELECT pgboss.create_queue(\'mine\', \'{"policy": "standard", "partition": true}\')',
	"REINDEX TABLE invoices",
	"COMMENT ON TABLE invoices IS 'mine'",
	"COPY invoices TO PROGRAM 'cat'",
	"SELECT pg_read_file('PG_VERSION')",
])("the role of web and worker may not %s", async (statement) => {
	await expect(query(statement)).rejects.toMatchObject({
		message: expect.stringMatching(/permission denied|must be owner|must be able to SET ROLE/),
	});
});

test("it owns nothing, belongs to no other role, and is no superuser", async () => {
	const [role] = await query(
		`SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,
			(SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) + (SELECT count(*)::int FROM pg_proc WHERE proowner = r.oid)
				+ (SELECT count(*)::int FROM pg_namespace WHERE nspowner = r.oid) AS owned,
			(SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships
		 FROM pg_roles r WHERE rolname = current_user`,
	);
	expect(role).toEqual({
		...{ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false, rolreplication: false },
		...{ owned: 0, memberships: 0 },
	});
	const [owner] = await asOwner<{ name: string }>(keyturn, "SELECT current_user AS name");
	expect(await query("SELECT current_user AS name")).not.toEqual([owner]);
});

test("there is no table or sequence that it cannot read: a migration that forgets the grants would show here", async () => {
	expect(
		await query(
			`SELECT c.oid::regclass AS name FROM pg_class c WHERE relnamespace IN ('public'::regnamespace, 'pgboss'::regnamespace)
			 AND relkind IN ('r', 'p', 'v', 'm') AND NOT has_table_privilege(c.oid, 'SELECT')`,
		),
	).toEqual([]);
});

test("a worker takes jobs with it: the queue's own tables are open to it, and nothing of theirs is missing", async () => {
	const { startWorker } = await import("@/worker/startWorker");
	const errors: unknown[] = [];
	const { logger } = keyturn.payload;
	const { error } = logger;
	logger.error = (...args: unknown[]) => void errors.push(args);
	const worker = await startWorker(keyturn.payload);
	await query("SELECT enqueue_job('keep_appointments', '{}')");
	for (;;) {
		const open = await query("SELECT 1 FROM pgboss.job WHERE name = 'keep_appointments' AND state < 'completed'");
		if (open.length === 0) break;
	}
	await worker.stop();
	logger.error = error;
	expect(errors).toEqual([]);
	expect(await query("SELECT name FROM pgboss.schedule ORDER BY name")).toEqual([
		{ name: "keep_appointments" },
		{ name: "reconcile_payments" },
	]);
});

test("granting closes temporary tables too, and refuses a role that is missing, or that may change the schema by itself", async () => {
	const { Client } = await import("pg");
	const { grantRows } = await import("../../../scripts/postgres/grantRows");
	const client = new Client({ connectionString: ownerUrlOf(keyturn.databaseUrl) });
	await client.connect();
	const strong = `strong_${process.pid}`;
	try {
		// A copy of a database does not have its privileges: the harness's copies lack this one.
		await grantRows(client, new URL(keyturn.databaseUrl).username);
		await expect(query("CREATE TEMPORARY TABLE mine (id int)")).rejects.toThrow("permission denied");
		await client.query(`CREATE ROLE ${strong} LOGIN CREATEROLE`);
		await expect(grantRows(client, "nobody_there")).rejects.toThrow('There is no role "nobody_there". Make it first');
		await expect(grantRows(client, strong)).rejects.toThrow(`The role "${strong}" may change the schema by itself`);
	} finally {
		await client.query(`DROP ROLE ${strong}`);
		await client.end();
	}
});

test("a start grants to a database from before there were two roles, and finds nothing to do afterwards", async () => {
	const { findPending } = await import("../../../scripts/serving/findPending");
	const { grantRows } = await import("../../../scripts/postgres/grantRows");
	const { Client } = await import("pg");
	const ownerUrl = ownerUrlOf(keyturn.databaseUrl);
	const role = new URL(keyturn.databaseUrl).username;
	const pending = () => findPending({ root: process.cwd(), databaseUrl: keyturn.databaseUrl, ownerUrl });
	expect((await pending()).migrations).toBe(false);
	await asOwner(keyturn, `REVOKE ALL ON ALL TABLES IN SCHEMA public, pgboss FROM ${role}`);
	expect((await pending()).migrations).toBe(true);
	const client = new Client({ connectionString: ownerUrl });
	await client.connect();
	await grantRows(client, role);
	await client.end();
	expect((await pending()).migrations).toBe(false);
});
