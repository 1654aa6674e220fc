import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "onboardings" ALTER COLUMN "go_live_at" SET DATA TYPE date;
  ALTER TABLE "onboardings" ALTER COLUMN "agreed_go_live_at" SET DATA TYPE date;
  ALTER TABLE "onboardings" ALTER COLUMN "forecast_go_live_at" SET DATA TYPE date;
  ALTER TABLE "onboardings" ALTER COLUMN "went_live_at" SET DATA TYPE date;
  ALTER TABLE "onboardings" ALTER COLUMN "pilot_starts_at" SET DATA TYPE date;
  ALTER TABLE "onboardings" ALTER COLUMN "pilot_ends_at" SET DATA TYPE date;
  ALTER TABLE "checklist_items" ALTER COLUMN "due_at" SET DATA TYPE date;
  ALTER TABLE "checklist_items" ALTER COLUMN "forecast_at" SET DATA TYPE date;
  ALTER TABLE "checklist_items" ALTER COLUMN "snoozed_to" SET DATA TYPE date;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "onboardings" ALTER COLUMN "go_live_at" SET DATA TYPE timestamp(3) with time zone;
  ALTER TABLE "onboardings" ALTER COLUMN "agreed_go_live_at" SET DATA TYPE timestamp(3) with time zone;
  ALTER TABLE "onboardings" ALTER COLUMN "forecast_go_live_at" SET DATA TYPE timestamp(3) with time zone;
  ALTER TABLE "onboardings" ALTER COLUMN "went_live_at" SET DATA TYPE timestamp(3) with time zone;
  ALTER TABLE "onboardings" ALTER COLUMN "pilot_starts_at" SET DATA TYPE timestamp(3) with time zone;
  ALTER TABLE "onboardings" ALTER COLUMN "pilot_ends_at" SET DATA TYPE timestamp(3) with time zone;
  ALTER TABLE "checklist_items" ALTER COLUMN "due_at" SET DATA TYPE timestamp(3) with time zone;
  ALTER TABLE "checklist_items" ALTER COLUMN "forecast_at" SET DATA TYPE timestamp(3) with time zone;
  ALTER TABLE "checklist_items" ALTER COLUMN "snoozed_to" SET DATA TYPE timestamp(3) with time zone;`)
}
