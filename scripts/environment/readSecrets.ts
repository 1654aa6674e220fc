import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What an embedded start makes for itself and keeps: losing it would sign everybody out. */
export type Secrets = {
	payloadSecret: string;
	stripeWebhookSecret: string;
	postgresPassword: string;
	/** Of the first administrator, unless KEYTURN_ADMIN_PASSWORD says another; `npm run demo` signs in with it. */
	administratorPassword: string;
	/** Of every person in the sample portfolio. */
	samplePassword: string;
};

/**
 * Reads `.data/secrets.json`, made at the first start, readable by its owner only. One that an earlier release made gets
 * what it lacks of this one's passwords.
 * @param root the repository
 */
export function readSecrets(root: string): Secrets {
	const file = join(root, ".data/secrets.json");
	const kept = existsSync(file) ? parse(file) : makeKeys();
	const secrets = { ...makePasswords(), ...kept };
	if (kept.administratorPassword && kept.samplePassword) return secrets;
	mkdirSync(join(root, ".data"), { recursive: true });
	writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, "\t")}\n`, { mode: 0o600 });
	renameSync(`${file}.new`, file);
	return secrets;
}

type Keys = Pick<Secrets, "payloadSecret" | "stripeWebhookSecret" | "postgresPassword">;

function makeKeys(): Keys & Partial<Secrets> {
	return {
		payloadSecret: randomBytes(32).toString("hex"),
		stripeWebhookSecret: `whsec_${randomBytes(24).toString("hex")}`,
		postgresPassword: randomBytes(24).toString("hex"),
	};
}

function makePasswords(): Pick<Secrets, "administratorPassword" | "samplePassword"> {
	return {
		administratorPassword: randomBytes(12).toString("base64url"),
		samplePassword: randomBytes(12).toString("base64url"),
	};
}

function parse(file: string): Keys & Partial<Secrets> {
	try {
		const kept = JSON.parse(readFileSync(file, "utf8")) as Keys & Partial<Secrets>;
		if (kept.payloadSecret && kept.stripeWebhookSecret && kept.postgresPassword) return kept;
	} catch {
		// Said below, in words: a half-read file and one that lacks a secret are the same to whoever must mend it.
	}
	throw new Error(
		`${file} cannot be read as the secrets of the embedded start: restore it, or remove .data to start over.`,
	);
}
