import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."settings_game" AS ENUM('blackjack', 'roulette', 'baccarat', 'poker', 'craps', 'other');
  CREATE TYPE "public"."settings_first_in" AS ENUM('product', 'paper', 'other_system');
  CREATE TYPE "public"."enum_floor_areas_kind" AS ENUM('pit', 'poker_room', 'high_limit', 'other');
  CREATE TYPE "public"."enum_floor_areas_status" AS ENUM('active', 'closed');
  CREATE TYPE "public"."enum_gaming_tables_game" AS ENUM('blackjack', 'roulette', 'baccarat', 'poker', 'craps', 'other');
  CREATE TYPE "public"."enum_gaming_tables_status" AS ENUM('open', 'closed', 'out_of_service');
  CREATE TYPE "public"."enum_checklists_status" AS ENUM('waiting', 'active', 'closed');
  CREATE TYPE "public"."enum_checklist_items_kind" AS ENUM('task', 'deliverable', 'exit_criterion', 'approval', 'decision', 'form', 'automation');
  CREATE TYPE "public"."enum_checklist_items_owner" AS ENUM('vendor', 'customer');
  CREATE TYPE "public"."enum_checklist_items_evidence" AS ENUM('none', 'file', 'link', 'value', 'signature');
  CREATE TYPE "public"."enum_checklist_items_status" AS ENUM('open', 'in_progress', 'done', 'waived', 'not_needed');
  CREATE TYPE "public"."enum_decisions_kind" AS ENUM('go_no_go', 'waiver', 'freeze_override', 'primary_tool', 'plan_change');
  CREATE TYPE "public"."enum_decisions_status" AS ENUM('proposed', 'approved', 'overridden', 'rejected', 'expired');
  CREATE TYPE "public"."enum_decisions_recommendation" AS ENUM('ready', 'hold');
  CREATE TYPE "public"."enum_waits_on" AS ENUM('us', 'customer', 'third_party');
  CREATE TYPE "public"."training_role" AS ENUM('executive_sponsor', 'operations_lead', 'compliance_lead', 'it_contact', 'finance_contact', 'casino_admin', 'pit_boss', 'cashier');
  CREATE TYPE "public"."enum_training_sessions_status" AS ENUM('planned', 'held', 'cancelled');
  CREATE TYPE "public"."enum_pilot_issues_severity" AS ENUM('blocker', 'major', 'minor');
  CREATE TYPE "public"."enum_pilot_issues_status" AS ENUM('open', 'triaged', 'fixed', 'deferred', 'closed');
  CREATE TYPE "public"."enum_pilot_issues_outcome" AS ENUM('fix_now', 'training', 'roadmap', 'wont_fix');
  CREATE TYPE "public"."enum_spot_checks_task" AS ENUM('find_player', 'start_session', 'record_rating', 'add_note', 'see_rewards');
  CREATE TYPE "public"."adoption_role" AS ENUM('executive_sponsor', 'operations_lead', 'compliance_lead', 'it_contact', 'finance_contact', 'casino_admin', 'pit_boss', 'cashier');
  CREATE TYPE "public"."enum_adoption_reports_source" AS ENUM('product', 'api', 'entered');
  CREATE TYPE "public"."playbook_item_kind" AS ENUM('task', 'deliverable', 'exit_criterion', 'approval', 'decision', 'form', 'automation');
  CREATE TYPE "public"."playbook_item_owner" AS ENUM('vendor', 'customer');
  CREATE TYPE "public"."playbook_evidence" AS ENUM('none', 'file', 'link', 'value', 'signature');
  CREATE TYPE "public"."playbook_automation" AS ENUM('confirm_tenant', 'create_settings', 'bootstrap_product', 'invite_administrator', 'grant_entitlements', 'check_access', 'mark_live', 'send_welcome', 'confirm_to_finance', 'schedule_check_ins');
  CREATE TYPE "public"."playbook_criterion" AS ENUM('contract_signed', 'gate_satisfied', 'contacts_named', 'run_succeeded', 'administrator_signed_in', 'access_verified', 'settings_created', 'entitlements_granted', 'welcome_sent', 'invites_accepted', 'floor_ready', 'roster_complete', 'roles_match', 'top_tasks_under_five_minutes', 'boundaries_written', 'training_attended', 'pilot_completed', 'pilot_issues_triaged', 'go_live_agreed', 'go_live_done', 'support_path_known', 'check_ins_done', 'adoption_thresholds_met', 'in_use_two_weeks', 'primary_tool_signed_off', 'paid_access_passes', 'go_decided', 'acceptance_green');
  CREATE TYPE "public"."playbook_role" AS ENUM('admin', 'ops', 'manager', 'finance', 'compliance', 'auditor', 'executive_sponsor', 'operations_lead', 'compliance_lead', 'it_contact', 'finance_contact', 'casino_admin', 'pit_boss', 'cashier');
  CREATE TYPE "public"."playbook_day_unit" AS ENUM('calendar_days', 'working_days');
  CREATE TYPE "public"."playbook_anchor" AS ENUM('opened', 'contract_signed', 'gate_opened', 'provisioned', 'phase_started', 'pilot_start', 'go_live', 'item');
  CREATE TYPE "public"."playbook_condition" AS ENUM('plan', 'region', 'data_mode', 'decision');
  CREATE TYPE "public"."enum_playbooks_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__playbooks_v_version_status" AS ENUM('draft', 'published');
  ALTER TYPE "public"."enum_api_clients_scopes" ADD VALUE 'checklists:read' BEFORE 'provisioning-runs:read';
  ALTER TYPE "public"."enum_api_clients_scopes" ADD VALUE 'checklist-items:read' BEFORE 'provisioning-runs:read';
  ALTER TYPE "public"."enum_api_clients_scopes" ADD VALUE 'adoption-reports:read' BEFORE 'provisioning-runs:read';
  ALTER TYPE "public"."enum_api_clients_scopes" ADD VALUE 'floor-areas:read' BEFORE 'staff:read';
  ALTER TYPE "public"."enum_api_clients_scopes" ADD VALUE 'gaming-tables:read' BEFORE 'staff:read';
  CREATE TABLE "casino_settings_games" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"game" "settings_game" NOT NULL,
  	"variant" varchar,
  	"min_bet" numeric,
  	"max_bet" numeric
  );
  
  CREATE TABLE "casino_settings_boundaries" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"record" varchar NOT NULL,
  	"first_in" "settings_first_in" NOT NULL,
  	"on_paper" varchar,
  	"fallback" varchar NOT NULL
  );
  
  CREATE TABLE "_casino_settings_v_version_games" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"game" "settings_game" NOT NULL,
  	"variant" varchar,
  	"min_bet" numeric,
  	"max_bet" numeric,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_casino_settings_v_version_boundaries" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"record" varchar NOT NULL,
  	"first_in" "settings_first_in" NOT NULL,
  	"on_paper" varchar,
  	"fallback" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "floor_areas" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_floor_areas_kind" DEFAULT 'pit' NOT NULL,
  	"status" "enum_floor_areas_status" DEFAULT 'active' NOT NULL,
  	"synced_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "gaming_tables" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"area_id" uuid,
  	"game" "enum_gaming_tables_game",
  	"min_bet" numeric,
  	"max_bet" numeric,
  	"currency" varchar DEFAULT 'usd',
  	"status" "enum_gaming_tables_status" DEFAULT 'closed' NOT NULL,
  	"is_in_pilot" boolean DEFAULT false,
  	"synced_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "onboardings_escalation" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"role" varchar,
  	"reach" varchar NOT NULL
  );
  
  CREATE TABLE "onboardings_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"floor_areas_id" uuid
  );
  
  CREATE TABLE "checklists" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"onboarding_id" uuid NOT NULL,
  	"phase" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"goal" varchar NOT NULL,
  	"position" numeric NOT NULL,
  	"status" "enum_checklists_status" DEFAULT 'waiting' NOT NULL,
  	"started_at" timestamp(3) with time zone,
  	"closed_at" timestamp(3) with time zone,
  	"closed_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "checklist_items" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"onboarding_id" uuid NOT NULL,
  	"checklist_id" uuid NOT NULL,
  	"title" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"phase" varchar NOT NULL,
  	"position" numeric NOT NULL,
  	"guidance" varchar,
  	"kind" "enum_checklist_items_kind" NOT NULL,
  	"owner" "enum_checklist_items_owner" NOT NULL,
  	"visible_to_customer" boolean DEFAULT false,
  	"responsible" varchar NOT NULL,
  	"evidence" "enum_checklist_items_evidence" NOT NULL,
  	"automation" varchar,
  	"criterion" varchar,
  	"rule" jsonb,
  	"status" "enum_checklist_items_status" DEFAULT 'open' NOT NULL,
  	"says" varchar,
  	"found_in" jsonb,
  	"assignee_id" uuid,
  	"due_at" timestamp(3) with time zone,
  	"forecast_at" timestamp(3) with time zone,
  	"snoozed_to" timestamp(3) with time zone,
  	"snooze_reason" varchar,
  	"started_at" timestamp(3) with time zone,
  	"done_at" timestamp(3) with time zone,
  	"done_by_id" uuid,
  	"minutes_taken" numeric,
  	"choice" varchar,
  	"proof_value" varchar,
  	"proof_link" varchar,
  	"proof_file_id" uuid,
  	"signed_name" varchar,
  	"note" varchar,
  	"retired_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "decisions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"onboarding_id" uuid NOT NULL,
  	"title" varchar NOT NULL,
  	"kind" "enum_decisions_kind" NOT NULL,
  	"status" "enum_decisions_status" DEFAULT 'proposed' NOT NULL,
  	"recommendation" "enum_decisions_recommendation",
  	"item_id" uuid,
  	"checklist_id" uuid,
  	"visible_to_customer" boolean DEFAULT false,
  	"reason" varchar,
  	"expires_at" timestamp(3) with time zone,
  	"requested_by_id" uuid,
  	"decided_by_id" uuid,
  	"decided_at" timestamp(3) with time zone,
  	"packet" jsonb,
  	"hash" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "waits" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"onboarding_id" uuid NOT NULL,
  	"on" "enum_waits_on" DEFAULT 'customer' NOT NULL,
  	"whom" varchar,
  	"what" varchar NOT NULL,
  	"since" timestamp(3) with time zone NOT NULL,
  	"until" timestamp(3) with time zone,
  	"item_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "training_sessions_attendees" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"person_id" uuid NOT NULL,
  	"has_attended" boolean
  );
  
  CREATE TABLE "training_sessions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"onboarding_id" uuid NOT NULL,
  	"title" varchar NOT NULL,
  	"role" "training_role" NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"duration_minutes" numeric DEFAULT 60,
  	"trainer" varchar,
  	"place" varchar,
  	"status" "enum_training_sessions_status" DEFAULT 'planned' NOT NULL,
  	"notes" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "pilot_issues" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"onboarding_id" uuid NOT NULL,
  	"title" varchar NOT NULL,
  	"detail" varchar,
  	"severity" "enum_pilot_issues_severity" DEFAULT 'major' NOT NULL,
  	"status" "enum_pilot_issues_status" DEFAULT 'open' NOT NULL,
  	"area_id" uuid,
  	"found_at" timestamp(3) with time zone NOT NULL,
  	"reported_by" varchar,
  	"owner_id" uuid,
  	"outcome" "enum_pilot_issues_outcome",
  	"roadmap_link" varchar,
  	"triage_note" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "spot_checks" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"onboarding_id" uuid NOT NULL,
  	"task" "enum_spot_checks_task" NOT NULL,
  	"seconds" numeric NOT NULL,
  	"performed_by_id" uuid,
  	"observed_at" timestamp(3) with time zone NOT NULL,
  	"note" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "adoption_reports_active_staff" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"role" "adoption_role" NOT NULL,
  	"people" numeric DEFAULT 0 NOT NULL
  );
  
  CREATE TABLE "adoption_reports" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"onboarding_id" uuid NOT NULL,
  	"title" varchar,
  	"week" numeric NOT NULL,
  	"starts_on" timestamp(3) with time zone NOT NULL,
  	"source" "enum_adoption_reports_source" DEFAULT 'entered' NOT NULL,
  	"shifts_recorded" numeric DEFAULT 0 NOT NULL,
  	"shifts_in_scope" numeric DEFAULT 0 NOT NULL,
  	"tables_used" numeric DEFAULT 0 NOT NULL,
  	"tables_in_scope" numeric DEFAULT 0 NOT NULL,
  	"entries" numeric DEFAULT 0 NOT NULL,
  	"exceptions" numeric DEFAULT 0 NOT NULL,
  	"median_seconds" numeric,
  	"note" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "playbooks_phases_items" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"key" varchar,
  	"kind" "playbook_item_kind" DEFAULT 'task',
  	"owner" "playbook_item_owner" DEFAULT 'vendor',
  	"evidence" "playbook_evidence" DEFAULT 'none',
  	"visible_to_customer" boolean DEFAULT false,
  	"guidance" varchar,
  	"automation" "playbook_automation",
  	"criterion" "playbook_criterion",
  	"responsible" "playbook_role",
  	"accountable" "playbook_role",
  	"due_days" numeric,
  	"due_unit" "playbook_day_unit",
  	"due_from" "playbook_anchor",
  	"due_item" varchar,
  	"condition_on" "playbook_condition",
  	"condition_item" varchar
  );
  
  CREATE TABLE "playbooks_phases" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"key" varchar,
  	"goal" varchar
  );
  
  CREATE TABLE "playbooks" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"key" varchar,
  	"latest_version" numeric,
  	"go_live_phase" varchar,
  	"summary" varchar,
  	"lessons" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_playbooks_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "playbooks_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_playbooks_v_version_phases_items" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"key" varchar,
  	"kind" "playbook_item_kind" DEFAULT 'task',
  	"owner" "playbook_item_owner" DEFAULT 'vendor',
  	"evidence" "playbook_evidence" DEFAULT 'none',
  	"visible_to_customer" boolean DEFAULT false,
  	"guidance" varchar,
  	"automation" "playbook_automation",
  	"criterion" "playbook_criterion",
  	"responsible" "playbook_role",
  	"accountable" "playbook_role",
  	"due_days" numeric,
  	"due_unit" "playbook_day_unit",
  	"due_from" "playbook_anchor",
  	"due_item" varchar,
  	"condition_on" "playbook_condition",
  	"condition_item" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_playbooks_v_version_phases" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"key" varchar,
  	"goal" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_playbooks_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_name" varchar,
  	"version_key" varchar,
  	"version_latest_version" numeric,
  	"version_go_live_phase" varchar,
  	"version_summary" varchar,
  	"version_lessons" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__playbooks_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "_playbooks_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "playbook_versions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"playbook_id" uuid NOT NULL,
  	"version" numeric NOT NULL,
  	"published_by_id" uuid,
  	"hash" varchar NOT NULL,
  	"content" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  DROP INDEX "status_dueAt_idx";
  ALTER TABLE "staff" ADD COLUMN "product_role" varchar;
  ALTER TABLE "onboardings" ADD COLUMN "playbook_id" uuid;
  ALTER TABLE "onboardings" ADD COLUMN "playbook_version" numeric;
  ALTER TABLE "onboardings" ADD COLUMN "manager_id" uuid;
  ALTER TABLE "onboardings" ADD COLUMN "region" varchar;
  ALTER TABLE "onboardings" ADD COLUMN "data_mode" varchar;
  ALTER TABLE "onboardings" ADD COLUMN "phase" varchar;
  ALTER TABLE "onboardings" ADD COLUMN "forecast_go_live_at" timestamp(3) with time zone;
  ALTER TABLE "onboardings" ADD COLUMN "forecast_because" varchar;
  ALTER TABLE "onboardings" ADD COLUMN "went_live_at" timestamp(3) with time zone;
  ALTER TABLE "onboardings" ADD COLUMN "completed_at" timestamp(3) with time zone;
  ALTER TABLE "onboardings" ADD COLUMN "health_since" timestamp(3) with time zone;
  ALTER TABLE "onboardings" ADD COLUMN "health_reasons" jsonb;
  ALTER TABLE "onboardings" ADD COLUMN "health_acknowledged_at" timestamp(3) with time zone;
  ALTER TABLE "onboardings" ADD COLUMN "pilot_starts_at" timestamp(3) with time zone;
  ALTER TABLE "onboardings" ADD COLUMN "pilot_ends_at" timestamp(3) with time zone;
  ALTER TABLE "onboardings" ADD COLUMN "pilot_shifts_planned" numeric;
  ALTER TABLE "onboardings" ADD COLUMN "pilot_shifts_recorded" numeric DEFAULT 0;
  ALTER TABLE "onboardings" ADD COLUMN "announcement" varchar;
  ALTER TABLE "onboardings" ADD COLUMN "announced_at" timestamp(3) with time zone;
  ALTER TABLE "onboardings" ADD COLUMN "freeze_from" timestamp(3) with time zone;
  ALTER TABLE "onboardings" ADD COLUMN "freeze_until" timestamp(3) with time zone;
  ALTER TABLE "casino_settings_games" ADD CONSTRAINT "casino_settings_games_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."casino_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "casino_settings_boundaries" ADD CONSTRAINT "casino_settings_boundaries_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."casino_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_casino_settings_v_version_games" ADD CONSTRAINT "_casino_settings_v_version_games_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_casino_settings_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_casino_settings_v_version_boundaries" ADD CONSTRAINT "_casino_settings_v_version_boundaries_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_casino_settings_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "floor_areas" ADD CONSTRAINT "floor_areas_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "gaming_tables" ADD CONSTRAINT "gaming_tables_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "gaming_tables" ADD CONSTRAINT "gaming_tables_area_id_floor_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."floor_areas"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "onboardings_escalation" ADD CONSTRAINT "onboardings_escalation_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."onboardings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "onboardings_rels" ADD CONSTRAINT "onboardings_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."onboardings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "onboardings_rels" ADD CONSTRAINT "onboardings_rels_floor_areas_fk" FOREIGN KEY ("floor_areas_id") REFERENCES "public"."floor_areas"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "checklists" ADD CONSTRAINT "checklists_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "checklists" ADD CONSTRAINT "checklists_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "checklists" ADD CONSTRAINT "checklists_closed_by_id_users_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_checklist_id_checklists_id_fk" FOREIGN KEY ("checklist_id") REFERENCES "public"."checklists"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_done_by_id_users_id_fk" FOREIGN KEY ("done_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_proof_file_id_media_id_fk" FOREIGN KEY ("proof_file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "decisions" ADD CONSTRAINT "decisions_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "decisions" ADD CONSTRAINT "decisions_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "decisions" ADD CONSTRAINT "decisions_item_id_checklist_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."checklist_items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "decisions" ADD CONSTRAINT "decisions_checklist_id_checklists_id_fk" FOREIGN KEY ("checklist_id") REFERENCES "public"."checklists"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "decisions" ADD CONSTRAINT "decisions_requested_by_id_users_id_fk" FOREIGN KEY ("requested_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "decisions" ADD CONSTRAINT "decisions_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "waits" ADD CONSTRAINT "waits_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "waits" ADD CONSTRAINT "waits_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "waits" ADD CONSTRAINT "waits_item_id_checklist_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."checklist_items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "training_sessions_attendees" ADD CONSTRAINT "training_sessions_attendees_person_id_staff_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "training_sessions_attendees" ADD CONSTRAINT "training_sessions_attendees_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."training_sessions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pilot_issues" ADD CONSTRAINT "pilot_issues_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pilot_issues" ADD CONSTRAINT "pilot_issues_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pilot_issues" ADD CONSTRAINT "pilot_issues_area_id_floor_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."floor_areas"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pilot_issues" ADD CONSTRAINT "pilot_issues_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_performed_by_id_staff_id_fk" FOREIGN KEY ("performed_by_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "adoption_reports_active_staff" ADD CONSTRAINT "adoption_reports_active_staff_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."adoption_reports"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "adoption_reports" ADD CONSTRAINT "adoption_reports_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "adoption_reports" ADD CONSTRAINT "adoption_reports_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "playbooks_phases_items" ADD CONSTRAINT "playbooks_phases_items_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."playbooks_phases"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "playbooks_phases" ADD CONSTRAINT "playbooks_phases_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."playbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "playbooks_texts" ADD CONSTRAINT "playbooks_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."playbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_playbooks_v_version_phases_items" ADD CONSTRAINT "_playbooks_v_version_phases_items_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_playbooks_v_version_phases"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_playbooks_v_version_phases" ADD CONSTRAINT "_playbooks_v_version_phases_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_playbooks_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_playbooks_v" ADD CONSTRAINT "_playbooks_v_parent_id_playbooks_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."playbooks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_playbooks_v_texts" ADD CONSTRAINT "_playbooks_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_playbooks_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "playbook_versions" ADD CONSTRAINT "playbook_versions_playbook_id_playbooks_id_fk" FOREIGN KEY ("playbook_id") REFERENCES "public"."playbooks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "playbook_versions" ADD CONSTRAINT "playbook_versions_published_by_id_users_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "casino_settings_games_order_idx" ON "casino_settings_games" USING btree ("_order");
  CREATE INDEX "casino_settings_games_parent_id_idx" ON "casino_settings_games" USING btree ("_parent_id");
  CREATE INDEX "casino_settings_boundaries_order_idx" ON "casino_settings_boundaries" USING btree ("_order");
  CREATE INDEX "casino_settings_boundaries_parent_id_idx" ON "casino_settings_boundaries" USING btree ("_parent_id");
  CREATE INDEX "_casino_settings_v_version_games_order_idx" ON "_casino_settings_v_version_games" USING btree ("_order");
  CREATE INDEX "_casino_settings_v_version_games_parent_id_idx" ON "_casino_settings_v_version_games" USING btree ("_parent_id");
  CREATE INDEX "_casino_settings_v_version_boundaries_order_idx" ON "_casino_settings_v_version_boundaries" USING btree ("_order");
  CREATE INDEX "_casino_settings_v_version_boundaries_parent_id_idx" ON "_casino_settings_v_version_boundaries" USING btree ("_parent_id");
  CREATE INDEX "floor_areas_casino_idx" ON "floor_areas" USING btree ("casino_id");
  CREATE INDEX "floor_areas_status_idx" ON "floor_areas" USING btree ("status");
  CREATE INDEX "floor_areas_updated_at_idx" ON "floor_areas" USING btree ("updated_at");
  CREATE INDEX "floor_areas_created_at_idx" ON "floor_areas" USING btree ("created_at");
  CREATE UNIQUE INDEX "casino_name_idx" ON "floor_areas" USING btree ("casino_id","name");
  CREATE INDEX "gaming_tables_casino_idx" ON "gaming_tables" USING btree ("casino_id");
  CREATE INDEX "gaming_tables_area_idx" ON "gaming_tables" USING btree ("area_id");
  CREATE INDEX "gaming_tables_status_idx" ON "gaming_tables" USING btree ("status");
  CREATE INDEX "gaming_tables_updated_at_idx" ON "gaming_tables" USING btree ("updated_at");
  CREATE INDEX "gaming_tables_created_at_idx" ON "gaming_tables" USING btree ("created_at");
  CREATE UNIQUE INDEX "casino_name_1_idx" ON "gaming_tables" USING btree ("casino_id","name");
  CREATE INDEX "onboardings_escalation_order_idx" ON "onboardings_escalation" USING btree ("_order");
  CREATE INDEX "onboardings_escalation_parent_id_idx" ON "onboardings_escalation" USING btree ("_parent_id");
  CREATE INDEX "onboardings_rels_order_idx" ON "onboardings_rels" USING btree ("order");
  CREATE INDEX "onboardings_rels_parent_idx" ON "onboardings_rels" USING btree ("parent_id");
  CREATE INDEX "onboardings_rels_path_idx" ON "onboardings_rels" USING btree ("path");
  CREATE INDEX "onboardings_rels_floor_areas_id_idx" ON "onboardings_rels" USING btree ("floor_areas_id");
  CREATE INDEX "checklists_casino_idx" ON "checklists" USING btree ("casino_id");
  CREATE INDEX "checklists_onboarding_idx" ON "checklists" USING btree ("onboarding_id");
  CREATE INDEX "checklists_status_idx" ON "checklists" USING btree ("status");
  CREATE INDEX "checklists_closed_by_idx" ON "checklists" USING btree ("closed_by_id");
  CREATE INDEX "checklists_updated_at_idx" ON "checklists" USING btree ("updated_at");
  CREATE INDEX "checklists_created_at_idx" ON "checklists" USING btree ("created_at");
  CREATE UNIQUE INDEX "onboarding_phase_idx" ON "checklists" USING btree ("onboarding_id","phase");
  CREATE INDEX "checklist_items_casino_idx" ON "checklist_items" USING btree ("casino_id");
  CREATE INDEX "checklist_items_onboarding_idx" ON "checklist_items" USING btree ("onboarding_id");
  CREATE INDEX "checklist_items_checklist_idx" ON "checklist_items" USING btree ("checklist_id");
  CREATE INDEX "checklist_items_status_idx" ON "checklist_items" USING btree ("status");
  CREATE INDEX "checklist_items_assignee_idx" ON "checklist_items" USING btree ("assignee_id");
  CREATE INDEX "checklist_items_done_by_idx" ON "checklist_items" USING btree ("done_by_id");
  CREATE INDEX "checklist_items_proof_file_idx" ON "checklist_items" USING btree ("proof_file_id");
  CREATE INDEX "checklist_items_updated_at_idx" ON "checklist_items" USING btree ("updated_at");
  CREATE INDEX "checklist_items_created_at_idx" ON "checklist_items" USING btree ("created_at");
  CREATE UNIQUE INDEX "onboarding_key_idx" ON "checklist_items" USING btree ("onboarding_id","key");
  CREATE INDEX "status_dueAt_idx" ON "checklist_items" USING btree ("status","due_at");
  CREATE INDEX "assignee_status_dueAt_idx" ON "checklist_items" USING btree ("assignee_id","status","due_at");
  CREATE INDEX "responsible_status_dueAt_idx" ON "checklist_items" USING btree ("responsible","status","due_at");
  CREATE INDEX "casino_status_dueAt_idx" ON "checklist_items" USING btree ("casino_id","status","due_at");
  CREATE INDEX "decisions_casino_idx" ON "decisions" USING btree ("casino_id");
  CREATE INDEX "decisions_onboarding_idx" ON "decisions" USING btree ("onboarding_id");
  CREATE INDEX "decisions_status_idx" ON "decisions" USING btree ("status");
  CREATE INDEX "decisions_item_idx" ON "decisions" USING btree ("item_id");
  CREATE INDEX "decisions_checklist_idx" ON "decisions" USING btree ("checklist_id");
  CREATE INDEX "decisions_requested_by_idx" ON "decisions" USING btree ("requested_by_id");
  CREATE INDEX "decisions_decided_by_idx" ON "decisions" USING btree ("decided_by_id");
  CREATE INDEX "decisions_updated_at_idx" ON "decisions" USING btree ("updated_at");
  CREATE INDEX "decisions_created_at_idx" ON "decisions" USING btree ("created_at");
  CREATE INDEX "onboarding_kind_status_idx" ON "decisions" USING btree ("onboarding_id","kind","status");
  CREATE INDEX "waits_casino_idx" ON "waits" USING btree ("casino_id");
  CREATE INDEX "waits_onboarding_idx" ON "waits" USING btree ("onboarding_id");
  CREATE INDEX "waits_item_idx" ON "waits" USING btree ("item_id");
  CREATE INDEX "waits_updated_at_idx" ON "waits" USING btree ("updated_at");
  CREATE INDEX "waits_created_at_idx" ON "waits" USING btree ("created_at");
  CREATE INDEX "onboarding_until_idx" ON "waits" USING btree ("onboarding_id","until");
  CREATE INDEX "training_sessions_attendees_order_idx" ON "training_sessions_attendees" USING btree ("_order");
  CREATE INDEX "training_sessions_attendees_parent_id_idx" ON "training_sessions_attendees" USING btree ("_parent_id");
  CREATE INDEX "training_sessions_attendees_person_idx" ON "training_sessions_attendees" USING btree ("person_id");
  CREATE INDEX "training_sessions_casino_idx" ON "training_sessions" USING btree ("casino_id");
  CREATE INDEX "training_sessions_onboarding_idx" ON "training_sessions" USING btree ("onboarding_id");
  CREATE INDEX "training_sessions_status_idx" ON "training_sessions" USING btree ("status");
  CREATE INDEX "training_sessions_updated_at_idx" ON "training_sessions" USING btree ("updated_at");
  CREATE INDEX "training_sessions_created_at_idx" ON "training_sessions" USING btree ("created_at");
  CREATE INDEX "onboarding_status_idx" ON "training_sessions" USING btree ("onboarding_id","status");
  CREATE INDEX "pilot_issues_casino_idx" ON "pilot_issues" USING btree ("casino_id");
  CREATE INDEX "pilot_issues_onboarding_idx" ON "pilot_issues" USING btree ("onboarding_id");
  CREATE INDEX "pilot_issues_severity_idx" ON "pilot_issues" USING btree ("severity");
  CREATE INDEX "pilot_issues_status_idx" ON "pilot_issues" USING btree ("status");
  CREATE INDEX "pilot_issues_area_idx" ON "pilot_issues" USING btree ("area_id");
  CREATE INDEX "pilot_issues_owner_idx" ON "pilot_issues" USING btree ("owner_id");
  CREATE INDEX "pilot_issues_updated_at_idx" ON "pilot_issues" USING btree ("updated_at");
  CREATE INDEX "pilot_issues_created_at_idx" ON "pilot_issues" USING btree ("created_at");
  CREATE INDEX "onboarding_status_1_idx" ON "pilot_issues" USING btree ("onboarding_id","status");
  CREATE INDEX "spot_checks_casino_idx" ON "spot_checks" USING btree ("casino_id");
  CREATE INDEX "spot_checks_onboarding_idx" ON "spot_checks" USING btree ("onboarding_id");
  CREATE INDEX "spot_checks_performed_by_idx" ON "spot_checks" USING btree ("performed_by_id");
  CREATE INDEX "spot_checks_updated_at_idx" ON "spot_checks" USING btree ("updated_at");
  CREATE INDEX "spot_checks_created_at_idx" ON "spot_checks" USING btree ("created_at");
  CREATE INDEX "onboarding_task_observedAt_idx" ON "spot_checks" USING btree ("onboarding_id","task","observed_at");
  CREATE INDEX "adoption_reports_active_staff_order_idx" ON "adoption_reports_active_staff" USING btree ("_order");
  CREATE INDEX "adoption_reports_active_staff_parent_id_idx" ON "adoption_reports_active_staff" USING btree ("_parent_id");
  CREATE INDEX "adoption_reports_casino_idx" ON "adoption_reports" USING btree ("casino_id");
  CREATE INDEX "adoption_reports_onboarding_idx" ON "adoption_reports" USING btree ("onboarding_id");
  CREATE INDEX "adoption_reports_updated_at_idx" ON "adoption_reports" USING btree ("updated_at");
  CREATE INDEX "adoption_reports_created_at_idx" ON "adoption_reports" USING btree ("created_at");
  CREATE UNIQUE INDEX "onboarding_week_idx" ON "adoption_reports" USING btree ("onboarding_id","week");
  CREATE INDEX "playbooks_phases_items_order_idx" ON "playbooks_phases_items" USING btree ("_order");
  CREATE INDEX "playbooks_phases_items_parent_id_idx" ON "playbooks_phases_items" USING btree ("_parent_id");
  CREATE INDEX "playbooks_phases_order_idx" ON "playbooks_phases" USING btree ("_order");
  CREATE INDEX "playbooks_phases_parent_id_idx" ON "playbooks_phases" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "playbooks_key_idx" ON "playbooks" USING btree ("key");
  CREATE INDEX "playbooks_updated_at_idx" ON "playbooks" USING btree ("updated_at");
  CREATE INDEX "playbooks_created_at_idx" ON "playbooks" USING btree ("created_at");
  CREATE INDEX "playbooks__status_idx" ON "playbooks" USING btree ("_status");
  CREATE INDEX "playbooks_texts_order_parent" ON "playbooks_texts" USING btree ("order","parent_id");
  CREATE INDEX "_playbooks_v_version_phases_items_order_idx" ON "_playbooks_v_version_phases_items" USING btree ("_order");
  CREATE INDEX "_playbooks_v_version_phases_items_parent_id_idx" ON "_playbooks_v_version_phases_items" USING btree ("_parent_id");
  CREATE INDEX "_playbooks_v_version_phases_order_idx" ON "_playbooks_v_version_phases" USING btree ("_order");
  CREATE INDEX "_playbooks_v_version_phases_parent_id_idx" ON "_playbooks_v_version_phases" USING btree ("_parent_id");
  CREATE INDEX "_playbooks_v_parent_idx" ON "_playbooks_v" USING btree ("parent_id");
  CREATE INDEX "_playbooks_v_version_version_key_idx" ON "_playbooks_v" USING btree ("version_key");
  CREATE INDEX "_playbooks_v_version_version_updated_at_idx" ON "_playbooks_v" USING btree ("version_updated_at");
  CREATE INDEX "_playbooks_v_version_version_created_at_idx" ON "_playbooks_v" USING btree ("version_created_at");
  CREATE INDEX "_playbooks_v_version_version__status_idx" ON "_playbooks_v" USING btree ("version__status");
  CREATE INDEX "_playbooks_v_created_at_idx" ON "_playbooks_v" USING btree ("created_at");
  CREATE INDEX "_playbooks_v_updated_at_idx" ON "_playbooks_v" USING btree ("updated_at");
  CREATE INDEX "_playbooks_v_latest_idx" ON "_playbooks_v" USING btree ("latest");
  CREATE INDEX "_playbooks_v_texts_order_parent" ON "_playbooks_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "playbook_versions_playbook_idx" ON "playbook_versions" USING btree ("playbook_id");
  CREATE INDEX "playbook_versions_published_by_idx" ON "playbook_versions" USING btree ("published_by_id");
  CREATE INDEX "playbook_versions_updated_at_idx" ON "playbook_versions" USING btree ("updated_at");
  CREATE INDEX "playbook_versions_created_at_idx" ON "playbook_versions" USING btree ("created_at");
  CREATE UNIQUE INDEX "playbook_version_idx" ON "playbook_versions" USING btree ("playbook_id","version");
  ALTER TABLE "onboardings" ADD CONSTRAINT "onboardings_playbook_id_playbooks_id_fk" FOREIGN KEY ("playbook_id") REFERENCES "public"."playbooks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "onboardings" ADD CONSTRAINT "onboardings_manager_id_users_id_fk" FOREIGN KEY ("manager_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "onboardings_playbook_idx" ON "onboardings" USING btree ("playbook_id");
  CREATE INDEX "onboardings_manager_idx" ON "onboardings" USING btree ("manager_id");
  CREATE INDEX "status_phase_idx" ON "onboardings" USING btree ("status","phase");
  CREATE INDEX "status_dueAt_1_idx" ON "check_ins" USING btree ("status","due_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "casino_settings_games" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "casino_settings_boundaries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_casino_settings_v_version_games" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_casino_settings_v_version_boundaries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "floor_areas" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "gaming_tables" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "onboardings_escalation" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "onboardings_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "checklists" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "checklist_items" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "decisions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "waits" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "training_sessions_attendees" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "training_sessions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pilot_issues" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "spot_checks" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "adoption_reports_active_staff" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "adoption_reports" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbooks_phases_items" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbooks_phases" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbooks" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbooks_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_playbooks_v_version_phases_items" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_playbooks_v_version_phases" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_playbooks_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_playbooks_v_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "playbook_versions" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "casino_settings_games" CASCADE;
  DROP TABLE "casino_settings_boundaries" CASCADE;
  DROP TABLE "_casino_settings_v_version_games" CASCADE;
  DROP TABLE "_casino_settings_v_version_boundaries" CASCADE;
  DROP TABLE "floor_areas" CASCADE;
  DROP TABLE "gaming_tables" CASCADE;
  DROP TABLE "onboardings_escalation" CASCADE;
  DROP TABLE "onboardings_rels" CASCADE;
  DROP TABLE "checklists" CASCADE;
  DROP TABLE "checklist_items" CASCADE;
  DROP TABLE "decisions" CASCADE;
  DROP TABLE "waits" CASCADE;
  DROP TABLE "training_sessions_attendees" CASCADE;
  DROP TABLE "training_sessions" CASCADE;
  DROP TABLE "pilot_issues" CASCADE;
  DROP TABLE "spot_checks" CASCADE;
  DROP TABLE "adoption_reports_active_staff" CASCADE;
  DROP TABLE "adoption_reports" CASCADE;
  DROP TABLE "playbooks_phases_items" CASCADE;
  DROP TABLE "playbooks_phases" CASCADE;
  DROP TABLE "playbooks" CASCADE;
  DROP TABLE "playbooks_texts" CASCADE;
  DROP TABLE "_playbooks_v_version_phases_items" CASCADE;
  DROP TABLE "_playbooks_v_version_phases" CASCADE;
  DROP TABLE "_playbooks_v" CASCADE;
  DROP TABLE "_playbooks_v_texts" CASCADE;
  DROP TABLE "playbook_versions" CASCADE;
  ALTER TABLE "onboardings" DROP CONSTRAINT "onboardings_playbook_id_playbooks_id_fk";
  
  ALTER TABLE "onboardings" DROP CONSTRAINT "onboardings_manager_id_users_id_fk";
  
  ALTER TABLE "api_clients_scopes" ALTER COLUMN "value" SET DATA TYPE text;
  DROP TYPE "public"."enum_api_clients_scopes";
  CREATE TYPE "public"."enum_api_clients_scopes" AS ENUM('casinos:read', 'casino-settings:read', 'invoices:read', 'subscriptions:read', 'entitlements:read', 'onboardings:read', 'provisioning-runs:read', 'provisioning-steps:read', 'staff:read');
  ALTER TABLE "api_clients_scopes" ALTER COLUMN "value" SET DATA TYPE "public"."enum_api_clients_scopes" USING "value"::"public"."enum_api_clients_scopes";
  DROP INDEX "onboardings_playbook_idx";
  DROP INDEX "onboardings_manager_idx";
  DROP INDEX "status_phase_idx";
  DROP INDEX "status_dueAt_1_idx";
  CREATE INDEX "status_dueAt_idx" ON "check_ins" USING btree ("status","due_at");
  ALTER TABLE "staff" DROP COLUMN "product_role";
  ALTER TABLE "onboardings" DROP COLUMN "playbook_id";
  ALTER TABLE "onboardings" DROP COLUMN "playbook_version";
  ALTER TABLE "onboardings" DROP COLUMN "manager_id";
  ALTER TABLE "onboardings" DROP COLUMN "region";
  ALTER TABLE "onboardings" DROP COLUMN "data_mode";
  ALTER TABLE "onboardings" DROP COLUMN "phase";
  ALTER TABLE "onboardings" DROP COLUMN "forecast_go_live_at";
  ALTER TABLE "onboardings" DROP COLUMN "forecast_because";
  ALTER TABLE "onboardings" DROP COLUMN "went_live_at";
  ALTER TABLE "onboardings" DROP COLUMN "completed_at";
  ALTER TABLE "onboardings" DROP COLUMN "health_since";
  ALTER TABLE "onboardings" DROP COLUMN "health_reasons";
  ALTER TABLE "onboardings" DROP COLUMN "health_acknowledged_at";
  ALTER TABLE "onboardings" DROP COLUMN "pilot_starts_at";
  ALTER TABLE "onboardings" DROP COLUMN "pilot_ends_at";
  ALTER TABLE "onboardings" DROP COLUMN "pilot_shifts_planned";
  ALTER TABLE "onboardings" DROP COLUMN "pilot_shifts_recorded";
  ALTER TABLE "onboardings" DROP COLUMN "announcement";
  ALTER TABLE "onboardings" DROP COLUMN "announced_at";
  ALTER TABLE "onboardings" DROP COLUMN "freeze_from";
  ALTER TABLE "onboardings" DROP COLUMN "freeze_until";
  DROP TYPE "public"."settings_game";
  DROP TYPE "public"."settings_first_in";
  DROP TYPE "public"."enum_floor_areas_kind";
  DROP TYPE "public"."enum_floor_areas_status";
  DROP TYPE "public"."enum_gaming_tables_game";
  DROP TYPE "public"."enum_gaming_tables_status";
  DROP TYPE "public"."enum_checklists_status";
  DROP TYPE "public"."enum_checklist_items_kind";
  DROP TYPE "public"."enum_checklist_items_owner";
  DROP TYPE "public"."enum_checklist_items_evidence";
  DROP TYPE "public"."enum_checklist_items_status";
  DROP TYPE "public"."enum_decisions_kind";
  DROP TYPE "public"."enum_decisions_status";
  DROP TYPE "public"."enum_decisions_recommendation";
  DROP TYPE "public"."enum_waits_on";
  DROP TYPE "public"."training_role";
  DROP TYPE "public"."enum_training_sessions_status";
  DROP TYPE "public"."enum_pilot_issues_severity";
  DROP TYPE "public"."enum_pilot_issues_status";
  DROP TYPE "public"."enum_pilot_issues_outcome";
  DROP TYPE "public"."enum_spot_checks_task";
  DROP TYPE "public"."adoption_role";
  DROP TYPE "public"."enum_adoption_reports_source";
  DROP TYPE "public"."playbook_item_kind";
  DROP TYPE "public"."playbook_item_owner";
  DROP TYPE "public"."playbook_evidence";
  DROP TYPE "public"."playbook_automation";
  DROP TYPE "public"."playbook_criterion";
  DROP TYPE "public"."playbook_role";
  DROP TYPE "public"."playbook_day_unit";
  DROP TYPE "public"."playbook_anchor";
  DROP TYPE "public"."playbook_condition";
  DROP TYPE "public"."enum_playbooks_status";
  DROP TYPE "public"."enum__playbooks_v_version_status";`)
}
