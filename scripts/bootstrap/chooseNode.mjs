import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, sep } from "node:path";
import { isPatched, patchedNode } from "./patchedNode.mjs";
import { report } from "./report.mjs";

/** The oldest that can stand in where the pinned one could not be installed. */
const OLDEST_STAND_IN = 22;

/**
 * The Node.js to run on: the machine's own when it is patched, else the one that the lockfile pins, and one line that says so.
 * @param {string} root the repository
 * @param {(line: string) => void} [warn]
 * @returns {string} the path of the program
 */
export function chooseNode(root, warn = report) {
	const own = findOwn(root);
	if (own && isPatched(own.version)) return own.path;
	const list = Object.values(patchedNode).join(", ");
	const pinned = join(root, "node_modules/node/bin/node");
	if (existsSync(pinned)) {
		const version = versionOf(pinned);
		const found = own ? `This machine's Node.js ${own.version} is` : "This machine has no Node.js of its own that is";
		const missing = isPatched(version ?? "") ? "" : ", which lacks the latest security fixes too: install a newer one";
		warn(`${found} not at or above a patched version (${list}). Running on the pinned ${version}${missing}.`);
		return pinned;
	}
	if (own && Number(own.version.split(".")[0]) >= OLDEST_STAND_IN) {
		warn(
			`This machine's Node.js ${own.version} is not at or above a patched version (${list}): install a newer one. The pinned one is not in node_modules.`,
		);
		return own.path;
	}
	throw new Error(
		`The pinned Node.js is not in node_modules (its install script did not run), and ${own?.version ?? "this machine's"} is too old to stand in: install Node.js ${list} or newer, or run "npm ci" with install scripts allowed.`,
	);
}

/**
 * npm puts the pinned one first on the path of its scripts: the machine's own is the one that runs npm, or is found behind.
 * @param {string} root
 */
function findOwn(root) {
	const modules = join(root, "node_modules") + sep;
	const onPath = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "node"));
	const candidates = [process.execPath, process.env.npm_node_execpath ?? "", ...onPath];
	for (const path of candidates) {
		if (!path || path.startsWith(modules) || !existsSync(path)) continue;
		const version = path === process.execPath ? process.versions.node : versionOf(path);
		if (version) return { path, version };
	}
	return undefined;
}

/** @param {string} path @returns {string | undefined} */
function versionOf(path) {
	const { status, stdout } = spawnSync(path, ["-p", "process.versions.node"], { encoding: "utf8" });
	return status === 0 ? stdout.trim() : undefined;
}
