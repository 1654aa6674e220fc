import { existsSync, readFileSync } from "node:fs";

/** How many tests ended how. */
export type Tally = { passed: number; failed: number; skipped: number };

type VitestResults = {
	success: boolean;
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
};

type PlaywrightResults = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

/** @param file what vitest's JSON reporter wrote; absent when it did not get so far */
export function countVitest(file: string): Tally {
	if (!existsSync(file)) return nothing;
	const results = JSON.parse(readFileSync(file, "utf8")) as VitestResults;
	return {
		passed: results.numPassedTests,
		failed: results.numFailedTests,
		skipped: results.numPendingTests + results.numTodoTests,
	};
}

/** @param file what Playwright's JSON reporter wrote; absent when it did not get so far */
export function countPlaywright(file: string): Tally {
	if (!existsSync(file)) return nothing;
	const { stats } = JSON.parse(readFileSync(file, "utf8")) as PlaywrightResults;
	// A test that needed a second try has failed once.
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
