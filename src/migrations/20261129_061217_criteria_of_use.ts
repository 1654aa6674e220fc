import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

// The release before still reads onboardings.pilot_shifts_recorded: the column stays, unread from here on.
export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."playbook_criterion" ADD VALUE 'scope_agreed' BEFORE 'go_live_needs_met';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'pit_bosses_trained' BEFORE 'pilot_completed';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'cashiers_trained' BEFORE 'pilot_completed';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'administrators_trained' BEFORE 'pilot_completed';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'compliance_trained' BEFORE 'pilot_completed';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'pilot_scope_agreed' BEFORE 'pilot_completed';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'active_staff_measured' BEFORE 'adoption_thresholds_met';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'entries_measured' BEFORE 'adoption_thresholds_met';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'tables_measured' BEFORE 'adoption_thresholds_met';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'exceptions_near_zero' BEFORE 'adoption_thresholds_met';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'task_times_measured' BEFORE 'adoption_thresholds_met';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "playbooks_phases_items" ALTER COLUMN "criterion" SET DATA TYPE text;
  ALTER TABLE "_playbooks_v_version_phases_items" ALTER COLUMN "criterion" SET DATA TYPE text;
  DROP TYPE "public"."playbook_criterion";
  CREATE TYPE "public"."playbook_criterion" AS ENUM('contract_signed', 'gate_satisfied', 'contacts_named', 'run_succeeded', 'administrator_signed_in', 'access_verified', 'settings_created', 'entitlements_granted', 'welcome_sent', 'invites_accepted', 'floor_ready', 'roster_complete', 'roles_match', 'top_tasks_under_five_minutes', 'boundaries_written', 'go_live_needs_met', 'training_attended', 'pilot_completed', 'pilot_issues_triaged', 'go_live_agreed', 'go_live_done', 'support_path_known', 'go_live_announcement', 'first_week_done', 'hypercare_complete', 'check_ins_done', 'adoption_thresholds_met', 'in_use_two_weeks', 'primary_tool_signed_off', 'paid_access_passes', 'go_decided', 'acceptance_set', 'acceptance_notified', 'acceptance_acknowledged', 'acceptance_green', 'onboarded_in_two_hours');
  ALTER TABLE "playbooks_phases_items" ALTER COLUMN "criterion" SET DATA TYPE "public"."playbook_criterion" USING "criterion"::"public"."playbook_criterion";
  ALTER TABLE "_playbooks_v_version_phases_items" ALTER COLUMN "criterion" SET DATA TYPE "public"."playbook_criterion" USING "criterion"::"public"."playbook_criterion";`)
}
