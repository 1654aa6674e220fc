import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/**
 * What was decided, on what, when and why stays as it was. Only its time may run out; and an account that is removed takes
 * its link along, not its name in the packet.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		CREATE FUNCTION decision_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
		BEGIN
			RAISE EXCEPTION 'A decision that was taken never changes.';
		END
		$$;
		CREATE TRIGGER decisions_stay_taken BEFORE UPDATE ON decisions
			FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL AND (
				NEW.packet IS DISTINCT FROM OLD.packet OR NEW.hash IS DISTINCT FROM OLD.hash
				OR NEW.decided_at IS DISTINCT FROM OLD.decided_at OR NEW.reason IS DISTINCT FROM OLD.reason
				OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.onboarding_id IS DISTINCT FROM OLD.onboarding_id
				OR NEW.expires_at IS DISTINCT FROM OLD.expires_at
				OR (NEW.status <> OLD.status AND NOT (NEW.status = 'expired' AND OLD.status IN ('approved', 'overridden')))
				OR (NEW.decided_by_id IS DISTINCT FROM OLD.decided_by_id AND NEW.decided_by_id IS NOT NULL)
			)) EXECUTE FUNCTION decision_refuse();
		CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
			FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION decision_refuse();
		CREATE INDEX decisions_expiring ON decisions (expires_at) WHERE status IN ('proposed', 'approved', 'overridden');
	`));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw(`
		DROP INDEX decisions_expiring;
		DROP TRIGGER decisions_stay ON decisions;
		DROP TRIGGER decisions_stay_taken ON decisions;
		DROP FUNCTION decision_refuse;
	`));
}
