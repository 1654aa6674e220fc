import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/**
 * How far the product knows a casino's configuration and people: a revision that each change of ours raises, the one that was
 * brought there last, and what came of the last try. What stands here of live casinos is brought there once.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		CREATE TABLE product_syncs (
			casino_id uuid PRIMARY KEY REFERENCES casinos (id) ON DELETE CASCADE,
			revision integer NOT NULL,
			synced_revision integer NOT NULL DEFAULT 0,
			synced_at timestamptz,
			attempts integer NOT NULL DEFAULT 0,
			-- Null: nothing is left to do.
			next_try_at timestamptz,
			problem text,
			-- A freeze keeps the product's configuration as it is until then; ours differs.
			frozen_until timestamptz
		);
		CREATE INDEX product_syncs_due ON product_syncs (next_try_at) WHERE next_try_at IS NOT NULL;
		INSERT INTO product_syncs (casino_id, revision, next_try_at)
		SELECT id, 1, now() FROM casinos WHERE status IN ('live', 'suspended');
	`));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw("DROP TABLE product_syncs;"));
}
