import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_payments_provider" AS ENUM('stripe', 'xero', 'manual');
  CREATE TYPE "public"."enum_payments_status" AS ENUM('pending', 'captured', 'partly_refunded', 'refunded', 'disputed', 'lost');
  ALTER TYPE "public"."enum_casinos_payment_standing" ADD VALUE 'lost';
  ALTER TYPE "public"."enum_risks_kind" ADD VALUE 'paid_twice' BEFORE 'invoice_missing';
  ALTER TYPE "public"."enum_risks_kind" ADD VALUE 'overpaid' BEFORE 'invoice_missing';
  ALTER TYPE "public"."enum_risks_kind" ADD VALUE 'still_payable' BEFORE 'invoice_missing';
  CREATE TABLE "payments" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"invoice_id" uuid NOT NULL,
  	"casino_id" uuid NOT NULL,
  	"provider" "enum_payments_provider" NOT NULL,
  	"reference" varchar NOT NULL,
  	"status" "enum_payments_status" DEFAULT 'pending' NOT NULL,
  	"amount" numeric DEFAULT 0 NOT NULL,
  	"refunded" numeric DEFAULT 0 NOT NULL,
  	"disputed" numeric DEFAULT 0 NOT NULL,
  	"lost" numeric DEFAULT 0 NOT NULL,
  	"currency" varchar NOT NULL,
  	"paid_at" timestamp(3) with time zone,
  	"livemode" boolean,
  	"provider_object" varchar,
  	"charge_ref" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "invoices" ADD COLUMN "subscription_id" uuid;
  ALTER TABLE "invoices" ADD COLUMN "closed_at_provider_at" timestamp(3) with time zone;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_casino_id_casinos_id_fk" FOREIGN KEY ("casino_id") REFERENCES "public"."casinos"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "payments_invoice_idx" ON "payments" USING btree ("invoice_id");
  CREATE INDEX "payments_casino_idx" ON "payments" USING btree ("casino_id");
  CREATE INDEX "payments_reference_idx" ON "payments" USING btree ("reference");
  CREATE INDEX "payments_provider_object_idx" ON "payments" USING btree ("provider_object");
  CREATE INDEX "payments_charge_ref_idx" ON "payments" USING btree ("charge_ref");
  CREATE INDEX "payments_updated_at_idx" ON "payments" USING btree ("updated_at");
  CREATE INDEX "payments_created_at_idx" ON "payments" USING btree ("created_at");
  CREATE UNIQUE INDEX "provider_reference_idx" ON "payments" USING btree ("provider","reference");
  CREATE INDEX "casino_status_idx" ON "payments" USING btree ("casino_id","status");
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_subscription_id_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscriptions"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "invoices_subscription_idx" ON "invoices" USING btree ("subscription_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payments" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "payments" CASCADE;
  ALTER TABLE "invoices" DROP CONSTRAINT "invoices_subscription_id_subscriptions_id_fk";
  
  ALTER TABLE "casinos" ALTER COLUMN "payment_standing" SET DATA TYPE text;
  ALTER TABLE "casinos" ALTER COLUMN "payment_standing" SET DEFAULT 'good'::text;
  DROP TYPE "public"."enum_casinos_payment_standing";
  CREATE TYPE "public"."enum_casinos_payment_standing" AS ENUM('good', 'failing', 'refunded', 'disputed', 'voided');
  ALTER TABLE "casinos" ALTER COLUMN "payment_standing" SET DEFAULT 'good'::"public"."enum_casinos_payment_standing";
  ALTER TABLE "casinos" ALTER COLUMN "payment_standing" SET DATA TYPE "public"."enum_casinos_payment_standing" USING "payment_standing"::"public"."enum_casinos_payment_standing";
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DATA TYPE text;
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DEFAULT 'other'::text;
  DROP TYPE "public"."enum_risks_kind";
  CREATE TYPE "public"."enum_risks_kind" AS ENUM('payment_held', 'payment_failed', 'payment_reversed', 'invoice_missing', 'run_failed', 'no_sign_in', 'message_failed', 'health_unacknowledged', 'other');
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DEFAULT 'other'::"public"."enum_risks_kind";
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_risks_kind" USING "kind"::"public"."enum_risks_kind";
  DROP INDEX "invoices_subscription_idx";
  ALTER TABLE "invoices" DROP COLUMN "subscription_id";
  ALTER TABLE "invoices" DROP COLUMN "closed_at_provider_at";
  DROP TYPE "public"."enum_payments_provider";
  DROP TYPE "public"."enum_payments_status";`)
}
