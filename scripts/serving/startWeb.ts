import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Running } from "./keepRunning";

const READY_WITHIN_MS = 90_000;
const STOP_WITHIN_MS = 5000;

/**
 * Starts the built application and waits until it reports itself ready (database, queue, migrations).
 * Its `stop` lets open requests finish for a few seconds. It has a session of its own, so that Ctrl-C reaches the starter alone,
 * which stops things in order.
 */
export async function startWeb(input: {
	root: string;
	port: number;
	environment: Record<string, string | undefined>;
	stop: AbortSignal;
}): Promise<Running> {
	const child = spawn(
		process.execPath,
		[
			...["--import", join(input.root, "scripts/serving/dieWithParent.mjs")],
			...[join(input.root, "node_modules/next/dist/bin/next"), "start", "-p", String(input.port)],
		],
		{
			cwd: input.root,
			env: { ...input.environment, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as NodeJS.ProcessEnv,
			stdio: ["ignore", "pipe", "pipe", "ipc"],
			detached: true,
		},
	);
	const output = collectOutput(child);
	const ended = new Promise<string>((resolve) =>
		child.once("exit", (code, signal) => resolve(describeEnd(code, signal, output.lastLine()))),
	);
	const server: Running = { ended, stop: () => stop(child, ended) };
	try {
		await waitUntilReady(input.port, child, input.stop);
	} catch (error) {
		await server.stop();
		throw new Error(`${error instanceof Error ? error.message : error}\n${output.text()}`);
	}
	output.release();
	return server;
}

function describeEnd(code: number | null, signal: string | null, lastLine: string): string {
	const how = signal ?? `exit code ${code}`;
	return code && lastLine ? `${how}: ${lastLine.slice(0, 300)}` : how;
}

/** Next's own banner is kept back; everything after readiness is passed on. */
function collectOutput(child: ChildProcess) {
	let held: string | undefined = "";
	let last = "";
	for (const [stream, target] of [
		[child.stdout, process.stdout],
		[child.stderr, process.stderr],
	] as const) {
		stream?.on("data", (chunk) => {
			if (held === undefined) target.write(chunk);
			else held += chunk;
			last = String(chunk).trim().split("\n").at(-1)?.trim() || last;
		});
	}
	return {
		text: () => held ?? "",
		lastLine: () => last,
		release: () => {
			held = undefined;
		},
	};
}

async function waitUntilReady(port: number, child: ChildProcess, stop: AbortSignal): Promise<void> {
	const deadline = Date.now() + READY_WITHIN_MS;
	let last = "no answer";
	while (child.exitCode === null && child.signalCode === null) {
		stop.throwIfAborted();
		try {
			const response = await fetch(`http://127.0.0.1:${port}/api/health/ready`);
			if (response.ok) return;
			last = `${response.status} ${await response.text()}`;
		} catch {
			last = "no answer";
		}
		if (Date.now() > deadline) throw new Error(`The server does not become ready: ${last}`);
		await sleep(50);
	}
	throw new Error("The server ended while it was starting.");
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill("SIGTERM");
	const forced = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
	await ended;
	clearTimeout(forced);
}
