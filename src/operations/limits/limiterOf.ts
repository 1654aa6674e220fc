import { createHash } from "node:crypto";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import type { Sql } from "@/queue/sqlOf";

/** So many points within so many seconds, counted under a name. */
export type Limit = { name: string; points: number; seconds: number };

/** A limit's counters in the database, where every web process sees them, on a connection of the caller's choice. */
export function limiterOf(sql: Sql, { name, points, seconds }: Limit): RateLimiterPostgres {
	return new RateLimiterPostgres({
		storeClient: {
			query: async ({ text, values }: { text: string; values: unknown[] }) => {
				const rows = await sql(text, values);
				return { rows, rowCount: rows.length };
			},
		},
		storeType: "client",
		tableName: "rate_limits",
		tableCreated: true,
		clearExpiredByTimeout: false,
		keyPrefix: name,
		points,
		duration: seconds,
	});
}

/** Who is counted: hashed, for an e-mail address or a network address would be somebody's personal value. */
export function hashKey(key: string): string {
	return createHash("sha256").update(key).digest("base64url");
}
