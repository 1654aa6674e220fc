import * as migration_20261120_140722_initial from "./20261120_140722_initial";
import * as migration_20261120_140800_rules_in_sql from "./20261120_140800_rules_in_sql";

export const migrations = [
	{
		up: migration_20261120_140722_initial.up,
		down: migration_20261120_140722_initial.down,
		name: "20261120_140722_initial",
	},
	{
		up: migration_20261120_140800_rules_in_sql.up,
		down: migration_20261120_140800_rules_in_sql.down,
		name: "20261120_140800_rules_in_sql",
	},
];
