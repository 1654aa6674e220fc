import { existsSync } from "node:fs";
import { join } from "node:path";
import { readSecrets } from "../environment/readSecrets";

export type DemoSettings = {
	/** Of the running server, without a slash at its end. */
	address: string;
	webhookSecret: string;
	administrator: { email: string; password: string };
};

/**
 * What the demo needs to know, from the environment or, for the embedded start of this folder, from its secrets.
 * @param root the repository
 * @throws one sentence that says what to set
 */
export function findSettings(root: string, environment: NodeJS.ProcessEnv): DemoSettings {
	if (environment.STRIPE_SECRET_KEY) {
		throw new Error(
			"Stripe is connected (STRIPE_SECRET_KEY): the demo would invent a payment Stripe knows nothing about. Run it where Stripe is off.",
		);
	}
	const secrets = existsSync(join(root, ".data/secrets.json")) ? readSecrets(root) : undefined;
	const [webhookSecret] = (environment.STRIPE_WEBHOOK_SECRET || secrets?.stripeWebhookSecret || "").split(",");
	if (!webhookSecret) throw new Error("Set STRIPE_WEBHOOK_SECRET to the server's: the demo signs its events with it.");
	const password = environment.KEYTURN_ADMIN_PASSWORD || secrets?.administratorPassword;
	if (!password) throw new Error(askForAdministrator);
	return {
		address: (environment.SERVER_URL || `http://localhost:${environment.PORT || 3000}`).replace(/\/$/, ""),
		webhookSecret: webhookSecret.trim(),
		administrator: { email: environment.KEYTURN_ADMIN_EMAIL || "admin@keyturn.example", password },
	};
}

export const askForAdministrator =
	"Set KEYTURN_ADMIN_EMAIL and KEYTURN_ADMIN_PASSWORD to somebody who signs in there with the role admin or ops.";
