import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_approvals_subject" AS ENUM('purchase_order', 'manual_payment', 'manual_refund', 'held_release', 'opening_change', 'amendment');
  CREATE TYPE "public"."enum_approvals_status" AS ENUM('awaiting', 'approved', 'rejected', 'withdrawn', 'expired');
  ALTER TYPE "public"."enum_risks_kind" ADD VALUE 'approval_withdrawn' BEFORE 'invoice_missing';
  CREATE TABLE "approvals" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"subject" "enum_approvals_subject" NOT NULL,
  	"status" "enum_approvals_status" DEFAULT 'awaiting' NOT NULL,
  	"invoice_id" uuid,
  	"contract_id" uuid,
  	"payment_event_id" uuid,
  	"amount" numeric,
  	"currency" varchar,
  	"version" varchar NOT NULL,
  	"seats" numeric NOT NULL,
  	"requested_by_id" uuid,
  	"first_approver_id" uuid,
  	"first_approved_at" timestamp(3) with time zone,
  	"second_approver_id" uuid,
  	"second_approved_at" timestamp(3) with time zone,
  	"reason" varchar,
  	"second_reason" varchar,
  	"rejected_by_id" uuid,
  	"withdrawn_because" varchar,
  	"closed_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone,
  	"proposal" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "approvals" ADD CONSTRAINT "approvals_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "approvals" ADD CONSTRAINT "approvals_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "approvals" ADD CONSTRAINT "approvals_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "approvals" ADD CONSTRAINT "approvals_payment_event_id_payment_events_id_fk" FOREIGN KEY ("payment_event_id") REFERENCES "public"."payment_events"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "approvals" ADD CONSTRAINT "approvals_requested_by_id_users_id_fk" FOREIGN KEY ("requested_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "approvals" ADD CONSTRAINT "approvals_first_approver_id_users_id_fk" FOREIGN KEY ("first_approver_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "approvals" ADD CONSTRAINT "approvals_second_approver_id_users_id_fk" FOREIGN KEY ("second_approver_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "approvals" ADD CONSTRAINT "approvals_rejected_by_id_users_id_fk" FOREIGN KEY ("rejected_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "approvals_casino_idx" ON "approvals" USING btree ("casino_id");
  CREATE INDEX "approvals_invoice_idx" ON "approvals" USING btree ("invoice_id");
  CREATE INDEX "approvals_contract_idx" ON "approvals" USING btree ("contract_id");
  CREATE INDEX "approvals_payment_event_idx" ON "approvals" USING btree ("payment_event_id");
  CREATE INDEX "approvals_requested_by_idx" ON "approvals" USING btree ("requested_by_id");
  CREATE INDEX "approvals_first_approver_idx" ON "approvals" USING btree ("first_approver_id");
  CREATE INDEX "approvals_second_approver_idx" ON "approvals" USING btree ("second_approver_id");
  CREATE INDEX "approvals_rejected_by_idx" ON "approvals" USING btree ("rejected_by_id");
  CREATE INDEX "approvals_expires_at_idx" ON "approvals" USING btree ("expires_at");
  CREATE INDEX "approvals_updated_at_idx" ON "approvals" USING btree ("updated_at");
  CREATE INDEX "approvals_created_at_idx" ON "approvals" USING btree ("created_at");
  CREATE INDEX "status_createdAt_idx" ON "approvals" USING btree ("status","created_at");
  CREATE INDEX "invoice_subject_status_idx" ON "approvals" USING btree ("invoice_id","subject","status");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "approvals" CASCADE;
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DATA TYPE text;
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DEFAULT 'other'::text;
  DROP TYPE "public"."enum_risks_kind";
  CREATE TYPE "public"."enum_risks_kind" AS ENUM('payment_held', 'payment_failed', 'payment_reversed', 'paid_twice', 'overpaid', 'still_payable', 'invoice_missing', 'run_failed', 'no_sign_in', 'message_failed', 'health_unacknowledged', 'other');
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DEFAULT 'other'::"public"."enum_risks_kind";
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_risks_kind" USING "kind"::"public"."enum_risks_kind";
  DROP TYPE "public"."enum_approvals_subject";
  DROP TYPE "public"."enum_approvals_status";`)
}
