import { setTimeout as sleep } from "node:timers/promises";

/**
 * Looks until it is so. An error counts as not yet: databases and servers are away in these tests.
 * @throws what was seen last, after so many seconds
 */
export async function until<Value>(
	what: string,
	seconds: number,
	look: () => Promise<Value>,
	isDone: (value: Value) => boolean = Boolean,
): Promise<Value> {
	const deadline = Date.now() + seconds * 1000;
	let last: unknown;
	for (;;) {
		try {
			const value = await look();
			if (isDone(value)) return value;
			last = value;
		} catch (error) {
			last = error;
		}
		if (Date.now() > deadline) {
			const seen = last instanceof Error ? last.message : JSON.stringify(last);
			throw new Error(`After ${seconds} s there was not: ${what}. Seen last: ${seen}`);
		}
		await sleep(25);
	}
}
