import { vi } from "vitest";
import type { Keyturn } from "./startKeyturn";

/**
 * Has the process and every statement outside a transaction believe that it is that moment, until what it returns is called.
 * Timers go on.
 */
export function fixClock({ payload }: Keyturn, at: string): () => void {
	const { pool } = payload.db;
	const query = pool.query;
	const moment = (text: string) => text.replaceAll(/\bnow\(\)/g, `'${at}'::timestamptz`);
	pool.query = ((first: string | { text: string }, ...others: unknown[]) => {
		const asked = typeof first === "string" ? moment(first) : { ...first, text: moment(first.text) };
		return (query as (...all: unknown[]) => unknown).apply(pool, [asked, ...others]);
	}) as typeof query;
	vi.useFakeTimers({ toFake: ["Date"], now: new Date(at) });
	return () => {
		pool.query = query;
		vi.useRealTimers();
	};
}
