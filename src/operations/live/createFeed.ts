import { KeyturnError } from "@/errors";

const debounceMs = 100;

/** Something happened: read and send it. Time passed: say that the stream is alive, if it still may be. */
export type Feed = { look(): void; beat(): void; close(): void };

/**
 * Turns changes into server-sent events: reads when told to, never twice at once, and once more when told meanwhile.
 * What could not be read because the database was away is read again at the next beat.
 *
 * @param input.onEnd the watcher may not see it any more; the event `end` has been sent
 */
export function createFeed(input: { read(): Promise<unknown>; send(text: string): void; onEnd(): void }): Feed {
	let timer: NodeJS.Timeout | undefined;
	let isReading = false;
	/** Something was not sent yet: it came while reading, or reading failed. */
	let isBehind = false;
	let isClosed = false;

	const answer = (event: Read, isNews: boolean) => {
		if (event.kind === "away") {
			isBehind ||= isNews;
			input.send(": cannot read now\n\n");
			return;
		}
		input.send(isNews || event.kind === "end" ? event.text : ": here\n\n");
		if (event.kind === "end") input.onEnd();
		else if (isBehind) look();
	};
	const read = async (isBeat: boolean) => {
		if (isReading) {
			isBehind ||= !isBeat;
			return;
		}
		const isNews = !isBeat || isBehind;
		isBehind = false;
		isReading = true;
		const event = await input.read().then(newsOf, endOf);
		isReading = false;
		if (isClosed) return;
		answer(event, isNews);
	};
	const look = () => {
		if (isClosed) return;
		timer ??= setTimeout(() => {
			timer = undefined;
			void read(false);
		}, debounceMs);
	};
	return {
		look,
		beat: () => void read(true),
		close: () => {
			isClosed = true;
			clearTimeout(timer);
		},
	};
}

type Read = { kind: "snapshot" | "end"; text: string } | { kind: "away" };

/** What several are sent is written once. */
const written = new WeakMap<object, string>();

/** One snapshot as an event. */
export function snapshotEvent(snapshot: unknown): string {
	const isShared = typeof snapshot === "object" && snapshot !== null;
	const known = isShared ? written.get(snapshot) : undefined;
	const text = known ?? `event: snapshot\ndata: ${JSON.stringify(snapshot)}\n\n`;
	if (isShared) written.set(snapshot, text);
	return text;
}

function newsOf(snapshot: unknown): Read {
	return { kind: "snapshot", text: snapshotEvent(snapshot) };
}

/** What the watcher may not see any more ends the stream; a database that is away does not. */
function endOf(error: unknown): Read {
	if (!(error instanceof KeyturnError) || error.status >= 500) return { kind: "away" };
	const said = JSON.stringify({ message: error.publicMessage, code: error.code });
	return { kind: "end", text: `event: end\ndata: ${said}\n\n` };
}
