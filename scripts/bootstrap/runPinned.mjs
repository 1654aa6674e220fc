import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * Runs a TypeScript file of this repository on the Node.js that the lockfile pins, and answers its exit code.
 * Signals reach it; when this process dies without a word, the child sees its channel close.
 * @param {{ root: string, file: string, args?: string[] }} input
 * @returns {Promise<number>}
 */
export function runPinned({ root, file, args = [] }) {
	const child = spawn(pinnedNode(root), ["--import", "tsx", join(root, file), ...args], {
		cwd: root,
		stdio: ["inherit", "inherit", "inherit", "ipc"],
	});
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("exit", (code, signal) => resolve(code ?? (signal === "SIGKILL" ? 137 : 1)));
	});
}

/** @param {string} root */
export function pinnedNode(root) {
	const pinned = join(root, "node_modules/node/bin/node");
	if (existsSync(pinned)) return pinned;
	const major = Number(process.versions.node.split(".")[0]);
	if (major >= 22) return process.execPath;
	throw new Error(
		`The pinned Node.js is not in node_modules (its install script did not run), and ${process.version} is too old to stand in: install Node.js 24, or run "npm ci" with install scripts allowed.`,
	);
}
