import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";
import { probeDiskSql } from "../operations/health/schema";

/** What readiness asks about the database's disk. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(probeDiskSql));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw("DROP FUNCTION probe_disk()"));
}
