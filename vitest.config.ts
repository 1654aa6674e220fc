import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Tests that want PostgreSQL share one server, started once (tests/harness/globalSetup.ts); each takes a database of its own.
 * @param inTurn what runs at the start of each file in a process that files use one after another; without it each has its own
 */
const onPostgres = (name: string, timeout: number, inTurn: string[] = []): TestProjectInlineConfiguration => ({
	extends: true,
	test: {
		name,
		include: [`tests/${name}/**/*.test.{ts,tsx}`],
		globalSetup: ["tests/harness/globalSetup.ts"],
		setupFiles: [...inTurn, "tests/harness/failOnLeakedConnections.ts"],
		isolate: inTurn.length === 0,
		testTimeout: timeout,
		hookTimeout: timeout,
	},
});

export default defineConfig({
	resolve: {
		alias: { "@payload-config": at("./payload.config.ts"), "@": at("./src") },
	},
	test: {
		maxWorkers: 2,
		projects: [
			{ extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"] } },
			onPostgres("int", 60_000, ["tests/harness/beginFile.ts"]),
			onPostgres("contract", 60_000),
			onPostgres("fault", 1_200_000),
		],
	},
});
