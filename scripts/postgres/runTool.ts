import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Place } from "./choosePlace";

/** Runs one of PostgreSQL's own programs as the account it is to have. Rejects with what it printed. */
export function runTool(place: Place, tool: "initdb" | "pg_ctl", args: string[]): Promise<void> {
	return new Promise((resolve, reject) => {
		// pg_ctl's server inherits its streams and would keep a pipe open for as long as it lives: it logs to a file, and
		// stdout is ignored, so that only pg_ctl's own complaints are read.
		const child = spawn(join(place.binaries, "bin", tool), args, {
			...place.account,
			cwd: place.home,
			env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
			stdio: ["ignore", tool === "initdb" ? "pipe" : "ignore", "pipe"],
		});
		let output = "";
		for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
		child.on("error", reject);
		child.on("exit", (code) =>
			code === 0 ? resolve() : reject(new Error(`${tool} ended with ${code}: ${output.trim()}`)),
		);
	});
}
