import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeAll, expect, test } from "vitest";
import { guardBodies } from "@/operations/limits/guardBodies";

/** What reached a route: only whole bodies within their limits do. */
const reached: string[] = [];
/** In how many pieces the route read the last of them. */
let pieces = 0;
const open: Server[] = [];

beforeAll(() =>
	guardBodies(
		{
			plain: { bytes: 1_000_000, seconds: 1, held: 3_000_000, share: 2_500_000 },
			upload: { bytes: 26_000_000, seconds: 1, held: 60_000_000, share: 60_000_000 },
		},
		({ socket }) => String(socket.remoteAddress),
	),
);
afterEach(() => {
	reached.length = 0;
	for (const server of open.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

async function listen(): Promise<number> {
	const server = createServer((request, response) => {
		let size = 0;
		pieces = 0;
		request.on("data", (chunk: Buffer) => {
			pieces += 1;
			size += chunk.byteLength;
		});
		request.on("end", () => {
			reached.push(`${request.url} ${size}`);
			response.end(String(size));
		});
	});
	open.push(server);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return (server.address() as AddressInfo).port;
}

type Sent = {
	path?: string;
	type?: string;
	headers?: Record<string, string>;
	chunks: (string | Buffer)[];
	keepOpen?: boolean;
	localAddress?: string;
};

/** Writes a request by hand, as long as the other end listens, and gives the status it was answered with. */
async function send(
	port: number,
	{ path = "/api/users/login", type = "application/json", headers, chunks, keepOpen, localAddress = "127.0.0.1" }: Sent,
) {
	const socket = connect({ port, host: "127.0.0.1", localAddress });
	let answer = "";
	socket.setEncoding("latin1");
	socket.on("data", (text: string) => {
		answer += text;
	});
	socket.on("error", () => {});
	const lines = Object.entries({ host: "localhost", "content-type": type, ...headers }).map((each) => each.join(": "));
	socket.write(`POST ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
	for (const chunk of chunks) {
		if (answer !== "" || socket.destroyed) break;
		if (!socket.write(chunk)) await new Promise((resolve) => socket.once("drain", resolve).once("close", resolve));
		await new Promise((resolve) => setImmediate(resolve));
	}
	const status = await expect
		.poll(() => /^HTTP\/1.1 (\d+)/.exec(answer.replace("HTTP/1.1 100 Continue\r\n\r\n", ""))?.[1], { timeout: 5000 })
		.toBeDefined()
		.then(() => Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]));
	if (!keepOpen) socket.destroy();
	return { status, answer, written: socket.bytesWritten };
}

const chunked = (data: string | Buffer) =>
	Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), Buffer.from(data), Buffer.from("\r\n")]);
const last = "0\r\n\r\n";
const pairs = "[],".repeat(20_000);
const file = "multipart/form-data; boundary=b";

test("a body within its limits reaches the route whole, with a length or in chunks", async () => {
	const port = await listen();
	const body = "x".repeat(1_000_000);
	expect((await send(port, { headers: { "content-length": "1000000" }, chunks: [body] })).status).toBe(200);
	const inChunks = Array.from({ length: 10 }, () => chunked("y".repeat(100_000)));
	expect((await send(port, { headers: { "transfer-encoding": "chunked" }, chunks: [...inChunks, last] })).status).toBe(
		200,
	);
	const large = { path: "/api/media", type: file, headers: { "content-length": "26000000" } };
	expect((await send(port, { ...large, chunks: [Buffer.alloc(26_000_000)] })).status).toBe(200);
	expect(reached).toEqual(["/api/users/login 1000000", "/api/users/login 1000000", "/api/media 26000000"]);
});

test("a request without a body, and the next one on the same connection, pass", async () => {
	const port = await listen();
	for (const method of ["GET", "POST"]) expect((await fetch(`http://127.0.0.1:${port}/`, { method })).status).toBe(200);
	expect(reached).toEqual(["/ 0", "/ 0"]);
});

test.each(["/admin/%ZZ", "/api/users/%E0%A4%A", "/%", "/portal/%FF?x=%20"])(
	"an address that cannot be read reaches no route: %s",
	async (path) => {
		const port = await listen();
		await fetch(`http://127.0.0.1:${port}/`);
		const answer = await fetch(`http://127.0.0.1:${port}${path}`);
		expect([answer.status, await answer.json(), reached]).toEqual([
			400,
			{ errors: [{ message: "This address cannot be read.", code: "invalid_input" }] },
			["/ 0"],
		]);
		expect((await fetch(`http://127.0.0.1:${port}/%20?x=%ZZ`)).status).toBe(200);
	},
);

test.each([
	["400 MB declared", { headers: { "content-length": "400000000" }, chunks: [pairs] }, 413],
	[
		"in chunks without an end",
		{ headers: { "transfer-encoding": "chunked" }, chunks: Array(200).fill(chunked(pairs)) },
		413,
	],
	["a file to another door", { type: file, headers: { "content-length": "1000001" }, chunks: ["x"] }, 413],
	[
		"a file over 26 MB",
		{ path: "/api/media", type: file, headers: { "content-length": "26000001" }, chunks: ["x"] },
		413,
	],
	["packed", { headers: { "content-length": "4", "content-encoding": "gzip" }, chunks: ["xxxx"] }, 415],
	["slowly, a byte at a time", { headers: { "content-length": "10" }, chunks: ["{"] }, 408],
	["nested 201 deep", { headers: { "content-length": "402" }, chunks: ["[".repeat(201) + "]".repeat(201)] }, 413],
	["of 100 001 values", { headers: { "content-length": "200005" }, chunks: [`[${"1,".repeat(100_001)}1]`] }, 413],
])("a body that is sent %s is refused before any route sees it", async (_how, sent, status) => {
	const port = await listen();
	const answer = await send(port, sent as Sent);
	expect([answer.status, reached]).toEqual([status, []]);
	expect(answer.answer).toMatch(/"errors":\[\{"message":"[^"]+","code":"[a-z_]+"\}\]/);
	// The sender was told long before it had sent everything.
	expect(answer.written).toBeLessThan(6_000_000);
});

test("brackets inside strings are no nesting", async () => {
	const port = await listen();
	const body = JSON.stringify({ text: `${"[".repeat(500)}\\" ${"{,".repeat(200_000)}` });
	expect((await send(port, { headers: { "content-length": String(body.length) }, chunks: [body] })).status).toBe(200);
});

test("bodies that are held together have a limit too, which is free again when they are gone", async () => {
	const port = await listen();
	const half = "x".repeat(900_000);
	const waiting = ["127.0.0.1", "127.0.0.2", "127.0.0.3"].map((localAddress) => {
		const socket = connect({ port, host: "127.0.0.1", localAddress }).on("error", () => {});
		socket.write(`POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1000000\r\n\r\n${half}`);
		return socket;
	});
	const whole = { headers: { "content-length": "1000000" }, chunks: ["x".repeat(1_000_000)] };
	await expect.poll(async () => (await send(port, whole)).status, { timeout: 900 }).toBe(503);
	for (const socket of waiting) socket.destroy();
	await expect.poll(async () => (await send(port, whole)).status).toBe(200);
});

test("one sender who keeps bodies back is refused more, and everybody else is served", async () => {
	const port = await listen();
	const waiting = [1, 2].map(() => {
		const socket = connect({ port, host: "127.0.0.1", localAddress: "127.0.0.2" }).on("error", () => {});
		socket.write(`POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1000000\r\n\r\n${"x".repeat(900_000)}`);
		return socket;
	});
	const whole = { headers: { "content-length": "1000000" }, chunks: ["x".repeat(1_000_000)] };
	const again = { ...whole, localAddress: "127.0.0.2" };
	await expect.poll(async () => (await send(port, again)).status, { timeout: 900 }).toBe(503);
	expect((await send(port, whole)).status).toBe(200);
	for (const socket of waiting) socket.destroy();
	await expect.poll(async () => (await send(port, again)).status).toBe(200);
});

test("a body that comes a byte at a time is kept in few pieces", async () => {
	const port = await listen();
	const bytes = Array(4).fill("1\r\nx\r\n".repeat(5000));
	const sent = { headers: { "transfer-encoding": "chunked" }, chunks: [...bytes, last] };
	expect((await send(port, sent)).status).toBe(200);
	expect(reached).toEqual(["/api/users/login 20000"]);
	expect(pieces).toBeLessThan(2000);
});
