import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/harness/findBrowser";

/** Minutes each: every playbook from contract to its end, every screen with its dialogs under axe, every page for each role. */
const journeys = /(casinoFloor|otherPlaybooks|accessibility|refusals)\.test\.ts$/;

export default defineConfig({
	testDir: "tests/e2e",
	globalSetup: "./tests/harness/serveForBrowser.ts",
	outputDir: "test-results",
	// One at a time: the browser, the server and the database share two cores.
	workers: 1,
	fullyParallel: true,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["dot"], ["json"]] : [["list"]],
	use: {
		baseURL: process.env.KEYTURN_TEST_ADDRESS,
		locale: "en-GB",
		timezoneId: "UTC",
		screenshot: "only-on-failure",
		trace: "retain-on-failure",
		launchOptions: {
			executablePath: findBrowser(),
			// Chromium's own sandbox needs rights that root inside a container does not have.
			args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
		},
	},
	projects: [
		{ name: "screens", testIgnore: journeys },
		{ name: "journeys", testMatch: journeys },
	],
});
