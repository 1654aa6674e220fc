import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readPassphrase } from "./backup/readPassphrase";
import { checkBackup, type OpenedManifest, readManifest } from "./backup/restoreBackup";
import { report } from "./bootstrap/report.mjs";
import { loadDotEnv } from "./environment/loadDotEnv";
import { readSecrets, type Secrets, writeSecrets } from "./environment/readSecrets";
import { findDataDirectory } from "./postgres/homesOf";
import { ownerOfProduct } from "./postgres/ownerOfProduct";
import { type OpenDatabase, openEmbeddedDatabase } from "./serving/openDatabase";

// `npm run restore -- FILE [--replace DATABASE] [--erasures FILE] [--secrets-only] [--passphrase-file FILE]`
const root = join(import.meta.dirname, "..");

async function restore(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			"passphrase-file": { type: "string" },
			replace: { type: "string" },
			erasures: { type: "string" },
			"secrets-only": { type: "boolean" },
		},
	});
	const [file] = positionals;
	if (!file || positionals.length > 1) throw new Error("Name the backup: npm run restore -- FILE");
	if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
	if (values.erasures && !existsSync(values.erasures)) throw new Error(`There is no file ${values.erasures}.`);
	loadDotEnv(root);
	const passphrase = await readPassphrase({ file: values["passphrase-file"], isNew: false });
	const backup = { file: resolve(file), passphrase };
	const manifest = await readManifest(backup);
	if (values["secrets-only"]) return restoreSecrets(manifest);
	const done = report.began(`Reading the backup of ${manifest.createdAt}`);
	await checkBackup(backup);
	done();
	const isOwn = Boolean(process.env.DATABASE_URL || process.env.PAYLOAD_SECRET);
	const checked = isOwn ? requireSecret(manifest) : null;
	const target = process.env.DATABASE_URL && checked ? checked : await openEmbedded(manifest, values.replace);
	const { database, keepSecrets } = target;
	try {
		Object.assign(process.env, database?.environment());
		const { env } = await import("@/env");
		const { restoreInstallation } = await import("./backup/restoreInstallation");
		const restored = report.began("Restoring");
		const { counted, verification, erased, comeBack } = await restoreInstallation({
			...{
				backup,
				manifest,
				mediaFolder: resolve("media"),
				replace: values.replace,
				erasures: values.erasures,
				keepSecrets,
			},
			urls: { keyturn: env().MIGRATION_DATABASE_URL, product: ownerOfProduct(env()) },
		});
		restored();
		report(
			`Restored ${counted.tables} tables with ${counted.rows} rows and ${counted.files} files; all as in the backup.`,
		);
		report(`${erased} erasures since the backup were repeated.`);
		if (comeBack.length > 0)
			report(`Records of erased persons came back with it, change or delete them again: ${comeBack.join(", ")}.`);
		if (!verification.ok)
			throw new Error(
				"The audit record is broken: npm run audit:verify says where. It was so when the backup was made.",
			);
		report(
			`The audit record is whole: ${verification.entries} entries, the last with hash ${verification.lastHash}; ${verification.unsealed} more wait for a worker to seal them.`,
		);
	} finally {
		await database?.close();
	}
}

/** Where it is missing; one that is there is somebody's. */
function restoreSecrets({ secrets }: OpenedManifest): void {
	const file = join(root, ".data/secrets.json");
	if (existsSync(file)) throw new Error(`${file} is there: move it aside first. Nothing was changed.`);
	if (!secrets.postgresPassword)
		throw new Error("This backup is of a server of one's own: its secrets are in that one's environment.");
	writeSecrets(root, secrets as Secrets);
	report(`${file} is the backup's again.`);
}

type Target = { database: OpenDatabase | null; keepSecrets(): void };

/** The embedded server, with the backup's secrets and, where there are databases already, the passwords that those have. */
async function openEmbedded({ secrets }: OpenedManifest, replace: string | undefined): Promise<Target> {
	const isNew = findDataDirectory(root) === undefined;
	const { postgresPassword, applicationPassword, ...own } = readSecrets(root);
	const merged = { ...own, postgresPassword, applicationPassword, ...secrets };
	if (isNew) writeSecrets(root, merged);
	else Object.assign(merged, { postgresPassword, applicationPassword });
	if (!isNew && own.payloadSecret !== secrets.payloadSecret && !replace) {
		throw new Error(
			"This folder has secrets of its own, which do not open the backup: restore into a new clone, or see --replace. Nothing was changed.",
		);
	}
	process.env.PAYLOAD_SECRET = merged.payloadSecret;
	return { database: await openEmbeddedDatabase(root, report), keepSecrets: () => writeSecrets(root, merged) };
}

/** On a server of one's own the secret is in the environment: with another the audit record's values would stay closed. */
function requireSecret({ secrets }: OpenedManifest): Target {
	if (process.env.PAYLOAD_SECRET === secrets.payloadSecret) return { database: null, keepSecrets: () => {} };
	throw new Error("PAYLOAD_SECRET is not the one this backup was made with: set that one. Nothing was changed.");
}

try {
	Object.assign(process.env, { NODE_ENV: "production" });
	await restore();
	process.exit(0);
} catch (error) {
	report(error instanceof Error ? error.message : String(error));
	process.exit(1);
}
