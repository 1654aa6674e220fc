import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { inject } from "vitest";
import { copyTemplates, onServer } from "./testServer";

export type TestDatabase = {
	databaseUrl: string;
	/** The same database, as its owner: for what the application may not do. */
	ownerUrl: string;
	productDatabaseUrl: string;
	/** Removes both databases. Rejects, and says whose, when connections to them are still open. */
	drop(): Promise<void>;
};

const undropped = new Set<TestDatabase>();

/** Two fresh databases, migrated and empty, for one test file. Dropped at its end, if it does not do so itself. */
export async function createTestDatabase(): Promise<TestDatabase> {
	const server = inject("testServer");
	const name = `test_${randomUUID().slice(0, 12).replace("-", "")}`;
	const names = [name, `${name}_product`];
	const urls = await copyTemplates(server, name);
	const database: TestDatabase = {
		databaseUrl: urls.DATABASE_URL,
		ownerUrl: urls.MIGRATION_DATABASE_URL,
		productDatabaseUrl: urls.PRODUCT_DATABASE_URL,
		drop: async () => {
			if (!undropped.delete(database)) return;
			const leaked = await findOpenConnections(server.adminUrl, names);
			await onServer(server.adminUrl, async (client) => {
				for (const each of names) await client.query(`DROP DATABASE ${each} WITH (FORCE)`);
			});
			if (leaked.length > 0) throw new Error(`Connections were left open:\n${leaked.join("\n")}`);
		},
	};
	undropped.add(database);
	return database;
}

/** Drops what the test file has left. */
export async function dropTestDatabases(): Promise<void> {
	const outcomes = await Promise.allSettled([...undropped].map((database) => database.drop()));
	const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [String(outcome.reason)] : []));
	if (failures.length > 0) throw new Error(failures.join("\n"));
}

/** A closing connection gets two seconds to go. */
async function findOpenConnections(adminUrl: string, names: string[]): Promise<string[]> {
	return onServer(adminUrl, async (client) => {
		for (let look = 1; ; look++) {
			const { rows } = await client.query<{ datname: string; application_name: string; state: string; query: string }>(
				`SELECT datname, application_name, state, query FROM pg_stat_activity
				WHERE datname = ANY($1) AND backend_type = 'client backend'`,
				[names],
			);
			if (rows.length === 0) return [];
			if (look === 20) {
				return rows.map((row) => `${row.datname} (${row.application_name || "unnamed"}, ${row.state}): ${row.query}`);
			}
			await sleep(100);
		}
	});
}
