import type { Env } from "@/env";

/**
 * The login that owns the product's database: on our own server that which owns ours; elsewhere its keeper says who, and
 * migrates it with a PRODUCT_DATABASE_URL that may.
 */
export function ownerOfProduct(input: Pick<Env, "MIGRATION_DATABASE_URL" | "PRODUCT_DATABASE_URL">): string {
	const [owner, product] = [new URL(input.MIGRATION_DATABASE_URL), new URL(input.PRODUCT_DATABASE_URL)];
	if (owner.host !== product.host) return input.PRODUCT_DATABASE_URL;
	owner.pathname = product.pathname;
	return owner.href;
}
