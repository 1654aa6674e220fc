import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { appendAudit } from "@/audit/appendAudit";
import { sealAudit } from "@/audit/sealAudit";
import { openAuditDatabase } from "./auditDatabase";

it("the command says in one line whether the record is whole, and ends with 1 when it is not", async () => {
	const db = await openAuditDatabase();
	const entry = { actor: "system:test", action: "create", collection: "risks" };
	await appendAudit({ sql: db.sql, entries: [entry, entry] });
	await sealAudit({ pool: db.pool });

	const whole = await runCommand();
	expect(whole).toMatchObject({
		code: 0,
		output: expect.stringMatching(/^The audit record is whole: 2 entries, .*\n$/),
	});

	await db.tamper("UPDATE audit_entries SET actor = 'user:2' WHERE sequence = 2");
	const broken = await runCommand();
	expect(broken.output).toBe("The audit record is broken: entry 2 was changed after it was sealed.\n");
	expect(broken.code).toBe(1);
	await db.close();
});

async function runCommand(): Promise<{ code: number; output: string }> {
	const env = { ...process.env, PGOPTIONS: "-c search_path=audit_test" };
	const command = spawn(process.execPath, ["--import", "tsx", "scripts/auditVerify.ts"], { env });
	const [output, errors, [code]] = await Promise.all([
		text(command.stdout),
		text(command.stderr),
		once(command, "exit"),
	]);
	expect(errors).toBe("");
	return { code, output };
}
