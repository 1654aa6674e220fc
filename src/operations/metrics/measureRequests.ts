import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gauges, requestSeconds } from "./instruments";
import { routeOf } from "./routePatterns";

/** Counts every request this process answers, by its route's pattern. Call once, when the server starts. */
export function measureRequests(): void {
	subscribe("http.server.request.start", (message) => {
		const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
		const began = performance.now();
		// Frameworks rewrite both while they answer.
		const { method = "GET", url = "/" } = request;
		let isStream = false;
		const { writeHead } = response;
		response.writeHead = (...args: unknown[]) => {
			const answer = (writeHead as (...all: unknown[]) => ServerResponse).apply(response, args);
			isStream ||= beginsStream(response, args.at(-1));
			return answer;
		};
		response.once("close", () => {
			if (isStream) {
				gauges.streams.dec();
				return;
			}
			const status = response.headersSent ? `${Math.floor(response.statusCode / 100)}xx` : "aborted";
			requestSeconds.observe({ method, route: routeOf(method, url), status }, (performance.now() - began) / 1000);
		});
	});
}

/** A page that listens stays open for hours: how long is no measure of the server. */
function beginsStream(response: ServerResponse, given: unknown): boolean {
	const own = Object.entries(typeof given === "object" && given !== null ? given : {});
	const inHead = own.find(([name]) => name.toLowerCase() === "content-type")?.[1];
	const isStream = String(inHead ?? response.getHeader("content-type") ?? "").startsWith("text/event-stream");
	if (isStream) gauges.streams.inc();
	return isStream;
}
