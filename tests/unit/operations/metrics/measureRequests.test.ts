import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import { register } from "prom-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measureRequests } from "@/operations/metrics/measureRequests";

const server = createServer((request, response) => {
	const { url } = request;
	request.url = "/rewritten/by/the/framework";
	if (url === "/api/news") {
		response.writeHead(200, { "Content-Type": "text/event-stream" }).write("data: 1\n\n");
		return;
	}
	response.statusCode = url?.includes("broken") ? 503 : 200;
	response.end("ok");
});
let address: string;

beforeAll(async () => {
	measureRequests();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

/** The lines of one metric, once there are so many. */
async function lines(metric: string, count: number): Promise<string[]> {
	for (;;) {
		await setImmediate();
		const found = (await register.metrics()).split("\n").filter((line) => line.startsWith(metric));
		if (found.length >= count) return found;
	}
}

test("a request is counted with method, route and class of status", async () => {
	await fetch(`${address}/admin/collections/invoices/1`);
	await fetch(`${address}/admin/broken`, { method: "POST" });
	expect(await lines("keyturn_http_request_duration_seconds_count", 2)).toEqual([
		'keyturn_http_request_duration_seconds_count{method="GET",route="/admin",status="2xx"} 1',
		'keyturn_http_request_duration_seconds_count{method="POST",route="/admin",status="5xx"} 1',
	]);
});

test("an event stream is counted while it is open, and not as a slow request", async () => {
	const stop = new AbortController();
	await fetch(`${address}/api/news`, { signal: stop.signal });
	expect(await lines("keyturn_http_streams_open ", 1)).toEqual(["keyturn_http_streams_open 1"]);
	stop.abort();
	while ((await lines("keyturn_http_streams_open ", 1))[0] !== "keyturn_http_streams_open 0");
	expect(await lines("keyturn_http_request_duration_seconds_count", 2)).toHaveLength(2);
});
