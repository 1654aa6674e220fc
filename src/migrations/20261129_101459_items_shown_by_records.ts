import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."playbook_criterion" ADD VALUE 'master_agreement_stored';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'order_form_stored';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'data_agreement_stored';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'support_contract_sent';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'invoice_sent';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'invoice_settled';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'payment_confirmed';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'payment_bound';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'run_opened';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'tenant_in_product';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'areas_and_tables_entered';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'games_set_up';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'staff_invited';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'freeze_planned';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'hypercare_planned';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'day_1_called';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'day_3_called';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'day_7_called';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'issues_in_roadmap';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'go_no_go_proposed';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "playbooks_phases_items" ALTER COLUMN "criterion" SET DATA TYPE text;
  ALTER TABLE "_playbooks_v_version_phases_items" ALTER COLUMN "criterion" SET DATA TYPE text;
  DROP TYPE "public"."playbook_criterion";
  CREATE TYPE "public"."playbook_criterion" AS ENUM('contract_signed', 'gate_satisfied', 'contacts_named', 'run_succeeded', 'administrator_signed_in', 'access_verified', 'settings_created', 'entitlements_granted', 'welcome_sent', 'invites_accepted', 'floor_ready', 'roster_complete', 'roles_match', 'top_tasks_under_five_minutes', 'boundaries_written', 'scope_agreed', 'go_live_needs_met', 'training_attended', 'pit_bosses_trained', 'cashiers_trained', 'administrators_trained', 'compliance_trained', 'pilot_scope_agreed', 'pilot_completed', 'pilot_issues_triaged', 'go_live_agreed', 'go_live_done', 'support_path_known', 'go_live_announcement', 'first_week_done', 'hypercare_complete', 'check_ins_done', 'active_staff_measured', 'entries_measured', 'tables_measured', 'exceptions_near_zero', 'task_times_measured', 'adoption_thresholds_met', 'in_use_two_weeks', 'primary_tool_signed_off', 'paid_access_passes', 'go_decided', 'acceptance_set', 'acceptance_notified', 'acceptance_acknowledged', 'acceptance_green', 'onboarded_in_two_hours');
  ALTER TABLE "playbooks_phases_items" ALTER COLUMN "criterion" SET DATA TYPE "public"."playbook_criterion" USING "criterion"::"public"."playbook_criterion";
  ALTER TABLE "_playbooks_v_version_phases_items" ALTER COLUMN "criterion" SET DATA TYPE "public"."playbook_criterion" USING "criterion"::"public"."playbook_criterion";`)
}
