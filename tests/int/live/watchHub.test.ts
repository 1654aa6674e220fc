import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWatchHub } from "@/operations/live/watchHub";
import { createTestDatabase } from "../../harness/createTestDatabase";

let databaseUrl: string;

beforeAll(async () => {
	({ databaseUrl } = await createTestDatabase());
});

const connect = () => new Client({ connectionString: databaseUrl });
const leaving: (() => void)[] = [];
afterAll(() => {
	for (const leave of leaving) leave();
});

test("above the limit a watcher is refused with a 503, and welcome once another has left", () => {
	const hub = createWatchHub({ connect, maxWatchers: 2 });
	const watch = () => {
		const leave = hub.watch("an onboarding", () => {});
		leaving.push(leave);
		return leave;
	};
	const first = watch();
	watch();
	expect(watch).toThrow(expect.objectContaining({ status: 503, code: "unavailable" }));
	first();
	first();
	expect(hub.countWatchers()).toBe(1);
	watch();
	expect(hub.countWatchers()).toBe(2);
});
