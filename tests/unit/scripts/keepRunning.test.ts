import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepRunning, type Running, waitBefore } from "../../../scripts/serving/keepRunning";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A process that ends when it is told how. */
function fakeProcess() {
	const { promise, resolve } = Promise.withResolvers<string>();
	return { running: { ended: promise, stop: async () => resolve("stopped") } satisfies Running, end: resolve };
}

function scene() {
	const stopping = new AbortController();
	const lines: string[] = [];
	const first = fakeProcess();
	const starts: (Running | Error)[] = [];
	let started = 0;
	const kept = keepRunning({
		name: "The server",
		running: first.running,
		start: async () => {
			started += 1;
			const next = starts.shift() ?? fakeProcess().running;
			if (next instanceof Error) throw next;
			return next;
		},
		stop: stopping.signal,
		say: (line) => lines.push(line),
	});
	return { kept, lines, first, starts, stopping, started: () => started };
}

it("starts again what ended, and says why", async () => {
	const { lines, first, started, kept } = scene();
	first.end("SIGKILL");
	await vi.advanceTimersByTimeAsync(250);
	await kept.whenUp();
	expect(started()).toBe(1);
	expect(lines).toEqual(["The server ended (SIGKILL). Starting it again.", "The server is back."]);
});

it("waits longer the more starts in a row do not last, and says the reason in one line", async () => {
	const { lines, first, starts } = scene();
	starts.push(
		...[1, 2, 3, 4].map(() => new Error("It ended while it was starting.\n   at a\n\nEADDRINUSE: port 3000\n")),
	);
	first.end("exit code 1");
	await vi.advanceTimersByTimeAsync(10_000);
	expect(lines).toEqual([
		"The server ended (exit code 1). Starting it again.",
		"The server ended (It ended while it was starting. EADDRINUSE: port 3000). Starting it again.",
		"The server ended (It ended while it was starting. EADDRINUSE: port 3000). Starting it again in 1 s.",
		"The server ended (It ended while it was starting. EADDRINUSE: port 3000). Starting it again in 2 s.",
		"The server ended (It ended while it was starting. EADDRINUSE: port 3000). Starting it again in 4 s.",
		"The server is back.",
	]);
	expect([0, 7, 50].map(waitBefore)).toEqual([0.25, 30, 30]);
});

it("waits longer for one that came to serve and ended soon, and not for one that lasted", async () => {
	const { lines, first, starts } = scene();
	const [second, third] = [fakeProcess(), fakeProcess()];
	starts.push(second.running, third.running);
	first.end("SIGKILL");
	await vi.advanceTimersByTimeAsync(1000);
	second.end("SIGKILL");
	await vi.advanceTimersByTimeAsync(499);
	expect(lines).toHaveLength(3);
	await vi.advanceTimersByTimeAsync(60_001);
	expect(lines).toHaveLength(4);
	third.end("SIGKILL");
	await vi.advanceTimersByTimeAsync(250);
	expect(lines).toHaveLength(6);
});

it("stops what serves when it is told to, and starts nothing after", async () => {
	const { kept, stopping, started } = scene();
	stopping.abort();
	await kept.done;
	expect(started()).toBe(0);
});

it("ends while it waits, when it is told to stop", async () => {
	const { kept, first, starts, stopping, started } = scene();
	starts.push(...Array.from({ length: 9 }, () => new Error("no")));
	first.end("SIGKILL");
	await vi.advanceTimersByTimeAsync(20_000);
	const before = started();
	stopping.abort();
	await kept.done;
	expect(started()).toBe(before);
});
