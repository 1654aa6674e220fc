import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."playbook_criterion" ADD VALUE 'go_live_needs_met' BEFORE 'training_attended';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "playbooks_phases_items" ALTER COLUMN "criterion" SET DATA TYPE text;
  ALTER TABLE "_playbooks_v_version_phases_items" ALTER COLUMN "criterion" SET DATA TYPE text;
  DROP TYPE "public"."playbook_criterion";
  CREATE TYPE "public"."playbook_criterion" AS ENUM('contract_signed', 'gate_satisfied', 'contacts_named', 'run_succeeded', 'administrator_signed_in', 'access_verified', 'settings_created', 'entitlements_granted', 'welcome_sent', 'invites_accepted', 'floor_ready', 'roster_complete', 'roles_match', 'top_tasks_under_five_minutes', 'boundaries_written', 'training_attended', 'pilot_completed', 'pilot_issues_triaged', 'go_live_agreed', 'go_live_done', 'support_path_known', 'go_live_announcement', 'first_week_done', 'hypercare_complete', 'check_ins_done', 'adoption_thresholds_met', 'in_use_two_weeks', 'primary_tool_signed_off', 'paid_access_passes', 'go_decided', 'acceptance_set', 'acceptance_notified', 'acceptance_acknowledged', 'acceptance_green', 'onboarded_in_two_hours');
  ALTER TABLE "playbooks_phases_items" ALTER COLUMN "criterion" SET DATA TYPE "public"."playbook_criterion" USING "criterion"::"public"."playbook_criterion";
  ALTER TABLE "_playbooks_v_version_phases_items" ALTER COLUMN "criterion" SET DATA TYPE "public"."playbook_criterion" USING "criterion"::"public"."playbook_criterion";`)
}
