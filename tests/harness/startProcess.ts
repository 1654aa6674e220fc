import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../../scripts/postgres/findFreePort";

export type RealProcess = {
	pid: number;
	/** What it has written so far, errors included. */
	output(): string;
	isEnded(): boolean;
	/** SIGKILL: it has no say in it. Resolves when it is gone. */
	kill(): Promise<void>;
	/** SIGSTOP: it does nothing more, and what it has asked others for goes on. */
	freeze(): void;
	/** Asks it to stop, as a release does, and kills it when it does not. */
	stop(): Promise<void>;
};

export type WebProcess = RealProcess & { port: number; address: string };

const root = join(import.meta.dirname, "../..");
const READY_WITHIN_MS = 300_000;
const started = new Set<RealProcess>();

/**
 * Serves a built application, as `npm run web` does, and waits until it answers.
 * @param input.folder that holds `.next`; the repository's own when left out
 */
export async function startWebProcess(input: {
	environment: Record<string, string>;
	folder?: string;
	port?: number;
}): Promise<WebProcess> {
	const port = input.port ?? (await findFreePort());
	const address = `http://localhost:${port}`;
	const args = [join(root, "node_modules/next/dist/bin/next"), "start", "-p", String(port)];
	const web = start(args, input.folder ?? root, { ...input.environment, PORT: String(port), SERVER_URL: address });
	await until(web, async () => (await fetch(`http://127.0.0.1:${port}/api/users/me`)).ok);
	return { ...web, port, address };
}

/** Starts a worker, as `npm run worker` does, and waits until it takes jobs. */
export async function startWorkerProcess(environment: Record<string, string>): Promise<RealProcess> {
	const worker = start(["--import", "tsx", join(root, "src/worker/main.ts")], root, environment);
	await until(worker, async () => worker.output().includes("The worker takes jobs"));
	return worker;
}

/** Kills what a test has started and not ended. */
export async function killStarted(): Promise<void> {
	await Promise.all([...started].map((each) => each.kill()));
}

function start(args: string[], cwd: string, environment: Record<string, string>): RealProcess {
	const child = spawn(process.execPath, args, {
		cwd,
		env: { ...process.env, ...environment, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
	const isEnded = () => child.exitCode !== null || child.signalCode !== null;
	const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
	const running: RealProcess = {
		pid: child.pid ?? -1,
		output: () => output,
		isEnded,
		kill: async () => {
			started.delete(running);
			if (isEnded()) return;
			child.kill("SIGKILL");
			await ended;
		},
		freeze: () => void child.kill("SIGSTOP"),
		stop: async () => {
			if (isEnded()) return running.kill();
			child.kill("SIGTERM");
			const forced = setTimeout(() => child.kill("SIGKILL"), 8000);
			await ended;
			clearTimeout(forced);
			started.delete(running);
		},
	};
	started.add(running);
	return running;
}

async function until(child: RealProcess, isReady: () => Promise<boolean>): Promise<void> {
	const deadline = Date.now() + READY_WITHIN_MS;
	while (!(await isReady().catch(() => false))) {
		if (child.isEnded()) throw new Error(`A process ended while it was starting.\n${child.output()}`);
		if (Date.now() > deadline) throw new Error(`A process did not become ready.\n${child.output()}`);
		await sleep(50);
	}
}
