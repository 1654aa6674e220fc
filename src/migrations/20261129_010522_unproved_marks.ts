import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "approvals" ADD COLUMN "is_first_unproved" boolean DEFAULT false;
  ALTER TABLE "approvals" ADD COLUMN "is_second_unproved" boolean DEFAULT false;
  ALTER TABLE "payment_events" ADD COLUMN "is_resolver_unproved" boolean DEFAULT false;
  ALTER TABLE "checklists" ADD COLUMN "is_closer_unproved" boolean DEFAULT false;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "approvals" DROP COLUMN "is_first_unproved";
  ALTER TABLE "approvals" DROP COLUMN "is_second_unproved";
  ALTER TABLE "payment_events" DROP COLUMN "is_resolver_unproved";
  ALTER TABLE "checklists" DROP COLUMN "is_closer_unproved";`)
}
