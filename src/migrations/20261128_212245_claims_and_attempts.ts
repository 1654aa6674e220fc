import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "provisioning_steps" ADD COLUMN "attempt_limit" numeric DEFAULT 5 NOT NULL;
  ALTER TABLE "messages" ADD COLUMN "claim" varchar;
  ALTER TABLE "messages" ADD COLUMN "lease_until" timestamp(3) with time zone;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "provisioning_steps" DROP COLUMN "attempt_limit";
  ALTER TABLE "messages" DROP COLUMN "claim";
  ALTER TABLE "messages" DROP COLUMN "lease_until";`)
}
