import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/**
 * Links by which an account is entered, and what the sample portfolio wrote. Of the accounts that exist, an address counts as
 * proved where a mailed sign-in link was used, and for the first administrator; who created an account is read from the record.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		CREATE TABLE account_links (
			token_hash text PRIMARY KEY,
			user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
			is_mailed boolean NOT NULL,
			minted_by uuid REFERENCES users (id) ON DELETE SET NULL,
			expires_at timestamptz NOT NULL,
			used_at timestamptz
		);
		CREATE INDEX account_links_user ON account_links (user_id);

		CREATE TABLE sample_records (
			collection text NOT NULL,
			id uuid NOT NULL,
			PRIMARY KEY (collection, id)
		);

		UPDATE users SET address_proved_at = l.used_at
		FROM (SELECT user_id, min(used_at) AS used_at FROM sign_in_links WHERE used_at IS NOT NULL GROUP BY user_id) l
		WHERE l.user_id = users.id;
		UPDATE users SET address_proved_at = created_at
		WHERE address_proved_at IS NULL AND id = (SELECT id FROM users WHERE vendor_role = 'admin' ORDER BY created_at LIMIT 1);
		UPDATE users SET created_by_id = c.id
		FROM audit_entries a JOIN users c ON a.actor = 'user:' || c.id
		WHERE a.collection = 'users' AND a.action = 'create' AND a.document = users.id::text AND c.id <> users.id;
	`));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw("DROP TABLE sample_records, account_links;"));
}
