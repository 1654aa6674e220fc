import { join } from "node:path";
import { Client } from "pg";
import { type Erasure, erasureLogName, logErasure } from "@/audit/erasureLog";
import { isRestoring, markRestoring } from "../serving/findPending";
import type { DatabaseName } from "./writeBackup";

/**
 * Makes room for a backup: a new database, or one whose name was typed. Erasures that only the old one knows are written down
 * beside the files before it goes.
 * @param input.replace the name of the database whose contents may be thrown away
 * @throws one sentence when it holds something and its name was not typed, or while somebody works on it
 */
export async function prepareTarget(input: {
	urls: Record<DatabaseName, string>;
	mediaFolder: string;
	replace: string | undefined;
}): Promise<void> {
	const { urls, mediaFolder, replace } = input;
	await withClient(urls.keyturn, async (client) => {
		const database = new URL(urls.keyturn).pathname.slice(1);
		await refuseCompany(client);
		const isOpen = (await isRestoring(client)) || (await isEmpty(client));
		if (!isOpen && replace !== database) {
			throw new Error(
				`The database ${database} is not empty. Restore into a new one, or replace everything in it: --replace ${database}. Nothing was changed.`,
			);
		}
		for (const erasure of await readErased(client)) await logErasure(join(mediaFolder, erasureLogName), erasure);
		await markRestoring(urls.keyturn);
		await client.query("DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
	});
	// Where there is no such database yet, migrate makes it.
	await withClient(urls.product, (client) => client.query("DROP SCHEMA IF EXISTS floor CASCADE")).catch((error) => {
		if (error.code !== "3D000") throw error;
	});
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
	const client = new Client({ connectionString: url, application_name: "keyturn restore" });
	await client.connect();
	try {
		await work(client);
	} finally {
		await client.end();
	}
}

async function refuseCompany(client: Client): Promise<void> {
	const { rowCount } = await client.query(
		`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
			AND application_name IN ('keyturn', 'keyturn-queue', 'keyturn backup', 'keyturn restore')`,
	);
	if (rowCount) throw new Error("Somebody works on this database: stop web and workers first. Nothing was changed.");
}

async function hasTable(client: Client, name: string): Promise<boolean> {
	const { rows } = await client.query<{ has: boolean }>("SELECT to_regclass($1) IS NOT NULL AS has", [name]);
	return rows[0]?.has ?? false;
}

/** Migrated, and nobody has begun to work in it. */
async function isEmpty(client: Client): Promise<boolean> {
	if (!(await hasTable(client, "public.users"))) return !(await hasTable(client, "public.payload_migrations"));
	const { rowCount } = await client.query("SELECT FROM users UNION ALL SELECT FROM onboardings LIMIT 1");
	return !rowCount;
}

async function readErased(client: Client): Promise<Erasure[]> {
	if (!(await hasTable(client, "public.audit_person_keys"))) return [];
	const { rows } = await client.query<Erasure>(
		`SELECT person, max(erased_at)::text AS at, array_agg(id::text) AS keys FROM audit_person_keys
		WHERE erased_at IS NOT NULL GROUP BY person`,
	);
	return rows;
}
