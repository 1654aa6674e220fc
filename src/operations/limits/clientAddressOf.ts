import type { IncomingMessage } from "node:http";
import type { PayloadRequest } from "payload";
import { pickClientAddress } from "@/domain/pickClientAddress";
import { env } from "@/env";

/** Set by the server itself on each request (`stampPeer`), over whatever a client sent under the name. */
export const peerHeader = "x-keyturn-peer";

/** Whom a request came from, for counting attempts. */
export function clientAddressOf(req: Pick<PayloadRequest, "headers">): string {
	return pickClientAddress({
		peer: req.headers.get(peerHeader),
		forwardedFor: req.headers.get("x-forwarded-for"),
		trustedProxies: env().TRUSTED_PROXIES,
	});
}

/** The same of a request that no route has seen yet. */
export function senderOf({ headers, socket }: IncomingMessage): string {
	return pickClientAddress({
		peer: socket.remoteAddress ?? null,
		forwardedFor: [headers["x-forwarded-for"] ?? []].flat().join(","),
		trustedProxies: env().TRUSTED_PROXIES,
	});
}
