import { Pool } from "pg";
import { exportAudit } from "@/audit/exportAudit";

const ROWS = 1_000_000;
const MEGABYTE = 1024 * 1024;

/**
 * Exports a million entries as CSV, personal values opened, to a receiver that keeps nothing.
 * @param input.databaseUrl a database of the bench's own: a million unchained entries are left in it
 * @returns seconds for the export alone, and by how much the resident memory of this process grew at the most
 */
export async function benchAuditExport(input: {
	databaseUrl: string;
}): Promise<{ rows: number; seconds: number; rssGrowthMb: number }> {
	const pool = new Pool({ connectionString: input.databaseUrl, max: 2, application_name: "bench audit export" });
	try {
		await fillEntries(pool);
		const started = performance.now();
		globalThis.gc?.();
		const atStart = process.memoryUsage.rss();
		let most = atStart;
		let lines = 0;
		const stream = exportAudit({
			sql: async (text, values = []) => (await pool.query(text, [...values])).rows as never,
			filter: { collection: "bench" },
			format: "csv",
			reveal: true,
		});
		const reader = stream.getReader();
		for (let read = await reader.read(); !read.done; read = await reader.read()) {
			for (const byte of read.value) if (byte === 10) lines += 1;
			most = Math.max(most, process.memoryUsage.rss());
		}
		const seconds = (performance.now() - started) / 1000;
		return { rows: lines - 1, seconds, rssGrowthMb: (most - atStart) / MEGABYTE };
	} finally {
		await pool.end();
	}
}

/** Straight into their places: sealing a million entries is not what is measured. */
async function fillEntries(pool: Pool): Promise<void> {
	const client = await pool.connect();
	try {
		await client.query("BEGIN");
		await client.query("SET LOCAL statement_timeout = 0");
		await client.query("ALTER TABLE audit_entries DISABLE TRIGGER USER");
		await client.query(
			`INSERT INTO audit_entries
				(id, at, actor, action, collection, document, before, after, sequence, previous_hash, hash)
			SELECT gen_random_uuid(), now(), 'user:' || gen_random_uuid(), 'update', 'bench', gen_random_uuid()::text,
				'{"status": "open", "amountPaid": 0}',
				jsonb_build_object('status', 'paid', 'amountPaid', n, 'number', 'INV-' || n),
				head.last + n, repeat('0', 64), repeat('0', 64)
			FROM (SELECT coalesce(max(sequence), 0) AS last FROM audit_entries) AS head, generate_series(1, $1) AS n`,
			[ROWS],
		);
		await client.query("ALTER TABLE audit_entries ENABLE TRIGGER USER");
		await client.query("COMMIT");
		await client.query("ANALYZE audit_entries");
		client.release();
	} catch (error) {
		client.release(true);
		throw error;
	}
}
