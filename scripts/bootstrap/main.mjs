import { fileURLToPath } from "node:url";
import { report } from "./report.mjs";

const OLDEST_NODE = 20;

/** The repository's root. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs a command of this repository: an expected failure is one clear sentence, never a stack.
 * @param {() => Promise<number>} command answers the exit code
 */
export async function main(command) {
	try {
		if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
			throw new Error(`Keyturn needs Node.js ${OLDEST_NODE} or newer; this is ${process.version}.`);
		}
		process.exitCode = await command();
	} catch (error) {
		report(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	}
}
