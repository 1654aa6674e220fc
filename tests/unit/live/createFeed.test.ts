import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NotFound } from "@/errors";
import { createFeed } from "@/operations/live/createFeed";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

function feedOf(read: () => Promise<unknown>) {
	const sent: string[] = [];
	const onEnd = vi.fn();
	const feed = createFeed({ read, send: (text) => sent.push(text.split("\n")[0] ?? ""), onEnd });
	return { feed, sent, onEnd };
}

test("many looks within a moment are one read", async () => {
	const read = vi.fn(async () => ({}));
	const { feed, sent } = feedOf(read);
	for (let i = 0; i < 50; i++) feed.look();
	await vi.advanceTimersByTimeAsync(150);
	expect([read.mock.calls.length, sent]).toEqual([1, ["event: snapshot"]]);
});

test("a change while reading is read afterwards, never at the same time", async () => {
	let reading = 0;
	let most = 0;
	const read = vi.fn(async () => {
		most = Math.max(most, ++reading);
		await new Promise((resolve) => setTimeout(resolve, 500));
		reading -= 1;
	});
	const { feed, sent } = feedOf(read);
	feed.look();
	await vi.advanceTimersByTimeAsync(200);
	feed.look();
	await vi.advanceTimersByTimeAsync(3000);
	expect([most, read.mock.calls.length, sent]).toEqual([1, 2, ["event: snapshot", "event: snapshot"]]);
});

test("a beat says only that the stream is alive", async () => {
	const { feed, sent } = feedOf(async () => ({}));
	feed.beat();
	await vi.advanceTimersByTimeAsync(10);
	expect(sent).toEqual([": here"]);
});

test("what could not be read because the database was away is sent at the next beat", async () => {
	const read = vi.fn(async () => ({})).mockRejectedValueOnce(new Error("connection terminated"));
	const { feed, sent, onEnd } = feedOf(read);
	feed.look();
	await vi.advanceTimersByTimeAsync(150);
	feed.beat();
	await vi.advanceTimersByTimeAsync(10);
	expect(sent).toEqual([": cannot read now", "event: snapshot"]);
	expect(onEnd).not.toHaveBeenCalled();
});

test("what may not be seen any more ends it, on a beat too", async () => {
	const { feed, sent, onEnd } = feedOf(() => Promise.reject(new NotFound("onboarding")));
	feed.beat();
	await vi.advanceTimersByTimeAsync(10);
	expect(sent).toEqual(["event: end"]);
	expect(onEnd).toHaveBeenCalledOnce();
});

test("after it is closed nothing is sent, not even what was being read", async () => {
	const { feed, sent } = feedOf(() => new Promise((resolve) => setTimeout(resolve, 500)));
	feed.look();
	await vi.advanceTimersByTimeAsync(200);
	feed.close();
	feed.look();
	await vi.advanceTimersByTimeAsync(5000);
	expect(sent).toEqual([]);
});
