import { spawn } from "node:child_process";
import { join } from "node:path";
import { chooseNode } from "./chooseNode.mjs";

/**
 * Runs a file of this repository on the Node.js to run on, and answers its exit code. Signals reach it; when this process dies
 * without a word, the child sees its channel close.
 * @param {{ root: string, file: string, args?: string[], preload?: string[] }} input preload: modules to load before it
 * @returns {Promise<number>}
 */
export function runOnNode({ root, file, args = [], preload = ["tsx"] }) {
	const imports = preload.flatMap((module) => ["--import", module]);
	const child = spawn(chooseNode(root), [...imports, join(root, file), ...args], {
		cwd: root,
		stdio: ["inherit", "inherit", "inherit", "ipc"],
	});
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("exit", (code, signal) => resolve(code ?? (signal === "SIGKILL" ? 137 : 1)));
	});
}
