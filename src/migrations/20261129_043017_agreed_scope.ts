import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."scope_shift_day" AS ENUM('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday');
  CREATE TYPE "public"."pilot_shift_day" AS ENUM('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday');
  CREATE TABLE "onboardings_scope_shifts_days" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "scope_shift_day",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "onboardings_scope_shifts" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"starts" varchar NOT NULL,
  	"ends" varchar NOT NULL
  );
  
  CREATE TABLE "onboardings_pilot_shifts_days" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "pilot_shift_day",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "onboardings_pilot_shifts" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"starts" varchar NOT NULL,
  	"ends" varchar NOT NULL
  );
  
  CREATE TABLE "adoption_reports_shifts" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"in_scope" numeric DEFAULT 0 NOT NULL,
  	"recorded" numeric DEFAULT 0 NOT NULL,
  	"entries" numeric DEFAULT 0 NOT NULL
  );
  
  ALTER TABLE "onboardings_rels" ADD COLUMN "gaming_tables_id" uuid;
  ALTER TABLE "adoption_reports" ADD COLUMN "measured_scope" varchar;
  ALTER TABLE "adoption_reports" ADD COLUMN "areas_used" numeric DEFAULT 0;
  ALTER TABLE "adoption_reports" ADD COLUMN "areas_in_scope" numeric DEFAULT 0;
  ALTER TABLE "onboardings_scope_shifts_days" ADD CONSTRAINT "onboardings_scope_shifts_days_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."onboardings_scope_shifts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "onboardings_scope_shifts" ADD CONSTRAINT "onboardings_scope_shifts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."onboardings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "onboardings_pilot_shifts_days" ADD CONSTRAINT "onboardings_pilot_shifts_days_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."onboardings_pilot_shifts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "onboardings_pilot_shifts" ADD CONSTRAINT "onboardings_pilot_shifts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."onboardings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "adoption_reports_shifts" ADD CONSTRAINT "adoption_reports_shifts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."adoption_reports"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "onboardings_scope_shifts_days_order_idx" ON "onboardings_scope_shifts_days" USING btree ("order");
  CREATE INDEX "onboardings_scope_shifts_days_parent_idx" ON "onboardings_scope_shifts_days" USING btree ("parent_id");
  CREATE INDEX "onboardings_scope_shifts_order_idx" ON "onboardings_scope_shifts" USING btree ("_order");
  CREATE INDEX "onboardings_scope_shifts_parent_id_idx" ON "onboardings_scope_shifts" USING btree ("_parent_id");
  CREATE INDEX "onboardings_pilot_shifts_days_order_idx" ON "onboardings_pilot_shifts_days" USING btree ("order");
  CREATE INDEX "onboardings_pilot_shifts_days_parent_idx" ON "onboardings_pilot_shifts_days" USING btree ("parent_id");
  CREATE INDEX "onboardings_pilot_shifts_order_idx" ON "onboardings_pilot_shifts" USING btree ("_order");
  CREATE INDEX "onboardings_pilot_shifts_parent_id_idx" ON "onboardings_pilot_shifts" USING btree ("_parent_id");
  CREATE INDEX "adoption_reports_shifts_order_idx" ON "adoption_reports_shifts" USING btree ("_order");
  CREATE INDEX "adoption_reports_shifts_parent_id_idx" ON "adoption_reports_shifts" USING btree ("_parent_id");
  ALTER TABLE "onboardings_rels" ADD CONSTRAINT "onboardings_rels_gaming_tables_fk" FOREIGN KEY ("gaming_tables_id") REFERENCES "public"."gaming_tables"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "onboardings_rels_gaming_tables_id_idx" ON "onboardings_rels" USING btree ("gaming_tables_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "onboardings_scope_shifts_days" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "onboardings_scope_shifts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "onboardings_pilot_shifts_days" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "onboardings_pilot_shifts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "adoption_reports_shifts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "onboardings_scope_shifts_days" CASCADE;
  DROP TABLE "onboardings_scope_shifts" CASCADE;
  DROP TABLE "onboardings_pilot_shifts_days" CASCADE;
  DROP TABLE "onboardings_pilot_shifts" CASCADE;
  DROP TABLE "adoption_reports_shifts" CASCADE;
  ALTER TABLE "onboardings_rels" DROP CONSTRAINT "onboardings_rels_gaming_tables_fk";
  
  DROP INDEX "onboardings_rels_gaming_tables_id_idx";
  ALTER TABLE "onboardings_rels" DROP COLUMN "gaming_tables_id";
  ALTER TABLE "adoption_reports" DROP COLUMN "measured_scope";
  ALTER TABLE "adoption_reports" DROP COLUMN "areas_used";
  ALTER TABLE "adoption_reports" DROP COLUMN "areas_in_scope";
  DROP TYPE "public"."scope_shift_day";
  DROP TYPE "public"."pilot_shift_day";`)
}
