/** A process that was started and has begun to serve. */
export type Running = {
	/** Settles when it has ended, for whatever reason, and says how. */
	ended: Promise<string>;
	stop(): Promise<void>;
};

export type Kept = {
	/** Settles when it was told to stop and has stopped. */
	done: Promise<void>;
	/** Settles when it serves; at once, when it does. */
	whenUp(): Promise<void>;
	/** Stops the process that serves now; another is started. */
	restart(): Promise<void>;
};

/** Who served for so long is taken for well: the next start does not wait. */
const STEADY_MS = 60_000;
const LONGEST_WAIT_S = 30;

/** Seconds before the next start, after so many in a row that did not last: 0.25, 0.5, 1, 2 … 30. */
export const waitBefore = (failures: number) => Math.min(0.25 * 2 ** failures, LONGEST_WAIT_S);

/**
 * Starts a process again whenever it ends, ever more slowly when it does not last, and says so in one line with the reason.
 * @param input.running the first one, which serves already
 * @param input.start starts another; rejects when it does not come to serve
 */
export function keepRunning(input: {
	name: string;
	running: Running;
	start: () => Promise<Running>;
	stop: AbortSignal;
	say: (line: string) => void;
}): Kept {
	const { name, stop, say } = input;
	let { running } = input;
	let up = Promise.resolve();
	const stopped = new Promise<"stopped">((resolve) => {
		if (stop.aborted) resolve("stopped");
		stop.addEventListener("abort", () => resolve("stopped"), { once: true });
	});

	const startAgain = async (first: { reason: string; failures: number }): Promise<number> => {
		let { reason, failures } = first;
		for (; !stop.aborted; failures++) {
			const seconds = waitBefore(failures);
			say(`${name} ended (${reason}). Starting it again${seconds < 1 ? "" : ` in ${seconds} s`}.`);
			await pause(seconds * 1000, stopped);
			if (stop.aborted) break;
			try {
				running = await input.start();
				say(`${name} is back.`);
				break;
			} catch (error) {
				reason = inOneLine(error);
			}
		}
		return failures;
	};

	const keep = async () => {
		let failures = 0;
		while (!stop.aborted) {
			const since = Date.now();
			const reason = await Promise.race([stopped, running.ended]);
			if (stop.aborted) break;
			failures = Date.now() - since < STEADY_MS ? failures : 0;
			const again = startAgain({ reason, failures });
			up = again.then(() => {});
			failures = (await again) + 1;
		}
		await running.stop();
	};
	return { done: keep(), whenUp: () => up, restart: () => running.stop() };
}

async function pause(milliseconds: number, unless: Promise<unknown>): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const over = new Promise((resolve) => {
		timer = setTimeout(resolve, milliseconds);
	});
	await Promise.race([over, unless]);
	clearTimeout(timer);
}

/** The first line of an error and, where it brings what a process wrote, the last of that. */
function inOneLine(error: unknown): string {
	const lines = (error instanceof Error ? error.message : String(error)).split("\n").map((line) => line.trim());
	const told = lines.filter((line) => line !== "");
	return [...new Set([told[0], told.at(-1)])].join(" ").slice(0, 400);
}
