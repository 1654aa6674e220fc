import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildEnvironment } from "../../scripts/environment/buildEnvironment.mjs";

const root = join(import.meta.dirname, "../..");
const SOURCES = ["src", "payload.config.ts", "next.config.mjs", "tsconfig.json", "package.json"];

/**
 * Builds the application as it is, in a folder of its own, with files laid over it: routes and configurations that the
 * bench compares with and that the product must not have.
 * @param input.name of the folder below `.data/bench`
 * @param input.overlay where each file goes, and which file of the bench it is; null leaves the file out
 * @returns the folder, for `startServer`
 */
export async function buildServer(input: { name: string; overlay: Record<string, string | null> }): Promise<string> {
	const folder = join(root, ".data/bench", input.name);
	const stamp = join(folder, ".next/bench-sources");
	const sources = hashSources(input.overlay);
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return folder;
	for (const each of SOURCES) rmSync(join(folder, each), { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const each of SOURCES) cpSync(join(root, each), join(folder, each), { recursive: true });
	for (const [to, from] of Object.entries(input.overlay)) {
		rmSync(join(folder, to), { recursive: true, force: true });
		if (from === null) continue;
		mkdirSync(dirname(join(folder, to)), { recursive: true });
		cpSync(join(root, from), join(folder, to));
	}
	await build(folder);
	writeFileSync(stamp, sources);
	return folder;
}

function hashSources(overlay: Record<string, string | null>): string {
	const hash = createHash("sha256").update(JSON.stringify(overlay));
	const laid = Object.values(overlay).filter((path) => path !== null);
	const ours = globSync([...SOURCES, "src/**/*.*", "package-lock.json"], { cwd: root });
	for (const path of [...ours, ...laid].sort()) {
		const file = join(root, path);
		if (statSync(file).isFile()) hash.update(path).update(readFileSync(file));
	}
	return hash.digest("hex");
}

function build(folder: string): Promise<void> {
	// Packages are found in the repository above the folder.
	const child = spawn(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
		cwd: folder,
		env: { ...process.env, ...buildEnvironment } as NodeJS.ProcessEnv,
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("exit", (code) =>
			code === 0 ? resolve() : reject(new Error(`The bench's server does not build.\n${output.trim()}`)),
		);
	});
}
