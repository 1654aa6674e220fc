import { countPlaywright, countVitest, type Tally } from "./countResults";

/** One heading of `npm test`: a check that passes or fails as a whole, or a runner that counts its tests. */
export type Stage = {
	title: string;
	command: string;
	args: string[];
	/** Where a runner writes its results, and how to read them. */
	results?: {
		environment: (file: string) => Record<string, string>;
		args: (file: string) => string[];
		count: (file: string) => Tally;
	};
};

const vitest = (title: string, ...args: string[]): Stage => ({
	title,
	command: "vitest/vitest.mjs",
	args: ["run", "--reporter=dot", "--reporter=json", ...args],
	results: { environment: () => ({}), args: (file) => [`--outputFile.json=${file}`], count: countVitest },
});

export const stages: Stage[] = [
	{ title: "Format and lint", command: "@biomejs/biome/bin/biome", args: ["ci", "--error-on-warnings"] },
	{ title: "Types", command: "typescript/bin/tsc", args: ["--noEmit"] },
	{
		title: "Import boundaries",
		command: "dependency-cruiser/bin/dependency-cruiser.mjs",
		args: ["src", "tests", "scripts", "payload.config.ts", "--config", ".dependency-cruiser.cjs"],
	},
	{ title: "Dead code", command: "knip/bin/knip.js", args: ["--no-progress"] },
	{ title: "Generated files are current", command: "tsx/dist/cli.mjs", args: ["scripts/checkGenerated.ts"] },
	vitest("Unit tests", "--project", "unit"),
	vitest("Integration and contract tests", "--project", "int", "--project", "contract"),
	{
		title: "Browser tests",
		command: "@playwright/test/cli.js",
		args: ["test", "--project", "screens"],
		results: {
			environment: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
			args: () => [],
			count: countPlaywright,
		},
	},
	vitest("Fault tests (sample)", "--project", "fault", ".sample."),
];
