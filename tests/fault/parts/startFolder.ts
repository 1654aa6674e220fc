import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choosePlace, type Place } from "../../../scripts/postgres/choosePlace";
import { testEnvironment } from "../../harness/testEnvironment";
import type { Addresses } from "./openCustomers";
import { until } from "./until";

/** A folder whose data somebody serves, and that is gone at the end. */
export function makeFolder(): { folder: string; place: Place; postgresPid(): number; remove(): void } {
	const folder = mkdtempSync(join(tmpdir(), "keyturn-serve-"));
	const place = choosePlace(folder);
	return {
		folder,
		place,
		postgresPid: () => Number(readFileSync(join(place.home, "postgres/postmaster.pid"), "utf8").split("\n")[0]),
		remove: () => {
			rmSync(folder, { recursive: true, force: true });
			if (place.home !== join(folder, ".data")) rmSync(place.home, { recursive: true, force: true });
		},
	};
}

/** Starts `serveFolder.ts` and waits until it serves. */
export async function startFolder({ folder, port }: { folder: string; port: number }) {
	const child = spawn(
		process.execPath,
		["--import", "tsx", join(import.meta.dirname, "serveFolder.ts"), folder, String(port)],
		{
			env: { ...process.env, ...testEnvironment, NODE_ENV: "production", SERVER_URL: `http://localhost:${port}` },
			stdio: ["ignore", "pipe", "pipe"],
		},
	);
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
	const exit = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
	const line = await until("a folder that is served", async () => {
		if (child.exitCode !== null) throw new Error(`It ended while it was starting.\n${output}`);
		return output.split("\n").find((each) => each.startsWith('{"DATABASE_URL"'));
	});
	return {
		environment: { ...testEnvironment, ...(JSON.parse(line ?? "") as Addresses & { MIGRATION_DATABASE_URL: string }) },
		output: () => output,
		webPid: () => childOf(child.pid ?? -1),
		signal: (signal: "SIGINT" | "SIGTERM" | "SIGKILL") => child.kill(signal),
		exit,
	};
}

/** The one process that a process has started and that still runs. */
function childOf(pid: number): number {
	const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
	const found = rows.map((row) => row.trim().split(/\s+/)).filter(([, parent]) => Number(parent) === pid);
	const web = found.find((words) => words.join(" ").includes("next"));
	if (!web) throw new Error(`Process ${pid} serves nothing.`);
	return Number(web[0]);
}
