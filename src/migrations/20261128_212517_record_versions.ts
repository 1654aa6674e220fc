import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/** Every table whose rows people edit. */
const tables = [
	"users",
	"api_clients",
	"companies",
	"casinos",
	"casino_settings",
	"contracts",
	"invoices",
	"plans",
	"entitlements",
	"playbooks",
	"onboardings",
	"checklist_items",
	"waits",
	"training_sessions",
	"pilot_issues",
	"spot_checks",
	"adoption_reports",
	"check_ins",
	"floor_areas",
	"gaming_tables",
	"staff",
	"risks",
	"media",
	"settings",
];

/**
 * `updated_at` is the version of a row that an edit is compared with: whoever writes the row, and whatever clock they go
 * by, it only ever grows. A contract has at most one amendment that is being prepared or in force.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	const triggers = tables.map(
		(table) => `CREATE TRIGGER ${table}_version BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION advance_version();`,
	);
	await db.execute(
		sql.raw(`
		CREATE FUNCTION advance_version() RETURNS trigger LANGUAGE plpgsql AS $$
		BEGIN
			IF NEW.updated_at IS NULL OR NEW.updated_at <= OLD.updated_at THEN
				NEW.updated_at := OLD.updated_at + interval '1 millisecond';
			END IF;
			RETURN NEW;
		END
		$$;
		${triggers.join("\n")}
		CREATE UNIQUE INDEX contracts_one_amendment ON contracts (amends_id) WHERE status IN ('draft', 'sent', 'signed');
	`),
	);
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	const triggers = tables.map((table) => `DROP TRIGGER ${table}_version ON ${table};`);
	await db.execute(
		sql.raw(`
		DROP INDEX contracts_one_amendment;
		${triggers.join("\n")}
		DROP FUNCTION advance_version;
	`),
	);
}
