import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/** What a go-live asks of the audit record is found without reading a customer's whole record. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		CREATE INDEX audit_entries_exported ON audit_entries (casino_id) WHERE action = 'audit.exported';
		CREATE INDEX audit_entries_administered ON audit_entries (casino_id, collection)
			WHERE collection IN ('staff', 'casino-settings') AND action IN ('create', 'update') AND actor LIKE 'user:%';
	`));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw("DROP INDEX audit_entries_exported, audit_entries_administered;"));
}
