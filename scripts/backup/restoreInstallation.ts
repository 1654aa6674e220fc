import { join } from "node:path";
import { Client } from "pg";
import { erasureLogName, readErasures, repeatErasures } from "@/audit/erasureLog";
import { personOf } from "@/audit/personKeys";
import { type AuditVerification, verifyAudit } from "@/audit/verifyAudit";
import type { Sql } from "@/queue/sqlOf";
import { migrate } from "../migrate";
import { markSamplesLoaded } from "../serving/findPending";
import { prepareTarget } from "./prepareTarget";
import { fillFrom, type OpenedManifest, releaseOf } from "./restoreBackup";
import type { DatabaseName, Written } from "./writeBackup";

export type Restored = {
	counted: Written;
	verification: AuditVerification;
	/** How many persons were erased again. */
	erased: number;
	/** Accounts and people of them that came back with the backup, to be changed or deleted again. */
	comeBack: string[];
};

/**
 * Brings a backup that was checked into this installation: its release's tables, its rows and files, then this release's
 * migrations, then every erasure since. Safe to run again after it was killed anywhere.
 */
export async function restoreInstallation(input: {
	backup: { file: string; passphrase: string };
	manifest: OpenedManifest;
	urls: Record<DatabaseName, string>;
	mediaFolder: string;
	replace: string | undefined;
	/** A log of erasures of another machine, besides the one in the folder of files. */
	erasures: string | undefined;
	/** Makes the backup's secrets those of the installation: once its rows are there, and before anything may serve them. */
	keepSecrets(): void;
}): Promise<Restored> {
	const { backup, manifest, urls, mediaFolder, erasures } = input;
	await prepareTarget(input);
	await migrate(releaseOf(manifest));
	const counted = await fillFrom({ backup, manifest, urls, mediaFolder });
	await migrate();
	const client = new Client({ connectionString: urls.keyturn, application_name: "keyturn restore" });
	await client.connect();
	try {
		const sql: Sql = async (text, values = []) => (await client.query(text, [...values])).rows as never;
		const known = await readErasures(join(mediaFolder, erasureLogName));
		const given = erasures ? await readErasures(erasures) : [];
		await client.query("BEGIN");
		const persons = await repeatErasures(sql, [...known, ...given]);
		await client.query("COMMIT");
		const comeBack = await findPeople(sql, new Set(persons));
		const verification = await verifyAudit({ sql });
		input.keepSecrets();
		await markSamplesLoaded(urls.keyturn);
		return { counted, verification, erased: persons.length, comeBack };
	} finally {
		await client.end();
	}
}

/** The record knows a person by a keyed hash of the address alone: each address is asked. */
async function findPeople(sql: Sql, persons: ReadonlySet<string>): Promise<string[]> {
	if (persons.size === 0) return [];
	const rows = await sql<{ place: string; email: string }>(
		`SELECT 'users/' || id AS place, email FROM users UNION ALL SELECT 'staff/' || id, email FROM staff WHERE email IS NOT NULL`,
	);
	return rows.filter(({ email }) => persons.has(personOf(email))).map(({ place }) => place);
}
