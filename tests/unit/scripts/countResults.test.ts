import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { countPlaywright, countVitest } from "../../../scripts/testing/countResults";
import { runStage } from "../../../scripts/testing/runStage";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "keyturn-count-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(results: object): string {
	const file = join(folder, "results.json");
	writeFileSync(file, JSON.stringify(results));
	return file;
}

test("a browser test that needed a second try counts as failed", () => {
	const file = write({ stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 3 } });
	expect(countPlaywright(file)).toEqual({ passed: 4, failed: 3, skipped: 3 });
});

test("todo tests are skipped tests", () => {
	const file = write({ success: true, numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
	expect(countVitest(file)).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test("a runner that dies without a result is one failure", async () => {
	writeFileSync(join(folder, "dies.js"), "process.exit(3)");
	const stage = {
		title: "dies",
		command: "../dies.js",
		args: [],
		results: { environment: () => ({}), args: () => [], count: countVitest },
	};
	expect(await runStage(folder, stage, {})).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a check passes or fails as a whole", async () => {
	writeFileSync(join(folder, "good.js"), "");
	writeFileSync(join(folder, "bad.js"), "process.exit(1)");
	const check = (command: string) => runStage(folder, { title: command, command, args: [] }, {});
	expect(await check("../good.js")).toEqual({ passed: 1, failed: 0, skipped: 0 });
	expect(await check("../bad.js")).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
