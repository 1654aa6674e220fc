import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/**
 * Links to a new password are kept as those to sign in are: by their hash, once. What Payload kept of them before could be used by
 * whoever read it, and ends. Beside each session stands where it was begun, when it was last used, and when its owner last proved
 * who they are. The secret by which persons are named in the audit record gets a place of its own, so that PAYLOAD_SECRET can change.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		ALTER TABLE sign_in_links ADD COLUMN kind text NOT NULL DEFAULT 'sign_in_link';
		UPDATE users SET reset_password_token = NULL, reset_password_expiration = NULL WHERE reset_password_token IS NOT NULL;

		CREATE TABLE session_details (
			id text PRIMARY KEY,
			user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
			device text NOT NULL,
			address text NOT NULL,
			last_used_at timestamptz NOT NULL DEFAULT now(),
			proved_at timestamptz NOT NULL DEFAULT now()
		);
		CREATE INDEX session_details_user ON session_details (user_id);

		CREATE TABLE sealing_secrets (
			purpose text PRIMARY KEY,
			sealed bytea NOT NULL
		);
	`));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw(`
		DROP TABLE sealing_secrets, session_details;
		DELETE FROM sign_in_links WHERE kind <> 'sign_in_link';
		ALTER TABLE sign_in_links DROP COLUMN kind;
	`));
}
