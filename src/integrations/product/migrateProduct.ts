import { Client } from "pg";
import { migrations } from "./schema/migrations";
import { roles } from "./schema/roles";

/**
 * Brings the reference product's database to this build's schema; does nothing, quickly, when it is there.
 * Safe to run from several processes at once. Needs PostgreSQL 16 or newer and a login that may create roles and
 * schemas (or roles that exist already). `upTo` stops at an earlier version, into which an older backup is restored.
 * Throws what PostgreSQL said; then nothing was changed but, perhaps, roles added.
 */
export async function migrateProduct(connectionString: string, upTo = migrations.length): Promise<void> {
	const client = new Client({
		connectionString,
		connectionTimeoutMillis: 10_000,
		application_name: "keyturn-product-migrate",
	});
	await client.connect();
	try {
		if ((await readVersion(client)) >= upTo) return;
		await client.query(roles);
		await client.query("BEGIN");
		await client.query("SELECT pg_advisory_xact_lock(hashtextextended('floor.migrate', 0))");
		await client.query("CREATE SCHEMA IF NOT EXISTS floor AUTHORIZATION keyturn_product_owner");
		await client.query("SET LOCAL ROLE keyturn_product_owner");
		await client.query(`CREATE TABLE IF NOT EXISTS floor.schema_version (
			version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now()
		)`);
		await applyPending(client, await readVersion(client), upTo);
		await client.query("COMMIT");
	} finally {
		// Ends an open transaction too: the server rolls it back.
		await client.end();
	}
}

async function applyPending(client: Client, current: number, upTo: number): Promise<void> {
	for (const [index, sql] of migrations.entries()) {
		if (index < current || index >= upTo) continue;
		await client.query(sql);
		await client.query("INSERT INTO floor.schema_version (version) VALUES ($1)", [index + 1]);
	}
}

/** The newest applied version; 0 where there is no product yet. */
async function readVersion(client: Client): Promise<number> {
	const { rows: exists } = await client.query<{ exists: boolean }>(
		"SELECT to_regclass('floor.schema_version') IS NOT NULL AS exists",
	);
	if (!exists[0]?.exists) return 0;
	const { rows } = await client.query<{ version: number }>(
		"SELECT coalesce(max(version), 0) AS version FROM floor.schema_version",
	);
	return rows[0]?.version ?? 0;
}
