import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/**
 * What the queue and the reconciliation keep beside Payload's records: jobs whose process ended before they did, companies
 * that are due at Stripe, and up to when the provider's events were read.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		CREATE TABLE job_starts (
			queue text NOT NULL,
			key text NOT NULL,
			unfinished integer NOT NULL,
			last_started_at timestamptz NOT NULL,
			PRIMARY KEY (queue, key)
		);
		CREATE TABLE company_syncs (
			company_id uuid PRIMARY KEY REFERENCES companies (id) ON DELETE CASCADE,
			due_at timestamptz NOT NULL
		);
		CREATE TABLE reconciliation_cursors (
			name text PRIMARY KEY,
			read_until timestamptz NOT NULL
		);
		UPDATE provisioning_steps SET attempt_limit = attempts + 5 WHERE status IN ('pending', 'running', 'failed');
	`));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw("DROP TABLE reconciliation_cursors, company_syncs, job_starts;"));
}
