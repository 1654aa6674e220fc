import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Client } from "pg";
import { rekey } from "@/audit/rekey";
import { report } from "./bootstrap/report.mjs";
import { loadDotEnv } from "./environment/loadDotEnv";
import { readSecrets, writeSecrets } from "./environment/readSecrets";
import { openEmbeddedDatabase } from "./serving/openDatabase";

/**
 * `npm run rekey`: changes PAYLOAD_SECRET. Where the environment says it, the next one is PAYLOAD_SECRET_NEXT; the embedded start's is
 * made here, and kept beside the one before until the database is sealed with it. Run again after a crash, it finishes what it began.
 */
const root = join(import.meta.dirname, "..");
const shortest = 32;

async function run(): Promise<void> {
	loadDotEnv(root);
	const database = process.env.DATABASE_URL ? null : await openEmbeddedDatabase(root, report);
	try {
		const { PAYLOAD_SECRET: given, PAYLOAD_SECRET_NEXT: next } = process.env;
		const isKept = !given && database !== null;
		const from = isKept ? readSecrets(root).payloadSecret : given;
		const to = isKept ? keepNextSecret() : next;
		if (!from) throw new Error("PAYLOAD_SECRET is missing: the one that holds now.");
		if (!to || to.length < shortest || to === from) {
			throw new Error(`PAYLOAD_SECRET_NEXT must be the new secret: another one, of at least ${shortest} characters.`);
		}
		const url = database?.environment().DATABASE_URL ?? process.env.DATABASE_URL ?? "";
		const { keys, isDone, isChecked } = await rekeyDatabase(url, { from, to });
		if (isKept) {
			const { nextPayloadSecret: _, ...secrets } = readSecrets(root);
			writeSecrets(root, { ...secrets, payloadSecret: to });
		}
		report(
			isDone
				? "The database is sealed with the new secret already."
				: `Sealed ${keys} keys anew; everybody is signed out.`,
		);
		if (!isChecked) report("Nothing in this database was sealed yet: the secret before could not be checked.");
		report(isKept ? "Start Keyturn again." : "Put the new secret into PAYLOAD_SECRET, everywhere, and start again.");
	} finally {
		await database?.close();
	}
}

/** Written down before anything is sealed with it. */
function keepNextSecret(): string {
	const secrets = readSecrets(root);
	const nextPayloadSecret = secrets.nextPayloadSecret ?? randomBytes(32).toString("hex");
	writeSecrets(root, { ...secrets, nextPayloadSecret });
	return nextPayloadSecret;
}

async function rekeyDatabase(url: string, secrets: { from: string; to: string }) {
	// The audit record names persons by the secret that holds until the end.
	process.env.PAYLOAD_SECRET = secrets.from;
	process.env.DATABASE_URL = url;
	const client = new Client({ connectionString: url, application_name: "rekey" });
	await client.connect();
	try {
		await client.query("BEGIN");
		const sql = async (text: string, values: readonly unknown[] = []) =>
			(await client.query(text, [...values])).rows as never;
		const done = await rekey({ sql, ...secrets });
		await client.query("COMMIT");
		return done;
	} finally {
		await client.end();
	}
}

try {
	await run();
	process.exit(0);
} catch (error) {
	report(error instanceof Error ? error.message : String(error));
	process.exit(1);
}
