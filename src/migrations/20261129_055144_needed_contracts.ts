import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."playbook_contract" AS ENUM('msa', 'order_form', 'dpa', 'support');
  CREATE TABLE "playbooks_contracts" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"type" "playbook_contract",
  	"condition_on" "playbook_condition",
  	"condition_item" varchar
  );
  
  CREATE TABLE "_playbooks_v_version_contracts" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"type" "playbook_contract",
  	"condition_on" "playbook_condition",
  	"condition_item" varchar,
  	"_uuid" varchar
  );
  
  ALTER TABLE "playbooks_contracts" ADD CONSTRAINT "playbooks_contracts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."playbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_playbooks_v_version_contracts" ADD CONSTRAINT "_playbooks_v_version_contracts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_playbooks_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "playbooks_contracts_order_idx" ON "playbooks_contracts" USING btree ("_order");
  CREATE INDEX "playbooks_contracts_parent_id_idx" ON "playbooks_contracts" USING btree ("_parent_id");
  CREATE INDEX "_playbooks_v_version_contracts_order_idx" ON "_playbooks_v_version_contracts" USING btree ("_order");
  CREATE INDEX "_playbooks_v_version_contracts_parent_id_idx" ON "_playbooks_v_version_contracts" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "playbooks_contracts" CASCADE;
  DROP TABLE "_playbooks_v_version_contracts" CASCADE;
  DROP TYPE "public"."playbook_contract";`)
}
