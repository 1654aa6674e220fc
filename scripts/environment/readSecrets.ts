import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What an embedded start makes for itself and keeps: losing it would sign everybody out. */
export type Secrets = { payloadSecret: string; stripeWebhookSecret: string; postgresPassword: string };

/**
 * Reads `.data/secrets.json`, made at the first start, readable by its owner only.
 * @param root the repository
 */
export function readSecrets(root: string): Secrets {
	const file = join(root, ".data/secrets.json");
	if (existsSync(file)) return parse(file);
	const secrets: Secrets = {
		payloadSecret: randomBytes(32).toString("hex"),
		stripeWebhookSecret: `whsec_${randomBytes(24).toString("hex")}`,
		postgresPassword: randomBytes(24).toString("hex"),
	};
	mkdirSync(join(root, ".data"), { recursive: true });
	writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, "\t")}\n`, { mode: 0o600 });
	renameSync(`${file}.new`, file);
	return secrets;
}

function parse(file: string): Secrets {
	try {
		const { payloadSecret, stripeWebhookSecret, postgresPassword } = JSON.parse(readFileSync(file, "utf8")) as Secrets;
		if (payloadSecret && stripeWebhookSecret && postgresPassword) {
			return { payloadSecret, stripeWebhookSecret, postgresPassword };
		}
	} catch {
		// Said below, in words: a half-read file and one that lacks a secret are the same to whoever must mend it.
	}
	throw new Error(
		`${file} cannot be read as the secrets of the embedded start: restore it, or remove .data to begin anew.`,
	);
}
