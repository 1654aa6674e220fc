import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendAudit } from "@/audit/appendAudit";
import { hashEntry, type SealedEntry } from "@/audit/auditEntry";
import { readAuditStatus } from "@/audit/readAuditStatus";
import { sealAudit } from "@/audit/sealAudit";
import { verifyAudit } from "@/audit/verifyAudit";
import { type AuditDatabase, openAuditDatabase } from "./auditDatabase";

let db: AuditDatabase;
beforeEach(async () => {
	db = await openAuditDatabase();
	const entries = Array.from({ length: 10 }, (_, index) => ({
		actor: "user:1",
		action: "create",
		collection: "invoices",
		document: String(index + 1),
		after: { amountDue: index, nested: { z: 1.5, a: [1e21, "é", null] } },
	}));
	await appendAudit({ sql: db.sql, entries });
	await sealAudit({ pool: db.pool });
});
afterEach(() => db.close());

const verify = () => verifyAudit({ sql: db.sql });

describe("verifying", () => {
	it("finds an untouched chain whole, and says so in the status", async () => {
		expect(await verify()).toMatchObject({ ok: true, entries: 10, unsealed: 0 });
		expect(await readAuditStatus({ sql: db.sql })).toMatchObject({
			lastSequence: 10,
			lastEntryAt: expect.any(Date),
			unsealed: 0,
			lastVerification: { ok: true, entries: 10, at: expect.any(Date) },
		});
	});

	it.each([
		["after", `after = jsonb_set(after, '{amountDue}', '99')`],
		["actor", "actor = 'user:2'"],
		["at", "at = at + interval '1 ms'"],
		["reason", "reason = ''"],
		["casino", "casino_id = gen_random_uuid()"],
		["previous hash", "previous_hash = repeat('a', 64)"],
		["hash", "hash = repeat('a', 64)"],
	])("names the entry whose %s was changed", async (_field, change) => {
		await db.tamper(`UPDATE audit_entries SET ${change} WHERE sequence = 6`);
		expect(await verify()).toMatchObject({
			ok: false,
			entries: 5,
			firstBroken: { sequence: 6, reason: "was changed after it was sealed" },
		});
		expect((await readAuditStatus({ sql: db.sql })).lastVerification).toMatchObject({
			ok: false,
			firstBroken: { sequence: 6 },
		});
	});

	it("names a removed entry", async () => {
		await db.tamper("DELETE FROM audit_entries WHERE sequence = 3");
		expect(await verify()).toMatchObject({ firstBroken: { sequence: 3, reason: "is missing" } });
	});

	it("names the entry after one that was changed and hashed again", async () => {
		await rehash(4, false);
		expect(await verify()).toMatchObject({
			firstBroken: { sequence: 5, reason: "does not follow the entry before it" },
		});
	});

	it("finds a chain that was cut short or emptied since the verification before", async () => {
		await verify();
		await db.tamper("DELETE FROM audit_entries WHERE sequence > 8");
		expect(await verify()).toMatchObject({ ok: false, firstBroken: { sequence: 9 } });
		await db.tamper("DELETE FROM audit_entries");
		expect(await verify()).toMatchObject({ ok: false, firstBroken: { sequence: 1 } });
	});

	it("finds a chain that was hashed again to its end", async () => {
		await verify();
		await rehash(4, true);
		expect(await verify()).toMatchObject({ ok: false, firstBroken: { sequence: 10 } });
	});
});

/** What a thorough forger does: changes one entry and computes its hash, and those of all that follow. */
async function rehash(sequence: number, toTheEnd: boolean): Promise<void> {
	await db.tamper("UPDATE audit_entries SET actor = 'user:2' WHERE sequence = $1", [sequence]);
	for (let current = sequence; current <= (toTheEnd ? 10 : sequence); current++) {
		const [row] = await db.sql<SealedEntry>(
			`SELECT e.id, e.at, e.actor, e.action, e.collection, e.document, e.casino_id AS casino, e.before, e.after,
				e.reason, e.sequence::float8 AS sequence, previous.hash AS "previousHash"
			FROM audit_entries AS e JOIN audit_entries AS previous ON previous.sequence = e.sequence - 1
			WHERE e.sequence = $1`,
			[current],
		);
		if (!row) throw new Error(`There is no entry ${current}.`);
		await db.tamper("UPDATE audit_entries SET hash = $2, previous_hash = $3 WHERE sequence = $1", [
			current,
			hashEntry(row),
			row.previousHash,
		]);
	}
}
