import type { Secrets } from "./readSecrets";

export const DATABASE = "keyturn";
export const PRODUCT_DATABASE = "keyturn_product";
/** The role of web and worker: it changes rows, and no schema. */
export const APPLICATION_ROLE = "keyturn_app";

/**
 * The settings an embedded start adds; what somebody set by hand wins.
 * @param url the connection string of one of the server's databases, by its owner
 */
export function embeddedEnvironment(secrets: Secrets, url: (database: string) => string): Record<string, string> {
	const application = (database: string) => {
		const address = new URL(url(database));
		address.username = APPLICATION_ROLE;
		address.password = secrets.applicationPassword;
		return address.href;
	};
	return {
		DATABASE_URL: application(DATABASE),
		MIGRATION_DATABASE_URL: url(DATABASE),
		PRODUCT_DATABASE_URL: process.env.PRODUCT_DATABASE_URL || application(PRODUCT_DATABASE),
		PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || secrets.payloadSecret,
		STRIPE_WEBHOOK_SECRET: process.env.STRIPE_WEBHOOK_SECRET || secrets.stripeWebhookSecret,
	};
}
