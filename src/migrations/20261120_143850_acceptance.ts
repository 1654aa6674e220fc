import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/** Who is bound in the product; links that sign in, which no record of Payload's may show; and who tried how often. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		ALTER TABLE "staff" ADD COLUMN "product_staff_id" varchar;
		CREATE INDEX staff_unbound_in_product ON staff (casino_id) WHERE status = 'active' AND product_staff_id IS NULL;

		CREATE TABLE sign_in_links (
			token_hash text PRIMARY KEY,
			user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
			expires_at timestamptz NOT NULL,
			used_at timestamptz
		);
		CREATE INDEX sign_in_links_user ON sign_in_links (user_id);
		CREATE INDEX sign_in_links_expires_at ON sign_in_links (expires_at);

		CREATE UNLOGGED TABLE rate_limits (
			key varchar(255) PRIMARY KEY,
			points integer NOT NULL DEFAULT 0,
			expire bigint
		);
	`));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw(`
		DROP TABLE rate_limits, sign_in_links;
		ALTER TABLE "staff" DROP COLUMN "product_staff_id";
	`));
}
