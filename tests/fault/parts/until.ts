import { setTimeout as sleep } from "node:timers/promises";

/** A machine with other work may be slow; what does not change at all for so long has stopped. */
const STALLED_MS = 180_000;

/**
 * Looks until it is so, for as long as what it sees changes. An error counts as not yet: databases and servers are away in
 * these tests.
 * @throws what was seen last, when that has not changed for three minutes
 */
export async function until<Value>(
	what: string,
	look: () => Promise<Value>,
	isDone: (value: Value) => boolean = Boolean,
): Promise<Value> {
	let seen: string | undefined;
	let deadline = Date.now() + STALLED_MS;
	for (;;) {
		let now: string;
		try {
			const value = await look();
			if (isDone(value)) return value;
			now = String(JSON.stringify(value));
		} catch (error) {
			now = error instanceof Error ? error.message : String(error);
		}
		if (now !== seen) deadline = Date.now() + STALLED_MS;
		seen = now;
		if (Date.now() > deadline) throw new Error(`There was not: ${what}. Seen for ${STALLED_MS / 1000} s: ${seen}`);
		await sleep(50);
	}
}
