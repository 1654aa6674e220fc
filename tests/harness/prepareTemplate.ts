import { getPayload } from "payload";
import { Client } from "pg";
import { env } from "@/env";
import { migrate } from "../../scripts/migrate";
import { ensurePlaybooks } from "../../scripts/seeding/ensurePlaybooks";

// What every test database is a copy of: migrated, with the shipped playbooks, without which no onboarding can be opened.
await migrate();
const { default: config } = await import("@payload-config");
const payload = await getPayload({ config });
await ensurePlaybooks(payload);
await forgetRecord();
process.exit(0);

/** Each test's record of changes begins with its own; the trigger that keeps the record is for everybody else. */
async function forgetRecord(): Promise<void> {
	const client = new Client({ connectionString: env().MIGRATION_DATABASE_URL });
	await client.connect();
	await client.query("SET session_replication_role = replica");
	await client.query("DELETE FROM audit_entries");
	await client.end();
}
