import { Client, escapeIdentifier } from "pg";

/** A client's one need here. */
type Queryable = Pick<Client, "query">;

/**
 * Grants a role what web and worker do: reading and changing rows, and nothing of the schema. What only grows is not
 * deleted from: the audit record, whose columns the sealer fills in are the only ones updated; what has been migrated is read.
 * Safe to repeat; after every migration, for what that added.
 * @param client of the owner
 * @param role left as it is when it is the owner itself
 * @throws one sentence when there is no such role, or when it may do more by itself
 */
export async function grantRows(client: Queryable, role: string): Promise<void> {
	if (await isOwner(client, role)) return;
	const to = escapeIdentifier(role);
	const { rows } = await client.query<{ database: string }>("SELECT current_database() AS database");
	const database = escapeIdentifier(rows[0]?.database ?? "");
	await client.query(`
		BEGIN;
		REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC;
		REVOKE CREATE ON SCHEMA public FROM PUBLIC;
		GRANT CONNECT ON DATABASE ${database} TO ${to};
		GRANT USAGE ON SCHEMA public, pgboss TO ${to};
		GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO ${to};
		GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public, pgboss TO ${to};
		REVOKE INSERT, UPDATE, DELETE ON payload_migrations, pgboss.version FROM ${to};
		GRANT UPDATE (cron_on, bam_on, flow_on, reindex_on, monitor_backoff_on) ON pgboss.version TO ${to};
		REVOKE UPDATE, DELETE ON audit_entries, audit_verifications FROM ${to};
		GRANT UPDATE (sequence, hash, previous_hash) ON audit_entries TO ${to};
		REVOKE DELETE ON audit_person_keys FROM ${to};
		COMMIT`);
}

/**
 * Lets a login call the product's procedures and step down to its staff's role.
 * @param ownerUrl of the product's database
 */
export async function grantConnector(ownerUrl: string, role: string): Promise<void> {
	const client = new Client({ connectionString: ownerUrl, application_name: "keyturn migrate" });
	await client.connect();
	try {
		if (await isOwner(client, role)) return;
		const { rows } = await client.query("SELECT pg_has_role($1, 'keyturn_product_connector', 'USAGE') AS has", [role]);
		if (!rows[0]?.has) await client.query(`GRANT keyturn_product_connector TO ${escapeIdentifier(role)}`);
	} finally {
		await client.end();
	}
}

async function isOwner(client: Queryable, role: string): Promise<boolean> {
	const { rows } = await client.query<{ isOwner: boolean; mayMore: boolean }>(
		`SELECT rolname = current_user AS "isOwner", rolsuper OR rolcreatedb OR rolcreaterole OR pg_has_role(oid, current_user::regrole, 'MEMBER') AS "mayMore"
		FROM pg_roles WHERE rolname = $1`,
		[role],
	);
	if (rows[0]?.isOwner) return true;
	if (!rows[0]) throw new Error(`There is no role "${role}". Make it first: CREATE ROLE ${role} LOGIN PASSWORD '…'.`);
	if (!rows[0].mayMore) return false;
	throw new Error(
		`The role "${role}" may change the schema by itself (it is a superuser, may create roles or databases, or belongs to the owner): give DATABASE_URL a role that may not, or leave MIGRATION_DATABASE_URL out.`,
	);
}
