import { Unavailable } from "@/errors";
import { type Database, type IncomingEvent, insertEvents, type Kept } from "./insertEvents";

type Waiting = { event: IncomingEvent; resolve: (kept: Kept) => void; reject: (error: unknown) => void };
type Gate = { waiting: Waiting[]; isWriting: boolean };

const MAX_BATCH = 64;

const gates = new WeakMap<Database, Gate>();

/**
 * Commits an event. One that comes alone is written at once; those that come while others wait for the disk are
 * written together, so that a rush costs a few commits instead of one each. Resolves when it is committed.
 * @throws Unavailable when it could not be committed: the provider then sends it again
 */
export function commitTogether(database: Database, event: IncomingEvent): Promise<Kept> {
	const gate = gates.get(database) ?? { waiting: [], isWriting: false };
	gates.set(database, gate);
	return new Promise((resolve, reject) => {
		gate.waiting.push({ event, resolve, reject });
		// After what else came in this turn: a rush comes in turns, and its first batch would hold one event.
		setImmediate(writeWaiting, database, gate);
	});
}

/** One batch at a time. A second one beside it would only divide what comes, and pay another statement and commit for it. */
async function writeWaiting(database: Database, gate: Gate): Promise<void> {
	if (gate.isWriting) return;
	gate.isWriting = true;
	while (gate.waiting.length > 0) await write(database, gate.waiting.splice(0, MAX_BATCH));
	gate.isWriting = false;
}

/** Never rejects: each of the batch hears for itself. */
async function write(database: Database, batch: readonly Waiting[]): Promise<void> {
	try {
		const kept = await insertEvents(
			database,
			batch.map(({ event }) => event),
		);
		for (const [index, { resolve, reject }] of batch.entries()) {
			const own = kept[index];
			if (own) resolve(own);
			else reject(new Unavailable("The event was removed while it was being recorded. Send it again."));
		}
	} catch (error) {
		if (batch.length > 1 && isAboutOneEvent(error)) {
			// What the database cannot take must not keep the others out.
			for (const waiting of batch) await write(database, [waiting]);
			return;
		}
		for (const { reject } of batch) reject(new Unavailable("The event could not be recorded. Send it again.", error));
	}
}

/** SQLSTATE classes 22 (data) and 54 (limits, such as nesting): with a database that is away, trying one by one would only take longer. */
function isAboutOneEvent(error: unknown): boolean {
	return error instanceof Error && "code" in error && /^(22|54)...$/.test(String(error.code));
}
