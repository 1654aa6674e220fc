import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { holdLock } from "./bootstrap/holdLock.mjs";
import { main, root } from "./bootstrap/main.mjs";
import { report } from "./bootstrap/report.mjs";
import { buildEnvironment } from "./environment/buildEnvironment.mjs";

const STAMP = ".next/keyturn-sources";
const SOURCES = [
	"src/**/*.*",
	"public/**/*.*",
	"payload.config.ts",
	"next.config.mjs",
	"tsconfig.json",
	"package-lock.json",
];

/**
 * Builds the application when there is no build of the present sources.
 * @param {AbortSignal} [stop]
 * @returns {Promise<void>}
 */
export async function ensureBuilt(stop) {
	if (isBuilt()) return;
	await holdLock({
		path: join(root, ".data/build.lock"),
		onWait: () => report("Another command is building. Waiting for it…"),
		work: async () => {
			if (isBuilt()) return;
			const done = report.began("Building the application (once; half a minute)");
			await build(stop);
			done();
		},
	});
}

function isBuilt() {
	const stamp = join(root, STAMP);
	return existsSync(join(root, ".next/BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === hashSources();
}

function hashSources() {
	const hash = createHash("sha256");
	for (const path of globSync(SOURCES, { cwd: root }).sort()) {
		const file = join(root, path);
		if (statSync(file).isFile()) hash.update(path).update(readFileSync(file));
	}
	return hash.digest("hex");
}

/** @param {AbortSignal} [stop] @returns {Promise<void>} */
function build(stop) {
	const sources = hashSources();
	const child = spawn(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
		cwd: root,
		env: { ...process.env, ...buildEnvironment },
		stdio: ["ignore", "pipe", "pipe"],
		signal: stop,
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("exit", (code) => {
			if (code !== 0) return reject(new Error(`The application does not build.\n${output.trim()}`));
			// The sources as they were when the build began: an edit meanwhile means building again.
			writeFileSync(join(root, STAMP), sources);
			resolve();
		});
	});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await main(async () => {
		const done = report.began("Building the application");
		await build();
		done();
		return 0;
	});
}
