import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";
import { auditSchemaSql } from "../audit/schema";
import { enqueueJobSql } from "../queue/schema";

/** What Payload's schema cannot say: one run at a time, the append-only record, the queue's entry, invoice numbers. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		CREATE UNIQUE INDEX provisioning_runs_one_alive ON provisioning_runs (onboarding_id) WHERE status <> 'undone';
		CREATE INDEX provisioning_runs_unfinished ON provisioning_runs (lease_until) WHERE status IN ('queued', 'running');
		CREATE INDEX payment_events_unsettled ON payment_events (received_at) WHERE status = 'received';
		CREATE INDEX messages_unsent ON messages (created_at) WHERE status = 'queued';
		CREATE UNIQUE INDEX staff_invites_one_pending ON staff_invites (casino_id, lower(email)) WHERE status = 'pending';
		CREATE SEQUENCE invoice_number;
	`));
	await db.execute(sql.raw(enqueueJobSql));
	await db.execute(sql.raw(auditSchemaSql));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw(`
		DROP TABLE audit_verifications, audit_person_keys;
		DROP FUNCTION audit_refuse, audit_allow_sealing_once CASCADE;
		DROP FUNCTION enqueue_job, wake_workers;
		DROP SEQUENCE invoice_number;
		DROP INDEX provisioning_runs_one_alive, provisioning_runs_unfinished, payment_events_unsettled, messages_unsent, staff_invites_one_pending;
	`));
}
