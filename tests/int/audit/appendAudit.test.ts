import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendAudit } from "@/audit/appendAudit";
import type { AuditInput } from "@/audit/auditEntry";
import { type AuditDatabase, openAuditDatabase } from "./auditDatabase";

let db: AuditDatabase;
beforeAll(async () => {
	db = await openAuditDatabase();
});
afterAll(() => db.close());

const entry = (input: Partial<AuditInput> = {}): AuditInput => ({
	actor: "user:1",
	action: "update",
	collection: "invoices",
	document: crypto.randomUUID(),
	...input,
});

async function readEntry(document: unknown) {
	const [row] = await db.sql("SELECT * FROM audit_entries WHERE document = $1", [document]);
	return row;
}

describe("appending", () => {
	it("keeps only the fields that changed, on both sides", async () => {
		const input = entry({
			before: { number: "1", status: "open", po: { status: "none" }, updatedAt: "a" },
			after: { number: "1", status: "paid", po: { status: "none", reason: null }, updatedAt: "b" },
		});
		await appendAudit({ sql: db.sql, entries: [input] });
		expect(await readEntry(input.document)).toMatchObject({ before: { status: "open" }, after: { status: "paid" } });
	});

	it("keeps every field of a record that was created or deleted", async () => {
		const created = entry({ action: "create", after: { number: "7", amountDue: 12345 } });
		const deleted = entry({ action: "delete", before: { number: "8" } });
		await appendAudit({ sql: db.sql, entries: [created, deleted] });
		expect(await readEntry(created.document)).toMatchObject({ before: null, after: { number: "7", amountDue: 12345 } });
		expect(await readEntry(deleted.document)).toMatchObject({ before: { number: "8" }, after: null });
	});

	it("writes no personal value in the clear", async () => {
		const email = "Ada.Lovelace@Example.com";
		const input = entry({
			collection: "users",
			action: "create",
			after: { email, name: "Ada Lovelace", vendorRole: "ops", notes: [{ cc: email }] },
		});
		await appendAudit({ sql: db.sql, entries: [input] });
		const { after } = (await readEntry(input.document)) as { after: Record<string, unknown> };
		expect(after).toEqual({
			email: { sealed: expect.any(String), value: expect.any(String) },
			name: { sealed: expect.any(String), value: expect.any(String) },
			vendorRole: "ops",
			notes: [{ cc: { sealed: expect.any(String), value: expect.any(String) } }],
		});
		expect(JSON.stringify(after)).not.toMatch(/ada|lovelace/i);
	});

	it("withholds a personal value when nobody is named it could be erased for", async () => {
		const input = entry({ collection: "users", after: { name: "Nobody Known" } });
		await appendAudit({ sql: db.sql, entries: [input] });
		expect(await readEntry(input.document)).toMatchObject({ after: { name: "(withheld)" } });
	});

	it("withholds whom to call at a go-live, and says that it changed", async () => {
		const escalation = [{ name: "Nora Night", role: "Shift lead", reach: "+356 2123 4567" }];
		const input = entry({ collection: "onboardings", after: { escalation } });
		await appendAudit({ sql: db.sql, entries: [input] });
		expect(await readEntry(input.document)).toMatchObject({
			after: { escalation: [{ name: "(withheld)", role: "Shift lead", reach: "(withheld)" }] },
		});
	});

	it("shows that a secret changed and never which", async () => {
		const secrets = (value: string) => ({
			password: value,
			hash: value,
			salt: value,
			tokenHash: value,
			resetPasswordToken: value,
			keyHash: value,
			apiKey: value,
			stripe: { webhookSecret: value, list: [{ accessToken: value }] },
		});
		const input = entry({ before: secrets("hunter1"), after: { ...secrets("hunter2"), kind: "kept" } });
		await appendAudit({ sql: db.sql, entries: [input] });
		const row = await readEntry(input.document);
		expect(JSON.stringify(row)).not.toContain("hunter");
		expect(row).toMatchObject({ before: { hash: "(secret)" }, after: { hash: "(secret)", kind: "kept" } });
	});

	it("uses one statement once the persons are known", async () => {
		const statements: string[] = [];
		const counting = (async (text: string, values: unknown[]) => {
			statements.push(text);
			return db.sql(text, values);
		}) as typeof db.sql;
		const mention = () => entry({ collection: "users", action: "create", after: { email: "once@example.com" } });
		await appendAudit({ sql: counting, entries: [mention()] });
		expect(statements).toHaveLength(2);
		await appendAudit({ sql: counting, entries: [mention(), mention(), mention()] });
		expect(statements).toHaveLength(3);
	});

	it("leaves nothing behind when the change is rolled back, the person's key included", async () => {
		const mention = () => entry({ collection: "users", action: "create", after: { email: "undone@example.com" } });
		const undone = mention();
		await expect(
			db.inTransaction(async (sql) => {
				await appendAudit({ sql, entries: [undone] });
				throw new Error("changed my mind");
			}),
		).rejects.toThrow("changed my mind");
		expect(await readEntry(undone.document)).toBeUndefined();

		const kept = mention();
		await appendAudit({ sql: db.sql, entries: [kept] });
		const { after } = (await readEntry(kept.document)) as { after: { email: { sealed: string } } };
		expect(await db.sql("SELECT id FROM audit_person_keys WHERE id = $1", [after.email.sealed])).toHaveLength(1);
	});

	it("does not let transactions wait for each other over the same new persons", async () => {
		const mention = (email: string) => entry({ collection: "users", action: "create", after: { email } });
		await db.inTransaction(async (first) => {
			await appendAudit({ sql: first, entries: [mention("x@example.com")] });
			await db.inTransaction(async (second) => {
				await second("SET LOCAL lock_timeout = '2s'");
				await appendAudit({ sql: second, entries: [mention("y@example.com")] });
				await appendAudit({ sql: second, entries: [mention("x@example.com")] });
			});
			await appendAudit({ sql: first, entries: [mention("y@example.com")] });
		});
	});

	it("takes text that a text column takes", async () => {
		const input = entry({ after: { note: "half \ud83d of a pair" } });
		await appendAudit({ sql: db.sql, entries: [input] });
		expect(await readEntry(input.document)).toMatchObject({ after: { note: "half \ufffd of a pair" } });
	});

	it("fails when the entry cannot be written", async () => {
		const stranger = entry({ casino: crypto.randomUUID() });
		await expect(appendAudit({ sql: db.sql, entries: [stranger] })).rejects.toThrow(/foreign key/);
	});
});

