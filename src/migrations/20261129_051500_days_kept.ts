import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/** What people chose was kept as noon or midnight in UTC, and shown as the date in UTC: that is the day they meant. */
const chosen = ["go_live_at", "agreed_go_live_at", "went_live_at", "pilot_starts_at", "pilot_ends_at"];

/** What was computed, or put off, was a moment of a day on the casino's clock: that day is meant. */
const computed = [
	["onboardings", "forecast_go_live_at"],
	["checklist_items", "due_at"],
	["checklist_items", "forecast_at"],
	["checklist_items", "snoozed_to"],
] as const;

/** Moments that stood for a day of the calendar become that day. No row counts as changed by it. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		CREATE FUNCTION day_at_casino(moment timestamptz, casino uuid) RETURNS date LANGUAGE sql STABLE AS $$
			SELECT (moment AT TIME ZONE coalesce((SELECT timezone FROM casinos WHERE id = casino), 'UTC'))::date
		$$;
		${chosen.map((column) => `ALTER TABLE onboardings ALTER COLUMN ${column} TYPE date USING (${column} AT TIME ZONE 'UTC')::date;`).join("\n")}
		${computed.map(([table, column]) => `ALTER TABLE ${table} ALTER COLUMN ${column} TYPE date USING day_at_casino(${column}, casino_id);`).join("\n")}
		DROP FUNCTION day_at_casino;
	`));
}

/** The migration after this one makes moments of them again. */
export async function down(_: MigrateDownArgs): Promise<void> {}
