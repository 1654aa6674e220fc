import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/**
 * What was refused again within a minute, counted until the minute is over; then it is one entry of the audit record.
 * Files from before have one name: it is the shown one too.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		CREATE TABLE denials (
			minute timestamptz NOT NULL,
			key varchar(64) NOT NULL,
			entry jsonb NOT NULL,
			times integer NOT NULL DEFAULT 0,
			PRIMARY KEY (minute, key)
		);
		UPDATE media SET shown_name = left(filename, 200) WHERE shown_name IS NULL;
	`));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw(`DROP TABLE denials`));
}
