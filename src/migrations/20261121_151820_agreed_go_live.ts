import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_risks_kind" ADD VALUE 'health_unacknowledged' BEFORE 'other';
  ALTER TABLE "onboardings" ADD COLUMN "agreed_go_live_at" timestamp(3) with time zone;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "risks" ALTER COLUMN "kind" SET DATA TYPE text;
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DEFAULT 'other'::text;
  DROP TYPE "public"."enum_risks_kind";
  CREATE TYPE "public"."enum_risks_kind" AS ENUM('payment_held', 'payment_failed', 'payment_reversed', 'invoice_missing', 'run_failed', 'no_sign_in', 'message_failed', 'other');
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DEFAULT 'other'::"public"."enum_risks_kind";
  ALTER TABLE "risks" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_risks_kind" USING "kind"::"public"."enum_risks_kind";
  ALTER TABLE "onboardings" DROP COLUMN "agreed_go_live_at";`)
}
