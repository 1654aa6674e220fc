import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { sealAudit } from "./sealAudit";

const LOOK_EVERY_MS = 250;

/**
 * Seals entries within a second of their commit, until stopped. Any number of processes may run one; a database that
 * is away is tried again. It looks instead of listening: a NOTIFY in every recorded transaction would make PostgreSQL
 * commit them one after the other, and looking at an empty partial index costs nothing.
 * @returns stop, which resolves when the last look has ended
 */
export function startSealer(input: { pool: Pick<Pool, "connect" | "query">; onError: (error: unknown) => void }) {
	const stopping = new AbortController();
	const running = (async () => {
		while (!stopping.signal.aborted) {
			try {
				const { rows } = await input.pool.query(
					"SELECT EXISTS (SELECT FROM audit_entries WHERE sequence IS NULL) AS waiting",
				);
				if (rows[0]?.waiting) await sealAudit({ pool: input.pool });
			} catch (error) {
				input.onError(error);
			}
			await sleep(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {});
		}
	})();
	return async function stop(): Promise<void> {
		stopping.abort();
		await running;
	};
}