describe("the table", () => {
	const refused = /append-only/;

	it("refuses to delete, truncate and rewrite", async () => {
		const input = entry();
		await appendAudit({ sql: db.sql, entries: [input] });
		await expect(db.sql("DELETE FROM audit_entries WHERE document = $1", [input.document])).rejects.toThrow(refused);
		await expect(db.sql("TRUNCATE audit_entries")).rejects.toThrow(refused);
		for (const change of ["actor = 'user:2'", "after = '{}'", "sequence = 4", "updated_at = now() + interval '1 s'"]) {
			const update = db.sql(`UPDATE audit_entries SET ${change} WHERE document = $1`, [input.document]);
			await expect(update, change).rejects.toThrow(refused);
		}
	});

	it("takes a seal once, and no entry that brings its own", async () => {
		const input = entry();
		await appendAudit({ sql: db.sql, entries: [input] });
		const seal = "UPDATE audit_entries SET sequence = 900, hash = 'h', previous_hash = 'p' WHERE document = $1";
		await expect(
			db.inTransaction(async (sql) => {
				await sql(seal, [input.document]);
				await sql(seal.replace("900", "901"), [input.document]);
			}),
		).rejects.toThrow(refused);
		const forged = db.sql(
			`INSERT INTO audit_entries (at, actor, action, collection, sequence, hash, previous_hash)
			VALUES (now(), 'a', 'b', 'c', 902, 'h', 'p')`,
		);
		await expect(forged).rejects.toThrow(refused);
	});

	it("refuses to delete a casino that has entries", async () => {
		const [casino] = await db.sql("INSERT INTO casinos DEFAULT VALUES RETURNING id");
		await appendAudit({ sql: db.sql, entries: [entry({ casino: casino?.id })] });
		await expect(db.sql("DELETE FROM casinos WHERE id = $1", [casino?.id])).rejects.toThrow(/foreign key/);
	});
});
