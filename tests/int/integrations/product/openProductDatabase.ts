import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { migrateProduct } from "@/integrations/product/migrateProduct";
import { onServer } from "../../../harness/testServer";

export type ProductDatabase = {
	/** Connects as a superuser. */
	url: string;
	/** The same database for another login. */
	urlFor(user: string, password: string): string;
	close(): Promise<void>;
};

/** A product database of the caller's own, empty of casinos; with `migrate: false` empty of everything. */
export async function openProductDatabase(options: { migrate: boolean } = { migrate: true }): Promise<ProductDatabase> {
	const { adminUrl } = inject("testServer");
	const name = `product_${randomBytes(6).toString("hex")}`;
	await onServer(adminUrl, (client) => client.query(`CREATE DATABASE ${name}`));
	const url = new URL(adminUrl);
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
			await onServer(adminUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
		},
	};
}
