import { spawn } from "node:child_process";
import { join } from "node:path";

/**
 * Migrates the databases, loads the playbooks and makes the first administrator, in a process of its own.
 * Safe to repeat after it was killed halfway.
 * @param input.samples also load the sample portfolio
 */
export function prepareDatabase(input: {
	root: string;
	environment: Record<string, string | undefined>;
	samples: boolean;
	stop: AbortSignal;
}): Promise<void> {
	const flags = input.samples ? ["--samples"] : [];
	const child = spawn(process.execPath, ["--import", "tsx", join(input.root, "scripts/prepare.ts"), ...flags], {
		cwd: input.root,
		env: input.environment as NodeJS.ProcessEnv,
		stdio: ["ignore", "pipe", "pipe"],
		signal: input.stop,
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (chunk) => {
			output += chunk;
		});
	}
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("exit", (code) =>
			code === 0 ? resolve() : reject(new Error(`The database could not be prepared.\n${output.trim()}`)),
		);
	});
}
