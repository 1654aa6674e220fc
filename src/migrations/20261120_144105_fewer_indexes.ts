import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "payment_events_event_id_idx";
  DROP INDEX "payment_events_type_idx";
  DROP INDEX "payment_events_status_idx";
  DROP INDEX "payment_events_hold_reason_idx";
  DROP INDEX "payment_events_received_at_idx";
  DROP INDEX "audit_entries_sequence_idx";
  DROP INDEX "audit_entries_actor_idx";
  DROP INDEX "audit_entries_action_idx";
  DROP INDEX "audit_entries_updated_at_idx";
  DROP INDEX "audit_entries_created_at_idx";
  ALTER TABLE "audit_entries" DROP COLUMN "updated_at";
  ALTER TABLE "audit_entries" DROP COLUMN "created_at";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "audit_entries" ADD COLUMN "updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL;
  ALTER TABLE "audit_entries" ADD COLUMN "created_at" timestamp(3) with time zone DEFAULT now() NOT NULL;
  CREATE INDEX "payment_events_event_id_idx" ON "payment_events" USING btree ("event_id");
  CREATE INDEX "payment_events_type_idx" ON "payment_events" USING btree ("type");
  CREATE INDEX "payment_events_status_idx" ON "payment_events" USING btree ("status");
  CREATE INDEX "payment_events_hold_reason_idx" ON "payment_events" USING btree ("hold_reason");
  CREATE INDEX "payment_events_received_at_idx" ON "payment_events" USING btree ("received_at");
  CREATE INDEX "audit_entries_sequence_idx" ON "audit_entries" USING btree ("sequence");
  CREATE INDEX "audit_entries_actor_idx" ON "audit_entries" USING btree ("actor");
  CREATE INDEX "audit_entries_action_idx" ON "audit_entries" USING btree ("action");
  CREATE INDEX "audit_entries_updated_at_idx" ON "audit_entries" USING btree ("updated_at");
  CREATE INDEX "audit_entries_created_at_idx" ON "audit_entries" USING btree ("created_at");`)
}
