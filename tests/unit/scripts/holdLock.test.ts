import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holdLock } from "../../../scripts/bootstrap/holdLock.mjs";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "keyturn-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("two pieces of work under one lock do not overlap", async () => {
	const path = join(folder, "lock");
	const seen: string[] = [];
	const work = (name: string) => async () => {
		seen.push(`${name} begins`);
		await sleep(50);
		seen.push(`${name} ends`);
	};
	let waits = 0;
	const onWait = () => {
		waits += 1;
	};
	await Promise.all([holdLock({ path, onWait, work: work("a") }), holdLock({ path, onWait, work: work("b") })]);
	expect(seen).toEqual(["a begins", "a ends", "b begins", "b ends"]);
	expect(waits).toBe(1);
});

test("the lock of a process that was killed is taken over", async () => {
	const path = join(folder, "lock");
	// Above the largest process id Linux hands out.
	writeFileSync(path, "4194305");
	expect(await holdLock({ path, onWait: () => {}, work: () => "done" })).toBe("done");
});

test("work that fails releases its lock", async () => {
	const path = join(folder, "lock");
	const failing = holdLock({
		path,
		onWait: () => {},
		work: () => {
			throw new Error("no");
		},
	});
	await expect(failing).rejects.toThrow("no");
	expect(existsSync(path)).toBe(false);
});
