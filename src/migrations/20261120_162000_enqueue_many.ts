import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";
import { enqueueJobsSql } from "../queue/schema";

/** A rush of events is queued in one statement. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(enqueueJobsSql));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw("DROP FUNCTION enqueue_jobs"));
}
