import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { env } from "@/env";
import packageJson from "../package.json" with { type: "json" };
import { readPassphrase } from "./backup/readPassphrase";
import { writeBackup } from "./backup/writeBackup";
import { readSecrets } from "./environment/readSecrets";
import { ownerOfProduct } from "./postgres/ownerOfProduct";

// `npm run backup -- FILE [--passphrase-file FILE]`: both databases, the uploaded files and the secrets, as one encrypted file.
const root = join(import.meta.dirname, "..");
try {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { "passphrase-file": { type: "string" } },
	});
	const [file] = positionals;
	if (!file || positionals.length > 1) throw new Error("Name the file to write: npm run backup -- FILE");
	const passphrase = await readPassphrase({ file: values["passphrase-file"], isNew: true });
	const sources = {
		urls: { keyturn: env().MIGRATION_DATABASE_URL, product: ownerOfProduct(env()) },
		mediaFolder: resolve("media"),
		secrets: secretsOf(),
		app: packageJson.version,
	};
	const { bytes, tables, rows, files } = await writeBackup({ sources, file: resolve(file), passphrase });
	console.log(`${file} is written: ${tables} tables with ${rows} rows, ${files} files, ${Math.ceil(bytes / 1e6)} MB.`);
	process.exit(0);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}

/** What the databases open with: the embedded start's own file where it is this database's, and what is in force now. */
function secretsOf() {
	const inForce = { payloadSecret: env().PAYLOAD_SECRET, stripeWebhookSecret: env().STRIPE_WEBHOOK_SECRET.join(",") };
	const kept = existsSync(join(root, ".data/secrets.json")) ? readSecrets(root) : null;
	const isOurs = kept !== null && new URL(env().MIGRATION_DATABASE_URL).password === kept.postgresPassword;
	return { ...(isOurs ? kept : {}), ...inForce };
}
