import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "staff" ADD COLUMN "suspended_roles" jsonb;
  ALTER TABLE "staff_invites" ADD COLUMN "invited_by_id" uuid;
  ALTER TABLE "staff_invites" ADD COLUMN "is_link_mailed" boolean DEFAULT false;
  ALTER TABLE "checklist_items" ADD COLUMN "is_signer_unproved" boolean DEFAULT false;
  ALTER TABLE "users" ADD COLUMN "created_by_id" uuid;
  ALTER TABLE "users" ADD COLUMN "address_proved_at" timestamp(3) with time zone;
  ALTER TABLE "api_clients" ADD COLUMN "holder_id" uuid;
  ALTER TABLE "settings" ADD COLUMN "accounts_pair_after_hours" numeric DEFAULT 24 NOT NULL;
  ALTER TABLE "staff_invites" ADD CONSTRAINT "staff_invites_invited_by_id_users_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "api_clients" ADD CONSTRAINT "api_clients_holder_id_users_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "staff_invites_invited_by_idx" ON "staff_invites" USING btree ("invited_by_id");
  CREATE INDEX "users_created_by_idx" ON "users" USING btree ("created_by_id");
  CREATE INDEX "api_clients_holder_idx" ON "api_clients" USING btree ("holder_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "staff_invites" DROP CONSTRAINT "staff_invites_invited_by_id_users_id_fk";
  
  ALTER TABLE "users" DROP CONSTRAINT "users_created_by_id_users_id_fk";
  
  ALTER TABLE "api_clients" DROP CONSTRAINT "api_clients_holder_id_users_id_fk";
  
  DROP INDEX "staff_invites_invited_by_idx";
  DROP INDEX "users_created_by_idx";
  DROP INDEX "api_clients_holder_idx";
  ALTER TABLE "staff" DROP COLUMN "suspended_roles";
  ALTER TABLE "staff_invites" DROP COLUMN "invited_by_id";
  ALTER TABLE "staff_invites" DROP COLUMN "is_link_mailed";
  ALTER TABLE "checklist_items" DROP COLUMN "is_signer_unproved";
  ALTER TABLE "users" DROP COLUMN "created_by_id";
  ALTER TABLE "users" DROP COLUMN "address_proved_at";
  ALTER TABLE "api_clients" DROP COLUMN "holder_id";
  ALTER TABLE "settings" DROP COLUMN "accounts_pair_after_hours";`)
}
