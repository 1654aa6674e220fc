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
	const held = await findHeld(urls.product);
	await withClient(urls.keyturn, async (client) => {
		const database = new URL(urls.keyturn).pathname.slice(1);
		await refuseCompany(client);
		const isOpen = (await isRestoring(client)) || ((await isEmpty(client)) && held === null);
		if (!isOpen && replace !== database) {
			const full = (await isEmpty(client)) ? `product's database ${held}` : `database ${database}`;
			throw new Error(
				`The ${full} is not empty. Restore into a new one, or replace everything in both: --replace ${database}. Nothing was changed.`,
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

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
	const client = new Client({ connectionString: url, application_name: "keyturn restore" });
	await client.connect();
	try {
		return await work(client);
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

/** There is nothing in it, be it of somebody else's; or it was migrated, and nobody has begun to work in it. */
async function isEmpty(client: Client): Promise<boolean> {
	const isOurs =
		(await hasTable(client, "public.payload_migrations")) && (await hasTable(client, "public.onboardings"));
	const { rowCount } = await client.query(
		isOurs
			? "SELECT FROM users UNION ALL SELECT FROM onboardings LIMIT 1"
			: `SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
				AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') LIMIT 1`,
	);
	return !rowCount;
}

/** The product's database, where it has customers or does not let us see; null where there is none yet, or nothing in it. */
async function findHeld(url: string): Promise<string | null> {
	try {
		return await withClient(url, async (client) => {
			if (!(await hasTable(client, "floor.casino"))) return null;
			await client.query("SET row_security = off");
			const { rowCount } = await client.query("SELECT FROM floor.casino LIMIT 1");
			return rowCount ? new URL(url).pathname.slice(1) : null;
		});
	} catch (error) {
		const { code } = error as { code?: string };
		if (code === "3D000") return null;
		if (code === "42501") return new URL(url).pathname.slice(1);
		throw error;
	}
}

async function readErased(client: Client): Promise<Erasure[]> {
	if (!(await hasTable(client, "public.audit_person_keys"))) return [];
	const { rows } = await client.query<Erasure>(
		`SELECT person, max(erased_at)::text AS at, array_agg(id::text) AS keys FROM audit_person_keys
		WHERE erased_at IS NOT NULL GROUP BY person`,
	);
	return rows;
}
