import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/** What every new installation was given, and nobody wrote. */
const shipped = [
	"Check the working hours and defaults under Settings.",
	"Set up your floor areas and gaming tables.",
	"Invite your pit bosses and cashiers, each with a role of their own.",
	"Record one visit on a quiet table and look at it together.",
]
	.map((step) => `'${step}'`)
	.join(", ");

/** Playbooks that somebody published themselves: the shipped ones have words of their own. */
const ownPlaybooks = `SELECT p.id FROM playbooks p JOIN LATERAL (SELECT published_by_id FROM playbook_versions v
	WHERE v.playbook_id = p.id ORDER BY version DESC LIMIT 1) v ON v.published_by_id IS NOT NULL`;
const ownSteps = `SELECT s._order, s.text FROM settings_first_steps s
	WHERE (SELECT array_agg(o.text ORDER BY o._order) FROM settings_first_steps o) <> ARRAY[${shipped}]::varchar[]`;

/**
 * Who was asked about an item and who was told that it is done, each person once. An opinion goes with its item: a newer version of a
 * playbook takes away what nobody has done. What the settings called a tenant, and its first steps, where somebody wrote their
 * own, go into the drafts of the playbooks that the vendor publishes.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(
		sql.raw(`
		CREATE TABLE item_notices (
			item_id uuid NOT NULL REFERENCES checklist_items (id) ON DELETE CASCADE,
			person_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
			kind varchar(10) NOT NULL CHECK (kind IN ('asked', 'told')),
			at timestamptz NOT NULL DEFAULT now(),
			PRIMARY KEY (item_id, kind, person_id)
		);
		CREATE INDEX item_notices_person_idx ON item_notices (person_id);
		CREATE INDEX checklist_items_consulted_idx ON checklist_items (onboarding_id)
			WHERE status IN ('open', 'in_progress') AND retired_at IS NULL AND rule #> '{raci,consulted}' <> '[]';
		CREATE INDEX checklist_items_informed_idx ON checklist_items (done_at)
			WHERE status = 'done' AND retired_at IS NULL AND rule #> '{raci,informed}' <> '[]';

		ALTER TABLE opinions DROP CONSTRAINT opinions_item_id_checklist_items_id_fk,
			ADD CONSTRAINT opinions_item_id_checklist_items_id_fk FOREIGN KEY (item_id) REFERENCES checklist_items (id) ON DELETE CASCADE;

		UPDATE playbooks SET words_tenant = s.tenant_word, words_tenants = s.tenant_word || 's' FROM settings s
		WHERE s.tenant_word <> 'casino' AND playbooks.id IN (${ownPlaybooks});
		UPDATE _playbooks_v SET version_words_tenant = s.tenant_word, version_words_tenants = s.tenant_word || 's' FROM settings s
		WHERE s.tenant_word <> 'casino' AND latest AND parent_id IN (${ownPlaybooks});
		INSERT INTO playbooks_words_first_steps (_order, _parent_id, id, text)
		SELECT s._order, p.id, gen_random_uuid()::text, s.text FROM (${ownSteps}) s, (${ownPlaybooks}) p;
		INSERT INTO _playbooks_v_version_words_first_steps (_order, _parent_id, text, _uuid)
		SELECT s._order, v.id, s.text, gen_random_uuid()::text FROM (${ownSteps}) s, _playbooks_v v
		WHERE v.latest AND v.parent_id IN (${ownPlaybooks});
	`),
	);
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(
		sql.raw(`
		DROP TABLE item_notices;
		DROP INDEX checklist_items_consulted_idx, checklist_items_informed_idx;
	`),
	);
}
