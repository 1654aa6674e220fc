import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_contracts_status" ADD VALUE 'superseded';
  ALTER TYPE "public"."enum__contracts_v_version_status" ADD VALUE 'superseded';
  ALTER TABLE "contracts" ADD COLUMN "status_reason" varchar;
  ALTER TABLE "contracts" ADD COLUMN "amends_id" uuid;
  ALTER TABLE "contracts" ADD COLUMN "amend_reason" varchar;
  ALTER TABLE "_contracts_v" ADD COLUMN "version_status_reason" varchar;
  ALTER TABLE "_contracts_v" ADD COLUMN "version_amends_id" uuid;
  ALTER TABLE "_contracts_v" ADD COLUMN "version_amend_reason" varchar;
  ALTER TABLE "invoices" ADD COLUMN "amends_id" uuid;
  ALTER TABLE "invoices" ADD COLUMN "credit" numeric;
  ALTER TABLE "invoices" ADD COLUMN "amend_reason" varchar;
  ALTER TABLE "invoices" ADD COLUMN "amended_by_id" uuid;
  ALTER TABLE "invoices" ADD COLUMN "amendment_approved_by_id" uuid;
  ALTER TABLE "casinos" ADD COLUMN "status_reason" varchar;
  ALTER TABLE "onboardings" ADD COLUMN "status_reason" varchar;
  ALTER TABLE "audit_entries" ADD COLUMN "record_updated_at" timestamp(3) with time zone;
  ALTER TABLE "contracts" ADD CONSTRAINT "contracts_amends_id_contracts_id_fk" FOREIGN KEY ("amends_id") REFERENCES "public"."contracts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contracts_v" ADD CONSTRAINT "_contracts_v_version_amends_id_contracts_id_fk" FOREIGN KEY ("version_amends_id") REFERENCES "public"."contracts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_amends_id_invoices_id_fk" FOREIGN KEY ("amends_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_amended_by_id_users_id_fk" FOREIGN KEY ("amended_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_amendment_approved_by_id_users_id_fk" FOREIGN KEY ("amendment_approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "contracts_amends_idx" ON "contracts" USING btree ("amends_id");
  CREATE INDEX "_contracts_v_version_version_amends_idx" ON "_contracts_v" USING btree ("version_amends_id");
  CREATE INDEX "invoices_amends_idx" ON "invoices" USING btree ("amends_id");
  CREATE INDEX "invoices_amended_by_idx" ON "invoices" USING btree ("amended_by_id");
  CREATE INDEX "invoices_amendment_approved_by_idx" ON "invoices" USING btree ("amendment_approved_by_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "contracts" DROP CONSTRAINT "contracts_amends_id_contracts_id_fk";
  
  ALTER TABLE "_contracts_v" DROP CONSTRAINT "_contracts_v_version_amends_id_contracts_id_fk";
  
  ALTER TABLE "invoices" DROP CONSTRAINT "invoices_amends_id_invoices_id_fk";
  
  ALTER TABLE "invoices" DROP CONSTRAINT "invoices_amended_by_id_users_id_fk";
  
  ALTER TABLE "invoices" DROP CONSTRAINT "invoices_amendment_approved_by_id_users_id_fk";
  
  ALTER TABLE "contracts" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "contracts" ALTER COLUMN "status" SET DEFAULT 'draft'::text;
  DROP TYPE "public"."enum_contracts_status";
  CREATE TYPE "public"."enum_contracts_status" AS ENUM('draft', 'sent', 'signed', 'expired', 'terminated');
  ALTER TABLE "contracts" ALTER COLUMN "status" SET DEFAULT 'draft'::"public"."enum_contracts_status";
  ALTER TABLE "contracts" ALTER COLUMN "status" SET DATA TYPE "public"."enum_contracts_status" USING "status"::"public"."enum_contracts_status";
  ALTER TABLE "_contracts_v" ALTER COLUMN "version_status" SET DATA TYPE text;
  ALTER TABLE "_contracts_v" ALTER COLUMN "version_status" SET DEFAULT 'draft'::text;
  DROP TYPE "public"."enum__contracts_v_version_status";
  CREATE TYPE "public"."enum__contracts_v_version_status" AS ENUM('draft', 'sent', 'signed', 'expired', 'terminated');
  ALTER TABLE "_contracts_v" ALTER COLUMN "version_status" SET DEFAULT 'draft'::"public"."enum__contracts_v_version_status";
  ALTER TABLE "_contracts_v" ALTER COLUMN "version_status" SET DATA TYPE "public"."enum__contracts_v_version_status" USING "version_status"::"public"."enum__contracts_v_version_status";
  DROP INDEX "contracts_amends_idx";
  DROP INDEX "_contracts_v_version_version_amends_idx";
  DROP INDEX "invoices_amends_idx";
  DROP INDEX "invoices_amended_by_idx";
  DROP INDEX "invoices_amendment_approved_by_idx";
  ALTER TABLE "contracts" DROP COLUMN "status_reason";
  ALTER TABLE "contracts" DROP COLUMN "amends_id";
  ALTER TABLE "contracts" DROP COLUMN "amend_reason";
  ALTER TABLE "_contracts_v" DROP COLUMN "version_status_reason";
  ALTER TABLE "_contracts_v" DROP COLUMN "version_amends_id";
  ALTER TABLE "_contracts_v" DROP COLUMN "version_amend_reason";
  ALTER TABLE "invoices" DROP COLUMN "amends_id";
  ALTER TABLE "invoices" DROP COLUMN "credit";
  ALTER TABLE "invoices" DROP COLUMN "amend_reason";
  ALTER TABLE "invoices" DROP COLUMN "amended_by_id";
  ALTER TABLE "invoices" DROP COLUMN "amendment_approved_by_id";
  ALTER TABLE "casinos" DROP COLUMN "status_reason";
  ALTER TABLE "onboardings" DROP COLUMN "status_reason";
  ALTER TABLE "audit_entries" DROP COLUMN "record_updated_at";`)
}
