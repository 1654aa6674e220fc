import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendAudit } from "@/audit/appendAudit";
import { genesisHash, hashEntry } from "@/audit/auditEntry";
import { erasePerson } from "@/audit/erasePerson";
import { type AuditFilter, exportAudit } from "@/audit/exportAudit";
import { sealAudit } from "@/audit/sealAudit";
import { type AuditDatabase, openAuditDatabase } from "./auditDatabase";

let db: AuditDatabase;
let casino: string;
beforeAll(async () => {
	db = await openAuditDatabase();
	const [row] = await db.sql<{ id: string }>("INSERT INTO casinos DEFAULT VALUES RETURNING id");
	casino = row?.id ?? "";
	await appendAudit({
		sql: db.sql,
		entries: [
			{ actor: "user:1", action: "create", collection: "users", document: "u1", after: { email: "a@example.com" } },
			{ actor: "user:1", action: "create", collection: "users", document: "u2", after: { email: "gone@example.com" } },
			{ actor: "user:2", action: "update", collection: "invoices", document: "i1", casino, reason: "=1+1" },
			{ actor: "user:2", action: "@sum", collection: "invoices", document: "-1", casino, reason: "+1\n\t" },
		],
	});
	const logFile = path.join(await mkdtemp(path.join(tmpdir(), "keyturn-erasures-")), "erasures.jsonl");
	await erasePerson({ sql: db.sql, email: "gone@example.com", actor: "user:1", reason: "asked", logFile });
	await sealAudit({ pool: db.pool });
});
afterAll(() => db.close());

async function read(filter: AuditFilter, format: "csv" | "jsonl", reveal = false): Promise<string> {
	return new Response(exportAudit({ sql: db.sql, filter, format, reveal })).text();
}
const readLines = async (filter: AuditFilter, reveal = false) =>
	(await read(filter, "jsonl", reveal))
		.trimEnd()
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line));

describe("exporting", () => {
	it("gives JSON Lines anybody can verify without us", async () => {
		const lines = await readLines({});
		expect(lines).toHaveLength(5);
		let previousHash = genesisHash;
		for (const line of lines) {
			expect(line.previousHash).toBe(previousHash);
			expect(hashEntry({ ...line, at: new Date(line.at) })).toBe(line.hash);
			previousHash = line.hash;
		}
	});

	it("opens personal values only for those who may see them, and erased ones for nobody", async () => {
		const [sealed] = await readLines({ document: "u1" });
		expect(JSON.stringify(sealed)).not.toContain("a@example.com");
		expect(await readLines({ collection: "users" }, true)).toMatchObject([
			{ after: { email: "a@example.com" } },
			{ after: { email: "(erased)" } },
		]);
	});

	it("filters by casino, actor, record and time", async () => {
		const documentsOf = async (filter: AuditFilter) => (await readLines(filter)).map(({ document }) => document);
		expect(await documentsOf({ casinos: [casino] })).toEqual(["i1", "-1"]);
		expect(await documentsOf({ casinos: [] })).toEqual([]);
		expect(await documentsOf({ actor: "user:2", document: "i1" })).toEqual(["i1"]);
		expect(await documentsOf({ from: new Date(Date.now() + 60_000) })).toEqual([]);
		expect(await documentsOf({ collection: "invoices", to: new Date(Date.now() + 60_000) })).toEqual(["i1", "-1"]);
		expect(await documentsOf({ document: "' OR true --" })).toEqual([]);
	});

	it("gives CSV with a header and no cell that is a formula", async () => {
		const csv = await read({ collection: "invoices" }, "csv");
		expect(csv.split("\n")[0]).toBe(
			"sequence,id,at,actor,action,collection,document,casino,before,after,reason,previousHash,hash",
		);
		expect(csv).toContain(",'=1+1,");
		expect(csv).toContain(",'@sum,");
		expect(csv).toContain(",'-1,");
		expect(csv).toContain(`"'+1\n\t"`);
		expect((await read({ document: "nothing" }, "csv")).trim()).toBe(csv.split("\n")[0]);
	});

	it("reads no further than the receiver, and stops when it goes away", async () => {
		await db.tamper(
			`INSERT INTO audit_entries (at, actor, action, collection, after, sequence, previous_hash, hash)
			SELECT now(), 'user:3', 'update', 'bulk', jsonb_build_object('text', repeat('x', 500)), 100 + n, '', ''
			FROM generate_series(1, 50000) AS n`,
		);
		let pages = 0;
		const counting = (async (text: string, values?: unknown[]) => {
			if (text.includes("LIMIT")) pages += 1;
			return db.sql(text, values);
		}) as typeof db.sql;
		const reader = exportAudit({ sql: counting, filter: {}, format: "jsonl", reveal: true }).getReader();
		await reader.read();
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(pages).toBeLessThanOrEqual(2);
		await reader.cancel();
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(pages).toBeLessThanOrEqual(2);
	});

	it("does not grow with the record", async () => {
		let lines = 0;
		let longest = 0;
		const stream = exportAudit({ sql: db.sql, filter: { collection: "bulk" }, format: "jsonl", reveal: true });
		const reader = stream.getReader();
		for (let read = await reader.read(); !read.done; read = await reader.read()) {
			longest = Math.max(longest, read.value.length);
			lines += Buffer.from(read.value).toString().split("\n").length - 1;
		}
		expect(lines).toBe(50_000);
		expect(longest).toBeLessThan(500_000);
	});
});
