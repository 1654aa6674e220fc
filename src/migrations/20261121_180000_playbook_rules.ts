import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/** A published version is what onboardings were promised: nobody changes or removes it, whatever they may do elsewhere. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		CREATE FUNCTION playbook_version_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
		BEGIN
			RAISE EXCEPTION 'A published version of a playbook never changes.';
		END
		$$;
		CREATE TRIGGER playbook_versions_never_change BEFORE DELETE OR UPDATE OF content, hash, version, playbook_id ON playbook_versions
			FOR EACH ROW EXECUTE FUNCTION playbook_version_refuse();
		CREATE INDEX checklist_items_unsettled ON checklist_items (onboarding_id, position)
			WHERE status IN ('open', 'in_progress');
		CREATE INDEX waits_running ON waits (onboarding_id) WHERE until IS NULL;
	`));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw(`
		DROP INDEX waits_running, checklist_items_unsettled;
		DROP TRIGGER playbook_versions_never_change ON playbook_versions;
		DROP FUNCTION playbook_version_refuse;
	`));
}
