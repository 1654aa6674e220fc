import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_contracts_type" AS ENUM('msa', 'order_form', 'dpa', 'support');
  CREATE TYPE "public"."enum_contracts_status" AS ENUM('draft', 'sent', 'signed', 'expired', 'terminated');
  CREATE TYPE "public"."enum__contracts_v_version_type" AS ENUM('msa', 'order_form', 'dpa', 'support');
  CREATE TYPE "public"."enum__contracts_v_version_status" AS ENUM('draft', 'sent', 'signed', 'expired', 'terminated');
  CREATE TYPE "public"."enum_invoices_status" AS ENUM('draft', 'open', 'paid', 'void', 'uncollectible', 'refunded');
  CREATE TYPE "public"."enum_invoices_po_status" AS ENUM('none', 'requested', 'approved', 'rejected', 'expired');
  CREATE TYPE "public"."enum_subscriptions_status" AS ENUM('incomplete', 'incomplete_expired', 'trialing', 'active', 'past_due', 'canceled', 'unpaid', 'paused');
  CREATE TYPE "public"."enum_subscriptions_billing_cycle" AS ENUM('day', 'week', 'month', 'year');
  CREATE TYPE "public"."enum_plans_billing_cycle" AS ENUM('month', 'year', 'once');
  CREATE TYPE "public"."enum_entitlements_status" AS ENUM('active', 'suspended', 'ended');
  CREATE TYPE "public"."enum_payment_events_provider" AS ENUM('stripe', 'xero', 'manual');
  CREATE TYPE "public"."enum_payment_events_status" AS ENUM('received', 'settled', 'held', 'ignored', 'failed');
  CREATE TYPE "public"."enum_payment_events_hold_reason" AS ENUM('unknown_customer', 'no_workspace', 'email_mismatch', 'duplicate_customer', 'amount_mismatch', 'currency_mismatch');
  CREATE TYPE "public"."enum_casinos_status" AS ENUM('prospect', 'provisioning', 'live', 'suspended', 'closed');
  CREATE TYPE "public"."enum_casinos_payment_standing" AS ENUM('good', 'failing', 'refunded', 'disputed', 'voided');
  CREATE TYPE "public"."enum_staff_role" AS ENUM('executive_sponsor', 'operations_lead', 'compliance_lead', 'it_contact', 'finance_contact', 'casino_admin', 'pit_boss', 'cashier');
  CREATE TYPE "public"."enum_staff_status" AS ENUM('invited', 'active', 'disabled');
  CREATE TYPE "public"."enum_staff_invites_role" AS ENUM('executive_sponsor', 'operations_lead', 'compliance_lead', 'it_contact', 'finance_contact', 'casino_admin', 'pit_boss', 'cashier');
  CREATE TYPE "public"."enum_staff_invites_status" AS ENUM('pending', 'accepted', 'expired', 'revoked');
  CREATE TYPE "public"."enum_onboardings_status" AS ENUM('open', 'on_hold', 'completed', 'cancelled');
  CREATE TYPE "public"."enum_onboardings_health" AS ENUM('green', 'yellow', 'red');
  CREATE TYPE "public"."enum_onboardings_gate_standard" AS ENUM('paid', 'po_approved');
  CREATE TYPE "public"."enum_onboardings_operations_lead_preferred_channel" AS ENUM('email', 'phone', 'sms', 'chat');
  CREATE TYPE "public"."enum_onboardings_admin_contact_preferred_channel" AS ENUM('email', 'phone', 'sms', 'chat');
  CREATE TYPE "public"."enum_provisioning_runs_status" AS ENUM('queued', 'running', 'succeeded', 'failed', 'undone');
  CREATE TYPE "public"."enum_provisioning_steps_status" AS ENUM('pending', 'running', 'succeeded', 'failed', 'skipped', 'undone');
  CREATE TYPE "public"."enum_check_ins_status" AS ENUM('scheduled', 'done', 'attention', 'cancelled');
  CREATE TYPE "public"."enum_risks_kind" AS ENUM('payment_held', 'payment_failed', 'payment_reversed', 'invoice_missing', 'run_failed', 'no_sign_in', 'message_failed', 'other');
  CREATE TYPE "public"."enum_risks_severity" AS ENUM('low', 'medium', 'high');
  CREATE TYPE "public"."enum_risks_status" AS ENUM('open', 'acknowledged', 'resolved');
  CREATE TYPE "public"."enum_users_memberships_roles" AS ENUM('executive_sponsor', 'operations_lead', 'compliance_lead', 'it_contact', 'finance_contact', 'casino_admin', 'pit_boss', 'cashier');
  CREATE TYPE "public"."enum_users_vendor_role" AS ENUM('admin', 'ops', 'manager', 'finance', 'compliance', 'auditor');
  CREATE TYPE "public"."enum_api_clients_scopes" AS ENUM('casinos:read', 'casino-settings:read', 'invoices:read', 'subscriptions:read', 'entitlements:read', 'onboardings:read', 'provisioning-runs:read', 'provisioning-steps:read', 'staff:read');
  CREATE TYPE "public"."enum_messages_status" AS ENUM('queued', 'sent', 'held', 'failed');
  CREATE TABLE "companies" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"billing_email" varchar,
  	"address_line1" varchar,
  	"address_line2" varchar,
  	"address_postal_code" varchar,
  	"address_city" varchar,
  	"address_country" varchar,
  	"phone" varchar,
  	"notes" varchar,
  	"xero_contact_id" varchar,
  	"stripe_i_d" varchar,
  	"skip_sync" boolean,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "contracts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"casino_id" uuid NOT NULL,
  	"onboarding_id" uuid,
  	"type" "enum_contracts_type" DEFAULT 'order_form' NOT NULL,
  	"status" "enum_contracts_status" DEFAULT 'draft' NOT NULL,
  	"signed_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone,
  	"plan_id" uuid,
  	"sites" numeric,
  	"seats" numeric,
  	"term_months" numeric,
  	"file_id" uuid,
  	"notes" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_contracts_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_casino_id" uuid NOT NULL,
  	"version_onboarding_id" uuid,
  	"version_type" "enum__contracts_v_version_type" DEFAULT 'order_form' NOT NULL,
  	"version_status" "enum__contracts_v_version_status" DEFAULT 'draft' NOT NULL,
  	"version_signed_at" timestamp(3) with time zone,
  	"version_expires_at" timestamp(3) with time zone,
  	"version_plan_id" uuid,
  	"version_sites" numeric,
  	"version_seats" numeric,
  	"version_term_months" numeric,
  	"version_file_id" uuid,
  	"version_notes" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "invoices" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"number" varchar,
  	"casino_id" uuid NOT NULL,
  	"onboarding_id" uuid,
  	"status" "enum_invoices_status" DEFAULT 'draft' NOT NULL,
  	"amount_due" numeric NOT NULL,
  	"currency" varchar DEFAULT 'usd' NOT NULL,
  	"amount_paid" numeric,
  	"amount_refunded" numeric,
  	"purchaser_email" varchar,
  	"opens_gate" boolean DEFAULT false,
  	"description" varchar,
  	"po_number" varchar,
  	"po_status" "enum_invoices_po_status" DEFAULT 'none' NOT NULL,
  	"po_approved_by_id" uuid,
  	"po_second_approver_id" uuid,
  	"po_reason" varchar,
  	"po_expires_at" timestamp(3) with time zone,
  	"due_at" timestamp(3) with time zone,
  	"sent_at" timestamp(3) with time zone,
  	"paid_at" timestamp(3) with time zone,
  	"stripe_invoice_id" varchar,
  	"stripe_payment_intent_id" varchar,
  	"xero_invoice_id" varchar,
  	"hosted_url" varchar,
  	"reversals" jsonb,
  	"payment_failed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "subscriptions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"company_id" uuid,
  	"status" "enum_subscriptions_status" DEFAULT 'incomplete' NOT NULL,
  	"plan" varchar,
  	"stripe_subscription_id" varchar,
  	"stripe_customer_id" varchar,
  	"billing_cycle" "enum_subscriptions_billing_cycle",
  	"current_period_end" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "plans_grants" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"feature" varchar NOT NULL,
  	"limit" numeric
  );
  
  CREATE TABLE "plans" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"price" numeric,
  	"currency" varchar DEFAULT 'usd',
  	"billing_cycle" "enum_plans_billing_cycle",
  	"is_active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "entitlements" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"plan_id" uuid,
  	"contract_id" uuid,
  	"feature" varchar NOT NULL,
  	"limit" numeric,
  	"status" "enum_entitlements_status" DEFAULT 'active' NOT NULL,
  	"starts_at" timestamp(3) with time zone,
  	"ends_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payment_events" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"provider" "enum_payment_events_provider" NOT NULL,
  	"event_id" varchar NOT NULL,
  	"type" varchar NOT NULL,
  	"status" "enum_payment_events_status" DEFAULT 'received' NOT NULL,
  	"hold_reason" "enum_payment_events_hold_reason",
  	"explanation" varchar,
  	"casino_id" uuid,
  	"invoice_id" uuid,
  	"object_id" varchar,
  	"invoice_ref" varchar,
  	"payment_intent_ref" varchar,
  	"customer_ref" varchar,
  	"occurred_at" timestamp(3) with time zone NOT NULL,
  	"received_at" timestamp(3) with time zone NOT NULL,
  	"settled_at" timestamp(3) with time zone,
  	"resolved_by_id" uuid,
  	"resolution" varchar,
  	"payload" jsonb,
  	"fresh_object" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "casinos" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar,
  	"company_id" uuid,
  	"status" "enum_casinos_status" DEFAULT 'prospect' NOT NULL,
  	"payment_standing" "enum_casinos_payment_standing" DEFAULT 'good' NOT NULL,
  	"timezone" varchar DEFAULT 'UTC' NOT NULL,
  	"address_line1" varchar,
  	"address_postal_code" varchar,
  	"address_city" varchar,
  	"address_country" varchar,
  	"notes" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "casino_settings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"working_hours" jsonb NOT NULL,
  	"default_travel_buffer" numeric DEFAULT 30 NOT NULL,
  	"default_job_duration" numeric DEFAULT 60 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_casino_settings_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_casino_id" uuid NOT NULL,
  	"version_working_hours" jsonb NOT NULL,
  	"version_default_travel_buffer" numeric DEFAULT 30 NOT NULL,
  	"version_default_job_duration" numeric DEFAULT 60 NOT NULL,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "staff" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"role" "enum_staff_role" NOT NULL,
  	"status" "enum_staff_status" DEFAULT 'invited' NOT NULL,
  	"user_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "staff_invites" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"email" varchar NOT NULL,
  	"name" varchar,
  	"role" "enum_staff_invites_role" DEFAULT 'casino_admin' NOT NULL,
  	"status" "enum_staff_invites_status" DEFAULT 'pending' NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"accepted_at" timestamp(3) with time zone,
  	"accepted_by_id" uuid,
  	"token_hash" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "onboardings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"casino_id" uuid NOT NULL,
  	"company_id" uuid,
  	"status" "enum_onboardings_status" DEFAULT 'open' NOT NULL,
  	"health" "enum_onboardings_health" DEFAULT 'green' NOT NULL,
  	"gate_standard" "enum_onboardings_gate_standard" DEFAULT 'paid' NOT NULL,
  	"operations_lead_name" varchar,
  	"operations_lead_email" varchar,
  	"operations_lead_preferred_channel" "enum_onboardings_operations_lead_preferred_channel" DEFAULT 'email',
  	"admin_contact_name" varchar,
  	"admin_contact_email" varchar,
  	"admin_contact_preferred_channel" "enum_onboardings_admin_contact_preferred_channel" DEFAULT 'email',
  	"go_live_at" timestamp(3) with time zone,
  	"gate_opened_at" timestamp(3) with time zone,
  	"notes" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "provisioning_runs" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"onboarding_id" uuid NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"status" "enum_provisioning_runs_status" DEFAULT 'queued' NOT NULL,
  	"playbook" varchar NOT NULL,
  	"started_at" timestamp(3) with time zone,
  	"claim" varchar,
  	"lease_until" timestamp(3) with time zone,
  	"finished_at" timestamp(3) with time zone,
  	"error" varchar,
  	"undo_reason" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "provisioning_steps" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"run_id" uuid NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"step" varchar NOT NULL,
  	"title" varchar NOT NULL,
  	"position" numeric NOT NULL,
  	"status" "enum_provisioning_steps_status" DEFAULT 'pending' NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"evidence" jsonb,
  	"error" varchar,
  	"reason" varchar,
  	"next_attempt_at" timestamp(3) with time zone,
  	"started_at" timestamp(3) with time zone,
  	"finished_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "check_ins" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"onboarding_id" uuid NOT NULL,
  	"label" varchar NOT NULL,
  	"day" numeric NOT NULL,
  	"due_at" timestamp(3) with time zone NOT NULL,
  	"status" "enum_check_ins_status" DEFAULT 'scheduled' NOT NULL,
  	"outcome" varchar,
  	"looked_at" timestamp(3) with time zone,
  	"notes" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "risks" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"detail" varchar,
  	"kind" "enum_risks_kind" DEFAULT 'other' NOT NULL,
  	"severity" "enum_risks_severity" DEFAULT 'medium' NOT NULL,
  	"status" "enum_risks_status" DEFAULT 'open' NOT NULL,
  	"casino_id" uuid,
  	"key" varchar,
  	"onboarding_id" uuid,
  	"payment_event_id" uuid,
  	"invoice_id" uuid,
  	"run_id" uuid,
  	"owner_id" uuid,
  	"resolution" varchar,
  	"resolved_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"casino_id" uuid,
  	"alt" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric
  );
  
  CREATE TABLE "users_memberships_roles" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "enum_users_memberships_roles",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "users_memberships" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"casino_id" uuid NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"vendor_role" "enum_users_vendor_role",
  	"access_ends_at" timestamp(3) with time zone,
  	"last_sign_in_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "api_clients_scopes" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_api_clients_scopes",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "api_clients" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"key_hash" varchar,
  	"key_prefix" varchar,
  	"last_used_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "messages" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"to" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"template" varchar NOT NULL,
  	"data" jsonb NOT NULL,
  	"status" "enum_messages_status" DEFAULT 'queued' NOT NULL,
  	"casino_id" uuid,
  	"key" varchar,
  	"invite_id" uuid,
  	"attempts" numeric DEFAULT 0,
  	"error" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "audit_entries" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"sequence" numeric,
  	"at" timestamp(3) with time zone NOT NULL,
  	"actor" varchar NOT NULL,
  	"action" varchar NOT NULL,
  	"collection" varchar NOT NULL,
  	"document" varchar,
  	"casino_id" uuid,
  	"reason" varchar,
  	"before" jsonb,
  	"after" jsonb,
  	"hash" varchar,
  	"previous_hash" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid,
  	"api_clients_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "settings_first_steps" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"text" varchar NOT NULL
  );
  
  CREATE TABLE "settings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"vendor_name" varchar DEFAULT 'Keyturn' NOT NULL,
  	"tenant_word" varchar DEFAULT 'casino' NOT NULL,
  	"support_email" varchar,
  	"support_phone" varchar,
  	"purchase_orders_second_approver_above" numeric DEFAULT 5000000 NOT NULL,
  	"purchase_orders_valid_days" numeric DEFAULT 90 NOT NULL,
  	"invites_valid_days" numeric DEFAULT 7 NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "contracts" ADD CONSTRAINT "contracts_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contracts" ADD CONSTRAINT "contracts_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contracts" ADD CONSTRAINT "contracts_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contracts" ADD CONSTRAINT "contracts_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contracts_v" ADD CONSTRAINT "_contracts_v_parent_id_contracts_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."contracts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contracts_v" ADD CONSTRAINT "_contracts_v_version_casino_id_casinos_id_fk" FOREIGN KEY ("version_casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contracts_v" ADD CONSTRAINT "_contracts_v_version_onboarding_id_onboardings_id_fk" FOREIGN KEY ("version_onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contracts_v" ADD CONSTRAINT "_contracts_v_version_plan_id_plans_id_fk" FOREIGN KEY ("version_plan_id") REFERENCES "public"."plans"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contracts_v" ADD CONSTRAINT "_contracts_v_version_file_id_media_id_fk" FOREIGN KEY ("version_file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_po_approved_by_id_users_id_fk" FOREIGN KEY ("po_approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_po_second_approver_id_users_id_fk" FOREIGN KEY ("po_second_approver_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "plans_grants" ADD CONSTRAINT "plans_grants_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payment_events" ADD CONSTRAINT "payment_events_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payment_events" ADD CONSTRAINT "payment_events_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payment_events" ADD CONSTRAINT "payment_events_resolved_by_id_users_id_fk" FOREIGN KEY ("resolved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "casinos" ADD CONSTRAINT "casinos_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "casino_settings" ADD CONSTRAINT "casino_settings_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_casino_settings_v" ADD CONSTRAINT "_casino_settings_v_parent_id_casino_settings_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."casino_settings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_casino_settings_v" ADD CONSTRAINT "_casino_settings_v_version_casino_id_casinos_id_fk" FOREIGN KEY ("version_casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "staff" ADD CONSTRAINT "staff_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "staff" ADD CONSTRAINT "staff_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "staff_invites" ADD CONSTRAINT "staff_invites_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "staff_invites" ADD CONSTRAINT "staff_invites_accepted_by_id_users_id_fk" FOREIGN KEY ("accepted_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "onboardings" ADD CONSTRAINT "onboardings_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "onboardings" ADD CONSTRAINT "onboardings_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "provisioning_runs" ADD CONSTRAINT "provisioning_runs_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "provisioning_runs" ADD CONSTRAINT "provisioning_runs_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "provisioning_steps" ADD CONSTRAINT "provisioning_steps_run_id_provisioning_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."provisioning_runs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "provisioning_steps" ADD CONSTRAINT "provisioning_steps_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "risks" ADD CONSTRAINT "risks_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "risks" ADD CONSTRAINT "risks_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "risks" ADD CONSTRAINT "risks_payment_event_id_payment_events_id_fk" FOREIGN KEY ("payment_event_id") REFERENCES "public"."payment_events"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "risks" ADD CONSTRAINT "risks_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "risks" ADD CONSTRAINT "risks_run_id_provisioning_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."provisioning_runs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "risks" ADD CONSTRAINT "risks_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_memberships_roles" ADD CONSTRAINT "users_memberships_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users_memberships"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_memberships" ADD CONSTRAINT "users_memberships_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_memberships" ADD CONSTRAINT "users_memberships_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "api_clients_scopes" ADD CONSTRAINT "api_clients_scopes_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."api_clients"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "api_clients" ADD CONSTRAINT "api_clients_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "messages" ADD CONSTRAINT "messages_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "messages" ADD CONSTRAINT "messages_invite_id_staff_invites_id_fk" FOREIGN KEY ("invite_id") REFERENCES "public"."staff_invites"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_api_clients_fk" FOREIGN KEY ("api_clients_id") REFERENCES "public"."api_clients"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "settings_first_steps" ADD CONSTRAINT "settings_first_steps_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "companies_name_idx" ON "companies" USING btree ("name");
  CREATE INDEX "companies_xero_contact_id_idx" ON "companies" USING btree ("xero_contact_id");
  CREATE INDEX "companies_updated_at_idx" ON "companies" USING btree ("updated_at");
  CREATE INDEX "companies_created_at_idx" ON "companies" USING btree ("created_at");
  CREATE INDEX "contracts_casino_idx" ON "contracts" USING btree ("casino_id");
  CREATE INDEX "contracts_onboarding_idx" ON "contracts" USING btree ("onboarding_id");
  CREATE INDEX "contracts_type_idx" ON "contracts" USING btree ("type");
  CREATE INDEX "contracts_status_idx" ON "contracts" USING btree ("status");
  CREATE INDEX "contracts_signed_at_idx" ON "contracts" USING btree ("signed_at");
  CREATE INDEX "contracts_plan_idx" ON "contracts" USING btree ("plan_id");
  CREATE INDEX "contracts_file_idx" ON "contracts" USING btree ("file_id");
  CREATE INDEX "contracts_updated_at_idx" ON "contracts" USING btree ("updated_at");
  CREATE INDEX "contracts_created_at_idx" ON "contracts" USING btree ("created_at");
  CREATE INDEX "_contracts_v_parent_idx" ON "_contracts_v" USING btree ("parent_id");
  CREATE INDEX "_contracts_v_version_version_casino_idx" ON "_contracts_v" USING btree ("version_casino_id");
  CREATE INDEX "_contracts_v_version_version_onboarding_idx" ON "_contracts_v" USING btree ("version_onboarding_id");
  CREATE INDEX "_contracts_v_version_version_type_idx" ON "_contracts_v" USING btree ("version_type");
  CREATE INDEX "_contracts_v_version_version_status_idx" ON "_contracts_v" USING btree ("version_status");
  CREATE INDEX "_contracts_v_version_version_signed_at_idx" ON "_contracts_v" USING btree ("version_signed_at");
  CREATE INDEX "_contracts_v_version_version_plan_idx" ON "_contracts_v" USING btree ("version_plan_id");
  CREATE INDEX "_contracts_v_version_version_file_idx" ON "_contracts_v" USING btree ("version_file_id");
  CREATE INDEX "_contracts_v_version_version_updated_at_idx" ON "_contracts_v" USING btree ("version_updated_at");
  CREATE INDEX "_contracts_v_version_version_created_at_idx" ON "_contracts_v" USING btree ("version_created_at");
  CREATE INDEX "_contracts_v_created_at_idx" ON "_contracts_v" USING btree ("created_at");
  CREATE INDEX "_contracts_v_updated_at_idx" ON "_contracts_v" USING btree ("updated_at");
  CREATE UNIQUE INDEX "invoices_number_idx" ON "invoices" USING btree ("number");
  CREATE INDEX "invoices_casino_idx" ON "invoices" USING btree ("casino_id");
  CREATE INDEX "invoices_onboarding_idx" ON "invoices" USING btree ("onboarding_id");
  CREATE INDEX "invoices_status_idx" ON "invoices" USING btree ("status");
  CREATE INDEX "invoices_po_po_status_idx" ON "invoices" USING btree ("po_status");
  CREATE INDEX "invoices_po_po_approved_by_idx" ON "invoices" USING btree ("po_approved_by_id");
  CREATE INDEX "invoices_po_po_second_approver_idx" ON "invoices" USING btree ("po_second_approver_id");
  CREATE INDEX "invoices_due_at_idx" ON "invoices" USING btree ("due_at");
  CREATE UNIQUE INDEX "invoices_stripe_invoice_id_idx" ON "invoices" USING btree ("stripe_invoice_id");
  CREATE INDEX "invoices_stripe_payment_intent_id_idx" ON "invoices" USING btree ("stripe_payment_intent_id");
  CREATE UNIQUE INDEX "invoices_xero_invoice_id_idx" ON "invoices" USING btree ("xero_invoice_id");
  CREATE INDEX "invoices_updated_at_idx" ON "invoices" USING btree ("updated_at");
  CREATE INDEX "invoices_created_at_idx" ON "invoices" USING btree ("created_at");
  CREATE INDEX "casino_status_updatedAt_idx" ON "invoices" USING btree ("casino_id","status","updated_at");
  CREATE INDEX "casino_createdAt_idx" ON "invoices" USING btree ("casino_id","created_at");
  CREATE INDEX "subscriptions_casino_idx" ON "subscriptions" USING btree ("casino_id");
  CREATE INDEX "subscriptions_company_idx" ON "subscriptions" USING btree ("company_id");
  CREATE INDEX "subscriptions_status_idx" ON "subscriptions" USING btree ("status");
  CREATE INDEX "subscriptions_plan_idx" ON "subscriptions" USING btree ("plan");
  CREATE UNIQUE INDEX "subscriptions_stripe_subscription_id_idx" ON "subscriptions" USING btree ("stripe_subscription_id");
  CREATE INDEX "subscriptions_stripe_customer_id_idx" ON "subscriptions" USING btree ("stripe_customer_id");
  CREATE INDEX "subscriptions_updated_at_idx" ON "subscriptions" USING btree ("updated_at");
  CREATE INDEX "subscriptions_created_at_idx" ON "subscriptions" USING btree ("created_at");
  CREATE INDEX "plans_grants_order_idx" ON "plans_grants" USING btree ("_order");
  CREATE INDEX "plans_grants_parent_id_idx" ON "plans_grants" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "plans_key_idx" ON "plans" USING btree ("key");
  CREATE INDEX "plans_updated_at_idx" ON "plans" USING btree ("updated_at");
  CREATE INDEX "plans_created_at_idx" ON "plans" USING btree ("created_at");
  CREATE INDEX "entitlements_casino_idx" ON "entitlements" USING btree ("casino_id");
  CREATE INDEX "entitlements_plan_idx" ON "entitlements" USING btree ("plan_id");
  CREATE INDEX "entitlements_contract_idx" ON "entitlements" USING btree ("contract_id");
  CREATE INDEX "entitlements_status_idx" ON "entitlements" USING btree ("status");
  CREATE INDEX "entitlements_updated_at_idx" ON "entitlements" USING btree ("updated_at");
  CREATE INDEX "entitlements_created_at_idx" ON "entitlements" USING btree ("created_at");
  CREATE UNIQUE INDEX "casino_feature_contract_idx" ON "entitlements" USING btree ("casino_id","feature","contract_id");
  CREATE INDEX "payment_events_event_id_idx" ON "payment_events" USING btree ("event_id");
  CREATE INDEX "payment_events_type_idx" ON "payment_events" USING btree ("type");
  CREATE INDEX "payment_events_status_idx" ON "payment_events" USING btree ("status");
  CREATE INDEX "payment_events_hold_reason_idx" ON "payment_events" USING btree ("hold_reason");
  CREATE INDEX "payment_events_casino_idx" ON "payment_events" USING btree ("casino_id");
  CREATE INDEX "payment_events_invoice_idx" ON "payment_events" USING btree ("invoice_id");
  CREATE INDEX "payment_events_object_id_idx" ON "payment_events" USING btree ("object_id");
  CREATE INDEX "payment_events_invoice_ref_idx" ON "payment_events" USING btree ("invoice_ref");
  CREATE INDEX "payment_events_payment_intent_ref_idx" ON "payment_events" USING btree ("payment_intent_ref");
  CREATE INDEX "payment_events_customer_ref_idx" ON "payment_events" USING btree ("customer_ref");
  CREATE INDEX "payment_events_received_at_idx" ON "payment_events" USING btree ("received_at");
  CREATE INDEX "payment_events_resolved_by_idx" ON "payment_events" USING btree ("resolved_by_id");
  CREATE INDEX "payment_events_updated_at_idx" ON "payment_events" USING btree ("updated_at");
  CREATE INDEX "payment_events_created_at_idx" ON "payment_events" USING btree ("created_at");
  CREATE UNIQUE INDEX "provider_eventId_idx" ON "payment_events" USING btree ("provider","event_id");
  CREATE INDEX "status_receivedAt_idx" ON "payment_events" USING btree ("status","received_at");
  CREATE INDEX "casinos_name_idx" ON "casinos" USING btree ("name");
  CREATE UNIQUE INDEX "casinos_slug_idx" ON "casinos" USING btree ("slug");
  CREATE INDEX "casinos_company_idx" ON "casinos" USING btree ("company_id");
  CREATE INDEX "casinos_status_idx" ON "casinos" USING btree ("status");
  CREATE INDEX "casinos_payment_standing_idx" ON "casinos" USING btree ("payment_standing");
  CREATE INDEX "casinos_updated_at_idx" ON "casinos" USING btree ("updated_at");
  CREATE INDEX "casinos_created_at_idx" ON "casinos" USING btree ("created_at");
  CREATE INDEX "casino_settings_casino_idx" ON "casino_settings" USING btree ("casino_id");
  CREATE INDEX "casino_settings_updated_at_idx" ON "casino_settings" USING btree ("updated_at");
  CREATE INDEX "casino_settings_created_at_idx" ON "casino_settings" USING btree ("created_at");
  CREATE UNIQUE INDEX "casino_idx" ON "casino_settings" USING btree ("casino_id");
  CREATE INDEX "_casino_settings_v_parent_idx" ON "_casino_settings_v" USING btree ("parent_id");
  CREATE INDEX "_casino_settings_v_version_version_casino_idx" ON "_casino_settings_v" USING btree ("version_casino_id");
  CREATE INDEX "_casino_settings_v_version_version_updated_at_idx" ON "_casino_settings_v" USING btree ("version_updated_at");
  CREATE INDEX "_casino_settings_v_version_version_created_at_idx" ON "_casino_settings_v" USING btree ("version_created_at");
  CREATE INDEX "_casino_settings_v_created_at_idx" ON "_casino_settings_v" USING btree ("created_at");
  CREATE INDEX "_casino_settings_v_updated_at_idx" ON "_casino_settings_v" USING btree ("updated_at");
  CREATE INDEX "version_casino_idx" ON "_casino_settings_v" USING btree ("version_casino_id");
  CREATE INDEX "staff_casino_idx" ON "staff" USING btree ("casino_id");
  CREATE INDEX "staff_email_idx" ON "staff" USING btree ("email");
  CREATE INDEX "staff_status_idx" ON "staff" USING btree ("status");
  CREATE INDEX "staff_user_idx" ON "staff" USING btree ("user_id");
  CREATE INDEX "staff_updated_at_idx" ON "staff" USING btree ("updated_at");
  CREATE INDEX "staff_created_at_idx" ON "staff" USING btree ("created_at");
  CREATE UNIQUE INDEX "casino_email_idx" ON "staff" USING btree ("casino_id","email");
  CREATE INDEX "staff_invites_casino_idx" ON "staff_invites" USING btree ("casino_id");
  CREATE INDEX "staff_invites_email_idx" ON "staff_invites" USING btree ("email");
  CREATE INDEX "staff_invites_status_idx" ON "staff_invites" USING btree ("status");
  CREATE INDEX "staff_invites_expires_at_idx" ON "staff_invites" USING btree ("expires_at");
  CREATE INDEX "staff_invites_accepted_by_idx" ON "staff_invites" USING btree ("accepted_by_id");
  CREATE INDEX "staff_invites_token_hash_idx" ON "staff_invites" USING btree ("token_hash");
  CREATE INDEX "staff_invites_updated_at_idx" ON "staff_invites" USING btree ("updated_at");
  CREATE INDEX "staff_invites_created_at_idx" ON "staff_invites" USING btree ("created_at");
  CREATE INDEX "onboardings_casino_idx" ON "onboardings" USING btree ("casino_id");
  CREATE INDEX "onboardings_company_idx" ON "onboardings" USING btree ("company_id");
  CREATE INDEX "onboardings_status_idx" ON "onboardings" USING btree ("status");
  CREATE INDEX "onboardings_health_idx" ON "onboardings" USING btree ("health");
  CREATE INDEX "onboardings_go_live_at_idx" ON "onboardings" USING btree ("go_live_at");
  CREATE INDEX "onboardings_updated_at_idx" ON "onboardings" USING btree ("updated_at");
  CREATE INDEX "onboardings_created_at_idx" ON "onboardings" USING btree ("created_at");
  CREATE INDEX "casino_status_updatedAt_1_idx" ON "onboardings" USING btree ("casino_id","status","updated_at");
  CREATE INDEX "provisioning_runs_onboarding_idx" ON "provisioning_runs" USING btree ("onboarding_id");
  CREATE INDEX "provisioning_runs_casino_idx" ON "provisioning_runs" USING btree ("casino_id");
  CREATE INDEX "provisioning_runs_status_idx" ON "provisioning_runs" USING btree ("status");
  CREATE INDEX "provisioning_runs_updated_at_idx" ON "provisioning_runs" USING btree ("updated_at");
  CREATE INDEX "provisioning_runs_created_at_idx" ON "provisioning_runs" USING btree ("created_at");
  CREATE INDEX "provisioning_steps_run_idx" ON "provisioning_steps" USING btree ("run_id");
  CREATE INDEX "provisioning_steps_casino_idx" ON "provisioning_steps" USING btree ("casino_id");
  CREATE INDEX "provisioning_steps_status_idx" ON "provisioning_steps" USING btree ("status");
  CREATE INDEX "provisioning_steps_updated_at_idx" ON "provisioning_steps" USING btree ("updated_at");
  CREATE INDEX "provisioning_steps_created_at_idx" ON "provisioning_steps" USING btree ("created_at");
  CREATE UNIQUE INDEX "run_step_idx" ON "provisioning_steps" USING btree ("run_id","step");
  CREATE UNIQUE INDEX "run_position_idx" ON "provisioning_steps" USING btree ("run_id","position");
  CREATE INDEX "check_ins_casino_idx" ON "check_ins" USING btree ("casino_id");
  CREATE INDEX "check_ins_onboarding_idx" ON "check_ins" USING btree ("onboarding_id");
  CREATE INDEX "check_ins_due_at_idx" ON "check_ins" USING btree ("due_at");
  CREATE INDEX "check_ins_status_idx" ON "check_ins" USING btree ("status");
  CREATE INDEX "check_ins_updated_at_idx" ON "check_ins" USING btree ("updated_at");
  CREATE INDEX "check_ins_created_at_idx" ON "check_ins" USING btree ("created_at");
  CREATE INDEX "status_dueAt_idx" ON "check_ins" USING btree ("status","due_at");
  CREATE UNIQUE INDEX "onboarding_day_idx" ON "check_ins" USING btree ("onboarding_id","day");
  CREATE INDEX "risks_kind_idx" ON "risks" USING btree ("kind");
  CREATE INDEX "risks_severity_idx" ON "risks" USING btree ("severity");
  CREATE INDEX "risks_status_idx" ON "risks" USING btree ("status");
  CREATE INDEX "risks_casino_idx" ON "risks" USING btree ("casino_id");
  CREATE UNIQUE INDEX "risks_key_idx" ON "risks" USING btree ("key");
  CREATE INDEX "risks_onboarding_idx" ON "risks" USING btree ("onboarding_id");
  CREATE INDEX "risks_payment_event_idx" ON "risks" USING btree ("payment_event_id");
  CREATE INDEX "risks_invoice_idx" ON "risks" USING btree ("invoice_id");
  CREATE INDEX "risks_run_idx" ON "risks" USING btree ("run_id");
  CREATE INDEX "risks_owner_idx" ON "risks" USING btree ("owner_id");
  CREATE INDEX "risks_updated_at_idx" ON "risks" USING btree ("updated_at");
  CREATE INDEX "risks_created_at_idx" ON "risks" USING btree ("created_at");
  CREATE INDEX "status_severity_createdAt_idx" ON "risks" USING btree ("status","severity","created_at");
  CREATE INDEX "media_casino_idx" ON "media" USING btree ("casino_id");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "users_memberships_roles_order_idx" ON "users_memberships_roles" USING btree ("order");
  CREATE INDEX "users_memberships_roles_parent_idx" ON "users_memberships_roles" USING btree ("parent_id");
  CREATE INDEX "users_memberships_order_idx" ON "users_memberships" USING btree ("_order");
  CREATE INDEX "users_memberships_parent_id_idx" ON "users_memberships" USING btree ("_parent_id");
  CREATE INDEX "users_memberships_casino_idx" ON "users_memberships" USING btree ("casino_id");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_vendor_role_idx" ON "users" USING btree ("vendor_role");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "api_clients_scopes_order_idx" ON "api_clients_scopes" USING btree ("order");
  CREATE INDEX "api_clients_scopes_parent_idx" ON "api_clients_scopes" USING btree ("parent_id");
  CREATE INDEX "api_clients_casino_idx" ON "api_clients" USING btree ("casino_id");
  CREATE INDEX "api_clients_key_hash_idx" ON "api_clients" USING btree ("key_hash");
  CREATE INDEX "api_clients_updated_at_idx" ON "api_clients" USING btree ("updated_at");
  CREATE INDEX "api_clients_created_at_idx" ON "api_clients" USING btree ("created_at");
  CREATE INDEX "messages_to_idx" ON "messages" USING btree ("to");
  CREATE INDEX "messages_template_idx" ON "messages" USING btree ("template");
  CREATE INDEX "messages_status_idx" ON "messages" USING btree ("status");
  CREATE INDEX "messages_casino_idx" ON "messages" USING btree ("casino_id");
  CREATE UNIQUE INDEX "messages_key_idx" ON "messages" USING btree ("key");
  CREATE INDEX "messages_invite_idx" ON "messages" USING btree ("invite_id");
  CREATE INDEX "messages_sent_at_idx" ON "messages" USING btree ("sent_at");
  CREATE INDEX "messages_updated_at_idx" ON "messages" USING btree ("updated_at");
  CREATE INDEX "messages_created_at_idx" ON "messages" USING btree ("created_at");
  CREATE INDEX "audit_entries_sequence_idx" ON "audit_entries" USING btree ("sequence");
  CREATE INDEX "audit_entries_at_idx" ON "audit_entries" USING btree ("at");
  CREATE INDEX "audit_entries_actor_idx" ON "audit_entries" USING btree ("actor");
  CREATE INDEX "audit_entries_action_idx" ON "audit_entries" USING btree ("action");
  CREATE INDEX "audit_entries_casino_idx" ON "audit_entries" USING btree ("casino_id");
  CREATE INDEX "audit_entries_updated_at_idx" ON "audit_entries" USING btree ("updated_at");
  CREATE INDEX "audit_entries_created_at_idx" ON "audit_entries" USING btree ("created_at");
  CREATE INDEX "casino_at_idx" ON "audit_entries" USING btree ("casino_id","at");
  CREATE INDEX "collection_document_at_idx" ON "audit_entries" USING btree ("collection","document","at");
  CREATE INDEX "actor_at_idx" ON "audit_entries" USING btree ("actor","at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_preferences_rels_api_clients_id_idx" ON "payload_preferences_rels" USING btree ("api_clients_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");
  CREATE INDEX "settings_first_steps_order_idx" ON "settings_first_steps" USING btree ("_order");
  CREATE INDEX "settings_first_steps_parent_id_idx" ON "settings_first_steps" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "companies" CASCADE;
  DROP TABLE "contracts" CASCADE;
  DROP TABLE "_contracts_v" CASCADE;
  DROP TABLE "invoices" CASCADE;
  DROP TABLE "subscriptions" CASCADE;
  DROP TABLE "plans_grants" CASCADE;
  DROP TABLE "plans" CASCADE;
  DROP TABLE "entitlements" CASCADE;
  DROP TABLE "payment_events" CASCADE;
  DROP TABLE "casinos" CASCADE;
  DROP TABLE "casino_settings" CASCADE;
  DROP TABLE "_casino_settings_v" CASCADE;
  DROP TABLE "staff" CASCADE;
  DROP TABLE "staff_invites" CASCADE;
  DROP TABLE "onboardings" CASCADE;
  DROP TABLE "provisioning_runs" CASCADE;
  DROP TABLE "provisioning_steps" CASCADE;
  DROP TABLE "check_ins" CASCADE;
  DROP TABLE "risks" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "users_memberships_roles" CASCADE;
  DROP TABLE "users_memberships" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "api_clients_scopes" CASCADE;
  DROP TABLE "api_clients" CASCADE;
  DROP TABLE "messages" CASCADE;
  DROP TABLE "audit_entries" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "settings_first_steps" CASCADE;
  DROP TABLE "settings" CASCADE;
  DROP TYPE "public"."enum_contracts_type";
  DROP TYPE "public"."enum_contracts_status";
  DROP TYPE "public"."enum__contracts_v_version_type";
  DROP TYPE "public"."enum__contracts_v_version_status";
  DROP TYPE "public"."enum_invoices_status";
  DROP TYPE "public"."enum_invoices_po_status";
  DROP TYPE "public"."enum_subscriptions_status";
  DROP TYPE "public"."enum_subscriptions_billing_cycle";
  DROP TYPE "public"."enum_plans_billing_cycle";
  DROP TYPE "public"."enum_entitlements_status";
  DROP TYPE "public"."enum_payment_events_provider";
  DROP TYPE "public"."enum_payment_events_status";
  DROP TYPE "public"."enum_payment_events_hold_reason";
  DROP TYPE "public"."enum_casinos_status";
  DROP TYPE "public"."enum_casinos_payment_standing";
  DROP TYPE "public"."enum_staff_role";
  DROP TYPE "public"."enum_staff_status";
  DROP TYPE "public"."enum_staff_invites_role";
  DROP TYPE "public"."enum_staff_invites_status";
  DROP TYPE "public"."enum_onboardings_status";
  DROP TYPE "public"."enum_onboardings_health";
  DROP TYPE "public"."enum_onboardings_gate_standard";
  DROP TYPE "public"."enum_onboardings_operations_lead_preferred_channel";
  DROP TYPE "public"."enum_onboardings_admin_contact_preferred_channel";
  DROP TYPE "public"."enum_provisioning_runs_status";
  DROP TYPE "public"."enum_provisioning_steps_status";
  DROP TYPE "public"."enum_check_ins_status";
  DROP TYPE "public"."enum_risks_kind";
  DROP TYPE "public"."enum_risks_severity";
  DROP TYPE "public"."enum_risks_status";
  DROP TYPE "public"."enum_users_memberships_roles";
  DROP TYPE "public"."enum_users_vendor_role";
  DROP TYPE "public"."enum_api_clients_scopes";
  DROP TYPE "public"."enum_messages_status";`)
}
