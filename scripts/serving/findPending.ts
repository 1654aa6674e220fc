import { globSync } from "node:fs";
import { basename } from "node:path";
import { Client } from "pg";

/** What a start finds to do before it serves. */
export type Pending = { migrations: boolean; firstAdmin: boolean; samples: boolean };

const SAMPLES_LOADED = "Sample portfolio loaded";
const RESTORING = "A restore is not finished";

/**
 * Asks the database itself, as its owner, without loading the application: a warm start has nothing to do and must not take long.
 * @throws one sentence when the database cannot be reached
 */
export async function findPending(input: { root: string; databaseUrl: string; ownerUrl: string }): Promise<Pending> {
	return withDatabase(input.ownerUrl, async (client) => {
		const { rows } = await client.query<{ migrated: boolean; users: boolean; comment: string | null }>(
			`SELECT to_regclass('payload_migrations') IS NOT NULL AS migrated, to_regclass('users') IS NOT NULL AS users,
				shobj_description((SELECT oid FROM pg_database WHERE datname = current_database()), 'pg_database') AS comment`,
		);
		const state = rows[0];
		if (state?.comment === RESTORING) {
			throw new Error("A restore of this database was begun and not finished: run npm run restore again.");
		}
		const names = globSync("src/migrations/*.ts", { cwd: input.root }).map((path) => basename(path, ".ts"));
		const expected = names.filter((name) => name !== "index");
		const applied = state?.migrated
			? await client.query<{ name: string }>("SELECT name FROM payload_migrations")
			: null;
		const done = new Set(applied?.rows.map((row) => row.name));
		// An installation of before the two roles has what is migrated and no grants.
		const role = decodeURIComponent(new URL(input.databaseUrl).username);
		const granted = state?.migrated
			? await client.query<{ all: boolean }>(
					"SELECT coalesce(bool_and(has_table_privilege($1, 'payload_migrations', 'SELECT')), false) AS all FROM pg_roles WHERE rolname = $1",
					[role],
				)
			: null;
		const users = state?.users ? await client.query("SELECT 1 FROM users LIMIT 1") : null;
		return {
			migrations: !state?.migrated || !granted?.rows[0]?.all || expected.some((name) => !done.has(name)),
			firstAdmin: !users?.rowCount,
			samples: state?.comment !== SAMPLES_LOADED,
		};
	});
}

/** Remembers, in the embedded database itself, that its samples are complete, or that it is to have none. */
export const markSamplesLoaded = (ownerUrl: string) => mark(ownerUrl, SAMPLES_LOADED);

/** Remembers that what is in the database is half of a backup: nothing serves it, and another restore may replace it. */
export const markRestoring = (ownerUrl: string) => mark(ownerUrl, RESTORING);

/** Whether a restore was begun here and not finished. */
export async function isRestoring(client: Pick<Client, "query">): Promise<boolean> {
	const { rows } = await client.query<{ comment: string | null }>(
		"SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = current_database()",
	);
	return rows[0]?.comment === RESTORING;
}

async function mark(ownerUrl: string, comment: string): Promise<void> {
	await withDatabase(ownerUrl, async (client) => {
		const { rows } = await client.query<{ statement: string }>(
			"SELECT format('COMMENT ON DATABASE %I IS %L', current_database(), $1::text) AS statement",
			[comment],
		);
		if (rows[0]) await client.query(rows[0].statement);
	});
}

async function withDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
	const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
	client.on("error", () => {});
	try {
		await client.connect();
	} catch (error) {
		throw new Error(`DATABASE_URL cannot be reached: ${wordsOf(error)}.`);
	}
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

/** Several addresses that all refuse come as one error without a message of its own. */
function wordsOf(error: unknown): string {
	if (error instanceof AggregateError) return error.errors.map(String).join("; ");
	return error instanceof Error ? error.message : String(error);
}
