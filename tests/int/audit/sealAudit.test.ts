import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendAudit } from "@/audit/appendAudit";
import { readAuditStatus } from "@/audit/readAuditStatus";
import { sealAudit } from "@/audit/sealAudit";
import { startSealer } from "@/audit/startSealer";
import { verifyAudit } from "@/audit/verifyAudit";
import { type AuditDatabase, openAuditDatabase } from "./auditDatabase";

let db: AuditDatabase;
beforeAll(async () => {
	db = await openAuditDatabase();
});
afterAll(() => db.close());

const append = (actions: string[], sql = db.sql) =>
	appendAudit({ sql, entries: actions.map((action) => ({ actor: "system:test", action, collection: "risks" })) });

const readActions = async () => {
	const rows = await db.sql<{ action: string }>(
		"SELECT action FROM audit_entries WHERE sequence IS NOT NULL ORDER BY sequence",
	);
	return rows.map(({ action }) => action);
};

async function waitUntilSealed(): Promise<number> {
	const started = performance.now();
	while ((await readAuditStatus({ sql: db.sql })).unsealed > 0) {
		if (performance.now() - started > 10_000) throw new Error("Nobody seals.");
		await sleep(10);
	}
	return performance.now() - started;
}

describe("the sealer", () => {
	it("chains entries in the order they were written, within one millisecond too", async () => {
		const actions = Array.from({ length: 1200 }, (_, index) => `a${index}`);
		await append(actions.slice(0, 400));
		await db.inTransaction(async (sql) => {
			for (const action of actions.slice(400, 500)) await append([action], sql);
		});
		await append(actions.slice(500));
		expect(await sealAudit({ pool: db.pool })).toBe(1200);
		expect(await readActions()).toEqual(actions);
		expect(await verifyAudit({ sql: db.sql })).toMatchObject({ ok: true, entries: 1200, unsealed: 0 });
	});

	it("leaves no gap for a change that was rolled back", async () => {
		const undone = db.inTransaction(async (sql) => {
			await append(["undone"], sql);
			throw new Error("undone");
		});
		await expect(undone).rejects.toThrow("undone");
		await append(["kept"]);
		await sealAudit({ pool: db.pool });
		expect((await readActions()).slice(-1)).toEqual(["kept"]);
		expect(await verifyAudit({ sql: db.sql })).toMatchObject({ ok: true, entries: 1201 });
	});

	it("chains a late commit after what was sealed while it was open", async () => {
		await db.inTransaction(async (sql) => {
			await append(["late"], sql);
			await append(["early"]);
			await sealAudit({ pool: db.pool });
		});
		await sealAudit({ pool: db.pool });
		expect((await readActions()).slice(-2)).toEqual(["early", "late"]);
	});

	it("makes one chain when several seal at once while others write", async () => {
		const before = (await readActions()).length;
		const writers = Array.from({ length: 4 }, async (_, writer) => {
			for (let index = 0; index < 60; index++) await append([`w${writer}`, `w${writer}`]);
		});
		let isWriting = true;
		const sealers = Array.from({ length: 3 }, async () => {
			while (isWriting) await sealAudit({ pool: db.pool });
		});
		await Promise.all(writers);
		isWriting = false;
		await Promise.all(sealers);
		await sealAudit({ pool: db.pool });
		expect(await verifyAudit({ sql: db.sql })).toMatchObject({ ok: true, entries: before + 480, unsealed: 0 });
	});

	it("seals within a second, in several processes, and after losing its connection", async () => {
		const errors: unknown[] = [];
		const onError = (error: unknown) => errors.push(error);
		const stops = [startSealer({ pool: db.pool, onError }), startSealer({ pool: db.pool, onError })];
		await append(["soon"]);
		expect(await waitUntilSealed()).toBeLessThan(1000);
		await db.sql(
			"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
		);
		await append(["after"]);
		expect(await waitUntilSealed()).toBeLessThan(2000);
		await Promise.all(stops.map((stop) => stop()));
		await append(["waiting"]);
		await sleep(400);
		expect(await readAuditStatus({ sql: db.sql })).toMatchObject({ unsealed: 1, lastVerification: { ok: true } });
	});
});
