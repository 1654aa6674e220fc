/**
 * What Payload's own migration of `audit-entries` leaves out: the rules that make the table append-only, and the
 * tables beside it. Runs after the collections' tables exist; may run again.
 *
 * - An entry is never deleted, and updated once only: by the sealer, which fills in sequence and hashes.
 * - A casino with entries cannot be deleted. Payload's foreign key would set the column to NULL, which is an update of
 *   sealed rows; casinos are closed, never deleted.
 * - A person has as many keys as transactions made one at the same moment; erasing takes all of them. One key per
 *   person, enforced by a unique index, would make every transaction that first mentions somebody wait for the others.
 */
export const auditSchemaSql = /* sql */ `
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'audit entries are append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE FUNCTION audit_allow_sealing_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	unsealed audit_entries := NEW;
BEGIN
	unsealed.sequence := NULL;
	unsealed.hash := NULL;
	unsealed.previous_hash := NULL;
	IF OLD.sequence IS NULL AND OLD.hash IS NULL AND OLD.previous_hash IS NULL
		AND NEW.sequence IS NOT NULL AND NEW.hash IS NOT NULL AND NEW.previous_hash IS NOT NULL
		AND unsealed IS NOT DISTINCT FROM OLD THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'audit entries are append-only: UPDATE refused' USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE TRIGGER audit_no_forged_seal BEFORE INSERT ON audit_entries FOR EACH ROW
	WHEN (NEW.sequence IS NOT NULL OR NEW.hash IS NOT NULL OR NEW.previous_hash IS NOT NULL)
	EXECUTE FUNCTION audit_refuse();
CREATE OR REPLACE TRIGGER audit_sealed_once BEFORE UPDATE ON audit_entries FOR EACH ROW
	EXECUTE FUNCTION audit_allow_sealing_once();
CREATE OR REPLACE TRIGGER audit_no_delete BEFORE DELETE ON audit_entries FOR EACH ROW
	EXECUTE FUNCTION audit_refuse();
CREATE OR REPLACE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT
	EXECUTE FUNCTION audit_refuse();

CREATE UNIQUE INDEX IF NOT EXISTS audit_entries_chain ON audit_entries (sequence);
CREATE INDEX IF NOT EXISTS audit_entries_unsealed ON audit_entries (at, id) WHERE sequence IS NULL;

CREATE TABLE IF NOT EXISTS audit_person_keys (
	id uuid PRIMARY KEY,
	person text NOT NULL,
	key bytea,
	created_at timestamptz NOT NULL DEFAULT now(),
	erased_at timestamptz,
	CHECK ((key IS NULL) = (erased_at IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS audit_person_keys_person ON audit_person_keys (person);

CREATE TABLE IF NOT EXISTS audit_verifications (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	at timestamptz NOT NULL DEFAULT now(),
	ok boolean NOT NULL,
	entries bigint NOT NULL,
	last_hash text,
	first_broken jsonb
);

DO $$
DECLARE
	casino_key record;
BEGIN
	FOR casino_key IN
		SELECT conname, confrelid::regclass AS target FROM pg_constraint
		WHERE conrelid = 'audit_entries'::regclass AND contype = 'f' AND confdeltype <> 'r'
			AND conkey = ARRAY[(SELECT attnum FROM pg_attribute
				WHERE attrelid = 'audit_entries'::regclass AND attname = 'casino_id')]
	LOOP
		EXECUTE format('ALTER TABLE audit_entries DROP CONSTRAINT %I', casino_key.conname);
		EXECUTE format('ALTER TABLE audit_entries ADD CONSTRAINT %I FOREIGN KEY (casino_id) REFERENCES %s (id) ON DELETE RESTRICT',
			casino_key.conname, casino_key.target);
	END LOOP;
END $$;
`;
