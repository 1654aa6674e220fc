import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Tally } from "./countResults";
import type { Stage } from "./stages";

/**
 * Runs one stage to its end and counts it. A runner that fails without a failed test (it could not load a file, say)
 * counts as one failure: nothing that went wrong is lost in the sum.
 */
export async function runStage(root: string, stage: Stage, environment: Record<string, string>): Promise<Tally> {
	const scratch = mkdtempSync(join(tmpdir(), "keyturn-test-"));
	const file = join(scratch, "results.json");
	try {
		const code = await run(root, stage, file, environment);
		if (!stage.results) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
		const tally = stage.results.count(file);
		return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}

/** A check's own words are shown when it fails; a runner's as they come. */
function run(root: string, stage: Stage, file: string, environment: Record<string, string>): Promise<number> {
	const args = [join(root, "node_modules", stage.command), ...stage.args, ...(stage.results?.args(file) ?? [])];
	const child = spawn(process.execPath, args, {
		cwd: root,
		env: { ...process.env, ...plainWhenPiped(), ...environment, ...stage.results?.environment(file) },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let held = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (chunk) => {
			if (stage.results) process.stdout.write(chunk);
			else held += chunk;
		});
	}
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (code) => {
			if (code !== 0) process.stdout.write(held);
			resolve(code ?? 1);
		});
	});
}

/** Colours are for terminals; a log keeps only the words. */
function plainWhenPiped(): Record<string, string> {
	return process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };
}
