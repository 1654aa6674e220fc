import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { peerHeader } from "./clientAddressOf";

/**
 * Writes the other end's address into each request that reaches this process, where routes can read it: they see no
 * socket, and `X-Forwarded-For` keeps what a client made up. Call once, when the server starts.
 */
export function stampPeer(): void {
	subscribe("http.server.request.start", (message) => {
		const { request } = message as { request: IncomingMessage };
		request.headers[peerHeader] = request.socket.remoteAddress ?? "unknown";
	});
}
