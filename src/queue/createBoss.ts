import { PgBoss } from "pg-boss";

/** The queue's engine on its own small pool, in the schema `pgboss` of the same database. */
export function createBoss(input: { connectionString: string; maxConnections: number; isInstaller?: boolean }): PgBoss {
	return new PgBoss({
		connectionString: input.connectionString,
		application_name: "keyturn-queue",
		max: input.maxConnections,
		schema: "pgboss",
		migrate: input.isInstaller ?? false,
		createSchema: input.isInstaller ?? false,
		useListenNotify: !(input.isInstaller ?? false),
		// It would rebuild indexes, which is the owner's to do.
		reindex: false,
		supervise: !(input.isInstaller ?? false),
		schedule: !(input.isInstaller ?? false),
		superviseIntervalSeconds: 30,
	});
}
