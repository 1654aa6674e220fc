import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendAudit } from "@/audit/appendAudit";
import type { Json } from "@/audit/auditEntry";
import { erasePerson } from "@/audit/erasePerson";
import { readErasures, repeatErasures } from "@/audit/erasureLog";
import { openPersonal } from "@/audit/openPersonal";
import { personOf } from "@/audit/personKeys";
import { sealAudit } from "@/audit/sealAudit";
import { verifyAudit } from "@/audit/verifyAudit";
import type { Sql } from "@/queue/sqlOf";
import { type AuditDatabase, openAuditDatabase } from "./auditDatabase";

let db: AuditDatabase;
beforeAll(async () => {
	db = await openAuditDatabase();
});
afterAll(() => db.close());

async function mention(email: string, name: string, sql: Sql = db.sql): Promise<string> {
	const document = crypto.randomUUID();
	const after = { email, name, vendorRole: "ops" };
	const entry = { actor: "system:test", action: "create", collection: "users", document, after };
	await appendAudit({ sql, entries: [entry] });
	return document;
}

async function readOpened(document: string): Promise<Json> {
	const [row] = await db.sql<{ after: Json }>("SELECT after FROM audit_entries WHERE document = $1", [document]);
	const [after] = await openPersonal(db.sql, [row?.after ?? null]);
	return after ?? null;
}

const folder = mkdtempSync(join(tmpdir(), "keyturn-erasures-"));
const logFile = join(folder, "erasures.jsonl");
afterAll(() => rmSync(folder, { recursive: true }));
const erase = (email: string) =>
	erasePerson({ sql: db.sql, email, actor: "user:1", reason: "asked to be forgotten", logFile });
const erased = { email: "(erased)", name: "(erased)", vendorRole: "ops" };

describe("erasing a person", () => {
	it("opens personal values until then, and never after, with the chain whole", async () => {
		const ada = await mention("ada@example.com", "Ada");
		const bob = await mention("bob@example.com", "Bob");
		await sealAudit({ pool: db.pool });
		expect(await readOpened(ada)).toEqual({ email: "ada@example.com", name: "Ada", vendorRole: "ops" });

		expect(await erase(" ADA@example.com ")).toEqual({ keys: 1 });
		await sealAudit({ pool: db.pool });
		expect(await readOpened(ada)).toEqual(erased);
		expect(await readOpened(bob)).toMatchObject({ email: "bob@example.com" });
		expect(await verifyAudit({ sql: db.sql })).toMatchObject({ ok: true });
		expect(await db.sql("SELECT FROM audit_person_keys WHERE key IS NULL")).toHaveLength(1);
	});

	it("is written down outside the database, without a name, and repeated in a copy from before", async () => {
		const old = await mention("fay@example.com", "Fay");
		const [before] = await db.sql("SELECT id, key FROM audit_person_keys WHERE person = $1", [
			personOf("fay@example.com"),
		]);
		await erase("fay@example.com");
		const log = await readErasures(logFile);
		const own = log.filter(({ person }) => person === personOf("fay@example.com"));
		expect(own).toMatchObject([{ keys: [before?.id] }]);
		expect(readFileSync(logFile, "utf8")).not.toMatch(/fay/i);

		// As a restore of a backup from before the erasure leaves it; and Fay came back since, with a key of her own.
		await db.sql("UPDATE audit_person_keys SET key = $2, erased_at = NULL WHERE id = $1", [before?.id, before?.key]);
		expect(await readOpened(old)).toMatchObject({ name: "Fay" });
		await db.sql(
			"INSERT INTO audit_person_keys (id, person, key, created_at) VALUES (gen_random_uuid(), $1, 'new', now() + interval '1 hour')",
			[personOf("fay@example.com")],
		);
		expect(await repeatErasures(db.sql, log)).toEqual([personOf("fay@example.com")]);
		expect(await readOpened(old)).toEqual(erased);
		expect(
			await db.sql("SELECT FROM audit_person_keys WHERE person = $1 AND key IS NOT NULL", [
				personOf("fay@example.com"),
			]),
		).toHaveLength(1);
		expect(await repeatErasures(db.sql, log)).toEqual([]);
	});

	it("is itself recorded, without naming the person", async () => {
		await mention("cy@example.com", "Cy");
		await erase("cy@example.com");
		const [row] = await db.sql("SELECT * FROM audit_entries WHERE action = 'person.erased' ORDER BY at DESC LIMIT 1");
		expect(row).toMatchObject({ actor: "user:1", reason: "asked to be forgotten", after: { keys: 1 } });
		expect(JSON.stringify(row)).not.toMatch(/cy@/i);
	});

	it("does not bring the key back from a process's memory", async () => {
		const before = await mention("dee@example.com", "Dee");
		// As another process does it: this one's memory still holds the key.
		await db.sql("UPDATE audit_person_keys SET key = NULL, erased_at = now() WHERE key IS NOT NULL");
		const after = await mention("dee@example.com", "Dee again");
		expect(await readOpened(before)).toEqual(erased);
		expect(await readOpened(after)).toMatchObject({ name: "Dee again" });
	});

	it("takes the keys of transactions that were open when it began", async () => {
		let document = "";
		let erasing: Promise<{ keys: number }> | undefined;
		await db.inTransaction(async (sql) => {
			document = await mention("eve@example.com", "Eve", sql);
			erasing = erase("eve@example.com");
			await new Promise((resolve) => setTimeout(resolve, 100));
		});
		expect(await erasing).toEqual({ keys: 1 });
		expect(await readOpened(document)).toEqual(erased);
	});

	it("knows a forged sealed value from a real one", async () => {
		const forged = { sealed: "not a key", value: "x" };
		expect(await openPersonal(db.sql, [forged])).toEqual([forged]);
	});
});
