import { rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { choosePlace } from "../../scripts/postgres/choosePlace";
import { startPostgres } from "../../scripts/postgres/startPostgres";
import { serverSettings } from "../../scripts/serving/openDatabase";
import { runScript } from "../../tests/harness/runScript";

export type Databases = {
	/** The settings of a process that works on a fresh, migrated pair of databases. */
	environmentOf(name: string): Promise<Record<string, string>>;
	/** An empty database. */
	createEmpty(name: string): Promise<string>;
	close(): Promise<void>;
};

const root = join(import.meta.dirname, "../..");
const settings = {
	PAYLOAD_SECRET: "a secret for the bench, long enough",
	STRIPE_WEBHOOK_SECRET: "whsec_bench",
	STRIPE_SECRET_KEY: "",
	SMTP_URL: "",
	KEYTURN_ADMIN_EMAIL: "",
	KEYTURN_ADMIN_PASSWORD: "",
};

/** A PostgreSQL of the bench's own, set up as the embedded start sets up its own: commits wait for the disk. */
export async function openDatabases(): Promise<Databases> {
	const place = choosePlace(root);
	const name = "bench-postgres";
	rmSync(join(place.home, name), { recursive: true, force: true });
	const server = await startPostgres({ place, name, password: "bench", settings: serverSettings });
	const admin = new Client({ connectionString: server.url("postgres") });
	await admin.connect();
	const createEmpty = async (database: string) => {
		await admin.query(`CREATE DATABASE ${database}`);
		return server.url(database);
	};
	return {
		createEmpty,
		environmentOf: async (database) => {
			const environment = {
				...settings,
				DATABASE_URL: await createEmpty(database),
				PRODUCT_DATABASE_URL: await createEmpty(`${database}_product`),
			};
			await runScript<null>({ file: "scripts/migrate.ts", environment });
			return environment;
		},
		close: async () => {
			await admin.end();
			await server.stop();
			rmSync(join(place.home, name), { recursive: true, force: true });
		},
	};
}
