import { randomBytes } from "node:crypto";
import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { findDataDirectory } from "../postgres/homesOf";

/** What an embedded start makes for itself and keeps: the database beside it opens with nothing else. */
export type Secrets = {
	payloadSecret: string;
	/** While `npm run rekey` changes it: what it is going to be. */
	nextPayloadSecret?: string;
	stripeWebhookSecret: string;
	/** Of the database's owner, who migrates. */
	postgresPassword: string;
	/** Of the role that web and worker have. */
	applicationPassword: string;
	/** Of the first administrator, unless KEYTURN_ADMIN_PASSWORD says another; `npm run demo` signs in with it. */
	administratorPassword: string;
	/** Of every person in the sample portfolio. */
	samplePassword: string;
};

const vital = ["payloadSecret", "stripeWebhookSecret", "postgresPassword"] as const;
type Kept = Pick<Secrets, (typeof vital)[number]> & Partial<Secrets>;

const fileOf = (root: string) => join(root, ".data/secrets.json");

/**
 * Reads `.data/secrets.json`, made at the first start, readable by its owner only. One that an earlier release made gets
 * what it lacks of this one's passwords.
 * @param root the repository
 * @throws how to restore it, when it is damaged, or missing while there is a database: new ones would not fit that
 */
export function readSecrets(root: string): Secrets {
	const kept = readKept(root);
	const secrets = { ...makePasswords(), ...kept };
	if (kept.administratorPassword && kept.samplePassword && kept.applicationPassword) return secrets;
	writeSecrets(root, secrets);
	return secrets;
}

/** Replaces the file as a whole: whoever reads it, also after a crash, finds the old one or the new one. */
export function writeSecrets(root: string, secrets: Secrets): void {
	const file = fileOf(root);
	mkdirSync(join(root, ".data"), { recursive: true });
	const draft = openSync(`${file}.new`, "w", 0o600);
	writeFileSync(draft, `${JSON.stringify(secrets, null, "\t")}\n`);
	fsyncSync(draft);
	closeSync(draft);
	renameSync(`${file}.new`, file);
}

function readKept(root: string): Kept {
	const file = fileOf(root);
	if (existsSync(file)) return parse(file);
	const database = findDataDirectory(root);
	if (!database) return makeKeys();
	throw new Error(
		`${file} is missing, and the database in ${database} opens with nothing else. Nothing was changed. ${howToRestore}`,
	);
}

function makeKeys(): Kept {
	return {
		payloadSecret: randomBytes(32).toString("hex"),
		stripeWebhookSecret: `whsec_${randomBytes(24).toString("hex")}`,
		postgresPassword: randomBytes(24).toString("hex"),
	};
}

function makePasswords(): Omit<Secrets, (typeof vital)[number]> {
	return {
		applicationPassword: randomBytes(24).toString("hex"),
		administratorPassword: randomBytes(12).toString("base64url"),
		samplePassword: randomBytes(12).toString("base64url"),
	};
}

function parse(file: string): Kept {
	let problem = "is not whole: ";
	try {
		const kept = JSON.parse(readFileSync(file, "utf8")) as Kept | null;
		const missing = vital.filter((name) => typeof kept?.[name] !== "string" || !kept[name]);
		if (kept && missing.length === 0) return kept;
		problem += `it lacks ${missing.join(", ")}.`;
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		problem = code ? `cannot be read (${code}).` : `${problem}it is not JSON.`;
	}
	throw new Error(`${file} ${problem} Nothing was changed. ${howToRestore}`);
}

const howToRestore =
	'Put the file back from a copy of the folder .data, or take it out of a backup ("npm run restore -- --secrets-only"): docs/operations.md says how. Keep .data as it is: it holds the database.';
