import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { holdLock } from "./holdLock.mjs";
import { report } from "./report.mjs";

const STAMP = "node_modules/.keyturn-lockfile";
const NPM_RECORD = "node_modules/.package-lock.json";

/**
 * Installs what package-lock.json names, when node_modules is missing or older than it.
 * Two commands begun at once install once.
 * @param {string} root the repository
 */
export async function ensureInstalled(root) {
	if (isInstalled(root)) return;
	await holdLock({
		path: join(root, ".data/install.lock"),
		onWait: () => report("Another command is installing. Waiting for it…"),
		work: async () => {
			if (isInstalled(root)) return;
			const done = report.began("Installing packages (once; a minute or two)");
			await runNpmCi(root);
			writeFileSync(join(root, STAMP), lockfileHash(root));
			done();
		},
	});
}

/** @param {string} root */
function isInstalled(root) {
	const record = join(root, NPM_RECORD);
	if (!existsSync(record)) return false;
	const stamp = join(root, STAMP);
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockfileHash(root)) return true;
	// Somebody installed by hand: npm writes its record last, so a newer one is a finished install.
	return statSync(record).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
}

/** @param {string} root */
function lockfileHash(root) {
	return createHash("sha256")
		.update(readFileSync(join(root, "package-lock.json")))
		.digest("hex");
}

/** @param {string} root @returns {Promise<void>} */
function runNpmCi(root) {
	const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--no-progress"];
	const throughNpm = process.env.npm_execpath?.endsWith(".js");
	const [command, ...rest] = throughNpm ? [process.execPath, process.env.npm_execpath, ...args] : ["npm", ...args];
	// npm runs inside npm: its own settings for this script must not become settings of the install.
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== "NODE_ENV"));
	return new Promise((resolve, reject) => {
		const child = spawn(command, rest, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
		let output = "";
		for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
		child.on("error", () => reject(new Error("npm could not be run. Install Node.js 20 or newer with npm.")));
		child.on("exit", (code) => {
			if (code === 0) resolve();
			else reject(new Error(`The packages could not be installed (npm ci ended with ${code}).\n${output.trim()}`));
		});
	});
}
