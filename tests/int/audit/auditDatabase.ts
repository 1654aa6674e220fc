import { Pool } from "pg";
import { auditSchemaSql } from "@/audit/schema";
import type { Sql } from "@/queue/sqlOf";
import { createTestDatabase } from "../../harness/createTestDatabase";
import { testEnvironment } from "../../harness/testEnvironment";

export type AuditDatabase = {
	databaseUrl: string;
	pool: Pool;
	sql: Sql;
	/** One transaction: committed when `work` resolves, rolled back when it rejects. */
	inTransaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
	/** Does what only the owner of the table could, triggers off: what the chain must find out. */
	tamper(statement: string, values?: unknown[]): Promise<void>;
	close(): Promise<void>;
};

/** A database with the audit tables alone, in a schema of their own: the record needs nothing else of the system. */
export async function openAuditDatabase(): Promise<AuditDatabase> {
	const database = await createTestDatabase();
	Object.assign(process.env, testEnvironment, {
		DATABASE_URL: database.ownerUrl,
		PRODUCT_DATABASE_URL: database.productDatabaseUrl,
	});
	const pool = new Pool({
		connectionString: database.ownerUrl,
		options: "-c search_path=audit_test",
		application_name: "audit test",
		max: 10,
	});
	pool.on("error", () => {});
	await pool.query("CREATE SCHEMA audit_test");
	await pool.query(auditTableSql);
	await pool.query(auditSchemaSql);
	const sqlOn = (client: Pick<Pool, "query">): Sql => {
		return async (text, values = []) => (await client.query(text, [...values])).rows as never;
	};
	return {
		databaseUrl: database.ownerUrl,
		pool,
		sql: sqlOn(pool),
		inTransaction: async (work) => {
			const client = await pool.connect();
			try {
				await client.query("BEGIN");
				const result = await work(sqlOn(client as unknown as Pool));
				await client.query("COMMIT");
				return result;
			} catch (error) {
				await client.query("ROLLBACK");
				throw error;
			} finally {
				client.release();
			}
		},
		tamper: async (statement, values = []) => {
			const client = await pool.connect();
			await client.query("SET session_replication_role = replica");
			await client.query(statement, values);
			await client.query("RESET session_replication_role");
			client.release();
		},
		close: async () => {
			await pool.end();
			await database.drop();
		},
	};
}

/** As Payload creates it from the collection, and the casinos it refers to. */
const auditTableSql = `
CREATE TABLE casinos (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
CREATE TABLE audit_entries (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	sequence numeric,
	at timestamp(3) with time zone NOT NULL,
	actor varchar NOT NULL,
	action varchar NOT NULL,
	collection varchar NOT NULL,
	document varchar,
	casino_id uuid REFERENCES casinos (id) ON DELETE SET NULL,
	before jsonb,
	after jsonb,
	reason varchar,
	hash varchar,
	previous_hash varchar,
	record_updated_at timestamp(3) with time zone,
	updated_at timestamp(3) with time zone NOT NULL DEFAULT now(),
	created_at timestamp(3) with time zone NOT NULL DEFAULT now()
)`;
