import { Client } from "pg";
import { type AuditVerification, verifyAudit } from "@/audit/verifyAudit";
import { env } from "@/env";

/** `npm run audit:verify`: recomputes the audit record's chain; ends with 1 when it is broken. */
const client = new Client({ connectionString: env().DATABASE_URL, application_name: "keyturn audit:verify" });
await client.connect();
try {
	const result = await verifyAudit({
		sql: async (text, values = []) => (await client.query(text, [...values])).rows as never,
	});
	console.log(describeResult(result));
	process.exitCode = result.ok ? 0 : 1;
} finally {
	await client.end();
}

function describeResult({ firstBroken, entries, unsealed, lastHash }: AuditVerification): string {
	if (firstBroken) return `The audit record is broken: entry ${firstBroken.sequence} ${firstBroken.reason}.`;
	const waiting = unsealed > 0 ? ` ${unsealed} more not sealed yet.` : "";
	return `The audit record is whole: ${entries} entries, the last with hash ${lastHash}.${waiting}`;
}
