import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "settings_first_steps" CASCADE;
  ALTER TABLE "settings" DROP COLUMN "tenant_word";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "settings_first_steps" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"text" varchar NOT NULL
  );
  
  ALTER TABLE "settings" ADD COLUMN "tenant_word" varchar DEFAULT 'casino' NOT NULL;
  ALTER TABLE "settings_first_steps" ADD CONSTRAINT "settings_first_steps_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "settings_first_steps_order_idx" ON "settings_first_steps" USING btree ("_order");
  CREATE INDEX "settings_first_steps_parent_id_idx" ON "settings_first_steps" USING btree ("_parent_id");`)
}
