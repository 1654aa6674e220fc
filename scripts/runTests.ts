import { join } from "node:path";
import { startTestServer } from "../tests/harness/testServer";
import { report } from "./bootstrap/report.mjs";
import type { Tally } from "./testing/countResults";
import { runStage } from "./testing/runStage";
import { stages } from "./testing/stages";

const root = join(import.meta.dirname, "..");

/** Runs every stage, also after one has failed, and closes with the sum. Arguments choose stages by a part of their title. */
async function runTests(wanted: string[]): Promise<number> {
	const chosen = stages.filter(({ title }) => wanted.length === 0 || wanted.some((word) => title.includes(word)));
	const total: Tally = { passed: 0, failed: 0, skipped: 0 };
	const server = await startServer(chosen.some((stage) => stage.results));
	try {
		for (const stage of chosen) {
			const start = performance.now();
			report(`\n== ${stage.title}`);
			const tally = await runStage(root, stage, server.environment);
			const seconds = ((performance.now() - start) / 1000).toFixed(1);
			report(`   ${sentence(tally)} in ${seconds} s`);
			for (const key of ["passed", "failed", "skipped"] as const) total[key] += tally[key];
		}
	} finally {
		await server.stop();
	}
	report(`\n${sentence(total)}`);
	return total.failed > 0 ? 1 : 0;
}

/** One PostgreSQL for all stages. When it cannot be had, the stages that need it say so and fail, each for itself. */
async function startServer(isWanted: boolean): Promise<{ environment: Record<string, string>; stop(): Promise<void> }> {
	const without = { environment: {}, stop: async () => {} };
	if (!isWanted) return without;
	try {
		const { stop, ...server } = await startTestServer();
		return { environment: { KEYTURN_TEST_SERVER: JSON.stringify(server) }, stop };
	} catch (error) {
		report(error instanceof Error ? error.message : String(error));
		return without;
	}
}

function sentence({ passed, failed, skipped }: Tally): string {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

process.exit(await runTests(process.argv.slice(2)));
