import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

// Who came in before has their first sign-in in the audit record, but where it was restored from elsewhere: then the last one is the earliest known.
export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "users" ADD COLUMN "first_sign_in_at" timestamp(3) with time zone;
  UPDATE users u SET first_sign_in_at = coalesce((SELECT min(e.at) FROM audit_entries e
    WHERE e.collection = 'users' AND e.document = u.id::text AND e.action = 'sign_in'), u.last_sign_in_at)
  WHERE u.last_sign_in_at IS NOT NULL;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "users" DROP COLUMN "first_sign_in_at";`)
}
