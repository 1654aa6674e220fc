import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/**
 * An acceptance that was chosen in a plan gets its record, acknowledged where the manager signed so afterwards. A setting stays as it
 * was made: it is acknowledged once, and an account that is removed takes its link along.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		INSERT INTO acceptances (casino_id, onboarding_id, colour, reason, set_by_id, set_at, acknowledged_by_id, acknowledged_at, next_action)
		SELECT i.casino_id, i.onboarding_id, i.choice::enum_acceptances_colour,
			coalesce(nullif(trim(i.note), ''), 'Chosen in the plan, before an acceptance had a record of its own.'),
			i.done_by_id, coalesce(i.done_at, i.updated_at), s.done_by_id, s.done_at, s.note
		FROM checklist_items i
		LEFT JOIN checklist_items s ON s.onboarding_id = i.onboarding_id AND s.key = 'manager_acknowledges' AND s.status = 'done'
			AND s.done_at >= i.done_at AND i.choice <> 'green'
		WHERE i.key = 'acceptance' AND i.kind = 'decision' AND i.status = 'done' AND i.choice IN ('green', 'yellow', 'red');
		CREATE FUNCTION acceptance_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
		BEGIN
			RAISE EXCEPTION 'An acceptance that was set never changes.';
		END
		$$;
		CREATE TRIGGER acceptances_stay_set BEFORE UPDATE ON acceptances
			FOR EACH ROW WHEN (
				NEW.onboarding_id IS DISTINCT FROM OLD.onboarding_id OR NEW.casino_id IS DISTINCT FROM OLD.casino_id
				OR NEW.colour <> OLD.colour OR NEW.reason <> OLD.reason OR NEW.set_at <> OLD.set_at
				OR (NEW.set_by_id IS DISTINCT FROM OLD.set_by_id AND NEW.set_by_id IS NOT NULL)
				OR (OLD.acknowledged_at IS NOT NULL AND (NEW.acknowledged_at IS DISTINCT FROM OLD.acknowledged_at
					OR NEW.next_action IS DISTINCT FROM OLD.next_action
					OR (NEW.acknowledged_by_id IS DISTINCT FROM OLD.acknowledged_by_id AND NEW.acknowledged_by_id IS NOT NULL)))
			) EXECUTE FUNCTION acceptance_refuse();
		CREATE TRIGGER acceptances_stay BEFORE DELETE ON acceptances
			FOR EACH ROW WHEN (NOT is_sample_removal(OLD.casino_id)) EXECUTE FUNCTION acceptance_refuse();
	`));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw(`
		DROP TRIGGER acceptances_stay ON acceptances;
		DROP TRIGGER acceptances_stay_set ON acceptances;
		DROP FUNCTION acceptance_refuse;
		DELETE FROM acceptances;
	`));
}
