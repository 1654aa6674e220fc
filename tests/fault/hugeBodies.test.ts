import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/build.mjs";
import { killStarted, startWebProcess, type WebProcess } from "../harness/startProcess";
import { openCustomers } from "./parts/openCustomers";

afterAll(killStarted);

const pairs = Buffer.from("[],".repeat(21_845));
const size = 400_000_000;

/** What a process holds in memory, in megabytes (Linux). */
function residentMegabytes({ pid }: WebProcess): number {
	return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

/** Sends 400 MB of `[],[],…`, as long as the other end takes it. */
async function sendPairs(port: number, path: string, headers: string): Promise<{ status: number; sent: number }> {
	const socket = connect(port, "127.0.0.1")
		.on("error", () => {})
		.setMaxListeners(0);
	let answer = "";
	socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
	const isChunked = headers.includes("chunked");
	const chunk = isChunked ? Buffer.concat([Buffer.from("ffff\r\n"), pairs, Buffer.from("\r\n")]) : pairs;
	socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n\r\n`);
	for (let sent = 0; sent < size && answer === "" && !socket.destroyed; sent += chunk.length) {
		if (!socket.write(chunk)) await new Promise((next) => socket.once("drain", next).once("close", next));
	}
	await expect.poll(() => answer, { timeout: 10_000 }).toContain("\r\n\r\n");
	socket.destroy();
	return { status: Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]), sent: socket.bytesWritten };
}

test("400 MB at every door are refused while they arrive, and the server stands", { timeout: 600_000 }, async () => {
	await ensureBuilt();
	const { environment } = await openCustomers(1);
	const web = await startWebProcess({ environment });
	const ask = (path: string) => fetch(`${web.address.replace("localhost", "127.0.0.1")}${path}`);
	expect((await ask("/api/health/live")).status).toBe(200);
	const before = residentMegabytes(web);
	let most = before;
	const measuring = setInterval(() => {
		most = Math.max(most, residentMegabytes(web));
	}, 50);
	const json = "Content-Type: application/json";
	const file = "Content-Type: multipart/form-data; boundary=b";
	for (const path of ["/api/users/login", "/api/stripe/webhooks", "/api/invoices", "/admin", "/portal", "/sign-in"]) {
		for (const length of ["Transfer-Encoding: chunked", `Content-Length: ${size}`]) {
			for (const type of [json, file]) {
				const { status, sent } = await sendPairs(web.port, path, `${type}\r\n${length}`);
				expect([path, length, type, status]).toEqual([path, length, type, 413]);
				expect(sent).toBeLessThan(size / 4);
			}
		}
	}
	const together = await Promise.all(
		Array.from({ length: 10 }, () => sendPairs(web.port, "/api/media", `${file}\r\nTransfer-Encoding: chunked`)),
	);
	expect(together.every(({ status }) => status === 413 || status === 503)).toBe(true);
	clearInterval(measuring);
	// The files that are held together, twice over while memory waits to be collected.
	expect(most - before).toBeLessThan(400);
	expect(web.isEnded()).toBe(false);
	expect((await ask("/api/health/ready")).status).toBe(200);
	await web.stop();
});
