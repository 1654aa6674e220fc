import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs `work` while no other process of this folder does the same; waits for its turn.
 * A lock whose process is gone (kill -9) is taken over.
 * @template T
 * @param {{ path: string, onWait: () => void, work: () => Promise<T> | T }} input
 * @returns {Promise<T>}
 */
export async function holdLock({ path, onWait, work }) {
	mkdirSync(dirname(path), { recursive: true });
	for (let waited = false; !takeLock(path); waited = true) {
		if (!waited) onWait();
		await sleep(300);
	}
	const release = () => rmSync(path, { force: true });
	process.once("exit", release);
	try {
		return await work();
	} finally {
		process.off("exit", release);
		release();
	}
}

/** @param {string} path */
function takeLock(path) {
	try {
		writeFileSync(path, String(process.pid), { flag: "wx" });
		return true;
	} catch (error) {
		if (error.code !== "EEXIST") throw error;
	}
	const owner = Number(readOwner(path));
	if (owner === 0 || !isAlive(owner)) rmSync(path, { force: true });
	return false;
}

/** @param {string} path */
function readOwner(path) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return process.pid;
	}
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}
