import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."playbook_criterion" ADD VALUE 'lessons_proposed';
  ALTER TABLE "onboardings" ADD COLUMN "lessons_proposed_at" timestamp(3) with time zone;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "playbooks_phases_items" ALTER COLUMN "criterion" SET DATA TYPE text;
  ALTER TABLE "_playbooks_v_version_phases_items" ALTER COLUMN "criterion" SET DATA TYPE text;
  DROP TYPE "public"."playbook_criterion";
  CREATE TYPE "public"."playbook_criterion" AS ENUM('contract_signed', 'gate_satisfied', 'contacts_named', 'run_succeeded', 'administrator_signed_in', 'access_verified', 'settings_created', 'entitlements_granted', 'welcome_sent', 'invites_accepted', 'floor_ready', 'roster_complete', 'roles_match', 'top_tasks_under_five_minutes', 'boundaries_written', 'scope_agreed', 'go_live_needs_met', 'training_attended', 'pit_bosses_trained', 'cashiers_trained', 'administrators_trained', 'compliance_trained', 'pilot_scope_agreed', 'pilot_completed', 'pilot_issues_triaged', 'go_live_agreed', 'go_live_done', 'support_path_known', 'go_live_announcement', 'first_week_done', 'hypercare_complete', 'check_ins_done', 'active_staff_measured', 'entries_measured', 'tables_measured', 'exceptions_near_zero', 'task_times_measured', 'adoption_thresholds_met', 'in_use_two_weeks', 'primary_tool_signed_off', 'paid_access_passes', 'go_decided', 'acceptance_set', 'acceptance_notified', 'acceptance_acknowledged', 'acceptance_green', 'onboarded_in_two_hours', 'master_agreement_stored', 'order_form_stored', 'data_agreement_stored', 'support_contract_sent', 'invoice_sent', 'invoice_settled', 'payment_confirmed', 'payment_bound', 'run_opened', 'tenant_in_product', 'areas_and_tables_entered', 'games_set_up', 'staff_invited', 'freeze_planned', 'hypercare_planned', 'day_1_called', 'day_3_called', 'day_7_called', 'issues_in_roadmap', 'go_no_go_proposed');
  ALTER TABLE "playbooks_phases_items" ALTER COLUMN "criterion" SET DATA TYPE "public"."playbook_criterion" USING "criterion"::"public"."playbook_criterion";
  ALTER TABLE "_playbooks_v_version_phases_items" ALTER COLUMN "criterion" SET DATA TYPE "public"."playbook_criterion" USING "criterion"::"public"."playbook_criterion";
  ALTER TABLE "onboardings" DROP COLUMN "lessons_proposed_at";`)
}
