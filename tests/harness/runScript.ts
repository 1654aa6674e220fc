import { spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/**
 * Runs a script in a process of its own: the application reads its settings once a process.
 * @param input.file below the repository
 * @returns what the script wrote as its last line of JSON; null when it wrote none
 */
export function runScript<Result>(input: {
	file: string;
	environment: Record<string, string>;
	args?: string[];
}): Promise<Result> {
	const script = join(root, input.file);
	const child = spawn(process.execPath, ["--expose-gc", "--import", "tsx", script, ...(input.args ?? [])], {
		cwd: root,
		env: { ...process.env, NODE_ENV: "production", ...input.environment } as NodeJS.ProcessEnv,
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	let errors = "";
	child.stdout.on("data", (chunk) => (output += chunk));
	child.stderr.on("data", (chunk) => (errors += chunk));
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (code) => {
			const json = output.split("\n").findLast((line) => /^(\[\{|\{")/.test(line));
			if (code === 0) resolve(JSON.parse(json ?? "null") as Result);
			else reject(new Error(`${input.file} failed.\n${errors}${output}`));
		});
	});
}
