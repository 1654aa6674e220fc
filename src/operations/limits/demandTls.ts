import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";

const twoYears = 2 * 365 * 86_400;

/** What every answer says where the installation is reached over TLS: browsers never come without it again. Null elsewhere. */
export const findTlsDemand = (serverUrl: string): string | null =>
	serverUrl.startsWith("https://") ? `max-age=${twoYears}; includeSubDomains` : null;

/**
 * Has every answer of this process demand TLS, files and redirects included. Next's own headers are fixed when the application is
 * built, and the address is known when it starts. Call once.
 */
export function demandTls(serverUrl: string): void {
	const demand = findTlsDemand(serverUrl);
	if (demand === null) return;
	subscribe("http.server.request.start", (message) => {
		(message as { response: ServerResponse }).response.setHeader("Strict-Transport-Security", demand);
	});
}
