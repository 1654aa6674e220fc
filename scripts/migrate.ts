import { type DatabaseAdapter, getPayload, type Payload, readMigrationFiles, type SanitizedConfig } from "payload";
import { Client } from "pg";
import { env } from "@/env";
import { migrateProduct } from "@/integrations/product/migrateProduct";
import { installQueue } from "@/queue/installQueue";
import { ensureDatabase } from "./postgres/ensureDatabase";
import { grantConnector, grantRows } from "./postgres/grantRows";
import { ownerOfProduct } from "./postgres/ownerOfProduct";

/** What an earlier release's databases had been migrated to. */
export type Release = { migrations: readonly string[]; productVersion: number };

/** Any fixed number: whoever migrates this database holds it. */
const MIGRATION_LOCK = 7_305_111;

/**
 * Brings Keyturn's database, its queue and the reference product's database to this release, as their owner, and grants the
 * rows to the role that web and worker have. One process at a time: the others wait, then find nothing to do. Reads its
 * addresses from the environment.
 * @param upTo an earlier release, into whose tables a backup of it is restored
 */
export async function migrate(upTo?: Release): Promise<void> {
	const { DATABASE_URL, MIGRATION_DATABASE_URL: owner, PRODUCT_DATABASE_URL } = env();
	const productOwner = ownerOfProduct(env());
	const lock = new Client({ connectionString: owner, application_name: "keyturn migrate" });
	await lock.connect();
	try {
		await lock.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
		process.env.PAYLOAD_MIGRATING = "true";
		const { default: config } = await import("@payload-config");
		const payload = await getPayload({
			config: asOwner(await config, owner),
			disableOnInit: true,
			key: `migrate ${upTo ? "a backup" : ""}`,
		});
		// Payload never closes its connections: a server that is stopped afterwards (by a restore) would end this process.
		payload.db.pool.on("error", () => {});
		await payload.db.migrate(upTo && { migrations: await migrationsOf(payload, upTo.migrations) });
		await payload.destroy();
		await installQueue(owner);
		await grantRows(lock, roleOf(DATABASE_URL));
		await createWhereMissing(owner, PRODUCT_DATABASE_URL);
		await migrateProduct(productOwner, upTo?.productVersion);
		await grantConnector(productOwner, roleOf(PRODUCT_DATABASE_URL));
	} finally {
		delete process.env.PAYLOAD_MIGRATING;
		await lock.end();
	}
}

/** @throws when one of them is not of this release: what it made cannot be read here */
async function migrationsOf(payload: Payload, names: readonly string[]) {
	const known = await readMigrationFiles({ payload });
	const unknown = names.filter((name) => !known.some((migration) => migration.name === name));
	if (unknown.length === 0) return known.filter(({ name }) => names.includes(name)) as never;
	throw new Error(`The backup was made by a newer release (${unknown.at(-1)}): restore it with that one.`);
}

/** The application's configuration with another login to the same database: the one it has may not change the schema. */
function asOwner(config: SanitizedConfig, connectionString: string): SanitizedConfig {
	const init: SanitizedConfig["db"]["init"] = (input) => {
		const adapter = config.db.init(input) as DatabaseAdapter & { poolOptions: object };
		return Object.assign(adapter, { poolOptions: { ...adapter.poolOptions, connectionString } });
	};
	return { ...config, db: { ...config.db, init } };
}

const roleOf = (url: string) => decodeURIComponent(new URL(url).username);

/** The product's database on the same server is made when it is not there; one elsewhere is its owner's matter. */
async function createWhereMissing(databaseUrl: string, productUrl: string): Promise<void> {
	const [ours, product] = [new URL(databaseUrl), new URL(productUrl)];
	if (ours.host === product.host) await ensureDatabase(databaseUrl, decodeURIComponent(product.pathname.slice(1)));
}

if (import.meta.main) {
	await migrate();
	process.exit(0);
}
