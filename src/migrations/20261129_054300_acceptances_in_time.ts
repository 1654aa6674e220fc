import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/** A row may be moved in time as a whole, as samples are: its moments then keep their distance to its creation. */
const replace = (movesWhole: boolean) => {
	const stays = (column: string) =>
		movesWhole
			? `NEW.${column} - OLD.${column} IS DISTINCT FROM NEW.created_at - OLD.created_at`
			: `NEW.${column} IS DISTINCT FROM OLD.${column}`;
	return sql.raw(`
		DROP TRIGGER acceptances_stay_set ON acceptances;
		CREATE TRIGGER acceptances_stay_set BEFORE UPDATE ON acceptances
			FOR EACH ROW WHEN (
				NEW.onboarding_id IS DISTINCT FROM OLD.onboarding_id OR NEW.casino_id IS DISTINCT FROM OLD.casino_id
				OR NEW.colour <> OLD.colour OR NEW.reason <> OLD.reason OR ${stays("set_at")}
				OR (NEW.set_by_id IS DISTINCT FROM OLD.set_by_id AND NEW.set_by_id IS NOT NULL)
				OR (OLD.acknowledged_at IS NOT NULL AND (${stays("acknowledged_at")}
					OR NEW.next_action IS DISTINCT FROM OLD.next_action
					OR (NEW.acknowledged_by_id IS DISTINCT FROM OLD.acknowledged_by_id AND NEW.acknowledged_by_id IS NOT NULL)))
			) EXECUTE FUNCTION acceptance_refuse();
	`);
};

export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(replace(true));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(replace(false));
}
