import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/**
 * Samples can be removed, and nothing else of what is kept for good: a decision or an approval goes only in the transaction that says so,
 * and only of a casino that the samples wrote. The audit record stays whole: it names a casino also when that is gone.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		CREATE FUNCTION is_sample_removal(casino uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
			SELECT coalesce(current_setting('keyturn.removing_samples', true), '') = 'on'
				AND EXISTS (SELECT 1 FROM sample_records WHERE collection = 'casinos' AND id = casino)
		$$;
		DROP TRIGGER decisions_stay ON decisions;
		CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
			FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL AND NOT is_sample_removal(OLD.casino_id)) EXECUTE FUNCTION decision_refuse();
		DROP TRIGGER approvals_stay ON approvals;
		CREATE TRIGGER approvals_stay BEFORE DELETE ON approvals
			FOR EACH ROW WHEN (NOT is_sample_removal(OLD.casino_id)) EXECUTE FUNCTION approval_refuse();
		ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_casino_id_casinos_id_fk;
	`));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw(`
		DROP TRIGGER decisions_stay ON decisions;
		CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
			FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION decision_refuse();
		DROP TRIGGER approvals_stay ON approvals;
		CREATE TRIGGER approvals_stay BEFORE DELETE ON approvals FOR EACH ROW EXECUTE FUNCTION approval_refuse();
		DROP FUNCTION is_sample_removal;
	`));
}
