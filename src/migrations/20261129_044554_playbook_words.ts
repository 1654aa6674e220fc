import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_opinions_stance" AS ENUM('agree', 'concern');
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'go_live_announcement' BEFORE 'check_ins_done';
  ALTER TYPE "public"."playbook_criterion" ADD VALUE 'onboarded_in_two_hours';
  CREATE TABLE "opinions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"onboarding_id" uuid NOT NULL,
  	"item_id" uuid NOT NULL,
  	"person_id" uuid,
  	"stance" "enum_opinions_stance" NOT NULL,
  	"words" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "playbooks_words_first_steps" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "playbooks_words_check_ins" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"day" numeric,
  	"text" varchar
  );
  
  CREATE TABLE "_playbooks_v_version_words_first_steps" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"text" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_playbooks_v_version_words_check_ins" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"day" numeric,
  	"text" varchar,
  	"_uuid" varchar
  );
  
  ALTER TABLE "onboardings" ADD COLUMN "announcement_subject" varchar;
  ALTER TABLE "onboardings" ADD COLUMN "announced_by_id" uuid;
  ALTER TABLE "playbooks_phases_items" ADD COLUMN "is_timed" boolean DEFAULT false;
  ALTER TABLE "playbooks" ADD COLUMN "words_tenant" varchar;
  ALTER TABLE "playbooks" ADD COLUMN "words_tenants" varchar;
  ALTER TABLE "playbooks" ADD COLUMN "words_welcome" varchar;
  ALTER TABLE "playbooks" ADD COLUMN "words_announcement_subject" varchar;
  ALTER TABLE "playbooks" ADD COLUMN "words_announcement_text" varchar;
  ALTER TABLE "_playbooks_v_version_phases_items" ADD COLUMN "is_timed" boolean DEFAULT false;
  ALTER TABLE "_playbooks_v" ADD COLUMN "version_words_tenant" varchar;
  ALTER TABLE "_playbooks_v" ADD COLUMN "version_words_tenants" varchar;
  ALTER TABLE "_playbooks_v" ADD COLUMN "version_words_welcome" varchar;
  ALTER TABLE "_playbooks_v" ADD COLUMN "version_words_announcement_subject" varchar;
  ALTER TABLE "_playbooks_v" ADD COLUMN "version_words_announcement_text" varchar;
  ALTER TABLE "opinions" ADD CONSTRAINT "opinions_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "opinions" ADD CONSTRAINT "opinions_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "opinions" ADD CONSTRAINT "opinions_item_id_checklist_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."checklist_items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "opinions" ADD CONSTRAINT "opinions_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "playbooks_words_first_steps" ADD CONSTRAINT "playbooks_words_first_steps_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."playbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "playbooks_words_check_ins" ADD CONSTRAINT "playbooks_words_check_ins_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."playbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_playbooks_v_version_words_first_steps" ADD CONSTRAINT "_playbooks_v_version_words_first_steps_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_playbooks_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_playbooks_v_version_words_check_ins" ADD CONSTRAINT "_playbooks_v_version_words_check_ins_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_playbooks_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "opinions_casino_idx" ON "opinions" USING btree ("casino_id");
  CREATE INDEX "opinions_onboarding_idx" ON "opinions" USING btree ("onboarding_id");
  CREATE INDEX "opinions_item_idx" ON "opinions" USING btree ("item_id");
  CREATE INDEX "opinions_person_idx" ON "opinions" USING btree ("person_id");
  CREATE INDEX "opinions_updated_at_idx" ON "opinions" USING btree ("updated_at");
  CREATE INDEX "opinions_created_at_idx" ON "opinions" USING btree ("created_at");
  CREATE UNIQUE INDEX "item_person_idx" ON "opinions" USING btree ("item_id","person_id");
  CREATE INDEX "playbooks_words_first_steps_order_idx" ON "playbooks_words_first_steps" USING btree ("_order");
  CREATE INDEX "playbooks_words_first_steps_parent_id_idx" ON "playbooks_words_first_steps" USING btree ("_parent_id");
  CREATE INDEX "playbooks_words_check_ins_order_idx" ON "playbooks_words_check_ins" USING btree ("_order");
  CREATE INDEX "playbooks_words_check_ins_parent_id_idx" ON "playbooks_words_check_ins" USING btree ("_parent_id");
  CREATE INDEX "_playbooks_v_version_words_first_steps_order_idx" ON "_playbooks_v_version_words_first_steps" USING btree ("_order");
  CREATE INDEX "_playbooks_v_version_words_first_steps_parent_id_idx" ON "_playbooks_v_version_words_first_steps" USING btree ("_parent_id");
  CREATE INDEX "_playbooks_v_version_words_check_ins_order_idx" ON "_playbooks_v_version_words_check_ins" USING btree ("_order");
  CREATE INDEX "_playbooks_v_version_words_check_ins_parent_id_idx" ON "_playbooks_v_version_words_check_ins" USING btree ("_parent_id");
  ALTER TABLE "onboardings" ADD CONSTRAINT "onboardings_announced_by_id_users_id_fk" FOREIGN KEY ("announced_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "onboardings_announced_by_idx" ON "onboardings" USING btree ("announced_by_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "opinions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbooks_words_first_steps" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbooks_words_check_ins" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_playbooks_v_version_words_first_steps" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_playbooks_v_version_words_check_ins" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "opinions" CASCADE;
  DROP TABLE "playbooks_words_first_steps" CASCADE;
  DROP TABLE "playbooks_words_check_ins" CASCADE;
  DROP TABLE "_playbooks_v_version_words_first_steps" CASCADE;
  DROP TABLE "_playbooks_v_version_words_check_ins" CASCADE;
  ALTER TABLE "onboardings" DROP CONSTRAINT "onboardings_announced_by_id_users_id_fk";
  
  ALTER TABLE "playbooks_phases_items" ALTER COLUMN "criterion" SET DATA TYPE text;
  ALTER TABLE "_playbooks_v_version_phases_items" ALTER COLUMN "criterion" SET DATA TYPE text;
  DROP TYPE "public"."playbook_criterion";
  CREATE TYPE "public"."playbook_criterion" AS ENUM('contract_signed', 'gate_satisfied', 'contacts_named', 'run_succeeded', 'administrator_signed_in', 'access_verified', 'settings_created', 'entitlements_granted', 'welcome_sent', 'invites_accepted', 'floor_ready', 'roster_complete', 'roles_match', 'top_tasks_under_five_minutes', 'boundaries_written', 'training_attended', 'pilot_completed', 'pilot_issues_triaged', 'go_live_agreed', 'go_live_done', 'support_path_known', 'check_ins_done', 'adoption_thresholds_met', 'in_use_two_weeks', 'primary_tool_signed_off', 'paid_access_passes', 'go_decided', 'acceptance_green');
  ALTER TABLE "playbooks_phases_items" ALTER COLUMN "criterion" SET DATA TYPE "public"."playbook_criterion" USING "criterion"::"public"."playbook_criterion";
  ALTER TABLE "_playbooks_v_version_phases_items" ALTER COLUMN "criterion" SET DATA TYPE "public"."playbook_criterion" USING "criterion"::"public"."playbook_criterion";
  DROP INDEX "onboardings_announced_by_idx";
  ALTER TABLE "onboardings" DROP COLUMN "announcement_subject";
  ALTER TABLE "onboardings" DROP COLUMN "announced_by_id";
  ALTER TABLE "playbooks_phases_items" DROP COLUMN "is_timed";
  ALTER TABLE "playbooks" DROP COLUMN "words_tenant";
  ALTER TABLE "playbooks" DROP COLUMN "words_tenants";
  ALTER TABLE "playbooks" DROP COLUMN "words_welcome";
  ALTER TABLE "playbooks" DROP COLUMN "words_announcement_subject";
  ALTER TABLE "playbooks" DROP COLUMN "words_announcement_text";
  ALTER TABLE "_playbooks_v_version_phases_items" DROP COLUMN "is_timed";
  ALTER TABLE "_playbooks_v" DROP COLUMN "version_words_tenant";
  ALTER TABLE "_playbooks_v" DROP COLUMN "version_words_tenants";
  ALTER TABLE "_playbooks_v" DROP COLUMN "version_words_welcome";
  ALTER TABLE "_playbooks_v" DROP COLUMN "version_words_announcement_subject";
  ALTER TABLE "_playbooks_v" DROP COLUMN "version_words_announcement_text";
  DROP TYPE "public"."enum_opinions_stance";`)
}
