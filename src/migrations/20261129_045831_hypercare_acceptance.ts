import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_check_ins_kind" AS ENUM('first_week', 'hypercare');
  CREATE TYPE "public"."enum_acceptances_colour" AS ENUM('green', 'yellow', 'red');
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'first_week_done' BEFORE 'check_ins_done';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'hypercare_complete' BEFORE 'check_ins_done';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'acceptance_set' BEFORE 'acceptance_green';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'acceptance_notified' BEFORE 'acceptance_green';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'acceptance_acknowledged' BEFORE 'acceptance_green';
  ALTER TYPE "public"."enum_risks_kind" ADD VALUE 'acceptance_unacknowledged' BEFORE 'other';
  CREATE TABLE "acceptances" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"onboarding_id" uuid NOT NULL,
  	"colour" "enum_acceptances_colour" NOT NULL,
  	"reason" varchar NOT NULL,
  	"set_by_id" uuid,
  	"set_at" timestamp(3) with time zone NOT NULL,
  	"acknowledged_by_id" uuid,
  	"acknowledged_at" timestamp(3) with time zone,
  	"next_action" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "playbooks_definition_of_done" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"line" varchar
  );
  
  CREATE TABLE "_playbooks_v_version_definition_of_done" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"line" varchar,
  	"_uuid" varchar
  );
  
  DROP INDEX "onboarding_day_idx";
  ALTER TABLE "onboardings" ADD COLUMN "definition_of_done" jsonb;
  ALTER TABLE "check_ins" ADD COLUMN "kind" "enum_check_ins_kind" DEFAULT 'first_week' NOT NULL;
  ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_set_by_id_users_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_acknowledged_by_id_users_id_fk" FOREIGN KEY ("acknowledged_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "playbooks_definition_of_done" ADD CONSTRAINT "playbooks_definition_of_done_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."playbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_playbooks_v_version_definition_of_done" ADD CONSTRAINT "_playbooks_v_version_definition_of_done_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_playbooks_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "acceptances_casino_idx" ON "acceptances" USING btree ("casino_id");
  CREATE INDEX "acceptances_onboarding_idx" ON "acceptances" USING btree ("onboarding_id");
  CREATE INDEX "acceptances_set_by_idx" ON "acceptances" USING btree ("set_by_id");
  CREATE INDEX "acceptances_acknowledged_by_idx" ON "acceptances" USING btree ("acknowledged_by_id");
  CREATE INDEX "acceptances_updated_at_idx" ON "acceptances" USING btree ("updated_at");
  CREATE INDEX "acceptances_created_at_idx" ON "acceptances" USING btree ("created_at");
  CREATE INDEX "onboarding_setAt_idx" ON "acceptances" USING btree ("onboarding_id","set_at");
  CREATE INDEX "playbooks_definition_of_done_order_idx" ON "playbooks_definition_of_done" USING btree ("_order");
  CREATE INDEX "playbooks_definition_of_done_parent_id_idx" ON "playbooks_definition_of_done" USING btree ("_parent_id");
  CREATE INDEX "_playbooks_v_version_definition_of_done_order_idx" ON "_playbooks_v_version_definition_of_done" USING btree ("_order");
  CREATE INDEX "_playbooks_v_version_definition_of_done_parent_id_idx" ON "_playbooks_v_version_definition_of_done" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "onboarding_kind_day_idx" ON "check_ins" USING btree ("onboarding_id","kind","day");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "acceptances" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbooks_definition_of_done" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_playbooks_v_version_definition_of_done" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "acceptances" CASCADE;
  DROP TABLE "playbooks_definition_of_done" CASCADE;
  DROP TABLE "_playbooks_v_version_definition_of_done" CASCADE;
  ALTER TABLE "playbooks_phases_items" ALTER COLUMN "criterion" SET DATA TYPE text;
  ALTER TABLE "_playbooks_v_version_phases_items" ALTER COLUMN "criterion" SET DATA TYPE text;
  DROP TYPE "public"."playbook_criterion";
  CREATE TYPE "public"."playbook_criterion" AS ENUM('contract_signed', 'gate_satisfied', 'contacts_named', 'run_succeeded', 'administrator_signed_in', 'access_verified', 'settings_created', 'entitlements_granted', 'welcome_sent', 'invites_accepted', 'floor_ready', 'roster_complete', 'roles_match', 'top_tasks_under_five_minutes', 'boundaries_written', 'training_attended', 'pilot_completed', 'pilot_issues_triaged', 'go_live_agreed', 'go_live_done', 'support_path_known', 'go_live_announcement', 'check_ins_done', 'adoption_thresholds_met', 'in_use_two_weeks', 'primary_tool_signed_off', 'paid_access_passes', 'go_decided', 'acceptance_green', 'onboarded_in_two_hours');
  ALTER TABLE "playbooks_phases_items" ALTER COLUMN "criterion" SET DATA TYPE "public"."playbook_criterion" USING "criterion"::"public"."playbook_criterion";
  ALTER TABLE "_playbooks_v_version_phases_items" ALTER COLUMN "criterion" SET DATA TYPE "public"."playbook_criterion" USING "criterion"::"public"."playbook_criterion";
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DATA TYPE text;
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DEFAULT 'other'::text;
  DROP TYPE "public"."enum_risks_kind";
  CREATE TYPE "public"."enum_risks_kind" AS ENUM('payment_held', 'payment_failed', 'payment_reversed', 'paid_twice', 'overpaid', 'still_payable', 'approval_withdrawn', 'invoice_missing', 'run_failed', 'no_sign_in', 'message_failed', 'health_unacknowledged', 'other');
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DEFAULT 'other'::"public"."enum_risks_kind";
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_risks_kind" USING "kind"::"public"."enum_risks_kind";
  DROP INDEX "onboarding_kind_day_idx";
  CREATE UNIQUE INDEX "onboarding_day_idx" ON "check_ins" USING btree ("onboarding_id","day");
  ALTER TABLE "onboardings" DROP COLUMN "definition_of_done";
  ALTER TABLE "check_ins" DROP COLUMN "kind";
  DROP TYPE "public"."enum_check_ins_kind";
  DROP TYPE "public"."enum_acceptances_colour";`)
}
