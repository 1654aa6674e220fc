import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

// The gate is a rule of the code: what it answers is written by the next review, which the schedule does within a minute.
export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "onboardings" ADD COLUMN "gate_waits_on" varchar;
  ALTER TABLE "onboardings" ADD COLUMN "gate_waits_for" varchar;
  UPDATE "onboardings" SET "reviewed_at" = NULL WHERE "status" = 'open';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "onboardings" DROP COLUMN "gate_waits_on";
  ALTER TABLE "onboardings" DROP COLUMN "gate_waits_for";`)
}
