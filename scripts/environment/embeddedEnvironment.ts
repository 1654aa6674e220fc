import type { Secrets } from "./readSecrets";

export const DATABASE = "keyturn";
export const PRODUCT_DATABASE = "keyturn_product";

/**
 * The settings an embedded start adds; what somebody set by hand wins.
 * @param url the connection string of one of the server's databases
 */
export function embeddedEnvironment(secrets: Secrets, url: (database: string) => string): Record<string, string> {
	return {
		DATABASE_URL: url(DATABASE),
		PRODUCT_DATABASE_URL: process.env.PRODUCT_DATABASE_URL || url(PRODUCT_DATABASE),
		PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || secrets.payloadSecret,
		STRIPE_WEBHOOK_SECRET: process.env.STRIPE_WEBHOOK_SECRET || secrets.stripeWebhookSecret,
	};
}
