import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "onboardings" ADD COLUMN "reviewed_at" timestamp(3) with time zone;
  ALTER TABLE "settings" ADD COLUMN "health_hours" numeric DEFAULT 24 NOT NULL;
  CREATE INDEX "onboardings_reviewed_at_idx" ON "onboardings" USING btree ("reviewed_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "onboardings_reviewed_at_idx";
  ALTER TABLE "onboardings" DROP COLUMN "reviewed_at";
  ALTER TABLE "settings" DROP COLUMN "health_hours";`)
}
