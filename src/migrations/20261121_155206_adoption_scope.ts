import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_api_clients_scopes" ADD VALUE 'adoption-reports:write';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "api_clients_scopes" ALTER COLUMN "value" SET DATA TYPE text;
  DROP TYPE "public"."enum_api_clients_scopes";
  CREATE TYPE "public"."enum_api_clients_scopes" AS ENUM('casinos:read', 'casino-settings:read', 'invoices:read', 'subscriptions:read', 'entitlements:read', 'onboardings:read', 'checklists:read', 'checklist-items:read', 'adoption-reports:read', 'provisioning-runs:read', 'provisioning-steps:read', 'floor-areas:read', 'gaming-tables:read', 'staff:read');
  ALTER TABLE "api_clients_scopes" ALTER COLUMN "value" SET DATA TYPE "public"."enum_api_clients_scopes" USING "value"::"public"."enum_api_clients_scopes";`)
}
