import { getPayload } from "payload";
import { Client } from "pg";
import { env } from "@/env";
import { migrateProduct } from "@/integrations/product/migrateProduct";
import { installQueue } from "@/queue/installQueue";
import { ensureDatabase } from "./postgres/ensureDatabase";

/** Any fixed number: whoever migrates this database holds it. */
const MIGRATION_LOCK = 7_305_111;

/**
 * Brings Keyturn's database, its queue and the reference product's database to this release, one process at a time:
 * the others wait, then find nothing to do. Reads its addresses from the environment.
 */
export async function migrate(): Promise<void> {
	const { DATABASE_URL, PRODUCT_DATABASE_URL } = env();
	const lock = new Client({ connectionString: DATABASE_URL, application_name: "keyturn migrate" });
	await lock.connect();
	try {
		await lock.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
		process.env.PAYLOAD_MIGRATING = "true";
		const { default: config } = await import("@payload-config");
		const payload = await getPayload({ config, disableOnInit: true, key: "migrate" });
		await payload.db.migrate();
		await payload.destroy();
		await installQueue(DATABASE_URL);
		await createWhereMissing(DATABASE_URL, PRODUCT_DATABASE_URL);
		await migrateProduct(PRODUCT_DATABASE_URL);
	} finally {
		delete process.env.PAYLOAD_MIGRATING;
		await lock.end();
	}
}

/** The product's database on the same server is made when it is not there; one elsewhere is its owner's matter. */
async function createWhereMissing(databaseUrl: string, productUrl: string): Promise<void> {
	const [ours, product] = [new URL(databaseUrl), new URL(productUrl)];
	if (ours.host === product.host) await ensureDatabase(databaseUrl, decodeURIComponent(product.pathname.slice(1)));
}

if (import.meta.main) {
	await migrate();
	process.exit(0);
}
